"""Anchors of figures to quantities with unit, state, place and who gives them."""

import re
from dataclasses import replace

from graph.article import Event, Figure
from graph.identity import local_id
from loaders.extraction.confidence import confidence
from loaders.extraction.context import LEAST_SPAN, Context
from loaders.extraction.findings import Anchor
from loaders.extraction.merging import merged
from loaders.extraction.states import FATAL, counted, state_of
from loaders.numbers import CURRENCIES, NumberSpan

MONEY = frozenset(CURRENCIES.values())
PERCENT = re.compile(r"(?:%|per\s?cent)\s*", re.IGNORECASE)
FEW = 3
"""So many of a kind may well be others of that kind."""
REST = frozenset({"other", "others", "more", "dead", "total"})
"""Counted words that name no unit."""


def figures(context: Context, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    found = (_figure(context, anchor, events) for anchor in context.findings.anchors if anchor.kind == "FIGURE")
    return tuple(merged((figure for figure in found if figure is not None), _again, _joined))


def _again(a: Figure, b: Figure) -> bool:
    """The same place in the text, or the same number of the same things; by another source it is another figure."""
    if a.id == b.id:
        return True
    same = a.value == b.value and a.unit.split()[-1].casefold() == b.unit.split()[-1].casefold()
    pairs = ((a.state, b.state), (a.sources, b.sources), (a.place, b.place))
    return same and a.value > FEW and all(x == y or not x or not y for x, y in pairs)


def _joined(a: Figure, b: Figure) -> Figure:
    return replace(
        a,
        evidence=tuple(dict.fromkeys((*a.evidence, *b.evidence))),
        state=a.state or b.state,
        place=a.place or b.place,
        date=a.date or b.date,
        sources=a.sources or b.sources,
        counts=tuple(dict.fromkeys((*a.counts, *b.counts))),
    )


def _figure(context: Context, anchor: Anchor, events: tuple[Event, ...]) -> Figure | None:
    token = context.token(anchor)
    number = next((n for n in context.numbers if n.start <= token.idx < n.end), None)
    unit = _unit(context, anchor, number) if number is not None else None
    if number is None or (unit is None and not number.value.is_integer()):
        return None
    evidence = context.evidence(anchor, confidence(anchor), "unit")
    state = state_of(context, anchor)
    assaults = tuple(
        e.id
        for e in events
        if state in FATAL and e.type == "ASSAULT" and e.evidence[0].sentence == evidence[0].sentence
    )
    return Figure(
        id=local_id("figure", context.article.id, number.start, number.value),
        value=number.value,
        unit=unit or "people",
        evidence=evidence,
        state=state,
        qualifier=number.qualifier,
        place=_place(context, anchor, state),
        date=context.date(anchor),
        sources=context.role(anchor, "source"),
        counts=assaults,
    )


def _place(context: Context, anchor: Anchor, state: str | None) -> str | None:
    """The model's place; of the killed and injured the only place that the sentence names."""
    places = [p for p in context.role(anchor, "place") if context.by_id[p].label == "Place"]
    if not places and state in FATAL:
        sentence = context.sentence_at(context.token(anchor).idx)
        named = [e for e in context.entities_in(sentence.start, sentence.end) if context.by_id[e].label == "Place"]
        places = named if len(named) == 1 else []
    return places[0] if places else None


def _unit(context: Context, anchor: Anchor, number: NumberSpan) -> str | None:
    """Money and percent by their signs; the model's words; the counted noun where the model's are elsewhere."""
    start, end, score = anchor.spans["unit"]
    words = context.text(start, end) if score >= LEAST_SPAN and end - start <= 5 else None
    if number.unit in MONEY:
        return number.unit
    if number.unit == "percent":
        share = PERCENT.match(words or "")
        return f"percent {words[share.end() :]}".strip() if words and share else "percent"
    noun = counted(context.token(anchor))
    if number.unit and words and noun.i != anchor.token and not start <= noun.i < end and _names(number.unit):
        return number.unit
    return words or number.unit


def _names(unit: str) -> bool:
    return unit[0].isalpha() and not REST & set(unit.casefold().split())
