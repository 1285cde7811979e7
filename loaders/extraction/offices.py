"""Anchors of offices to who holds which office in what."""

from graph.article import Entity, Office
from loaders.extraction.context import Context, confidence
from loaders.extraction.findings import Anchor

STATUS = {"former": "former", "ex": "former", "then": "former", "late": "former", "acting": "acting", "interim": "acting", "elect": "elect"}
LEAST_TITLE = 0.02


def offices(context: Context) -> tuple[Office, ...]:
    found: dict[tuple[str, str, str], Office] = {}
    for anchor in context.findings.anchors:
        if anchor.kind == "OFFICE":
            for office in _offices(context, anchor):
                key = (office.holder, office.title.casefold(), office.of)
                known = found.get(key)
                found[key] = office if known is None else Office(known.holder, known.title, known.of, (*known.evidence, *office.evidence), known.status)
    return tuple(found.values())


def _offices(context: Context, anchor: Anchor) -> list[Office]:
    title = title_of(context, anchor)
    score = confidence(anchor, "holder", "of")
    evidence = context.evidence(anchor, score)
    bodies = [o for o in context.role(anchor, "of") if context.by_id[o].label in {"Government", "Organization"}][:1]
    holders = [h for h in context.role(anchor, "holder") if h not in bodies and _holds(context.by_id[h])]
    status = next((STATUS[t.lower_] for t in _round(context, anchor) if t.lower_ in STATUS), "current")
    return [Office(holder, title, body, evidence, status) for holder in holders for body in bodies]  # pyright: ignore[reportArgumentType]


def _holds(entity: Entity) -> bool:
    return entity.label == "Person"


def title_of(context: Context, anchor: Anchor) -> str:
    start, end, score = anchor.spans["title"]
    if score < LEAST_TITLE or not start <= anchor.token < end or end - start > 8:
        start, end = anchor.token, anchor.token + 1
    return context.text(start, end)


def _round(context: Context, anchor: Anchor):
    """The words before and after the title that may tell whether the office is held now."""
    start = anchor.spans["title"][0]
    return context.doc[max(0, min(start, anchor.token) - 3) : anchor.token + 3]
