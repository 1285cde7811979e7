"""Anchors of figures to quantities with unit, state, place and who gives them."""

from graph.article import Event, Figure
from graph.identity import local_id
from loaders.extraction.confidence import confidence
from loaders.extraction.context import LEAST_SPAN, Context
from loaders.extraction.findings import Anchor

CAPTIVES = frozenset({"hostage", "captive", "detainee", "prisoner", "abductee"})
FREEING = frozenset({"release", "free", "exchange", "swap"})
DEATH = frozenset(
    "kill die dead death fatality fatal slay murder shoot casualty execute massacre body toll drown victim "
    "perish assassinate".split()
)
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
    """The model's state where a word of the sentence tells it; captives are held unless they are released or dead."""
    words = _round(context, anchor)
    if words & CAPTIVES and not words & DEATH and anchor.state in FATAL | {"held", "none", "other"}:
        return "released" if words & FREEING else "held"
    if anchor.state == "none" or (anchor.state in {"killed", "dead"} and not words & DEATH):
        return None
    if anchor.state != "other":
        return anchor.state
    head = context.token(anchor).head
    verb = head.head if head.dep_ in {"nsubj:pass", "obj", "nsubj", "obl"} else head
    return verb.text if verb.pos_ == "VERB" and verb.tag_ == "VBN" else None


def _round(context: Context, anchor: Anchor) -> set[str]:
    """Lemmas of the sentence, up to the numbers before and behind: "111 hostages remain, with 39 presumed dead"."""
    token = context.token(anchor)
    sentence = context.sentence_at(token.idx)
    others = [n for n in context.numbers if not n.start <= token.idx < n.end]
    start = max([sentence.start, *(n.end for n in others if n.end <= token.idx)])
    end = min([sentence.end, *(n.start for n in others if n.start > token.idx)])
    return {t.lemma_.lower() for t in context.span(start, end)}


def _unit(context: Context, anchor: Anchor, counted: str | None) -> str:
    start, end, score = anchor.spans["unit"]
    if score >= LEAST_SPAN and end - start <= 5:
        return context.text(start, end)
    return counted or "people"
