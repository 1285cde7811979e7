"""An article's graph as rows: nodes by label, relationships by type and by the labels that they join."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, LiteralString

from graph.article import ArticleGraph, Entity, Event, Evidence, Figure, Mention, Proposal, StanceKind, Statement, Term
from graph.identity import digest
from graph.model import ENTITIES
from graph.shared import Properties, evidence_lists, union

Row = dict[str, Any]
"""Of a node: `id`, `properties`. Of a relationship: `start`, `end`, `properties`, and `id` where it is shared."""
Kind = tuple[LiteralString, LiteralString, LiteralString]
"""Type of a relationship, label of its start, label of its end."""
STANCES: dict[StanceKind, LiteralString] = {"supports": "SUPPORTS", "rejects": "REJECTS", "doubts": "DOUBTS"}
FORM = 1
"""Of what is written: a new number makes each loading write its article anew."""


class GraphError(ValueError):
    """An article's graph that contradicts itself: a reference to nothing, an id twice, a fact without evidence."""


@dataclass(frozen=True, slots=True)
class Share:
    """All that one article adds to the graph. `digest` tells whether it is the same as before."""

    article: Row
    digest: str
    nodes: dict[LiteralString, list[Row]] = field(default_factory=dict[LiteralString, list[Row]])
    """By label; of an entity and of a proposal, `properties` are those of FEATURES."""
    relationships: dict[Kind, list[Row]] = field(default_factory=dict[Kind, list[Row]])


def share(graph: ArticleGraph) -> Share:
    """The rows of `graph`. Raises GraphError if it refers to what it does not hold."""
    nodes: dict[LiteralString, list[Row]] = {label: by_id(rows) for label, rows in grouped(node_rows(graph)).items()}
    labels: dict[str, LiteralString] = {row["id"]: label for label, rows in nodes.items() for row in rows}
    relationships: defaultdict[Kind, list[Row]] = defaultdict(list)
    for link, row in relationship_rows(graph):
        relationships[link, end_label(labels, row, "start", link), end_label(labels, row, "end", link)].append(row)
    return Share(
        article_row(graph), content_digest(graph), nodes, {kind: joined(rows) for kind, rows in relationships.items()}
    )


def content_digest(graph: ArticleGraph) -> str:
    return digest(FORM, *(getattr(graph, part.name) for part in fields(graph) if part.name != "notes"))


def end_label(labels: Mapping[str, LiteralString], row: Row, end: str, link: str) -> LiteralString:
    """The label by which to find a relationship's end; all entities are found by one."""
    if row[end] not in labels:
        raise GraphError(f"{link} refers to {row[end]}, which the article's graph does not hold.")
    label = labels[row[end]]
    return "Entity" if label in ENTITIES else "Event" if label == "Meeting" else label


def grouped(rows: Iterable[tuple[LiteralString, Row]]) -> dict[LiteralString, list[Row]]:
    groups: defaultdict[LiteralString, list[Row]] = defaultdict(list)
    for label, row in rows:
        groups[label].append(row)
    return dict(groups)


def by_id(rows: list[Row]) -> list[Row]:
    """Sorted, so that two writers meet shared nodes in the same order and do not wait for each other in a ring."""
    rows = sorted(rows, key=lambda row: row["id"])
    for one, other in pairwise(rows):
        if one["id"] == other["id"]:
            raise GraphError(f"The article's graph holds {one['id']} twice.")
    return rows


def joined(rows: list[Row]) -> list[Row]:
    """Two accounts of one shared relationship become one with the evidence of both."""
    shared: dict[str, Row] = {}
    for row in rows:
        key: str = row.get("id") or f"{len(shared)}"
        before = shared.get(key)
        shared[key] = {**row, "properties": union(before["properties"], row["properties"])} if before else row
    return list(shared.values())


def article_row(graph: ArticleGraph) -> Row:
    article = graph.article
    return {
        "id": article.id,
        "published": in_utc(article.published),
        "properties": {
            "title": article.title,
            "url": article.url,
            "publisher": article.publisher,
            "language": article.language,
            "text": article.text,
        },
    }


