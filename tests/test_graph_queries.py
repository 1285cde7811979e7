"""The named queries: each runs on the hand-built articles and answers what it says."""

from typing import Any

import graphs
import pytest

from graph.database import Database
from graph.queries import UnknownQueryError, completed, library, query, run
from graph.save import save

GIVEN: dict[str, dict[str, Any]] = {
    "meetings": {"person": "erdogan"},
    "proposal-terms": {"proposal": "grain"},
    "stances": {"proposal": "grain"},
    "statements-about": {"about": "Black Sea Grain Initiative"},
    "statements-of": {"entity": "Guterres"},
    "timeline": {"entity": "Moscow"},
    "events-at": {"place": "Turkey"},
    "connections": {"one": "Erdogan", "other": "António Guterres"},
    "paths": {"one": "António Guterres", "other": "Vladimir Putin"},
    "articles-on": {"entity": "Kyiv"},
    "search": {"words": "GRAIN"},
    "against": {"types": ["AGREE"]},
}
"""Parameters with which each query finds something in the hand-built articles."""


@pytest.fixture
def filled(database: Database) -> Database:
    for article in graphs.ALL:
        save(database, article())
    return database


def given(name: str) -> dict[str, Any]:
    if name == "evidence":
        return {"id": graphs.signing().events[0].id}
    if name == "unsure":
        return {"below": 0.75}
    return GIVEN.get(name, {})


def test_each_query_finds_something(filled: Database) -> None:
    nothing = [name for name in library() if not run(filled, name, given(name))]
    assert nothing == ["namesakes"]


def test_each_query_runs_on_an_empty_graph(database: Database) -> None:
    assert [name for name in library() if run(database, name, given(name))] == []


def test_meetings(filled: Database) -> None:
    assert [
        (row["with"], row["places"], row["date"], row["duration"]) for row in run(filled, "meetings", given("meetings"))
    ] == [
        (["António Guterres"], ["Istanbul"], "2022-07", "PT3H"),
        (["Vladimir Putin"], ["Sochi"], "2023-09-04", None),
        (["Vladimir Putin"], [], "2023-10", None),
    ]


def test_stances(filled: Database) -> None:
    rows = run(filled, "stances", given("stances"))
    assert [(row["holder"], row["stance"], row["sentences"]) for row in rows] == [
        (
            "A senior Ukrainian official",
            "doubts",
            ["A senior Ukrainian official doubted that Russia would keep its word."],
        ),
        (
            "António Guterres",
            "supports",
            ['Guterres called the deal "a beacon of hope" and told Moscow and Kyiv to honour it.'],
        ),
        ("Russia", "rejects", ["Russia said on Monday that it was leaving the Black Sea Grain Initiative."]),
    ]


def test_disagreements(filled: Database) -> None:
    [row] = run(filled, "disagreements")
    assert (row["oneSource"], row["oneValue"], row["otherSource"], row["otherValue"]) == (
        "Ukraine", 33000000.0, "United Nations", 32900000.0,
    )  # fmt: skip


def test_offices_at_a_date(filled: Database) -> None:
    rows = run(filled, "offices-at", {"date": "2022-12-31"})
    assert {(row["holder"], row["title"], row["of"]) for row in rows} == {
        ("António Guterres", "Secretary-General", "United Nations"),
        ("Recep Tayyip Erdogan", "President", "Turkey"),
        ("A senior Ukrainian official", "official", "Ukraine"),
    }


@pytest.mark.parametrize("kind", ["events", "offices"])
def test_evidence_of_a_fact(filled: Database, kind: str) -> None:
    [row] = filled.read("MATCH ()-[r:HOLDS_OFFICE]->() WHERE r.title = 'spokesman' RETURN r.id AS id")
    fact = row["id"] if kind == "offices" else graphs.leaving().events[0].id
    sentences = graphs.leaving().sentences
    [row] = run(filled, "evidence", {"id": fact})
    assert row["sentence"] == sentences[1 if kind == "offices" else 0].text
    assert (row["rule"], row["version"], row["confidence"]) == ("by hand", "1", 0.9)


def test_every_query_says_what_it_answers() -> None:
    assert len(library()) >= 20
    for named in library().values():
        assert named.answers.endswith("."), named.name
        assert set(completed(named, given(named.name))) == {parameter.name for parameter in named.parameters}
        used = {parameter.name for parameter in named.parameters if f"${parameter.name}" in named.statement}
        assert used == {parameter.name for parameter in named.parameters}, named.name


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("nothing", {}, "There is no query 'nothing'. There are: against, articles, articles-on,"),
        ("meetings", {"who": "x"}, "meetings has no parameter 'who'. It has: person."),
        ("evidence", {}, "evidence needs the parameter 'id': "),
    ],
)
def test_mistakes_are_told(name: str, parameters: dict[str, Any], message: str) -> None:
    with pytest.raises(UnknownQueryError) as error:
        completed(query(name), parameters)
    assert str(error.value).startswith(message)
