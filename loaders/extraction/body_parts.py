"""Parts of bodies by the words between names: "Iran's atomic agency", "Batasuna, the wing of ETA"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.article import Entity
from graph.identity import fold
from loaders.countries import country
from loaders.extraction.context import Context
from loaders.extraction.naming import Named, PartWhole, named, near

THE = r"(?:(?:the|an?)\s+)?"
UNIT = (
    r"(?:part|members?|units?|arm|wing|branch|chapter|division|subsidiary|affiliate|offshoot|faction|department|organ"
    r"|agency|watchdog|broadcaster|body|partner|parliament)"
)
ADJECTIVES = r"(?:(?:own|main|rigidly|\w+al|\w+ing|\w+ant|[\w,]+-\w+)\s+)*?"
OWNED = re.compile(
    rf"\s?['’]s?\s+{ADJECTIVES}(?:{UNIT}\s*,?\s+)?{THE}"
    rf"|(?:\s\w+)?,?\s+and\s+its\s+(?:\w+\s+)?{UNIT},?\s+{THE}"
)
BY = rf"(?:{UNIT}\s+(?:of|in)|owned\s+by)"
OF = re.compile(
    rf"\s*[,(]\s*(?:(?:an?|the|its)\s+(?:[\w-]+\s+){{0,3}}?{BY}|part\s+of|owned\s+by)\s+{THE}"
    rf"|\s+(?:is|are|was|has\s+been|remains?)\s+(?:\w+\s+){{0,5}}?{BY}\s+{THE}"
)
AN = re.compile(r"\s?,\s+an?\s+")
A_UNIT = re.compile(rf"\s{UNIT}\b")
LISTS = re.compile(
    r"\s+(?:members?(?:\s+(?:states?|nations?|countries))?\s+(?:include|are|such\s+as|like)|consists\s+of|comprises)"
    rf"\s+{THE}|\s+\((?:(?:consisting|made\s+up|composed)\s+of|including)\s+{THE}"
)
OPENS = re.compile(rf"\s+\({THE}")
AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+|along\s+with\s+)(?:the\s+)?")
OWNER = re.compile(r"(?:the\s+)?(.+?)\s?['’]s?\s+(\w.*)")
OWNER_BEFORE = re.compile(rf"\b([A-Z][\w.]*(?:\s[A-Z][\w.]*)*)\s?['’]s?\s+{ADJECTIVES}$")
BELONGS = re.compile(r"(\w.*?)\s+of\s+(?:the\s+)?([A-Z].*)")
THE_COUNTRY = re.compile(r"\b(?:the|its|this)\s(?:country|nation)['’]s\s(?:[a-z]+\s)?$", re.IGNORECASE)
RULERS = re.compile(r"(?:government|regime|authorities|administration|leadership|delegation|side)s?$", re.IGNORECASE)
PUBLIC = re.compile(r"\b(?:commission|court|tribunal|parliament|ministry|police)\b", re.IGNORECASE)
BODIES = frozenset({"Government", "Organization"})


def body_parts(context: Context) -> Iterator[PartWhole]:
    bodies = named(context, BODIES)
    for body in bodies:
        yield from _owned(context, body)
    for at, (one, other) in enumerate(pairwise(bodies)):
        if near(context, one, other):
            yield from _beside(context, one, other, bodies[at + 2 :])


def _beside(context: Context, one: Named, other: Named, later: list[Named]) -> Iterator[PartWhole]:
    between = context.article.text[one.end : other.start]
    if OWNED.fullmatch(between):
        if _may_own(context, one.entity, other):
            yield PartWhole("PART_OF", other.entity.id, one.entity.id, one.start, other.end, "genitive")
    elif OF.fullmatch(between) or (AN.fullmatch(between) and A_UNIT.match(context.article.text, other.end)):
        yield PartWhole("PART_OF", one.entity.id, other.entity.id, one.start, other.end, "member")
    else:
        for part in _members(context.article.text, one, other, later):
            yield PartWhole("PART_OF", part.entity.id, one.entity.id, one.start, part.end, "list")


def _members(text: str, whole: Named, first: Named, later: list[Named]) -> list[Named]:
    """ "The Quartet (Russia, the US and the EU)", "members are Laos and Mali"; one alone in brackets is an alias."""
    between = text[whole.end : first.start]
    if not LISTS.fullmatch(between) and not OPENS.fullmatch(between):
        return []
    members = [first]
    for part in later:
        if part.start < members[-1].end or not AND.fullmatch(text, members[-1].end, part.start):
            break
        members.append(part)
    return members if len(members) > 1 or LISTS.fullmatch(between) else []


def _is_state(context: Context, entity: Entity) -> bool:
    return context.state(entity.country) is entity


def _is_organ(context: Context, body: Named) -> bool:
    name = context.article.text[body.start : body.end]
    return not _is_state(context, body.entity) and RULERS.search(name) is None


def _may_own(context: Context, whole: Entity, part: Named) -> bool:
    """States have organs, bodies have parts of any kind; no state is part of what it stands behind."""
    return _is_organ(context, part) and (part.entity.label == "Government" or not _is_state(context, whole))


def _owned(context: Context, body: Named) -> Iterator[PartWhole]:
    """ "Iran's parliament", "Supreme Court of India": the whole stands in the name of its organ or right before it."""
    if _is_organ(context, body) and (body.entity.label == "Government" or PUBLIC.search(body.entity.name)):
        whole = _owner(context, body)
        if whole is not None and whole.id != body.entity.id:
            yield PartWhole("PART_OF", body.entity.id, whole.id, body.start, body.end, "organ")


def _owner(context: Context, body: Named) -> Entity | None:
    text = context.article.text
    start = context.sentence_at(body.start).start
    if THE_COUNTRY.search(text[start : body.start]):
        return context.state(body.entity.country) or context.by_id.get(context.own_state or "")
    owner = OWNER.fullmatch(text, body.start, body.end) or OWNER_BEFORE.search(text[start : body.start])
    of = BELONGS.fullmatch(text, body.start, body.end)
    if owner is not None:
        return _called(context, owner[1])
    return _called(context, of[2]) if of is not None and RULERS.search(of[1]) is None else None


def _called(context: Context, name: str) -> Entity | None:
    """The state or body that `name` means in this article."""
    if name.casefold() in {"country", "nation"}:
        return context.by_id.get(context.own_state or "")
    if (state := country(name)) is not None:
        return context.state(state.code)
    return next((e for e in context.entities if e.label in BODIES and fold(name) in map(fold, e.names)), None)
