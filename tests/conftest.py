"""A real database for every test that wants one: embedded, or the Neo4j at NEWSGRAPH_TEST_STORE."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import graph.database
from graph.database import Database

# A busy machine is not an error.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address or folder of the store that the suite runs on."""
    return os.environ.get("NEWSGRAPH_TEST_STORE") or str(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="session")
def opened(store: str) -> Iterator[Database]:
    with graph.database.open(store) as database:
        yield database


@pytest.fixture
def database(opened: Database) -> Database:
    """An open store with nothing in it."""
    clear(opened)
    return opened


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what is tested on the embedded store only; its server lives as long as the session."""
    return tmp_path_factory.mktemp("embedded")


@pytest.fixture(scope="session")
def both(opened: Database, folder: Path) -> Iterator[tuple[Database, Database]]:
    """An embedded store and Neo4j, both empty at the start. Skips where there is no Neo4j."""
    if opened.engine != "neo4j":
        pytest.skip("set NEWSGRAPH_TEST_STORE to the address of an empty Neo4j, or use .ci/neo4j/run")
    with graph.database.open(str(folder)) as embedded:
        clear(opened)
        yield embedded, opened


def clear(database: Database) -> None:
    """Take out all nodes and relationships; constraints stay."""
    database.write(lambda run: run("MATCH (n) DETACH DELETE n"))
