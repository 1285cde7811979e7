"""Killed loads, killed servers, racing loads: whole articles only, and the same graph in the end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import graphs
import loading
import pytest
from conftest import clear
from snapshots import Snapshot, snapshot

import graph.database
from graph import embedded
from graph.database import Database
from graph.rows import content_digest
from graph.save import known, save

ROOT = Path(__file__).parent.parent
NUMBERS = range(24)
KILLS = 20


def loader(store: str, numbers: list[int]) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__).parent / "loading.py"), store, *map(str, numbers)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def undisturbed(database: Database) -> Snapshot:
    """The graph of all articles, loaded without trouble; the database is empty again."""
    clear(database)
    for number in NUMBERS:
        save(database, graphs.synthetic(number, loading.SENTENCES))
    expected = snapshot(database)
    clear(database)
    return expected


def articles() -> dict[str, tuple[str, dict[str, int]]]:
    """What a whole article has, by its id: its digest and how many of what."""
    values = [graphs.synthetic(number, loading.SENTENCES) for number in NUMBERS]
    return {
        value.article.id: (
            content_digest(value),
            {"sentences": len(value.sentences), "events": len(value.events), "statements": len(value.statements)},
        )
        for value in values
    }


PARTS = """
MATCH (a:Article)
RETURN a.id AS id, a.digest AS digest,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence) } AS sentences,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence)-[:EVIDENCES]->(:Event) } AS events,
       COUNT { (a)-[:HAS_SENTENCE]->(:Sentence)-[:EVIDENCES]->(:Statement) } AS statements
"""


def halves(database: Database) -> list[str]:
    """The articles that are not there as a whole."""
    whole = articles()
    rows = database.read(PARTS)
    return [row["id"] for row in rows if whole[row.pop("id")] != (row.pop("digest"), row)]


@pytest.mark.slow
def test_a_killed_load_leaves_whole_articles(database: Database, store: str) -> None:
    expected = undisturbed(database)
    chance = Random(7)
    for _ in range(KILLS):
        numbers = chance.sample(NUMBERS, len(NUMBERS))
        with loader(store, numbers) as child:
            assert child.stdout
            acknowledged = [int(child.stdout.readline())]
            time.sleep(chance.uniform(0, 0.3))
            child.send_signal(signal.SIGKILL)
            acknowledged += map(int, child.stdout.read().split())
        assert halves(database) == []
        ids = [graphs.synthetic(number, loading.SENTENCES).article.id for number in acknowledged]
        assert set(known(database, ids)) == set(ids)
        if chance.random() < 0.3:
            clear(database)
    for number in NUMBERS:
        save(database, graphs.synthetic(number, loading.SENTENCES))
    assert snapshot(database) == expected


@pytest.mark.slow
def test_two_loads_of_the_same_articles_at_once(database: Database, store: str) -> None:
    expected = undisturbed(database)
    children = [loader(store, list(NUMBERS)), loader(store, list(reversed(NUMBERS)))]
    for child in children:
        with child:
            assert child.wait(300) == 0
    assert snapshot(database) == expected


@pytest.mark.slow
def test_a_load_survives_its_killed_server(folder: Path) -> None:
    with graph.database.open(str(folder)) as database:
        expected = undisturbed(database)
        with loader(str(folder), list(NUMBERS)) as child:
            assert child.stdout
            child.stdout.readline()
            access = embedded.read_access(folder)
            assert access
            os.kill(access.pid, signal.SIGKILL)
            assert child.wait(300) == 0
        assert halves(database) == []
        assert snapshot(database) == expected
