"""The library of named queries: graph/queries/NAME.cypher, each with a line on what it answers and its parameters.

// Whom a person met.
// $person: a name of the person. Default: "Antony Blinken"
MATCH ..
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.database import Database, Row

FOLDER = Path(__file__).parent / "queries"
PARAMETER = re.compile(r"// \$(\w+): (.*?)(?: Default: (.*))?")


class UnknownQueryError(ValueError):
    """No query has this name, or a parameter is missing or unknown."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """`default` counts only if it is not `required`."""

    name: str
    description: str
    default: Any
    required: bool


@dataclass(frozen=True, slots=True)
class Query:
    name: str
    answers: str
    parameters: tuple[Parameter, ...]
    statement: str


@cache
def library() -> dict[str, Query]:
    """All named queries, by name."""
    return {
        path.stem: parsed(path.stem, path.read_text())
        for path in sorted(FOLDER.glob("*.cypher"), key=lambda path: path.stem)
    }


def parsed(name: str, text: str) -> Query:
    """A query from its file."""
    lines = text.splitlines()
    comments = [line for line in lines if line.startswith("//")]
    parameters = tuple(map(parameter, comments[1:]))
    return Query(name, comments[0].removeprefix("// "), parameters, "\n".join(lines[len(comments) :]))


def parameter(line: str) -> Parameter:
    found = PARAMETER.fullmatch(line)
    if not found:
        raise UnknownQueryError(f"{line!r} should read: // $name: what it is. Default: a value as JSON")
    name, description, default = found.groups()
    return Parameter(name, description, json.loads(default) if default else None, default is None)


def query(name: str) -> Query:
    """The query of this name. Raises UnknownQueryError with the names that there are."""
    if name not in library():
        raise UnknownQueryError(f"There is no query {name!r}. There are: {', '.join(library())}.")
    return library()[name]


def run(
    database: Database, name: str, parameters: Mapping[str, Any] | None = None, timeout: float | None = None
) -> list[Row]:
    """The rows of a named query. Parameters that are not given have their defaults; `timeout` is in seconds."""
    named = query(name)
    return database.read(named.statement, completed(named, parameters or {}), timeout)


def completed(query: Query, given: Mapping[str, Any]) -> dict[str, Any]:
    """`given` with defaults. Raises UnknownQueryError where one is missing or unknown."""
    names = [parameter.name for parameter in query.parameters]
    if unknown := sorted(set(given) - set(names)):
        raise UnknownQueryError(f"{query.name} has no parameter {unknown[0]!r}. It has: {', '.join(names) or 'none'}.")
    for parameter in query.parameters:
        if parameter.required and parameter.name not in given:
            raise UnknownQueryError(f"{query.name} needs the parameter {parameter.name!r}: {parameter.description}")
    return {parameter.name: given.get(parameter.name, parameter.default) for parameter in query.parameters}
