# ruff: noqa: E501 - patterns and tables read best on one line
"""Spans of places to one cluster per place: "Gaza" and "Gaza Strip", "Iranian capital of Tehran" and "Tehran"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.identity import fold
from loaders.countries import capital_country, country, named_country, state_name
from loaders.descriptions import description_groups
from loaders.generics import attach, is_generic
from loaders.mentions import Cluster, TypedSpan, by_text, equated, groups
from loaders.names import initials, is_acronym, near, plain_acronym, trim

KINDS = frozenset(
    "city town village province state region district county area capital strip island islands valley prefecture governorate"
    " municipality suburb neighborhood neighbourhood border airport port territory republic river sea desert peninsula oblast"
    " camp crossing".split()
)
SITES = frozenset(
    "building zoo school park jail prison market theatre theater mall palace hall chamber complex site campus venue square station"
    " hospital hotel base plant scene compound downtown soil north south east west".split()
)
ADDED = frozenset("palace constituency prison conflict mosque".split())
KIND = (
    r"(?:city|town|village|capital|province|state|region|district|county|port|island|outskirts|suburb|area|resort|municipality|"
    r"territory|republic|settlement|part|heart|centre|center|riding|constituency)"
)
LEAD = re.compile(
    rf"^(?:(?:[\w’'.-]+\s+){{0,3}}?{KIND}(?:\s+city)?\s+(?:of\s+)?(?:the\s+)?|(?:[\w’'.-]+\s+){{0,2}}?(?:City|Town|Province|State|"
    r"District|Republic)\s+of\s+(?:the\s+)?|(?:[a-z]+\s+)?(?:downtown|occupied|greater|Greater|Downtown)\s+)(?=[A-ZÀ-Ž])"
)
CAPITAL = re.compile(r"^(.+?)(?:['’]s?)?\s+capital$")
SOIL = re.compile(r"^(.+?)(?:['’]s?)?\s+(?:soil|territory)$")


def place_clusters(spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """The named by name, the unnamed by their descriptions."""
    generic = [span for span in spans if span.named and is_generic(text[span.start : span.end])]
    surfaces = by_text([span for span in spans if span.named and span not in generic], text)
    pairs = equated([span for part in surfaces.values() for span in part], text)
    proper = [
        _cluster(part, surfaces, text) for part in groups(surfaces, lambda a, b: (a, b) in pairs or same_place(a, b))
    ]
    clusters, left = attach(generic, proper, text, _stands_for)
    return clusters + description_groups("Place", [*left, *(span for span in spans if not span.named)], text)


def _stands_for(noun: str, cluster: Cluster) -> bool:
    return cluster.state if noun in {"country", "nation", "state"} else noun in KINDS | SITES and not cluster.state


@lru_cache(4096)
def place_name(surface: str) -> str:
    """The name without what only says its kind before it: "city of Basra" -> "Basra", "Iraqi town of Dujail" -> "Dujail"."""
    text = trim(surface)
    return LEAD.sub("", text) or text


@lru_cache(4096)
def _words(surface: str) -> tuple[str, ...]:
    words = [word for word in fold(place_name(surface)).split() if word not in {"of", "the", "in", "al", "el"}]
    return tuple(word for word in words if word not in KINDS) or tuple(words)


@lru_cache(65536)
def same_place(a: str, b: str) -> bool:
    """Two surfaces of one place within one article."""
    state_a, state_b = named_country(place_name(a)), named_country(place_name(b))
    if state_a and state_b:
        return state_a == state_b
    if _capital(a, b) or _capital(b, a) or _soil(a, b) or _soil(b, a):
        return True
    words_a, words_b = _words(a), _words(b)
    if words_a == words_b or near(" ".join(words_a), " ".join(words_b)):
        return True
    if not (state_a or state_b) and _site(words_a, words_b):
        return True
    short, long = sorted((trim(a), trim(b)), key=len)
    return is_acronym(short) and plain_acronym(short) in initials(long)


def _site(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "Cotroceni" and "Cotroceni Palace"."""
    short, long = sorted((a, b), key=len)
    return bool(short) and long[: len(short)] == short and all(word in ADDED for word in long[len(short) :])


def _capital(described: str, named: str) -> bool:
    found = CAPITAL.match(trim(described))
    state = country(found[1]) if found else None
    return state is not None and state == capital_country(place_name(named))


def _soil(described: str, named: str) -> bool:
    found = SOIL.match(trim(described))
    state = country(found[1]) if found else None
    return state is not None and state == named_country(named)


def _cluster(part: list[str], surfaces: dict[str, list[TypedSpan]], text: str) -> Cluster:
    spans = tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))
    names = [place_name(surface) for surface in part]
    state = next((found for name in names if (found := named_country(name))), None)
    names = [name for name in names if not CAPITAL.match(name) and not SOIL.match(name)] or names
    best = (
        state_name(state, text)
        if state
        else max(names, key=lambda name: (name[:1].isupper(), not is_acronym(name), len(name)))
    )
    code = state.code if state else (found.code if (found := country(names[0])) else None)
    return Cluster("Place", best, True, spans, code, state=state is not None, kind="country" if state else None)
