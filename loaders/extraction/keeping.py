"""Which entities an article's graph keeps: those that take part in a fact, and named ones that are no decoration."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp

from spacy.tokens import Doc, Span

from graph.article import ArticleGraph, Entity
from loaders.mentions import TypedSpan

LEAST = 0.4
"""Near half of the F1 of entities: from there on, keeping one raises F1."""
BIAS = -2.9
SCORE, MODIFIER, CUT, AGREED = 4.4, -0.9, -1.3, 0.3
LABEL = {"Person": -0.1, "Government": -1.1, "Organization": 0.0, "Place": 0.0}
"""A logistic regression on 953 named entities without a fact, of 355 annotated articles: is such a one annotated?"""
MODIFIERS = frozenset({"amod", "compound", "nmod:poss"})


def without_decoration(graph: ArticleGraph, doc: Doc, mentions: Sequence[TypedSpan]) -> ArticleGraph:
    """The graph without entities that no fact needs and no reader would write down, and without what hangs on them."""
    busy, scores = used(graph), {(span.start, span.end): span.score for span in mentions}
    kept = tuple(e for e in graph.entities if e.id in busy or (e.named and likelihood(e, doc, scores) >= LEAST))
    ids = {entity.id for entity in kept} | {proposal.id for proposal in graph.proposals}
    gone = {entity.id for entity in graph.entities} - ids
    return replace(
        graph,
        entities=kept,
        belongings=tuple(b for b in graph.belongings if not {b.part, b.whole} & gone),
        statements=tuple(replace(s, about=tuple(x for x in s.about if x not in gone)) for s in graph.statements),
    )


def used(graph: ArticleGraph) -> frozenset[str]:
    """Ids of the entities that take part in a fact; to be spoken of in a statement or to be governed is not enough."""
    roles: Iterable[str] = [
        *(x for o in graph.offices for x in (o.holder, o.of or o.holder)),
        *(x for b in graph.belongings if b.type != "GOVERNS" for x in (b.part, b.whole)),
        *(x for e in graph.events for x in (*e.actors, *e.recipients, *e.places)),
        *(x for p in graph.proposals for x in (*p.proposers, *p.parties, *p.mediators)),
        *(s.holder for s in graph.stances),
        *(x for f in graph.figures for x in (*f.sources, *f.counts, *([f.place] if f.place else []))),
        *(x for s in graph.statements for x in (*s.speakers, *s.addressees)),
    ]
    return frozenset(roles)


def likelihood(entity: Entity, doc: Doc, scores: Mapping[tuple[int, int], float]) -> float:
    """How probable it is that a reader would write a named entity down that takes part in no fact, 0 to 1."""
    at = [(mention.start, mention.end) for mention in entity.mentions]
    spans = [span for start, end in at if (span := doc.char_span(start, end, alignment_mode="expand")) is not None]
    names = {(ent.start_char, ent.end_char) for ent in doc.ents}
    total = (
        BIAS
        + LABEL[entity.label]
        + SCORE * max((scores.get(place, 0.0) for place in at), default=0.0)
        + MODIFIER * all(_modifies(span) for span in spans)
        + CUT * all(_cut(span) for span in spans)
        + AGREED * any(place in names for place in at)
    )
    return 1 / (1 + exp(-total))


def _modifies(span: Span) -> bool:
    """Before a noun that it is a mere attribute of: "Iranian" of "Iranian carpets"."""
    root = span.root
    cased = any(child.dep_ == "case" and child.i < root.i for child in root.children)
    return root.head.i >= span.end and (root.dep_ in MODIFIERS or (root.dep_ == "nmod" and not cased))


def _cut(span: Span) -> bool:
    """A part of a longer name: another name's word stands right after it."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()
