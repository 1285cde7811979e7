"""Every statement of the graph on both databases: equal rows, equal graphs."""

import json
from collections.abc import Callable, Mapping
from typing import Any, LiteralString

import graphs
import pytest
from conftest import clear
from snapshots import plain, snapshot
from test_graph_queries import given

from graph import remove as removal
from graph import save as saving
from graph.constraints import ensure
from graph.database import Database, Row, Run
from graph.queries import library, run
from graph.remove import remove
from graph.rows import share
from graph.save import known, save
from graph.stats import stats

Both = tuple[Database, Database]
Seen = list[tuple[str, list[Any]]]


def canonical(row: Any) -> str:
    """The databases give the keys of a map in orders of their own."""
    return json.dumps(row, sort_keys=True, default=str)


def seen(database: Database, work: Callable[[Run], Any]) -> Seen:
    """The statements that `work` runs, with their rows; rows without an order are sorted."""
    records: Seen = []

    def recorded(run: Run) -> None:
        def noting(statement: LiteralString, parameters: Mapping[str, Any] | None = None) -> list[Row]:
            rows = run(statement, parameters)
            records.append((statement, sorted(map(plain, rows), key=canonical)))
            return rows

        records.clear()
        work(noting)

    database.write(recorded)
    return records


def test_saving_and_removing(both: Both) -> None:
    every: set[str] = set()
    for database in both:
        clear(database)
        ensure(database)
    steps: list[Callable[[Run], Any]] = [
        *((lambda run, article=article: saving.write(run, share(article()))) for article in graphs.ALL),
        *((lambda run, article=article: saving.write(run, share(graphs.changed(article())))) for article in graphs.ALL),
        *((lambda run, article=article: removal.take_back(run, article().article.id)) for article in graphs.ALL),
    ]
    for step in steps:
        embedded, neo4j = (seen(database, step) for database in both)
        assert embedded == neo4j
        every |= {statement for statement, _ in neo4j}
        assert snapshot(both[0]) == snapshot(both[1])
    assert {removal.FIND, removal.FEATURED, removal.FACTS, removal.TERMS, saving.TAKE, saving.ARTICLE} <= every


@pytest.fixture
def filled(both: Both) -> Both:
    for database in both:
        clear(database)
        for article in graphs.ALL:
            save(database, article())
        for number in range(3):
            save(database, graphs.synthetic(number, 6))
    return both


def test_the_same_graph(filled: Both) -> None:
    assert snapshot(filled[0]) == snapshot(filled[1])
    assert stats(filled[0]) == stats(filled[1])
    ids = [article().article.id for article in graphs.ALL]
    assert known(filled[0], ids) == known(filled[1], ids) != {}


@pytest.mark.parametrize("name", library())
def test_named_queries(filled: Both, name: str) -> None:
    embedded, neo4j = ([plain(row) for row in run(database, name, given(name))] for database in filled)
    assert embedded == neo4j


def test_the_same_graph_after_removals(filled: Both) -> None:
    for database in filled:
        remove(database, graphs.signing().article.id)
    assert snapshot(filled[0]) == snapshot(filled[1])
