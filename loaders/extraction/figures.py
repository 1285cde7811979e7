"""Anchors of figures to quantities with unit, state, place and who gives them."""

from graph.article import Event, Figure
from graph.identity import local_id
from loaders.extraction.confidence import confidence
from loaders.extraction.context import LEAST_SPAN, Context
from loaders.extraction.findings import Anchor

FATAL = frozenset({"killed", "injured", "dead", "wounded"})


def figures(context: Context, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    found = (_figure(context, anchor, events) for anchor in context.findings.anchors if anchor.kind == "FIGURE")
    return tuple({figure.id: figure for figure in found if figure is not None}.values())


def _figure(context: Context, anchor: Anchor, events: tuple[Event, ...]) -> Figure | None:
    token = context.token(anchor)
    number = next((n for n in context.numbers if n.start <= token.idx < n.end), None)
    if number is None:
        return None
    evidence = context.evidence(anchor, confidence(anchor), "unit")
    state = _state(context, anchor)
    places = [p for p in context.role(anchor, "place") if context.by_id[p].label == "Place"]
    counted = tuple(
        e.id
        for e in events
        if state in FATAL and e.type == "ASSAULT" and e.evidence[0].sentence == evidence[0].sentence
    )
    return Figure(
        id=local_id("figure", context.article.id, number.start, number.value),
        value=number.value,
        unit=_unit(context, anchor, number.unit),
        evidence=evidence,
        state=state,
        qualifier=number.qualifier,
        place=places[0] if places else None,
        date=context.date(anchor),
        sources=context.role(anchor, "source"),
        counts=counted,
    )


def _state(context: Context, anchor: Anchor) -> str | None:
    if anchor.state == "none":
        return None
    if anchor.state != "other":
        return anchor.state
    head = context.token(anchor).head
    verb = head.head if head.dep_ in {"nsubj:pass", "obj", "nsubj", "obl"} else head
    return verb.text if verb.pos_ == "VERB" and verb.tag_ == "VBN" else None


def _unit(context: Context, anchor: Anchor, counted: str | None) -> str:
    start, end, score = anchor.spans["unit"]
    if score >= LEAST_SPAN and end - start <= 5:
        return context.text(start, end)
    return counted or "people"
