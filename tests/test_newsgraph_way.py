"""The whole way: files, language model, extraction, database, answers by GraphQL and by Cypher, on sample articles."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner
from conftest import clear

from graph.database import Database, Row
from newsgraph import SAMPLES, main

ROOT = Path(__file__).parent.parent
STORY = [
    str(SAMPLES / f"{name}.txt")
    for name in (
        "2024-05-31-biden-three-phase-proposal",
        "2024-08-19-blinken-meets-netanyahu",
        "2024-08-20-blinken-egypt-qatar",
    )
]
LATER = str(SAMPLES / "2024-08-25-cairo-talks-end.txt")


@pytest.fixture(scope="module")
def story(opened: Database, store: str) -> Iterator[Database]:
    """A store with three articles, loaded by the command line."""
    clear(opened)
    done = CliRunner().invoke(main, ["load", *STORY, "--store", store])
    assert done.exit_code == 0, done.output
    yield opened
    clear(opened)


@pytest.fixture(scope="module")
def address(story: Database, store: str) -> Iterator[str]:
    """Of a server on that store, a process of its own; it must end well on Ctrl-C."""
    command = [sys.executable, "-m", "newsgraph", "serve", "--port", "0", "--store", store]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
    assert process.stdout
    try:
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        assert found, line + process.stdout.read()
        yield found[0]
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
        assert (process.returncode, rest) == (0, "")
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def graphql(address: str, query: str, **variables: Any) -> Any:
    """The data of the answer; waits for a server that has just been started."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = Request(f"{address}/graphql", body, {"Content-Type": "application/json"})
    for _ in range(300):
        try:
            with urlopen(request, timeout=60) as response:
                answer = json.load(response)
                assert "errors" not in answer, answer
                return answer["data"]
        except URLError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answered at {address}")


def test_every_mention_is_the_text_at_its_place(story: Database) -> None:
    rows = story.read(
        """
        MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[m:MENTIONS]->()
        RETURN a.text AS text, s.start AS from, s.end AS to, m.start AS start, m.end AS end, m.text AS mention
        """
    )
    assert len(rows) > 50
    assert [row for row in rows if row["text"][row["start"] : row["end"]] != row["mention"]] == []
    assert [row for row in rows if not row["from"] <= row["start"] < row["end"] <= row["to"]] == []


def test_every_fact_has_its_evidence(story: Database) -> None:
    facts = story.read("MATCH (f) WHERE f:Event OR f:Statement OR f:Figure RETURN f.id AS id ORDER BY id")
    said = story.read(
        """
        MATCH (a:Article)-[:HAS_SENTENCE]->(s:Sentence)-[e:EVIDENCES]->(f)
        RETURN a.text AS text, e.start AS start, e.end AS end, e.confidence AS confidence, e.rule AS rule, f.id AS id
        """
    )
    assert {row["id"] for row in facts} <= {row["id"] for row in said}
    assert all(row["text"][row["start"] : row["end"]].strip() and row["rule"] for row in said)
    assert all(0 <= row["confidence"] <= 1 for row in said)


def test_one_person_is_one_node_across_articles(story: Database) -> None:
    rows = story.read(
        """
        MATCH (a:Article)-[:FEATURES]->(p:Person)
        WHERE p.name IN ['Antony Blinken', 'Benjamin Netanyahu']
        RETURN p.name AS name, count(a) AS articles
        ORDER BY name
        """
    )
    assert rows == [{"name": "Antony Blinken", "articles": 2}, {"name": "Benjamin Netanyahu", "articles": 3}]


def meetings(rows: list[Row]) -> set[tuple[str, ...]]:
    return {(row["id"], *sorted(row["actors"])) for row in rows}


def test_graphql_and_cypher_give_the_same_meetings(story: Database, address: str) -> None:
    by_cypher = story.read(
        """
        MATCH (:Person {name: 'Antony Blinken'})-[:ACTOR_IN]->(m:Meeting)
        MATCH (a)-[:ACTOR_IN]->(m)
        RETURN m.id AS id, collect(a.name) AS actors
        """
    )
    asked = graphql(
        address,
        '{ person(name: "Antony Blinken") { meetings { nodes { id actors { nodes { name } } } } } }',
    )
    by_graphql = [
        {"id": node["id"], "actors": [actor["name"] for actor in node["actors"]["nodes"]]}
        for node in asked["person"]["meetings"]["nodes"]
    ]
    assert meetings(by_graphql) == meetings(by_cypher) != set()


def test_an_answer_leads_back_to_the_sentence(address: str) -> None:
    asked = graphql(
        address,
        """
        { persons { nodes { statements { nodes {
            text quoted evidence { text start end sentence { text } article { title text } } } } } } }
        """,
    )
    statements = [s for person in asked["persons"]["nodes"] for s in person["statements"]["nodes"]]
    assert statements
    for evidence in (evidence for statement in statements for evidence in statement["evidence"]):
        assert evidence["article"]["text"][evidence["start"] : evidence["end"]].startswith(evidence["text"][:20])
        assert evidence["sentence"]["text"] in evidence["article"]["text"]


def test_loading_while_serving_from_another_process(address: str, store: str) -> None:
    count = "{ articles { nodes { title } } }"
    assert len(graphql(address, count)["articles"]["nodes"]) == 3
    command = [sys.executable, "-m", "newsgraph", "load", LATER, "--store", store]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    assert len(graphql(address, count)["articles"]["nodes"]) == 4


def test_health(address: str) -> None:
    for path in ("healthz", "readyz"):
        with urlopen(f"{address}/{path}", timeout=30) as response:
            assert (response.status, json.load(response)) == (200, {"status": "ok"})
