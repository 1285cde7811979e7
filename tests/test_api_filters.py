"""Filters: each operator keeps what the same condition in Python keeps, on all nodes of the store."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


@pytest.fixture(scope="module")
def everything(ask: Asker) -> dict[str, list[dict[str, Any]]]:
    """All nodes with the values that are compared."""
    return {name: ask(query)[name]["nodes"] for name, query in READ.items()}


READ = {
    "events": "{ events(first: 100) { nodes { id type date polarity modality topic actors { nodes { id name } } } } }",
    "entities": "{ entities(first: 100) { nodes { id name names named articles { totalCount } } } }",
    "figures": "{ figures(first: 100) { nodes { id value state date } } }",
    "articles": "{ articles(first: 100) { nodes { id title published } } }",
    "offices": "{ offices(first: 100) { nodes { id title holder { name } of { name } } } }",
}
Test = Callable[[dict[str, Any]], bool]


def names(node: dict[str, Any]) -> list[str]:
    return [actor["name"] for actor in node["actors"]["nodes"]]


CASES: list[tuple[str, Any, Test]] = [
    ("entities", {"name": {"eq": "Russia"}}, lambda n: n["name"] == "Russia"),
    ("entities", {"name": {"ne": "Russia"}}, lambda n: n["name"] != "Russia"),
    ("entities", {"name": {"in": ["Russia", "Turkey"]}}, lambda n: n["name"] in {"Russia", "Turkey"}),
    ("entities", {"name": {"notIn": ["Russia", "Turkey"]}}, lambda n: n["name"] not in {"Russia", "Turkey"}),
    ("entities", {"name": {"lt": "Russia"}}, lambda n: n["name"] < "Russia"),
    ("entities", {"name": {"gte": "Russia"}}, lambda n: n["name"] >= "Russia"),
    ("entities", {"name": {"contains": "UR"}}, lambda n: "ur" in n["name"].lower()),
    ("entities", {"name": {"contains": "UR", "ignoreCase": False}}, lambda n: "UR" in n["name"]),
    ("entities", {"name": {"startsWith": "reC"}}, lambda n: n["name"].lower().startswith("rec")),
    ("entities", {"name": {"endsWith": "ERRES"}}, lambda n: n["name"].lower().endswith("erres")),
    ("entities", {"names": {"has": "Moscow"}}, lambda n: "Moscow" in n["names"]),
    ("entities", {"names": {"contains": "mosc"}}, lambda n: any("mosc" in name.lower() for name in n["names"])),
    ("entities", {"named": {"eq": False}}, lambda n: n["named"] is False),
    ("entities", {"NOT": {"named": {"eq": False}}}, lambda n: n["named"] is not False),
    (
        "entities",
        {"OR": [{"name": {"eq": "Russia"}}, {"named": {"eq": False}}]},
        lambda n: n["name"] == "Russia" or not n["named"],
    ),
    ("entities", {"AND": [{"name": {"gt": "R"}}, {"name": {"lt": "T"}}]}, lambda n: "R" < n["name"] < "T"),
    ("entities", {"OR": []}, lambda n: False),
    ("entities", {"AND": [], "name": None}, lambda n: True),
    (
        "entities",
        {"articles": {"some": {"node": {"title": {"contains": "putin"}}, "mentions": {"gte": 2}}}},
        lambda n: n["id"] in TWICE,
    ),
    ("events", {"date": {"eq": None}}, lambda n: n["date"] is None),
    ("events", {"date": {"ne": None}}, lambda n: n["date"] is not None),
    ("events", {"date": {"ne": "2022-07"}}, lambda n: n["date"] != "2022-07"),
    ("events", {"date": {"within": "2022-07"}}, lambda n: (n["date"] or "").startswith("2022-07")),
    ("events", {"date": {"lte": "2022-07"}}, lambda n: n["date"] is not None and n["date"][:7] <= "2022-07"),
    ("events", {"date": {"gt": "2022-07"}}, lambda n: n["date"] is not None and n["date"][:7] > "2022-07"),
    ("events", {"type": {"eq": "CONSULT"}}, lambda n: n["type"] == "CONSULT"),
    ("events", {"type": {"notIn": ["CONSULT", "AGREE"]}}, lambda n: n["type"] not in {"CONSULT", "AGREE"}),
    ("events", {"modality": {"eq": "DENIED"}, "polarity": {"eq": "NEGATIVE"}}, lambda n: n["modality"] == "DENIED"),
    ("events", {"topic": {"contains": "deal"}}, lambda n: "deal" in (n["topic"] or "")),
    ("events", {"NOT": {"topic": {"contains": "deal"}}}, lambda n: "deal" not in (n["topic"] or "")),
    (
        "events",
        {"actors": {"some": {"name": {"contains": "putin"}}}},
        lambda n: any("Putin" in name for name in names(n)),
    ),
    (
        "events",
        {"actors": {"none": {"name": {"contains": "putin"}}}},
        lambda n: not any("Putin" in name for name in names(n)),
    ),
    (
        "events",
        {"actors": {"all": {"name": {"contains": "u"}}}},
        lambda n: all("u" in name.lower() for name in names(n)),
    ),
    (
        "events",
        {"actors": {"single": {"name": {"contains": "erdogan"}}}},
        lambda n: sum("Erdogan" in name for name in names(n)) == 1,
    ),
    ("figures", {"value": {"gte": 32900000}}, lambda n: n["value"] >= 32900000),
    (
        "figures",
        {"value": {"lt": 33000000}, "state": {"eq": "shipped"}},
        lambda n: n["value"] < 33000000 and n["state"] == "shipped",
    ),
    ("articles", {"published": {"lt": "2023-07-17T15:00:00+03:00"}}, lambda n: n["published"] < "2023-07-17T12:00"),
    ("articles", {"published": {"in": ["2023-07-17T12:00:00Z"]}}, lambda n: n["published"].startswith("2023-07-17")),
    ("offices", {"title": {"eq": "President"}}, lambda n: n["title"] == "President"),
    ("offices", {"holder": {"name": {"contains": "guterres"}}}, lambda n: "Guterres" in n["holder"]["name"]),
    ("offices", {"of": {"name": {"ne": "Turkey"}}}, lambda n: n["of"]["name"] != "Turkey"),
]
TWICE = {e.id for g in GRAPHS for e in g.entities if "Putin" in str(g.article.title) and len(e.mentions) >= 2}
TYPES = {"entities": "Entity", "events": "Event", "figures": "Figure", "articles": "Article", "offices": "Office"}


@pytest.mark.parametrize(("name", "where", "holds"), CASES, ids=[f"{name}-{where}" for name, where, _ in CASES])
def test_operator(
    ask: Asker, everything: dict[str, list[dict[str, Any]]], name: str, where: dict[str, Any], holds: Test
) -> None:
    query = f"query($where: {TYPES[name]}Where) {{ {name}(first: 100, where: $where) {{ totalCount nodes {{ id }} }} }}"
    got = ask(query, where=where)[name]
    assert [node["id"] for node in got["nodes"]] == [node["id"] for node in everything[name] if holds(node)]
    assert got["totalCount"] == len(got["nodes"])


Condition = tuple[dict[str, Any], Test]


def combined(children: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """AND, OR and NOT of conditions."""
    several = st.lists(children, max_size=3)
    return st.one_of(
        several.map(lambda some: ({"AND": [where for where, _ in some]}, lambda n: all(holds(n) for _, holds in some))),
        several.map(lambda some: ({"OR": [where for where, _ in some]}, lambda n: any(holds(n) for _, holds in some))),
        children.map(lambda one: ({"NOT": one[0]}, lambda n: not one[1](n))),
    )


def conditions(name: str) -> st.SearchStrategy[Condition]:
    cases: list[Condition] = [(where, holds) for of, where, holds in CASES if of == name]
    return st.recursive(st.sampled_from(cases), combined, max_leaves=5)


CONDITIONS = st.sampled_from(["entities", "events"]).flatmap(lambda name: st.tuples(st.just(name), conditions(name)))


@given(CONDITIONS)
@settings(max_examples=60)
def test_any_combination(
    ask: Asker, everything: dict[str, list[dict[str, Any]]], chosen: tuple[str, Condition]
) -> None:
    name, (where, holds) = chosen
    test_operator(ask, everything, name, where, holds)


def test_filters_on_relationships_that_are_facts(ask: Asker) -> None:
    where = '{offices: {some: {title: {eq: "president"}, of: {name: {eq: "Turkey"}}}}}'
    query = f"{{ persons(where: {where}) {{ nodes {{ name }} }} }}"
    assert ask(query) == {"persons": {"nodes": []}}
    assert ask(query.replace("president", "President")) == {"persons": {"nodes": [{"name": "Recep Tayyip Erdogan"}]}}


def test_filters_in_nested_lists(ask: Asker) -> None:
    arguments = "where: {modality: {ne: DENIED}}, sort: [{date: ASC}]"
    query = f'{{ person(name: "Erdogan") {{ meetings({arguments}) {{ nodes {{ date }} }} }} }}'
    met = [e for g in GRAPHS for e in g.events if e.type == "CONSULT" and "person:recep-tayyip-erdogan" in e.actors]
    dates = sorted(e.date or "" for e in met if e.modality != "denied")
    assert [node["date"] or "" for node in ask(query)["person"]["meetings"]["nodes"]] == dates
