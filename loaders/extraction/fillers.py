"""What anchors point at: which words act in facts, and which are places of them."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from graph.article import EntityLabel
from loaders.countries import country
from loaders.extraction.findings import Anchor
from loaders.extraction.thresholds import ROLE
from loaders.mentions import TypedSpan

ACTING = ("actor", "recipient", "holder", "source", "mediator", "of")
"""Roles that an actor fills."""
LEAST = 0.3
"""From this probability on, of the anchor and of the role together, a role tells what a country is."""


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
    """Countries that are places where a fact happens there ("in Sudan"), states where an office is theirs."""
    acting, places = fillers(anchors, ACTING), fillers(anchors, ("place",))
    owning = fillers([anchor for anchor in anchors if anchor.kind == "OFFICE"], ("of",))
    told: dict[str, tuple[EntityLabel, dict[int, float], dict[int, float]]] = {
        "Government": ("Place", places, acting),
        "Place": ("Government", owning, places),
    }
    return [_country(span, doc, *told[span.label]) if span.label in told else span for span in spans]


def _country(
    span: TypedSpan, doc: Doc, label: EntityLabel, told: dict[int, float], against: dict[int, float]
) -> TypedSpan:
    """With the label if it is a country and the roles in `told` are sure enough, and surer than those `against` it."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    score = told.get(words.end - 1, 0.0) if words is not None else 0.0
    if words is None or score < LEAST or score <= against.get(words.end - 1, 0.0):
        return span
    return replace(span, label=label) if country(words.text) is not None else span
