"""Rows as people and programs want to read them: a table, JSON lines, CSV."""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any, cast

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from graph.queries import Query

ENOUGH = 40
"""Characters in which a sentence reads well."""


def printed(rows: Sequence[Mapping[str, Any]], shape: str | None, console: Console) -> None:
    """Rows as a table on `console`, as JSON lines or as CSV."""
    columns = list(rows[0]) if rows else []
    if shape == "json":
        for row in rows:
            print(json.dumps(row, ensure_ascii=False, default=plain))
    elif shape == "csv":
        sheet = csv.writer(sys.stdout, lineterminator="\n")
        sheet.writerows([columns, *([cell(value) for value in row.values()] for row in rows)] if rows else [])
    elif not rows:
        console.print("no rows")
    else:
        console.print((_records if _too_wide(rows, console.width) else _grid)(rows))
        console.print(f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}", highlight=False)


def _too_wide(rows: Sequence[Mapping[str, Any]], width: int) -> bool:
    """Whether columns would be squeezed: each may have what it needs, up to ENOUGH characters."""
    needs = [max(len(line) for row in rows for line in [column, *_text(row[column]).split("\n")]) for column in rows[0]]
    return sum(min(need, ENOUGH) + 3 for need in needs) > width


def _grid(rows: Sequence[Mapping[str, Any]]) -> Table:
    """One line a row."""
    found = Table()
    for column, value in rows[0].items():
        found.add_column(column, justify="right" if isinstance(value, int | float) else "left")
    for row in rows:
        found.add_row(*(escape(_text(value)) for value in row.values()))
    return found


def _records(rows: Sequence[Mapping[str, Any]]) -> Table:
    """One line a value, one block a row."""
    found = Table(show_header=False)
    for row in rows:
        for column, value in row.items():
            found.add_row(column, escape(_text(value)))
        found.add_section()
    return found


def _text(value: Any) -> str:
    """A value for the eye: a list has a line for each of its items."""
    if isinstance(value, list) and value:
        return "\n".join(cell(item) for item in cast(list[Any], value))
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return "" if value == [] else cell(value)


def cell(value: Any) -> str:
    """A value in one cell: text as it is, nothing for null, all else as JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, default=plain).strip('"')


def plain(value: Any) -> Any:
    """What JSON lacks: the database's moments and points."""
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def shown(query: Query) -> dict[str, str]:
    """A named query on one line."""
    defaults = {p.name: "" if p.required else f"={json.dumps(p.default, ensure_ascii=False)}" for p in query.parameters}
    parameters = ", ".join(name + default for name, default in defaults.items())
    return {"name": query.name, "answers": query.answers, "parameters": parameters}


def parameter(given: str) -> tuple[str, Any]:
    """NAME=VALUE; a value that is no JSON is a word: `-p limit=10 -p name=Blinken`."""
    name, equals, value = given.partition("=")
    if not equals:
        raise ValueError(f"{given!r} has no value. Write it as NAME=VALUE.")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
