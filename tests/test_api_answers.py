"""Answers on a real database, whole, against what the articles' graphs hold. Both databases have to give the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking

from graph.article import Evidence


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


NAMES = {entity.id: entity.name for graph in GRAPHS for entity in graph.entities}
"""Every entity here has one name as its fullest in all articles."""


def named(*ids: str) -> dict[str, Any]:
    return {"nodes": [{"name": name} for name in sorted(NAMES[each] for each in ids)]}


def text_of(evidence: Evidence) -> str:
    article = next(g.article for g in GRAPHS if evidence.sentence.startswith(g.article.id))
    return article.text[evidence.start : evidence.end]


def evidence_of(*all_of_it: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    return [
        {"text": text_of(e), "rule": e.rule, "version": e.version, "confidence": e.confidence, "trigger": e.trigger}
        for e in sorted((e for some in all_of_it for e in some), key=lambda e: (e.sentence, e.start))
    ]


EVIDENCE = "evidence { text rule version confidence trigger }"


def test_articles_with_their_sentences(ask: Asker) -> None:
    got = ask(
        "{ articles { totalCount nodes { id title publisher published text sentences { nodes { id index text } } } } }"
    )
    articles = sorted(GRAPHS, key=lambda g: str(g.article.published), reverse=True)
    assert got["articles"] == {
        "totalCount": len(GRAPHS),
        "nodes": [
            {
                "id": g.article.id,
                "title": g.article.title,
                "publisher": g.article.publisher,
                "published": g.article.published and g.article.published.isoformat(),
                "text": g.article.text,
                "sentences": {"nodes": [{"id": s.id, "index": s.index, "text": s.text} for s in g.sentences]},
            }
            for g in articles
        ],
    }


def test_meetings_with_evidence(ask: Asker) -> None:
    got = ask(
        "{ meetings { nodes { id kind date duration polarity modality actors { nodes { name } } "
        "places { nodes { name } } " + EVIDENCE + " } } }"
    )
    meetings = [event for graph in GRAPHS for event in graph.events if event.type == "CONSULT"]
    by_date = sorted(sorted(meetings, key=lambda e: e.id), key=lambda e: e.date or "", reverse=True)
    assert got["meetings"]["nodes"] == [
        {
            "id": e.id, "kind": e.kind, "date": e.date, "duration": e.duration,
            "polarity": e.polarity.upper(), "modality": e.modality.upper(),
            "actors": named(*e.actors), "places": named(*e.places), "evidence": evidence_of(e.evidence),
        }
        for e in by_date
    ]  # fmt: skip


def test_offices_with_the_evidence_of_all_articles(ask: Asker) -> None:
    got = ask("{ offices { nodes { title status holder { name } of { name } " + EVIDENCE + " } } }")
    offices = {(o.title, o.holder, o.of) for graph in GRAPHS for o in graph.offices if o.of}
    found = {(o["title"], o["holder"]["name"], o["of"]["name"]): o for o in got["offices"]["nodes"]}
    assert found == {
        (title, NAMES[holder], NAMES[of]): {
            "title": title, "status": "CURRENT", "holder": {"name": NAMES[holder]}, "of": {"name": NAMES[of]},
            "evidence": evidence_of(*[
                o.evidence for g in GRAPHS for o in g.offices if (o.title, o.holder, o.of) == (title, holder, of)
            ]),
        }
        for title, holder, of in offices
    }  # fmt: skip


def test_stances_from_both_sides(ask: Asker) -> None:
    got = ask(
        '{ proposal(name: "the deal") { stances { nodes { stance holder { name } } } } '
        'person(name: "Guterres") { stances { nodes { stance proposal { name names } } } } }'
    )
    stances = sorted((s.stance.upper(), NAMES[s.holder]) for g in GRAPHS for s in g.stances)
    found = [(s["stance"], s["holder"]["name"]) for s in got["proposal"]["stances"]["nodes"]]
    assert sorted(found) == stances
    names = ["Black Sea Grain Initiative", "the deal", "the grain deal"]
    assert got["person"]["stances"]["nodes"] == [{"stance": "SUPPORTS", "proposal": {"name": names[0], "names": names}}]


def test_statements_say_who_what_and_about_what(ask: Asker) -> None:
    got = ask(
        "{ statements { nodes { id text quoted polarity speakers { nodes { name } } addressees { nodes { name } } "
        "about { nodes { __typename id } } cites { nodes { value unit } } articles { nodes { title } } } } }"
    )
    figures = {f.id: f for g in GRAPHS for f in g.figures}
    kinds = {e.id: e.label for g in GRAPHS for e in g.entities}
    kinds |= {e.id: "Meeting" if e.type == "CONSULT" else "Action" for g in GRAPHS for e in g.events}
    kinds |= {p.id: "Proposal" for g in GRAPHS for p in g.proposals}
    assert got["statements"]["nodes"] == [
        {
            "id": s.id, "text": s.text, "quoted": s.quoted, "polarity": s.polarity.upper(),
            "speakers": named(*s.speakers), "addressees": named(*s.addressees),
            "about": {"nodes": [{"__typename": kinds[i], "id": i} for i in sorted(s.about)]},
            "cites": {"nodes": [{"value": figures[i].value, "unit": figures[i].unit} for i in sorted(s.cites)]},
            "articles": {"nodes": [{"title": g.article.title}]},
        }
        for s, g in sorted(((s, g) for g in GRAPHS for s in g.statements), key=lambda pair: pair[0].id)
    ]  # fmt: skip


def test_a_plan_with_its_terms_in_order(ask: Asker) -> None:
    got = ask(
        '{ proposal(name: "the deal") { terms { nodes { order text duration next { text } previous { text } } } '
        "revisedBy { nodes { name revises { nodes { name } } } } } }"
    )
    terms = [term for g in GRAPHS for p in g.proposals for term in p.terms]
    assert got["proposal"]["terms"]["nodes"] == [
        {
            "order": t.order,
            "text": t.text,
            "duration": t.duration,
            "next": {"text": terms[n + 1].text} if n + 1 < len(terms) else None,
            "previous": {"text": terms[n - 1].text} if n else None,
        }
        for n, t in enumerate(terms)
    ]
    revised = {"name": "a revised package", "revises": {"nodes": [{"name": "Black Sea Grain Initiative"}]}}
    assert got["proposal"]["revisedBy"]["nodes"] == [revised]


def test_mentions_are_edges_with_their_span(ask: Asker) -> None:
    got = ask(
        "{ sentences { nodes { id mentions(first: 100) { edges { text start end kind node { __typename id } } } } } }"
    )
    expected: dict[str, list[Any]] = {s.id: [] for g in GRAPHS for s in g.sentences}
    for graph in GRAPHS:
        for thing in (*graph.entities, *graph.proposals):
            kind = getattr(thing, "label", "Proposal")
            for m in thing.mentions:
                node = {"__typename": kind, "id": thing.id}
                expected[m.sentence].append(
                    {"text": m.text, "start": m.start, "end": m.end, "kind": "NAME", "node": node}
                )
    for edges in expected.values():
        edges.sort(key=lambda edge: (edge["start"], edge["end"], edge["node"]["id"]))
    assert {s["id"]: s["mentions"]["edges"] for s in got["sentences"]["nodes"]} == expected


def test_facts_of_a_sentence(ask: Asker) -> None:
    got = ask("{ sentences { nodes { id facts(first: 100) { edges { trigger node { __typename id } } } } } }")
    found = {
        (s["id"], edge["node"]["id"], edge["trigger"])
        for s in got["sentences"]["nodes"]
        for edge in s["facts"]["edges"]
    }
    facts = [f for g in GRAPHS for f in (*g.events, *g.proposals, *g.figures, *g.statements)]
    assert found == {(e.sentence, f.id, e.trigger) for f in facts for e in f.evidence}


@pytest.mark.parametrize("label", ["Person", "Government", "Organization", "Place"])
def test_every_entity_is_found_by_id_and_by_each_name(ask: Asker, label: str) -> None:
    field = label.lower()
    for entity in (e for g in GRAPHS for e in g.entities if e.label == label):
        others = "entity(id: $id) { __typename id } node(id: $id) { id }"
        query = f"query($id: ID!) {{ {field}(id: $id) {{ id }} {others} }}"
        one = {"id": entity.id}
        assert ask(query, id=entity.id) == {field: one, "entity": {"__typename": label, **one}, "node": one}
        if not entity.named:
            continue
        for name in (entity.name, *entity.names):
            assert ask(f"query($name: String!) {{ {field}(name: $name) {{ id }} }}", name=name) == {field: one}


def test_nobody_is_null(ask: Asker) -> None:
    assert ask('{ person(name: "Nobody") { id } node(id: "person:nobody") { id } }') == {"person": None, "node": None}


def test_nodes_come_in_the_order_of_their_ids(ask: Asker) -> None:
    graph = GRAPHS[0]
    ids = [
        graph.statements[0].id, "person:nobody", graph.sentences[0].id, graph.article.id, graph.entities[0].id,
        graph.events[0].id, graph.statements[0].id,
    ]  # fmt: skip
    got = ask("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Statement { text } } }", ids=ids)
    kinds = ["Statement", None, "Sentence", "Article", graph.entities[0].label, "Meeting", "Statement"]
    text = {"text": graph.statements[0].text}
    assert got["nodes"] == [
        kind and {"__typename": kind, "id": id_, **(text if kind == "Statement" else {})}
        for kind, id_ in zip(kinds, ids, strict=True)
    ]


@pytest.mark.parametrize("query", ['{ node(id: "nobody") { id } }', '{ nodes(ids: ["person:a", "nobody"]) { id } }'])
def test_what_is_no_id_is_refused(ask: Asker, query: str) -> None:
    (error,) = ask.all(query).errors
    assert error["message"].startswith("'nobody' is not an id of a node.")
    assert error["extensions"] == {"code": "BAD_INPUT"}


def test_two_hops_give_each_thing_once(ask: Asker) -> None:
    got = ask("{ articles { nodes { id events { totalCount nodes { id } } } } }")
    assert {a["id"]: sorted(e["id"] for e in a["events"]["nodes"]) for a in got["articles"]["nodes"]} == {
        g.article.id: sorted(e.id for e in g.events) for g in GRAPHS
    }
    assert all(a["events"]["totalCount"] == len(a["events"]["nodes"]) for a in got["articles"]["nodes"])


def test_interfaces_merge_or_divide_as_the_selection_asks(ask: Asker) -> None:
    same = ask("{ entities { nodes { __typename id name } } }")["entities"]["nodes"]
    other = ask("{ entities { nodes { __typename id name ... on Place { geonames } ... on Government { country } } } }")
    assert [{key: e[key] for key in ("__typename", "id", "name")} for e in other["entities"]["nodes"]] == same
    assert {e["geonames"] for e in other["entities"]["nodes"] if e["__typename"] == "Place"} == {
        e.geonames for g in GRAPHS for e in g.entities if e.label == "Place"
    }


def test_the_answer_keeps_the_order_of_the_selection(ask: Asker) -> None:
    got = ask(
        "{ b: articles(first: 1) { nodes { title id } } __typename a: articles(first: 1) { nodes { id title } } }"
    )
    assert list(got) == ["b", "__typename", "a"]
    assert list(got["b"]["nodes"][0]) == ["title", "id"]
    assert list(got["a"]["nodes"][0]) == ["id", "title"]


def test_one_operation_is_one_statement(ask: Asker) -> None:
    asked = ask.all("{ persons { nodes { name offices { nodes { of { name } } } } } places { totalCount } }")
    assert asked.extensions["cypher"]["statement"].startswith("RETURN [")
    assert set(asked.extensions["cypher"]["milliseconds"]) == {"compile", "database", "shape"}
