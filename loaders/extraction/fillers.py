"""What anchors point at: which words act in facts, and which are places of them."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from loaders.countries import country
from loaders.extraction.findings import Anchor
from loaders.extraction.thresholds import ROLE
from loaders.mentions import TypedSpan

ACTING = ("actor", "recipient", "holder", "source", "mediator", "of")
"""Roles that an actor fills."""
LEAST = 0.3
"""From this probability on, of the anchor and of the role together, a role tells that a country is a place."""


def fillers(anchors: Sequence[Anchor], roles: Sequence[str]) -> dict[int, float]:
    """Tokens that likely fill one of `roles`, with the highest probability of the anchor and of the role together."""
    best: dict[int, float] = {}
    for anchor in anchors:
        for role in roles:
            for pointed in anchor.roles.get(role, ()):
                if pointed.score >= ROLE[role]:
                    best[pointed.token] = max(best.get(pointed.token, 0.0), pointed.score * anchor.score)
    return best


def placed(spans: Sequence[TypedSpan], doc: Doc, anchors: Sequence[Anchor]) -> list[TypedSpan]:
    """Countries that are places where a fact happens there, and states where an office is theirs."""
    acting, places = fillers(anchors, ACTING), fillers(anchors, ("place",))
    owning = fillers([anchor for anchor in anchors if anchor.kind == "OFFICE"], ("of",))
    return [_state(_country(span, doc, acting, places), doc, owning, places) for span in spans]


def _country(span: TypedSpan, doc: Doc, acting: dict[int, float], places: dict[int, float]) -> TypedSpan:
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    lies = places.get(words.end - 1, 0.0) if words is not None else 0.0
    if words is None or span.label != "Government" or lies < LEAST or lies <= acting.get(words.end - 1, 0.0):
        return span
    return replace(span, label="Place") if country(words.text) is not None else span


def _state(span: TypedSpan, doc: Doc, owning: dict[int, float], places: dict[int, float]) -> TypedSpan:
    """ "The Norwegian minister", "the president of Kenya"."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand") if span.label == "Place" else None
    owns = owning.get(words.end - 1, 0.0) if words is not None else 0.0
    if words is None or owns < LEAST or owns <= places.get(words.end - 1, 0.0):
        return span
    return replace(span, label="Government") if country(words.text) is not None else span
