"""Aggregates: each counts what Python counts in the articles' graphs, whatever it groups by."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking

from graph.article import Event


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


EVENTS = [event for graph in GRAPHS for event in graph.events]
STATEMENTS = [statement for graph in GRAPHS for statement in graph.statements]
FIGURES = [figure for graph in GRAPHS for figure in graph.figures]
Keys = Callable[[Any], list[Any]]

KEYS: dict[str, tuple[str, Keys]] = {
    "TYPE": ("type", lambda e: [e.type]),
    "MODALITY": ("modality", lambda e: [e.modality.upper()]),
    "YEAR": ("year", lambda e: [e.date and e.date[:4]]),
    "MONTH": ("month", lambda e: [e.date and e.date[:7]]),
    "ACTOR": ("actor { id }", lambda e: list(e.actors) or [None]),
    "RECIPIENT": ("recipient { id }", lambda e: list(e.recipients) or [None]),
    "PLACE": ("place { id }", lambda e: list(e.places) or [None]),
}
OF_STATEMENTS: dict[str, tuple[str, Keys]] = {
    "SPEAKER": ("speaker { id }", lambda s: list(s.speakers) or [None]),
    "QUOTED": ("quoted", lambda s: [s.quoted]),
}
OF_FIGURES: dict[str, tuple[str, Keys]] = {
    "UNIT": ("unit", lambda f: [f.unit]),
    "STATE": ("state", lambda f: [f.state]),
    "SOURCE": ("source { id }", lambda f: list(f.sources) or [None]),
}


def grouped(things: list[Any], by: list[Keys]) -> dict[tuple[Any, ...], list[Any]]:
    groups: defaultdict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for thing in things:
        places: list[tuple[Any, ...]] = [()]
        for keys in by:
            places = [(*place, key) for place in places for key in dict.fromkeys(keys(thing))]
        for place in places:
            groups[place].append(thing)
    return dict(groups)


def found(groups: list[dict[str, Any]], names: list[str]) -> dict[tuple[Any, ...], dict[str, Any]]:
    def key(value: Any) -> Any:
        return value["id"] if isinstance(value, dict) else value

    return {tuple(key(group.pop(name.split(" ")[0])) for name in names): group for group in groups}


def dates(things: list[Any]) -> dict[str, Any]:
    known = [thing.date for thing in things if thing.date]
    return {"count": len(things), "earliest": min(known, default=None), "latest": max(known, default=None)}


@pytest.mark.parametrize("by", ["", *KEYS, "TYPE MONTH", "ACTOR TYPE", "ACTOR RECIPIENT PLACE"])
def test_events(ask: Asker, by: str) -> None:
    chosen = [KEYS[key] for key in by.split()]
    fields = " ".join(field for field, _ in chosen)
    query = f"query($by: [EventGroupBy!]!) {{ eventAggregate(groupBy: $by) {{ {fields} count earliest latest }} }}"
    groups = ask(query, by=by.split())["eventAggregate"]
    counts = [group["count"] for group in groups]
    assert counts == sorted(counts, reverse=True)
    expected = {key: dates(events) for key, events in grouped(EVENTS, [keys for _, keys in chosen]).items()}
    assert found(groups, [field for field, _ in chosen]) == expected


@pytest.mark.parametrize("by", OF_STATEMENTS)
def test_statements(ask: Asker, by: str) -> None:
    field, keys = OF_STATEMENTS[by]
    groups = ask(f"{{ statementAggregate(groupBy: [{by}]) {{ {field} count }} }}")["statementAggregate"]
    expected = {key: {"count": len(some)} for key, some in grouped(STATEMENTS, [keys]).items()}
    assert found(groups, [field]) == expected


@pytest.mark.parametrize("by", OF_FIGURES)
def test_figures(ask: Asker, by: str) -> None:
    field, keys = OF_FIGURES[by]
    query = f"{{ figureAggregate(groupBy: [{by}]) {{ {field} count least greatest earliest latest }} }}"
    groups = ask(query)["figureAggregate"]
    expected = {
        key: {**dates(some), "least": min(f.value for f in some), "greatest": max(f.value for f in some)}
        for key, some in grouped(FIGURES, [keys]).items()
    }
    assert found(groups, [field]) == expected


def test_articles(ask: Asker) -> None:
    query = "{ articleAggregate(groupBy: [PUBLISHER, MONTH], order: KEY) { publisher month count earliest } }"
    assert ask(query)["articleAggregate"] == [
        {"publisher": "Bosporus Daily", "month": "2023-09", "count": 1, "earliest": "2023-09-04T09:00:00+00:00"},
        {"publisher": "The Harbour Post", "month": "2022-07", "count": 1, "earliest": "2022-07-22T15:30:00+00:00"},
        {"publisher": "The Harbour Post", "month": "2023-07", "count": 1, "earliest": "2023-07-17T12:00:00+00:00"},
    ]


def test_only_some_are_counted(ask: Asker) -> None:
    query = """query($where: EventWhere, $first: Int) {
      eventAggregate(where: $where, groupBy: [MONTH], order: KEY, first: $first) { month type count }
    }"""
    where = {"type": {"eq": "CONSULT"}, "actors": {"some": {"name": {"contains": "erdogan"}}}}

    def meant(event: Event) -> bool:
        return event.type == "CONSULT" and "person:recep-tayyip-erdogan" in event.actors

    months = grouped([event for event in EVENTS if meant(event)], [KEYS["MONTH"][1]])
    expected = [
        {"month": month, "type": None, "count": len(some)}
        for (month,), some in sorted(months.items(), key=lambda group: group[0][0] or "")
    ]
    assert ask(query, where=where)["eventAggregate"] == expected
    assert ask(query, where=where, first=2)["eventAggregate"] == expected[:2]


def test_groups_lead_on(ask: Asker) -> None:
    query = "{ eventAggregate(groupBy: [ACTOR], first: 1) { actor { __typename name events { totalCount } } count } }"
    actor = {"__typename": "Person", "name": "Recep Tayyip Erdogan", "events": {"totalCount": 4}}
    assert ask(query)["eventAggregate"] == [{"actor": actor, "count": 4}]


def test_what_to_group_by_may_be_a_variable(ask: Asker) -> None:
    query = "query($by: [EventGroupBy!]!) { eventAggregate(groupBy: $by) { type month } }"
    for by, empty in ((["TYPE"], "month"), (["MONTH"], "type")):
        assert {group[empty] for group in ask(query, by=by)["eventAggregate"]} == {None}
