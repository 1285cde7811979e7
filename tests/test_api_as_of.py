"""What was known at a date: of offices, stances and proposals."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from asking import Asker, asking
from graphs import leaving, reviving, signing

from graph.article import Stance

GRAPHS = (
    signing(),
    replace(leaving(), stances=(*leaving().stances, Stance("person:antonio-guterres", signing().proposals[0].id,
                                                          "doubts", leaving().stances[0].evidence))),
    replace(reviving(), offices=tuple(replace(office, status="former") for office in reviving().offices)),
)  # fmt: skip
"""In 2023 the Secretary-General doubts what he supported in 2022, and the President is a former one."""


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store, GRAPHS) as asker:
        yield asker


OFFICES = "query($date: Date) { offices(asOf: $date) { totalCount nodes { title status holder { name } } } }"
DEAL = "Black Sea Grain Initiative"
ERDOGAN, GUTERRES, PESKOV, OFFICIAL = (
    ("Recep Tayyip Erdogan", "President", "CURRENT"),
    ("António Guterres", "Secretary-General", "CURRENT"),
    ("Dmitry Peskov", "spokesman", "CURRENT"),
    ("A senior Ukrainian official", "official", "CURRENT"),
)
FORMER = ("Recep Tayyip Erdogan", "President", "FORMER")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2022-07-21", set[tuple[str, str, str]]()),
        ("2022-07-22", {ERDOGAN, GUTERRES, OFFICIAL}),
        ("2023-07", {ERDOGAN, GUTERRES, OFFICIAL, PESKOV}),
        ("2023", {FORMER, GUTERRES, OFFICIAL, PESKOV}),
        (None, {ERDOGAN, FORMER, GUTERRES, OFFICIAL, PESKOV}),
    ],
)
def test_offices(ask: Asker, date: str | None, expected: set[tuple[str, str, str]]) -> None:
    got = ask(OFFICES, date=date)["offices"]
    assert {(o["holder"]["name"], o["title"], o["status"]) for o in got["nodes"]} == expected
    assert got["totalCount"] == len(expected)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2022-06", []), ("2022", ["SUPPORTS"]), ("2023", ["DOUBTS"]), (None, ["DOUBTS", "SUPPORTS"])],
)
def test_stances(ask: Asker, date: str | None, expected: list[str]) -> None:
    query = """query($date: Date) { person(name: "Guterres") {
      stances(asOf: $date, sort: [{ stance: ASC }]) { nodes { stance } }
    } }"""
    assert [s["stance"] for s in ask(query, date=date)["person"]["stances"]["nodes"]] == expected


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2022-06", []), ("2023-08", [DEAL]), ("2023", [DEAL, "a revised package"])],
)  # fmt: skip
def test_proposals(ask: Asker, date: str, expected: list[str]) -> None:
    query = "query($date: Date) { proposals(asOf: $date) { nodes { name } } }"
    assert [proposal["name"] for proposal in ask(query, date=date)["proposals"]["nodes"]] == expected
