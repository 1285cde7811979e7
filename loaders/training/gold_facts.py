"""The facts of an annotated article: the word that anchors each, and the words that fill its roles."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from loaders.dates import dates
from loaders.durations import durations
from loaders.extraction.labels import ANCHORS, ARGUMENTS, MODALITIES, SPANS, STATES, TERM, argument_label
from loaders.training.annotated import (
    Annotated,
    Argument,
    Characters,
    Fact,
    Span,
    everywhere,
    literal_span,
    nearest,
)

LIGHT = frozenset(
    "to not n't n’t be been being was were is are has have had will would could can may might for on of the a an in "
    "with out up off against at by from into did do does held hold made make took take gave give paid as its their his "
    "her".split()
)


@dataclass(frozen=True, slots=True)
class _Source:
    """What the facts of one article are read with."""

    article: Annotated
    at: Characters
    words: list[str]
    entities: set[str]
    day: date | None
    """Of publication."""


def anchor(kind: str, words: list[str], start: int, end: int) -> int:
    """The word of the trigger that carries it: the last of a noun, the first full word of a verb."""
    inside = [i for i in range(start, end) if any(c.isalnum() for c in words[i])] or [start]
    if kind in {"OFFICE", "FIGURE", "PROPOSAL"}:
        return inside[-1]
    return next((i for i in inside if words[i].casefold() not in LIGHT), inside[0])


def fact_kind(fact: dict[str, Any]) -> str:
    """The label of its anchor."""
    return f"STANCE:{fact['stance']}" if fact["type"] == "STANCE" else fact["type"]


def published(gold: dict[str, Any]) -> date | None:
    """The day in the annotation's `meta`, where it gives one."""
    text = str((gold.get("meta") or {}).get("published") or "")[:10]
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def add_facts(article: Annotated, gold: dict[str, Any], at: Characters) -> None:
    """Adds the facts, the pairs and what is ignored; the article has its mentions already."""
    words = [article.doc[i].text for i in article.words]
    source = _Source(article, at, words, {e["id"] for e in gold["entities"]}, published(gold))
    for fact in gold["facts"]:
        scope = at.words(*fact["span"])
        if scope is None:
            continue
        _ignore_repeats(source, fact)
        if fact["type"] in {"PART_OF", "WITHIN"}:
            _add_pair(article, fact, scope)
        else:
            _add_fact(source, fact, scope)


def _ignore_repeats(source: _Source, fact: dict[str, Any]) -> None:
    also = fact.get("also") or []
    for other in [also] if also and isinstance(also[0], int) else also:
        if (where := source.at.words(*other)) is not None:
            source.article.ignored.add((*where, fact_kind(fact)))


def _add_pair(article: Annotated, fact: dict[str, Any], scope: Span) -> None:
    part = nearest(article, fact["part"], scope, scope[0])
    whole = nearest(article, fact["whole"], scope, part if part is not None else scope[0])
    if part is not None and whole is not None:
        article.pairs.append((fact["type"], part, whole))


def _add_fact(source: _Source, fact: dict[str, Any], scope: Span) -> None:
    trigger = source.at.words(*fact["trigger"]) if fact.get("trigger") else None
    if trigger is None or fact_kind(fact) not in ANCHORS:
        source.article.ignored.add((*scope, fact_kind(fact)))
        return
    at = anchor(fact["type"], source.words, *trigger)
    modality = fact.get("modality", "asserted")
    source.article.facts.append(
        Fact(
            fact_kind(fact),
            at,
            modality if modality in MODALITIES else "asserted",
            (*_arguments(source, fact, scope, at), *_times(source, fact, scope, at)),
            tuple(_spans(source, fact)),
            _state(fact),
        )
    )


def _state(fact: dict[str, Any]) -> str | None:
    state = fact.get("state") if fact["type"] == "FIGURE" else None
    return state if state in STATES else ("other" if state else None)


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _arguments(source: _Source, fact: dict[str, Any], scope: Span, at: int) -> list[Argument]:
    """The entities that fill roles: the nearest mention is best, the others are right as well."""
    found: list[Argument] = []
    for role, value in fact.items():
        label = argument_label(fact["type"], role)
        if label not in ARGUMENTS:
            continue
        fillers = [v for v in _values(value) if v in source.entities]
        bests = [(filler, nearest(source.article, filler, scope, at)) for filler in fillers]
        found += [
            (label, frozenset({best}), everywhere(source.article, filler) - {best})
            for filler, best in bests
            if best is not None
        ]
    return found


def _spans(source: _Source, fact: dict[str, Any]) -> list[tuple[str, int, int]]:
    """The verbatim texts among the roles, where they stand."""
    found: list[tuple[str, int, int]] = []
    for role, value in fact.items():
        label = argument_label(fact["type"], role)
        if label in SPANS or label == TERM:
            places = (literal_span(str(literal), fact["span"], source.at) for literal in _values(value))
            found += [(label, *place) for place in places if place is not None]
    return found


def _times(source: _Source, fact: dict[str, Any], scope: Span, at: int) -> list[Argument]:
    """The time expressions of the fact's sentence that mean its date and its duration, nearest to the anchor first."""
    wanted = (
        ("time", fact.get("date"), dates(source.at.text, source.day)),
        ("duration", fact.get("duration"), durations(source.at.text)),
    )
    found: list[Argument] = []
    for label, value, spans in wanted:
        same = [
            source.at.words(s.start, s.end)
            for s in spans
            if value and (str(value).startswith(s.iso) or s.iso.startswith(str(value)))
        ]
        inside = [w[1] - 1 for w in same if w is not None and scope[0] <= w[0] < scope[1]]
        ends = sorted(inside, key=lambda i: abs(i - at))
        if ends:
            found.append((label, frozenset(ends[:1]), frozenset(ends[1:])))
    return found
