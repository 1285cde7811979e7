"""Statements that are written by hand, where reading follows no path that a field could declare.

They stand in graph/reads/NAME.cypher, and become subqueries of the statement that asks for them: one operation stays
one statement.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "reads"
PARAMETER = re.compile(r"\$(\w+)")


@cache
def text(name: str) -> str:
    """The statement of this name, on one line, without its comments."""
    lines = (FOLDER / f"{name}.cypher").read_text().splitlines()
    return " ".join(line.strip() for line in lines if not line.startswith("//"))


def parameters(name: str) -> frozenset[str]:
    """The names of its parameters."""
    return frozenset(PARAMETER.findall(text(name)))


def written(name: str, names: Mapping[str, str]) -> str:
    """The statement with its parameters called as `names` says. Raises KeyError if it has another."""
    return PARAMETER.sub(lambda found: "$" + names[found[1]], text(name))
