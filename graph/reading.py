"""From a tree of what to read (graph.reading_tree) to one Cypher statement.

The statement returns one value: nested lists, by position. `graph.reading_shape` knows the same positions:

- Fields: a place for each part that is not a Constant. Cases: [number of the case, its fields], or null.
- Leaf, Kind: a value. Passage: [text, start, start of the span, end of the span]. At: its selection.
- One: a selection or null. Many: a list of selections. Each: a list of [id, selection], in any order.
- Page: [rows, a place for each entry that needs one (`needs_place`), in order].
  A row: [a place for each Rows entry, in order, then the keys' values if cursors are asked for (`needs_keys`)].

Sorting and limits come before nested selections. Variables that are needed later are named in every WITH, since
ArcadeDB forgets the others; what is written here gives equal rows on Neo4j 5.26 and ArcadeDB 26.10.
"""

from collections.abc import Iterator
from itertools import count
from typing import LiteralString, cast

from graph.reading_filter import condition, joined
from graph.reading_group import grouped
from graph.reading_order import order, outside, within
from graph.reading_row import Found, Names, Row, attribute, found, quoted, sortable
from graph.reading_tree import (
    At,
    Attribute,
    Constant,
    Cursor,
    Each,
    Entry,
    Fields,
    Group,
    Grouped,
    Info,
    Kind,
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

SPAN = (Attribute("start", "edge"), Attribute("end", "edge"))
"""Where a piece of evidence begins and ends in its article's text."""


def statement(tree: Fields) -> LiteralString:
    """The Cypher for `tree`, whose parts start from nowhere (Nodes or Edges). Its row has one column, `data`."""
    names = (f"v{n}" for n in count(1))
    values = (_part(part, None, names) for _, part in tree.parts if not isinstance(part, Constant))
    # Every piece comes from the code; values go in as parameters.
    return cast(LiteralString, f"RETURN [{', '.join(values)}] AS data")


def _part(part: Part, row: Row | None, names: Names) -> str:
    match part:
        case One() | Each() | Many() | Page():
            return _elsewhere(part, row, names)
        case _ if row is None:
            raise ValueError(f"{part} needs a row")
        case Leaf() | Marks():
            return attribute(part.attribute, row)
        case Kind():
            return _kind(part, row)
        case At():
            return _at(part, row.at(part.at), names)
        case Passage():
            return f"[{row.node}.`text`, {row.node}.`start`, {', '.join(attribute(a, row) for a in SPAN)}]"
        case Constant() | Cursor():
            raise ValueError(f"{part} is not asked of the database")


def _at(part: At, there: Row, names: Names) -> str:
    selected = _selection(part.selection, there, names)
    return selected if part.required else f"CASE WHEN {there.node} IS NOT NULL THEN {selected} END"


def _elsewhere(part: One | Each | Many | Page, row: Row | None, names: Names) -> str:
    """What is read of other rows."""
    match part:
        case One():
            return _one(part, row, names)
        case Each():
            return _each(part, row, names)
        case Many():
            return _many(part, row, names)
        case Page():
            return _page(part, row, names)


def _selection(selection: Selection, row: Row, names: Names) -> str:
    if isinstance(selection, Fields):
        values = (_part(p, row, names) for _, p in selection.parts if not isinstance(p, Constant | Cursor))
        return f"[{', '.join(values)}]"
    cases = (
        f"WHEN {_is(what, row)} THEN [{n}, {_selection(fields, row, names)}]"
        for n, (what, fields) in enumerate(selection.cases)
    )
    return f"CASE {' '.join(cases)} END"


def _is(what: str | tuple[str, ...], row: Row) -> str:
    """Whether the node has a label, or the relationship one of some types."""
    if isinstance(what, str):
        return f"{row.node}:{quoted(what)}"
    return " OR ".join(f"type({row.edge}) = '{quoted(each)[1:-1]}'" for each in what)


def _kind(part: Kind, row: Row) -> str:
    cases = (f"WHEN {row.node}:{quoted(label)} THEN '{quoted(name)[1:-1]}'" for label, name in part.names)
    return f"CASE {' '.join(cases)} END"


def _one(part: One, row: Row | None, names: Names) -> str:
    there = found(part.source, row, names)
    start = there.clause(condition(part.where, there.row, names)) + _with(there) + order(part.sort, there.row)
    return f"head(COLLECT {{ {start} LIMIT 1 RETURN {_selection(part.selection, there.row, names)} }})"


def _each(part: Each, row: Row | None, names: Names) -> str:
    there = found(part.source, row, names)
    start = there.clause(f"{there.row.node}.`id` IN ${part.ids.name}") + _with(there)
    return f"COLLECT {{ {start} RETURN [{there.row.node}.`id`, {_selection(part.selection, there.row, names)}] }}"


def _many(part: Many, row: Row | None, names: Names) -> str:
    there = grouped(part.source, names) if isinstance(part.source, Grouped) else found(part.source, row, names)
    start = there.clause(condition(part.where, there.row, names)) + _with(there) + order(part.sort, there.row)
    limit = f" LIMIT ${part.limit.name}" if part.limit else ""
    return f"COLLECT {{ {start}{limit} RETURN {_selection(part.selection, there.row, names)} }}"


def _page(page: Page, row: Row | None, names: Names) -> str:
    values = [_page_rows(page, row, names)]
    values += [
        _count(page, row, names) if isinstance(entry, Total) else _outside(page, row, names)
        for entry in entries(page)
        if needs_place(page, entry)
    ]
    return f"[{', '.join(values)}]"


def _page_rows(page: Page, row: Row | None, names: Names) -> str:
    there = found(page.source, row, names)
    wanted = joined([condition(page.where, there.row, names), within(page, there.row)])
    start = there.clause(wanted) + _with(there) + order(page.sort, there.row, page.backward)
    values = [_selection(e.selection, there.row, names) for e in entries(page) if isinstance(e, Rows)]
    if needs_keys(page):
        values.append(f"[{', '.join(sortable(k.attribute, there.row) for k in page.sort)}]")
    more = " + 1" if needs_more(page) else ""
    return f"COLLECT {{ {start} LIMIT ${page.size.name}{more} RETURN [{', '.join(values)}] }}"


def _count(page: Page, row: Row | None, names: Names) -> str:
    there = found(page.source, row, names)
    return f"COUNT {{ {there.counted(condition(page.where, there.row, names))} }}"


def _outside(page: Page, row: Row | None, names: Names) -> str:
    there = found(page.source, row, names)
    wanted = joined([condition(page.where, there.row, names), outside(page, there.row)])
    return f"EXISTS {{ {there.counted(wanted)} }}"


def _with(there: Found) -> str:
    return f" WITH {'DISTINCT ' if there.distinct else ''}{', '.join(there.row.variables())}"


def entries(page: Page) -> Iterator[Entry]:
    """All entries of a page, those in groups too, in order."""
    for _, entry in page.entries:
        if isinstance(entry, Group):
            yield from (inner for _, inner in entry.entries)
        else:
            yield entry


def needs_place(page: Page, entry: Entry) -> bool:
    """Whether the database is asked for `entry` beside the rows."""
    if isinstance(entry, Total):
        return True
    behind = "hasNextPage" if page.backward else "hasPreviousPage"
    return isinstance(entry, Info) and entry.of == behind and bool(page.before if page.backward else page.after)


def needs_more(page: Page) -> bool:
    """Whether one row more than the page is read, to know if there is another page."""
    ahead = "hasPreviousPage" if page.backward else "hasNextPage"
    return any(isinstance(entry, Info) and entry.of == ahead for entry in entries(page))


def needs_keys(page: Page) -> bool:
    """Whether cursors are asked for."""
    return any(
        (isinstance(entry, Info) and entry.of.endswith("Cursor"))
        or (isinstance(entry, Rows) and isinstance(entry.selection, Fields) and has_cursor(entry.selection))
        for entry in entries(page)
    )


def has_cursor(fields: Fields) -> bool:
    return any(isinstance(part, Cursor) for _, part in fields.parts)
