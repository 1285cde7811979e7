"""Anchors of offices to who holds which office in what."""

import re
from dataclasses import replace

from graph.article import Office
from loaders.extraction.confidence import confidence
from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor

STATUS = {
    "former": "former",
    "ex": "former",
    "then": "former",
    "late": "former",
    "acting": "acting",
    "interim": "acting",
    "elect": "elect",
}
STATE_TITLE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|minister|secretary of state|attorney general)\b", re.IGNORECASE
)
LEAST_TITLE = 0.02
LEAST_BODY = 0.12
"""Lower than for other roles: an office is nearly always of something."""


def offices(context: Context) -> tuple[Office, ...]:
    found: dict[tuple[str, str, str | None], Office] = {}
    for anchor in context.findings.anchors:
        if anchor.kind == "OFFICE":
            for office in _offices(context, anchor):
                key = (office.holder, office.title.casefold(), office.of)
                known = found.get(key)
                found[key] = office if known is None else replace(known, evidence=(*known.evidence, *office.evidence))
    return tuple(found.values())


def _offices(context: Context, anchor: Anchor) -> list[Office]:
    title = title_of(context, anchor)
    evidence = context.evidence(anchor, confidence(anchor, "holder", "of"), "title")
    body = _body(context, anchor, title)
    holders = [h for h in context.role(anchor, "holder") if h != body and context.by_id[h].label == "Person"]
    status = next((STATUS[t.lower_] for t in _round(context, anchor) if t.lower_ in STATUS), "current")
    return [Office(holder, title, body, evidence, status) for holder in holders]  # pyright: ignore[reportArgumentType]


def _body(context: Context, anchor: Anchor, title: str) -> str | None:
    """The best body that the anchor points at (for a country, its state); else the state of the article."""
    for entity in (context.by_id[e] for e in context.role(anchor, "of", LEAST_BODY)):
        if entity.label in {"Government", "Organization"}:
            return entity.id
        if entity.label == "Place" and (state := context.state(entity.country)) is not None:
            return state.id
    return context.own_state if STATE_TITLE.search(title) else None


def title_of(context: Context, anchor: Anchor) -> str:
    start, end, score = anchor.spans["title"]
    if score < LEAST_TITLE or not start <= anchor.token < end or end - start > 8:
        start, end = anchor.token, anchor.token + 1
    return context.text(start, end)


def _round(context: Context, anchor: Anchor):
    """The words before and after the title that may tell whether the office is held now."""
    start = anchor.spans["title"][0]
    return context.doc[max(0, min(start, anchor.token) - 3) : anchor.token + 3]
