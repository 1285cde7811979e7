"""Spans of places to one cluster per place: "Gaza" and "Gaza Strip", "Iranian capital of Tehran" and "Tehran"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.identity import fold
from loaders.countries import country, named_country
from loaders.descriptions import description_groups
from loaders.mentions import Cluster, TypedSpan, by_text, groups
from loaders.names import initials, is_acronym, near, plain_acronym, trim

KINDS = frozenset(
    "city town village province state region district county area capital strip island islands valley prefecture governorate"
    " municipality suburb neighborhood neighbourhood border airport port territory republic river sea desert peninsula oblast"
    " camp crossing".split()
)
LEAD = re.compile(
    r"^(?:[\w’'.-]+\s+){0,3}?(?:city|town|village|capital|province|state|region|district|county|port|island|outskirts|"
    r"suburb|area|resort|municipality|territory|republic|settlement)(?:\s+city)?\s+(?:of\s+)?(?:the\s+)?(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)


def place_clusters(spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """The named by name, the unnamed by their descriptions."""
    surfaces = by_text([span for span in spans if span.named], text)
    named = [_cluster(part, surfaces) for part in groups(surfaces, same_place)]
    return named + description_groups("Place", [span for span in spans if not span.named], text)


@lru_cache(4096)
def place_name(surface: str) -> str:
    """The name without what only says its kind before it: "city of Basra" -> "Basra", "Iraqi town of Dujail" -> "Dujail"."""
    text = trim(surface)
    text = LEAD.sub("", text) or text
    return text


@lru_cache(4096)
def _words(surface: str) -> tuple[str, ...]:
    words = [word for word in fold(place_name(surface)).split() if word not in {"of", "the", "in"}]
    return tuple(word for word in words if word not in KINDS) or tuple(words)


@lru_cache(65536)
def same_place(a: str, b: str) -> bool:
    """Two surfaces of one place within one article."""
    state_a, state_b = named_country(place_name(a)), named_country(place_name(b))
    if state_a or state_b:
        return state_a == state_b
    if _words(a) == _words(b) or near(place_name(a), place_name(b)):
        return True
    short, long = sorted((trim(a), trim(b)), key=len)
    return is_acronym(short) and plain_acronym(short) in initials(long)


def _cluster(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    spans = tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))
    names = [place_name(surface) for surface in part]
    state = next((found for name in names if (found := named_country(name))), None)
    best = state.name if state else max(names, key=lambda name: (name[:1].isupper(), not is_acronym(name), len(name)))
    code = state.code if state else (found.code if (found := country(names[0])) else None)
    return Cluster("Place", best, True, spans, code, state=state is not None, kind="country" if state else None)
