"""What an office is of, by the words around its title: "Kenya's president", "head of the UN", "police chief"."""

import re

from graph.article import Entity
from graph.identity import fold
from loaders.extraction.context import Context
from loaders.extraction.naming import Named, mentions

LINKS = frozenset({"of", "for", "at", "with"})
OWN = frozenset({"'s", "’s", "'", "’"})
POSSESSIVE = re.compile(r"\s?['’]s?\s+(?:the\s+)?")
WIDEST = 3
"""Words between a title and the name that it goes with ("Iran's chief nuclear negotiator")."""
PARTING = frozenset({"VERB", "AUX", "ADP", "PRON", "PUNCT", "CCONJ"})
ANY = frozenset({"Person", "Government", "Organization", "Place"})
BODIES = frozenset({"Government", "Organization"})
INSTITUTIONS = frozenset(
    "police army navy hospital council court tribunal ministry zoo school university company party commission committee"
    " union board agency bank church embassy parliament senate".split()
)
"""Nouns that stand for a body that the article names elsewhere ("police spokesman", "the ministry's spokesman")."""


def said_body(context: Context, start: int, end: int, holder: int | None) -> str | None:
    """The body that the words around the title (tokens start..end) or behind the holder (ends before token) name."""
    behind_holder = _behind(context, holder, frozenset({"of"})) if holder is not None else None
    return behind_holder or _before(context, start) or _behind(context, end, LINKS) or _institution(context, start, end)


def as_body(context: Context, entity: Entity) -> str | None:
    """A government or organisation itself; of a country its state."""
    if entity.label in BODIES:
        return entity.id
    state = context.state(entity.country) if entity.label == "Place" and entity.kind == "country" else None
    return state.id if state else None


def is_state(context: Context, body: str) -> bool:
    return context.state(context.by_id[body].country) is context.by_id[body]


def first_state(context: Context) -> str | None:
    """The state that the article speaks of first."""
    return next((n.entity.id for n in mentions(context, {"Government"}) if is_state(context, n.entity.id)), None)


def _before(context: Context, start: int) -> str | None:
    here = context.doc[start].idx
    last = max(
        (n for n in mentions(context, ANY) if n.end <= here), key=lambda n: (n.end, n.end - n.start), default=None
    )
    if last is None:
        return None
    gap = [token for token in context.span(last.end, here) if last.end <= token.idx < here]
    plain = all(token.lower_ in OWN or (token.pos_ in {"ADJ", "NOUN"} and token.text.islower()) for token in gap)
    return as_body(context, last.entity) if plain and len(gap) <= WIDEST else None


def _behind(context: Context, end: int, links: frozenset[str]) -> str | None:
    """The name behind "of", "for", "at", "with"; of "the UK's Housing Federation" the latter."""
    doc = context.doc
    if end + 1 >= len(doc) or doc[end].lower_ not in links:
        return None
    first, last = doc[end + 1].idx, doc[min(end + 4, len(doc) - 1)].idx
    found = next((n for n in mentions(context, ANY) if first <= n.start <= last), None)
    if found is None or any(t.pos_ in PARTING for t in context.span(first, found.start) if t.idx < found.start):
        return None
    return as_body(context, _owned(context, found).entity)


def _owned(context: Context, owner: Named) -> Named:
    near = next((n for n in mentions(context, ANY) if owner.end < n.start), None)
    return near if near and POSSESSIVE.fullmatch(context.article.text, owner.end, near.start) else owner


def _institution(context: Context, start: int, end: int) -> str | None:
    """The body called so that was named last before, or else is named first behind."""
    nouns = {token.lower_ for token in context.doc[max(0, start - 2) : end] if token.lower_ in INSTITUTIONS}
    called = [n for n in mentions(context, BODIES) if nouns & set(fold(n.entity.name).split()[-1:])]
    before = [n for n in called if n.start <= context.doc[start].idx]
    best = before[-1:] or called[:1]
    return best[0].entity.id if best else None
