"""From the nested lists that a statement of graph.reading returns to the values that were asked for, quickly.

One Python expression is made for the tree. It raises Missing where a value that must be there is not;
graph.reading_check then finds out what becomes null.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any, NoReturn

from graph import reading_value
from graph.reading import entries, needs_place
from graph.reading_cursor import cursor
from graph.reading_tree import (
    At,
    Constant,
    Cursor,
    Each,
    Entry,
    Fields,
    Group,
    Info,
    Leaf,
    Many,
    Marks,
    One,
    Page,
    Part,
    Passage,
    Rows,
    Selection,
    Total,
)  # fmt: skip

Shaper = Callable[[list[Any], Mapping[str, Any]], dict[str, Any]]
"""Takes the statement's `data` and its parameters."""


class Missing(Exception):
    """A value that must be there is not."""


def _missing() -> NoReturn:
    raise Missing


KNOWN = {
    "missing": _missing,
    "cursor": cursor,
    "time": reading_value.time,
    "capitals": reading_value.capitals,
    "full": reading_value.full,
    "passage": reading_value.passage,
    "taken": reading_value.taken,
    "marks": reading_value.marks,
}
"""All that the expression may use."""

CALLS = {"plain": "", "time": "time", "capitals": "capitals", "list": "full"}


def shaper(tree: Fields) -> Shaper:
    """The function that shapes the data of `tree`'s statement."""
    names = (f"x{n}" for n in count(1))
    # The text is made of this file's words, quoted strings and numbers: keys and constants pass through repr().
    return eval(f"lambda x0, p: {_fields(tree, 'x0', names)}", dict(KNOWN))


Names = Iterator[str]


def _fields(fields: Fields, source: str, names: Names, keys: str = "", mark: str = "") -> str:
    values: list[str] = []
    place = count()
    for key, part in fields.parts:
        if isinstance(part, Constant):
            value = repr(part.value)
        elif isinstance(part, Cursor):
            value = f"cursor({mark!r}, {keys})"
        else:
            value = _part(part, f"{source}[{next(place)}]", names)
        values.append(f"{key!r}: {value}")
    return "{" + ", ".join(values) + "}"


def _part(part: Part, source: str, names: Names) -> str:
    match part:
        case Leaf():
            call = CALLS[part.form]
            return _present(f"{call}({source})" if call else source, part.required, names)
        case Passage():
            return _present(f"passage({source})", part.required, names)
        case Marks():
            return _marks(part, source, names)
        case At() | One():
            name = next(names)
            inner = _selection(part.selection, name, names)
            return f"({inner} if ({name} := {source}) is not None else {_absent(part.required)})"
        case Each():
            return _each(part, source, names)
        case Many():
            name = next(names)
            return f"[{_item(part.selection, name, names)} for {name} in {source}]"
        case Page():
            return _page(part, source, names)
        case _:
            return _present(source, True, names)


def _each(part: Each, source: str, names: Names) -> str:
    name, by_id, key = next(names), next(names), next(names)
    inner = _item(part.selection, f"{name}[1]", names)
    found = f"({by_id} := {{{name}[0]: {inner} for {name} in {source}}})"
    return f"({found}, [{by_id}.get({key}) for {key} in p[{part.ids.name!r}]])[1]"


def _marks(part: Marks, source: str, names: Names) -> str:
    name = next(names)
    places = {"start": f"{name}[0]", "end": f"{name}[1]"}
    values = (f"{key!r}: {repr(of.value) if isinstance(of, Constant) else places[of]}" for key, of in part.keys)
    return f"[{{{', '.join(values)}}} for {name} in marks({source}, p[{part.words.name!r}])]"


def _present(value: str, required: bool, names: Names) -> str:
    if not required:
        return value
    name = next(names)
    return f"({name} if ({name} := {value}) is not None else missing())"


def _absent(required: bool) -> str:
    return "missing()" if required else "None"


def _selection(selection: Selection, source: str, names: Names) -> str:
    """The object at `source`, which is not None."""
    if isinstance(selection, Fields):
        return _fields(selection, source, names)
    cases = (
        f"{_fields(fields, f'{source}[1]', names)} if {source}[0] == {number} else "
        for number, (_, fields) in enumerate(selection.cases)
    )
    return f"({''.join(cases)}missing())"


def _item(selection: Selection, source: str, names: Names) -> str:
    inner = _selection(selection, source, names)
    return inner if isinstance(selection, Fields) else f"({inner} if {source} is not None else missing())"


def _page(page: Page, source: str, names: Names) -> str:
    raw, rows = next(names), next(names)
    places = iter(range(1, 1 + sum(needs_place(page, e) for e in entries(page))))
    columns = iter(range(sum(isinstance(e, Rows) for e in entries(page))))

    def value(entry: Entry) -> str:
        match entry:
            case Constant():
                return repr(entry.value)
            case Group():
                return "{" + ", ".join(f"{key!r}: {value(inner)}" for key, inner in entry.entries) + "}"
            case Rows():
                return _rows(page, entry, rows, next(columns), names)
            case Total():
                return f"{raw}[{next(places)}]"
            case Info():
                return f"{raw}[{next(places)}]" if needs_place(page, entry) else _info(page, entry, raw, rows)

    shaped = "{" + ", ".join(f"{key!r}: {value(entry)}" for key, entry in page.entries) + "}"
    taken = f"({rows} := taken({raw}[0], p[{page.size.name!r}], {page.backward}))"
    return f"(({raw} := {source}), {taken}, {shaped})[2]"


def _rows(page: Page, entry: Rows, rows: str, column: int, names: Names) -> str:
    name = next(names)
    if isinstance(entry.selection, Fields):
        inner = _fields(entry.selection, f"{name}[{column}]", names, f"{name}[-1]", page.mark)
    else:
        inner = _item(entry.selection, f"{name}[{column}]", names)
    return f"[{inner} for {name} in {rows}]"


def _info(page: Page, info: Info, raw: str, rows: str) -> str:
    if info.of in ("startCursor", "endCursor"):
        at = 0 if info.of == "startCursor" else -1
        return f"(cursor({page.mark!r}, {rows}[{at}][-1]) if {rows} else None)"
    ahead = "hasPreviousPage" if page.backward else "hasNextPage"
    return f"(len({raw}[0]) > p[{page.size.name!r}])" if info.of == ahead else "False"
