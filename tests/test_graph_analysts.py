"""The guide for analysts: it names every query, and its Cypher runs."""

import re
from pathlib import Path

import graphs
import pytest

from graph.database import Database
from graph.queries import library
from graph.save import save

GUIDE = (Path(__file__).parent.parent / "docs" / "analysts.md").read_text()
BLOCKS: list[str] = re.findall(r"```cypher\n(.*?)```", GUIDE, re.DOTALL)


def test_it_names_every_query() -> None:
    cells = [line.split("|")[2] for line in GUIDE.splitlines() if line.startswith("|")]
    assert sorted(name for cell in cells for name in re.findall(r"`([a-z-]+)`", cell) if name in library()) == list(
        library()
    )


@pytest.mark.parametrize("statement", BLOCKS)
def test_its_cypher_finds_something(database: Database, statement: str) -> None:
    save(database, graphs.signing())
    assert database.read(statement)
