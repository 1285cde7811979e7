"""Statements that are written by hand, where reading follows no path that a field could declare.

They stand in graph/reads/NAME.cypher or in a module of their own, and become subqueries of the statement that asks for
them: one operation stays one statement. `$name` is a parameter, `{name}` a column of the row that they start from.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "reads"
PARAMETER = re.compile(r"\$(\w+)")
COLUMN = re.compile(r"\{(\w+)\}")


@cache
def text(name: str) -> str:
    """The statement of this name in FOLDER, without its comments."""
    lines = (FOLDER / f"{name}.cypher").read_text().splitlines()
    return "\n".join(line for line in lines if not line.startswith("//"))


@cache
def parameters(statement: str) -> tuple[str, ...]:
    """The names of its parameters."""
    return tuple(sorted(set(PARAMETER.findall(statement))))


@cache
def needs(statement: str) -> tuple[str, ...]:
    """The names of the columns that it starts from."""
    return tuple(sorted(set(COLUMN.findall(statement))))


def written(statement: str, names: Mapping[str, str], columns: Mapping[str, str]) -> str:
    """The statement on one line, its parameters and columns called as these say. Raises KeyError if one is missing."""
    known = PARAMETER.sub(lambda found: "$" + names[found[1]], statement)
    return " ".join(COLUMN.sub(lambda found: columns[found[1]], known).split())
