"""The twenty questions of docs/questions.md: GraphQL and Cypher give the same rows of the sample articles."""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, cast

import pytest
from asking import Asker, asking
from click.testing import CliRunner

from graph import database
from graph.reading_value import time
from newsgraph import SAMPLES, main

PAGE = (Path(__file__).parent.parent / "docs" / "questions.md").read_text()
QUESTIONS: list[tuple[str, str, str]] = re.findall(
    r"^## (\d+\. .*?)\n\n```graphql\n(.*?)```\n\n```cypher\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE
)
Row = dict[str, Any]


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store, ()) as asker:
        done = CliRunner().invoke(main, ["load", str(SAMPLES), "--store", store])
        assert done.exit_code == 0, done.output
        yield asker


def rows(answer: Any) -> list[Row]:
    """A row for each way through the lists of an answer, with the leaves on it. An empty list adds nothing to a way."""
    if isinstance(answer, list):
        return [row for item in cast(list[Any], answer) for row in rows(item)] or [{}]
    parts = [
        rows(value) if isinstance(value, dict | list) else [{key: value}]
        for key, value in cast(dict[str, Any], answer).items()
    ]
    return [{key: value for part in way for key, value in part.items()} for way in product(*parts)]


def compared(found: list[Row], columns: list[str]) -> list[str]:
    """Rows as texts, in an order of their own, with moments as the API writes them."""
    filled = [{column: row.get(column) for column in columns} for row in found]
    return sorted(json.dumps(row, default=time) for row in filled)


def test_there_are_twenty() -> None:
    assert [name.partition(".")[0] for name, _, _ in QUESTIONS] == [str(number) for number in range(1, 21)]


@pytest.mark.slow
@pytest.mark.parametrize(("graphql", "cypher"), [question[1:] for question in QUESTIONS], ids=[q[0] for q in QUESTIONS])
def test_both_give_the_same_rows(ask: Asker, store: str, graphql: str, cypher: str) -> None:
    with database.open(store) as opened:
        expected = opened.read(cypher)
    assert expected
    assert compared(rows(ask(graphql)), list(expected[0])) == compared(expected, list(expected[0]))
