"""Ways and neighbourhoods: what the database finds is what a search in Python finds in the articles' graphs."""

from collections.abc import Iterator
from itertools import combinations, permutations
from random import Random
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking

from api.paths import LABELS, LINKS, LONGEST
from graph.article import ArticleGraph
from graph.model import RELATIONSHIPS
from graph.reading_paths import LINKS as ALL_LINKS
from graph.reading_paths import OWN


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


Pair = frozenset[str]
SUBJECTS = sorted({thing.id for graph in GRAPHS for thing in (*graph.entities, *graph.proposals)})


def joining(graph: ArticleGraph) -> Iterator[tuple[str, list[str]]]:
    """The facts of an article that are nodes, with all who have a part in each."""
    for event in graph.events:
        if event.polarity != "negative" and event.modality != "denied":
            yield event.id, [*event.actors, *event.recipients, *event.places, *event.discussed]
    for statement in graph.statements:
        yield statement.id, [*statement.speakers, *statement.addressees, *statement.about]
    for figure in graph.figures:
        yield figure.id, [*figure.sources, *figure.counts, *([figure.place] if figure.place else [])]


def links(graph: ArticleGraph) -> Iterator[tuple[str, str, str]]:
    """A name for each fact that is a relationship, and its ends; what belongs to a proposal has the proposal's id."""
    for office in graph.offices:
        if office.of:
            yield f"{office.title} {office.holder}", office.holder, office.of
    for belonging in graph.belongings:
        yield f"{belonging.type} {belonging.part}", belonging.part, belonging.whole
    for stance in graph.stances:
        yield f"{stance.stance} {stance.holder}", stance.holder, stance.proposal
    for proposal in graph.proposals:
        others = [*proposal.proposers, *proposal.parties, *proposal.mediators]
        yield from ((proposal.id, proposal.id, other) for other in others)
        if proposal.revises:
            yield proposal.id, proposal.id, proposal.revises


def joined() -> dict[Pair, set[str]]:
    """The facts between each two subjects."""
    found: dict[Pair, set[str]] = {}
    for graph in GRAPHS:
        for fact, members in joining(graph):
            for pair in combinations(sorted({member for member in members if member in SUBJECTS}), 2):
                found.setdefault(frozenset(pair), set()).add(fact)
        for fact, one, other in links(graph):
            found.setdefault(frozenset((one, other)), set()).add(fact)
    return found


JOINED = joined()


def distances(start: str) -> dict[str, int]:
    found, edge = {start: 0}, {start}
    while edge:
        edge = {next(iter(pair - {one})) for one in edge for pair in JOINED if one in pair} - set(found)
        found |= dict.fromkeys(edge, max(found.values()) + 1)
    return found


DISTANCES = {subject: distances(subject) for subject in SUBJECTS}

FACT = """
__typename id evidence { text }
... on Office { title holder { id } }
... on Belonging { type part { id } }
... on Stance { stance holder { id } }
"""
WAYS = f"""query($from: ID!, $to: ID!, $most: Int, $types: [FactType!], $first: Int) {{
  path(from: $from, to: $to, maxLength: $most, types: $types, first: $first) {{
    length hops {{ from {{ id }} to {{ id }} facts {{ {FACT} }} }}
  }}
}}"""
PAIRS = Random(7).sample(list(permutations(SUBJECTS, 2)), 24)


