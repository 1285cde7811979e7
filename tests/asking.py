"""A store with the articles of tests/graphs.py, and a way to ask it by GraphQL."""

import asyncio
import contextlib
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from graphs import ALL

from api.execution import Context
from api.plan import Plans
from api.schema import Schema, schema
from graph import database
from graph.article import ArticleGraph
from graph.database_async import AsyncDatabase
from graph.save import save

GRAPHS: tuple[ArticleGraph, ...] = tuple(make() for make in ALL)


@dataclass(frozen=True)
class Asked:
    data: Any
    errors: list[dict[str, Any]]
    extensions: dict[str, Any]


@dataclass
class Asker:
    """Executes operations on an open store, all in one event loop."""

    runner: asyncio.Runner
    database: AsyncDatabase
    schema: Schema
    plans: Plans

    def __call__(self, query: str, /, **variables: Any) -> Any:
        """The data of an answer without errors."""
        asked = self.all(query, variables)
        assert not asked.errors, asked.errors
        return asked.data

    def all(self, query: str, variables: dict[str, Any] | None = None, timeout: float = 60) -> Asked:
        context = Context(self.database, self.plans, timeout)
        result = self.runner.run(self.schema.execute(query, variables, context))
        errors = [dict(error.formatted) for error in result.errors or []]
        return Asked(result.data, errors, result.extensions or {})


@contextlib.contextmanager
def asking(store: str, graphs: tuple[ArticleGraph, ...] = GRAPHS) -> Generator[Asker]:
    """An asker of a store that holds these graphs and nothing else."""
    with database.open(store) as opened:
        opened.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        for graph in graphs:
            save(opened, graph)
    with asyncio.Runner() as runner:
        reading = runner.run(database.open_async(store))
        try:
            yield Asker(runner, reading, schema(trace=True), Plans())
        finally:
            runner.run(reading.close())