def in_utc(moment: datetime | None) -> str | None:
    """ISO 8601 with its zone; a moment without a zone counts as UTC."""
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def picked(value: object, *names: str) -> Row:
    """A node's row: its id and the attributes of that name."""
    return {"id": getattr(value, "id"), "properties": {name: getattr(value, name) for name in names}}  # noqa: B009


def node_rows(graph: ArticleGraph) -> Iterator[tuple[LiteralString, Row]]:
    yield "Article", article_row(graph)
    for sentence in graph.sentences:
        yield "Sentence", picked(sentence, "index", "text", "start", "end")
    for entity in graph.entities:
        yield entity.label, feature(entity, "country", "geonames", "latitude", "longitude")
    for proposal in graph.proposals:
        yield "Proposal", feature(proposal)
        for term in proposal.terms:
            yield "Term", picked(term, "text", "order", "kind", "duration")
    for event in graph.events:
        yield "Meeting" if event.type == "CONSULT" else "Event", event_row(event)
    for statement in graph.statements:
        yield "Statement", picked(statement, "text", "quoted", "polarity")
    for figure in graph.figures:
        yield "Figure", picked(figure, "value", "qualifier", "unit", "state", "date")


def feature(thing: Entity | Proposal, *names: str) -> Row:
    """How the article calls it."""
    return {
        "id": thing.id,
        "properties": {
            "name": thing.name,
            "names": sorted({thing.name, *thing.names}),
            "named": thing.named if isinstance(thing, Entity) else bool(thing.names),
            "mentions": len(thing.mentions),
            "kind": thing.kind,
            **{name: getattr(thing, name) for name in names},
        },
    }


def event_row(event: Event) -> Row:
    return picked(event, "type", "trigger", "date", "duration", "topic", "polarity", "modality", "kind")


Relation = tuple[LiteralString, Row]


def relationship_rows(graph: ArticleGraph) -> Iterator[Relation]:
    """Type and row of every relationship."""
    article = graph.article.id
    for sentence in graph.sentences:
        yield relation("HAS_SENTENCE", article, sentence.id)
    for one, other in pairwise(sorted(graph.sentences, key=lambda sentence: sentence.index)):
        yield relation("NEXT", one.id, other.id)
    for thing in [*graph.entities, *graph.proposals]:
        names = ("country", "geonames", "latitude", "longitude") if isinstance(thing, Entity) else ()
        yield relation("FEATURES", article, thing.id, feature(thing, *names)["properties"])
        yield from mentions(thing)
    yield from fact_relations(graph)
    for event in graph.events:
        yield from event_relations(event)
    for proposal in graph.proposals:
        yield from proposal_relations(proposal)
    for statement in graph.statements:
        yield from statement_relations(statement)
    for figure in graph.figures:
        yield from figure_relations(figure)


def relation(link: LiteralString, start: str, end: str, properties: Properties | None = None) -> Relation:
    return link, {"start": start, "end": end, "properties": properties or {}}


def shared_relation(link: LiteralString, start: str, end: str, properties: Properties, *more: str) -> Relation:
    """`more` tells apart those of one type between the same nodes."""
    name = f"{link.lower()}:{digest(link, start, end, *more)}"
    return link, {"start": start, "end": end, "id": name, "properties": properties}


def roles(
    link: LiteralString, starts: Iterable[str], ends: Iterable[str], evidence: Sequence[Evidence]
) -> Iterator[Relation]:
    """From each start to each end. Named twice counts once."""
    sentences = sentences_of(evidence)
    for start in dict.fromkeys(starts):
        for end in dict.fromkeys(ends):
            yield relation(link, start, end, {"sentences": sentences})


def shared_roles(
    link: LiteralString, starts: Iterable[str], ends: Iterable[str], evidence: Sequence[Evidence]
) -> Iterator[Relation]:
    for _, row in roles(link, starts, ends, evidence):
        yield shared_relation(link, row["start"], row["end"], row["properties"])