def name(fact: dict[str, Any]) -> str:
    """What tells a fact apart, here and in `links`."""
    match fact["__typename"]:
        case "Office":
            return f"{fact['title']} {fact['holder']['id']}"
        case "Belonging":
            return f"{fact['type']} {fact['part']['id']}"
        case "Stance":
            return f"{fact['stance'].lower()} {fact['holder']['id']}"
        case _:
            return fact["id"]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_shortest_ways(ask: Asker, one: str, other: str) -> None:
    found = ask(WAYS, **{"from": one, "to": other, "first": 50})["path"]
    length = DISTANCES[one].get(other, LONGEST + 1)
    if length > LONGEST:
        assert found == []
        return
    middles = [
        each
        for each in SUBJECTS
        if DISTANCES[one].get(each) == (length + 1) // 2 and DISTANCES[each].get(other) == length // 2
    ]
    assert [way["length"] for way in found] == [length] * len(middles)
    for way, middle in zip(found, middles, strict=True):
        places = [one, *(hop["to"]["id"] for hop in way["hops"])]
        assert [hop["from"]["id"] for hop in way["hops"]] == places[:-1]
        assert (places[(length + 1) // 2], places[-1]) == (middle, other)
        for hop in way["hops"]:
            assert {name(f) for f in hop["facts"]} == JOINED[frozenset((hop["from"]["id"], hop["to"]["id"]))]


def test_every_step_has_its_evidence(ask: Asker) -> None:
    [way, _] = ask(WAYS, **{"from": "person:antonio-guterres", "to": "person:vladimir-putin"})["path"]
    sentences = [[fact["evidence"][0]["text"] for fact in hop["facts"]] for hop in way["hops"]]
    assert sentences == [
        ["Guterres and Erdogan had met for three hours in Istanbul to discuss the deal."],
        [
            "The two presidents want to meet again in October.",
            "Turkish President Recep Tayyip Erdogan met Vladimir Putin in Sochi to revive the grain deal.",
        ],
    ]


@pytest.mark.parametrize(
    ("arguments", "lengths"),
    [
        ({}, [2, 2]),
        ({"first": 1}, [2]),
        ({"first": 0}, []),
        ({"most": 1}, []),
        ({"types": ["EVENT"]}, [2, 2]),
        ({"types": ["OFFICE", "BELONGING"]}, []),
    ],
)
def test_limits_of_ways(ask: Asker, arguments: dict[str, Any], lengths: list[int]) -> None:
    found = ask(WAYS, **{"from": "person:antonio-guterres", "to": "person:vladimir-putin", **arguments})["path"]
    assert [way["length"] for way in found] == lengths


ROUND = """query($of: ID!, $depth: Int, $types: [FactType!], $limit: Int) {
  neighbourhood(of: $of, depth: $depth, types: $types, limit: $limit) {
    nodes { id } edges { from { id } to { id } facts { __typename } }
  }
}"""


@pytest.mark.parametrize("depth", [1, 2])
@pytest.mark.parametrize("of", SUBJECTS[::6])
def test_neighbourhoods(ask: Asker, of: str, depth: int) -> None:
    got = ask(ROUND, of=of, depth=depth, limit=200)["neighbourhood"]
    nodes = [node["id"] for node in got["nodes"]]
    assert nodes[0] == of
    assert len(nodes) == len(set(nodes))
    assert set(nodes) == {each for each, distance in DISTANCES[of].items() if distance <= depth}
    order = [(DISTANCES[of][node], -len(JOINED[frozenset((of, node))])) for node in nodes[1:] if depth == 1]
    assert order == sorted(order)
    pairs = {frozenset((edge["from"]["id"], edge["to"]["id"])): len(edge["facts"]) for edge in got["edges"]}
    assert pairs == {pair: len(facts) for pair, facts in JOINED.items() if pair <= set(nodes)}


def test_limits_of_neighbourhoods(ask: Asker) -> None:
    whole = ask(ROUND, of="government:ru", depth=2)["neighbourhood"]["nodes"]
    assert ask(ROUND, of="government:ru", depth=2, limit=4)["neighbourhood"]["nodes"] == whole[:4]
    assert ask(ROUND, of="government:ru", types=["OFFICE"])["neighbourhood"] == {
        "nodes": [{"id": "government:ru"}],
        "edges": [],
    }
    assert ask(ROUND, of="person:nobody")["neighbourhood"] is None


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ('path(from: "person:a", to: "person:a") { length }', "are both 'person:a'"),
        ('path(from: "nobody", to: "person:a") { length }', "'nobody' is not an id"),
        (
            'path(from: "person:b", to: "person:a", maxLength: 5) { length }',
            "`maxLength` is 5; it has to be from 1 to 4.",
        ),
        ('path(from: "person:b", to: "person:a", first: 51) { length }', "`first` is 51; it has to be from 0 to 50."),
        ('neighbourhood(of: "person:b", depth: 4) { nodes { id } }', "`depth` is 4; it has to be from 1 to 3."),
        ('neighbourhood(of: "person:b", limit: 0) { nodes { id } }', "`limit` is 0; it has to be from 1 to 200."),
    ],
)
def test_what_cannot_be(ask: Asker, field: str, message: str) -> None:
    (error,) = ask.all("{ " + field + " }").errors
    assert message in error["message"]
    assert error["extensions"] == {"code": "BAD_INPUT"}


def test_every_link_has_a_type() -> None:
    assert sorted(link for links in LINKS.values() for link in links) == sorted(ALL_LINKS.split("|"))
    evidenced = {kind.type for kind in RELATIONSHIPS if any(kept.name == "starts" for kept in kind.properties)}
    assert set(OWN.split("|")) == evidenced
    assert set(LABELS.values()) == {"Event", "Statement", "Figure"}
