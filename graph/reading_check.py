"""What becomes null where a value that must be there is missing, and where exactly (GraphQL's rule of propagation).

The slow, exact twin of graph.reading_shape: an object that lacks a required value becomes null; if it is required too,
the one that holds it does, and so on up to the root.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from graph import reading_value
from graph.reading import entries, needs_place
from graph.reading_cursor import cursor
from graph.reading_tree import (
    At,
    Cases,
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

Path = tuple[str | int, ...]


class _Nulled(Exception):
    """What is being read becomes null; the cause is noted."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer (None: all of it is null) and the paths of the missing values."""

    data: dict[str, Any] | None
    missing: tuple[Path, ...]


def checked(tree: Fields, data: list[Any], parameters: Mapping[str, Any]) -> Checked:
    """The data of `tree`'s statement as it may be returned."""
    check = _Check(parameters)
    try:
        return Checked(check.fields(tree, data, ()), tuple(check.missing))
    except _Nulled:
        return Checked(None, tuple(check.missing))


class _Check:
    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self.parameters = parameters
        self.missing: list[Path] = []

    def fields(self, fields: Fields, row: list[Any], path: Path, edge_cursor: str = "") -> dict[str, Any]:
        place = count()
        found: dict[str, Any] = {}
        for key, part in fields.parts:
            if isinstance(part, Constant | Cursor):
                found[key] = part.value if isinstance(part, Constant) else edge_cursor
            else:
                found[key] = self.part(part, row[next(place)], (*path, key))
        return found

    def part(self, part: Part, raw: Any, path: Path) -> Any:
        """The part's value; None where it may be null and something below it had to be there."""
        required = not isinstance(part, Constant | Cursor) and part.required
        try:
            value = self.value(part, raw, path)
        except _Nulled:
            if required:
                raise
            return None
        return self.present(value, path) if required else value

    def present(self, value: Any, path: Path) -> Any:
        if value is None:
            self.missing.append(path)
            raise _Nulled
        return value

    def value(self, part: Part, raw: Any, path: Path) -> Any:
        match part:
            case Leaf():
                return reading_value.FORMS[part.form](raw)
            case Marks():
                return self.marks(part, raw)
            case Passage():
                return reading_value.passage(raw)
            case At() | One():
                return self.selection(part.selection, raw, path)
            case Each():
                by_id = dict(raw)
                ids = self.parameters[part.ids.name]
                return [self.perhaps(part.selection, by_id.get(key), (*path, n)) for n, key in enumerate(ids)]
            case Many():
                return [self.item(part.selection, item, (*path, n)) for n, item in enumerate(raw)]
            case Page():
                return self.page(part, raw, path)
            case _:
                return raw

    def selection(self, selection: Selection, raw: list[Any] | None, path: Path) -> dict[str, Any] | None:
        if raw is None:
            return None
        if isinstance(selection, Cases):
            number, fields = raw
            return self.fields(selection.cases[number][1], fields, path)
        return self.fields(selection, raw, path)

    def marks(self, part: Marks, text: str) -> list[dict[str, Any]]:
        found = reading_value.marks(text, self.parameters[part.words.name])
        return [
            {key: of.value if isinstance(of, Constant) else place[of == "end"] for key, of in part.keys}
            for place in found
        ]

    def perhaps(self, selection: Selection, raw: Any, path: Path) -> dict[str, Any] | None:
        """An item of a list that may be null."""
        try:
            return self.selection(selection, raw, path)
        except _Nulled:
            return None

    def item(self, selection: Selection, raw: Any, path: Path) -> Any:
        return self.present(self.selection(selection, raw, path), path)

    def page(self, page: Page, raw: list[Any], path: Path) -> dict[str, Any]:
        rows = reading_value.taken(raw[0], self.parameters[page.size.name], page.backward)
        places = iter(raw[1:])
        columns = iter(range(sum(isinstance(e, Rows) for e in entries(page))))
        return self.entries(page, page.entries, raw[0], rows, places, columns, path)

    def entries(
        self, page: Page, wanted: tuple[tuple[str, Entry], ...], raw: list[Any], rows: list[Any],
        places: Iterator[Any], columns: Iterator[int], path: Path,
    ) -> dict[str, Any]:  # fmt: skip
        found: dict[str, Any] = {}
        for key, entry in wanted:
            match entry:
                case Constant():
                    found[key] = entry.value
                case Group():
                    found[key] = self.entries(page, entry.entries, raw, rows, places, columns, (*path, key))
                case Rows():
                    found[key] = self.rows(page, entry, rows, next(columns), (*path, key))
                case Total() | Info():
                    found[key] = next(places) if needs_place(page, entry) else self.info(page, entry, raw, rows)
        return found

    def rows(self, page: Page, entry: Rows, rows: list[Any], column: int, path: Path) -> list[Any]:
        if isinstance(entry.selection, Cases):
            return [self.item(entry.selection, row[column], (*path, n)) for n, row in enumerate(rows)]
        asked = any(isinstance(part, Cursor) for _, part in entry.selection.parts)
        return [
            self.fields(entry.selection, row[column], (*path, n), cursor(page.mark, row[-1]) if asked else "")
            for n, row in enumerate(rows)
        ]

    def info(self, page: Page, info: Total | Info, raw: list[Any], rows: list[Any]) -> Any:
        if isinstance(info, Total):
            raise ValueError("a total has a place of its own")
        if info.of in ("startCursor", "endCursor"):
            return cursor(page.mark, rows[0 if info.of == "startCursor" else -1][-1]) if rows else None
        ahead = "hasPreviousPage" if page.backward else "hasNextPage"
        return len(raw) > self.parameters[page.size.name] if info.of == ahead else False
