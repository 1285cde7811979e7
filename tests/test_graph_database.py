"""What both databases promise: reading does not write, limits hold, mistakes are told."""

import os
import time
from pathlib import Path
from typing import LiteralString, cast

import pytest
from neo4j.exceptions import ServiceUnavailable

import graph.database
from graph import embedded
from graph.database import Database, QueryError, StoreError, TimeLimitError
from graph.errors import explained, passing

LONG = (
    "UNWIND range(1, 10000) AS i UNWIND range(1, 10000) AS j WITH i, j WHERE (i + j) % 7 = 3 RETURN count(*) AS count"
)
WRITING = [
    "CREATE (n:Entity {id: 'x'}) RETURN n.id",
    "MATCH (n:Place) SET n.name = 'y'",
    "MATCH (n:Place) REMOVE n.name",
    "MATCH (n) DETACH DELETE n",
    "MERGE (n:Place {id: 'x'}) RETURN n.id",
    "MATCH (a:Place) CREATE (a)-[:WITHIN {id: 'w'}]->(a)",
    "MATCH (a:Place) FOREACH (x IN [1] | SET a.name = 'z')",
    "MATCH (a:Place) CALL (a) { SET a.name = 'z' } RETURN a.name",
    "CREATE INDEX extra IF NOT EXISTS FOR (n:Place) ON (n.kind)",
    "/* at most 5000 ms */ CREATE (n:New) RETURN 1",
]


@pytest.mark.parametrize("statement", WRITING)
def test_reading_cannot_write(database: Database, statement: str) -> None:
    database.write(lambda run: run("CREATE (n:Place:Entity {id: 'place:1', name: 'Here'})"))
    with pytest.raises(QueryError, match="for reading only"):
        database.read(statement)
    assert database.read("MATCH (n) RETURN n.id AS id, n.name AS name") == [{"id": "place:1", "name": "Here"}]


async def test_reading_from_an_event_loop_cannot_write(store: str, database: Database) -> None:
    other = await graph.database.open_async(store)
    try:
        await other.ping()
        with pytest.raises(QueryError, match="for reading only"):
            await other.read("CREATE (n:Place:Entity {id: 'x'}) RETURN n.id")
        assert await other.read("UNWIND $list AS x RETURN x, x * 2 AS y", {"list": [1, 2]}) == [[1, 2], [2, 4]]
    finally:
        await other.close()
    assert database.read("MATCH (n) RETURN count(n) AS count") == [{"count": 0}]


def test_the_database_ends_a_statement_at_its_limit(database: Database) -> None:
    begun = time.monotonic()
    with pytest.raises(TimeLimitError, match="longer than it may"):
        database.read(LONG, timeout=1)
    assert time.monotonic() - begun < 30
    assert running(database) == []


def test_a_write_has_a_limit_too(database: Database) -> None:
    with pytest.raises(TimeLimitError):
        database.write(lambda run: run(cast(LiteralString, LONG)), timeout=1)
    assert running(database) == []


async def test_a_limit_holds_in_an_event_loop(store: str, database: Database) -> None:
    other = await graph.database.open_async(store)
    try:
        with pytest.raises(TimeLimitError):
            await other.read(LONG, timeout=1)
    finally:
        await other.close()
    assert running(database) == []


def running(database: Database) -> list[str]:
    """The long statements that the database still runs, after the second or so that it takes to end one."""
    left: list[str] = []
    for _ in range(100):
        rows = database.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS statement")
        left = [row["statement"] for row in rows if "range(1, 10000)" in (row["statement"] or "")]
        if not left:
            return []
        time.sleep(0.1)
    return left


def test_a_mistake_in_a_statement_is_told(database: Database) -> None:
    with pytest.raises(QueryError, match="MATSCH"):
        database.read("MATSCH (n) RETURN n")


def test_a_failed_write_leaves_nothing(database: Database) -> None:
    def work(run: graph.database.Run) -> None:
        run("CREATE (n:Place:Entity {id: 'place:1'})")
        raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        database.write(work)
    assert database.read("MATCH (n) RETURN n.id AS id") == []


@pytest.mark.parametrize(
    ("store", "message"),
    [
        ("http://127.0.0.1:7474", "is no address of a database. Use a folder, bolt://HOST:PORT"),
        ("bolt://127.0.0.1:9", "No database answered at bolt://127.0.0.1:9. Start it with: docker compose up -d"),
    ],
)
def test_what_is_no_store(store: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        graph.database.open(store)


async def test_what_is_no_store_for_an_event_loop() -> None:
    with pytest.raises(StoreError, match="No database answered"):
        await graph.database.open_async("bolt://127.0.0.1:9")


def test_a_wrong_password_is_told(database: Database, store: str) -> None:
    if database.engine == "neo4j":
        pytest.skip("the Neo4j of the tests has no users")
    access = embedded.read_access(Path(store))
    assert access
    with pytest.raises(StoreError, match="Set NEO4J_USERNAME and NEO4J_PASSWORD"):
        graph.database.open(access.address, username="root", password="wrong" + os.urandom(4).hex())


def test_a_folder_whose_server_is_gone_is_not_sent_to_docker() -> None:
    told = str(explained("a.store", ServiceUnavailable("reset")))
    assert told == "The database server of a.store does not answer. Try again; a.store/server.log tells more."


def test_other_errors_do_not_pass() -> None:
    assert not passing(ValueError("x"))
    assert str(explained("bolt://x", ValueError("x"))) == "x"