def sentences_of(evidence: Sequence[Evidence]) -> list[str]:
    return sorted({one.sentence for one in evidence})


def mentions(thing: Entity | Proposal) -> Iterator[Relation]:
    spans: list[Mention] = sorted(set(thing.mentions), key=lambda mention: (mention.start, mention.end, mention.kind))
    for span in spans:
        properties = {"text": span.text, "start": span.start, "end": span.end, "kind": span.kind}
        yield relation("MENTIONS", span.sentence, thing.id, properties)


def fact_relations(graph: ArticleGraph) -> Iterator[Relation]:
    """Evidence of facts that are nodes, and the facts that are relationships."""
    for fact in [*graph.events, *graph.statements, *graph.figures, *graph.proposals]:
        yield from evidences(fact.id, fact.evidence)
    for office in graph.offices:
        if office.of is None:
            continue
        properties = {"title": office.title, "status": office.status, **evidence_lists(office.evidence)}
        yield shared_relation("HOLDS_OFFICE", office.holder, office.of, properties, office.title, office.status)
    for belonging in graph.belongings:
        yield shared_relation(belonging.type, belonging.part, belonging.whole, evidence_lists(belonging.evidence))
    for stance in graph.stances:
        yield shared_relation(STANCES[stance.stance], stance.holder, stance.proposal, evidence_lists(stance.evidence))


def evidences(fact: str, evidence: Sequence[Evidence]) -> Iterator[Relation]:
    if not evidence and not fact.startswith("proposal:"):
        raise GraphError(f"{fact} has no evidence: no sentence says so.")
    for one in sorted(set(evidence), key=lambda one: (one.sentence, one.start, one.end, one.rule)):
        properties = {
            "start": one.start,
            "end": one.end,
            "rule": one.rule,
            "version": one.version,
            "confidence": float(one.confidence),
            "trigger": one.trigger,
        }
        yield relation("EVIDENCES", one.sentence, fact, properties)


def event_relations(event: Event) -> Iterator[Relation]:
    yield from roles("ACTOR_IN", event.actors, [event.id], event.evidence)
    yield from roles("RECIPIENT_OF", event.recipients, [event.id], event.evidence)
    yield from roles("LOCATED_IN", [event.id], event.places, event.evidence)
    yield from roles("DISCUSSED", [event.id], event.discussed, event.evidence)


def proposal_relations(proposal: Proposal) -> Iterator[Relation]:
    target = [proposal.id]
    yield from shared_roles("PROPOSED", proposal.proposers, target, proposal.evidence)
    yield from shared_roles("PARTY_TO", proposal.parties, target, proposal.evidence)
    yield from shared_roles("MEDIATES", proposal.mediators, target, proposal.evidence)
    yield from shared_roles("REVISES", target, [proposal.revises] if proposal.revises else [], proposal.evidence)
    terms: list[Term] = sorted(proposal.terms, key=lambda term: (term.order, term.id))
    yield from shared_roles("HAS_TERM", target, [term.id for term in terms], proposal.evidence)
    for one, other in pairwise(terms):
        yield relation("THEN", one.id, other.id)


def statement_relations(statement: Statement) -> Iterator[Relation]:
    yield from roles("SAID", statement.speakers, [statement.id], statement.evidence)
    yield from roles("RECIPIENT_OF", statement.addressees, [statement.id], statement.evidence)
    yield from roles("ABOUT", [statement.id], statement.about, statement.evidence)
    yield from roles("CITES", [statement.id], statement.cites, statement.evidence)


def figure_relations(figure: Figure) -> Iterator[Relation]:
    yield from roles("GIVES", figure.sources, [figure.id], figure.evidence)
    yield from roles("LOCATED_IN", [figure.id], [figure.place] if figure.place else [], figure.evidence)
    yield from roles("COUNTS", [figure.id], figure.counts, figure.evidence)
