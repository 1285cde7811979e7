"""Timelines, disagreements and denials: what Python finds in the articles' graphs."""

from collections.abc import Iterator
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking

from graph.article import Event


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


EVENTS = [event for graph in GRAPHS for event in graph.events]
TIMELINE = """query($of: ID!, $from: Date, $to: Date, $first: Int, $after: String) {
  timeline(of: $of, from: $from, to: $to, first: $first, after: $after) {
    totalCount edges { cursor part node { id date } }
  }
}"""


def part(of: str, event: Event) -> str | None:
    parts = {
        "ACTOR": event.actors,
        "RECIPIENT": event.recipients,
        "PLACE": event.places,
        "TOPIC": event.discussed,
    }
    return next((name for name, members in parts.items() if of in members), None)


@pytest.mark.parametrize(
    "of",
    [
        "person:recep-tayyip-erdogan",
        "organization:united-nations",
        "place:745044",
        "proposal:black-sea-grain-initiative",
        "person:nobody",
    ],
)
@pytest.mark.parametrize("dates", [{}, {"from": "2023"}, {"to": "2022-07"}, {"from": "2023-09-04", "to": "2023-09"}])
def test_timelines(ask: Asker, of: str, dates: dict[str, str]) -> None:
    since, until = dates.get("from", ""), dates.get("to", "") + "~"
    expected = [
        {"part": part(of, event), "node": {"id": event.id, "date": event.date}}
        for event in sorted(EVENTS, key=lambda event: (event.date or "", event.id))
        if part(of, event) and event.date and since <= event.date <= until
    ]
    got = ask(TIMELINE, of=of, **dates)["timeline"]
    edges = got["edges"]
    cursors = [edge.pop("cursor") for edge in edges]
    assert (edges, got["totalCount"]) == (expected, len(expected))
    rest = ask(TIMELINE, of=of, first=1, after=cursors[0], **dates)["timeline"]["edges"] if cursors else []
    assert [edge["node"] for edge in rest] == [edge["node"] for edge in expected[1:2]]


def test_disagreements(ask: Asker) -> None:
    got = ask("""{ disagreements { totalCount nodes {
      unit state least greatest figures { value sources { nodes { name } } evidence { text } }
    } } }""")["disagreements"]
    sentence = "The UN put the grain shipped at 32.9 million tonnes; Kyiv spoke of 33 million tonnes."
    figures: list[dict[str, Any]] = [
        {"value": value, "sources": {"nodes": [{"name": source}]}, "evidence": [{"text": sentence}]}
        for value, source in ((32900000.0, "United Nations"), (33000000.0, "Ukraine"))
    ]
    ends = {"unit": "tonnes of grain", "state": "shipped", "least": 32900000.0, "greatest": 33000000.0}
    assert got == {"totalCount": 1, "nodes": [{**ends, "figures": figures}]}


def test_denials(ask: Asker) -> None:
    got = ask("{ denials { edges { node { text speakers { nodes { name } } } event { id modality } } } }")["denials"]
    denied = next(event for event in EVENTS if event.modality == "denied")
    node = {"text": "Erdogan had met Putin", "speakers": {"nodes": [{"name": "Turkey"}]}}
    assert got["edges"] == [{"node": node, "event": {"id": denied.id, "modality": "DENIED"}}]
