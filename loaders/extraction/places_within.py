"""Places within places by the words between them: "Taba, Egypt", "the Egyptian resort of Taba", "Kabul's old town"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.countries import country
from loaders.extraction.context import Context
from loaders.extraction.naming import Named, PartWhole, named, near

THE = r"(?:(?:the|an?)\s+)?"
AREA = (
    r"(?:capital|city|town|village|port|resort|island|province|state|republic|region|district|suburb|neighbou?rhood"
    r"|area)"
)
ABODE = rf"{AREA}(?:\s{AREA})?"
BESIDE = re.compile(
    rf"\s?,\s+|\s\(|,?\s+(?:in|of|at|near the border with|on the outskirts of)\s+{THE}"
    rf"|\s?,\s+{THE}(?:[\w-]+\s)?{ABODE}\s+(?:of|in)\s+(?:[a-z]+\s+)?{THE}"
)
OWN_PLACE = re.compile(
    rf"\s?['’`]s\s+(?:[a-z]+\s){{0,2}}?(?:{ABODE}\s?,?\s+(?:of\s+)?)?|,?\s(?:whose\s)?{ABODE},?\s+(?:of\s+)?"
)
COUNTRY_AREA = re.compile(rf"\b([A-Z][\w.]*(?:\s[A-Z]\w+)?)\s+(?:\w+\s+)?{ABODE},?\s+(?:of\s+)?$")
GOES_ON = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)[A-Z]")


def places_within(context: Context) -> Iterator[PartWhole]:
    places = named(context, {"Place"})
    for at, (one, other) in enumerate(pairwise(places)):
        if near(context, one, other):
            yield from _beside(context, one, other, places[at + 2] if at + 2 < len(places) else None)
    for place in places:
        yield from _of_country(context, place)


def _beside(context: Context, one: Named, other: Named, third: Named | None) -> Iterator[PartWhole]:
    text = context.article.text
    between = text[one.end : other.start]
    if BESIDE.fullmatch(between) and not _is_area(context, one) and one.entity.kind != "country":
        if not (between.strip() == "," and _listed(text, one, other, third)):
            yield PartWhole("WITHIN", one.entity.id, other.entity.id, one.start, other.end, "beside")
    elif OWN_PLACE.fullmatch(between) and other.entity.kind != "country":
        yield PartWhole("WITHIN", other.entity.id, one.entity.id, one.start, other.end, "own place")


def _is_area(context: Context, place: Named) -> bool:
    """ "City", "southern Greek city": what follows with "of" is its name, not where it lies."""
    words = context.article.text[place.start : place.end].split()
    return re.fullmatch(AREA, words[-1], re.IGNORECASE) is not None and all(
        word[0].islower() or country(word) is not None for word in words[:-1]
    )


def _listed(text: str, one: Named, other: Named, third: Named | None) -> bool:
    """Places side by side ("Lyon, Paris and Nice"), none within the one before."""
    if other.entity.kind == "region" or not GOES_ON.match(text, other.end):
        return other.entity.kind == one.entity.kind == "region"
    larger = third and third.entity.kind == "country" and text[other.end : third.start].strip() == ","
    return other.entity.kind != "country" and not larger


def _of_country(context: Context, place: Named) -> Iterator[PartWhole]:
    """ "The Greek city of Kavala", "the Sudanese capital, Khartoum": in the country, where the article names it."""
    before = context.article.text[max(0, place.start - 60) : place.start]
    found = COUNTRY_AREA.search(before)
    state = country(found[1]) or country(found[1].split()[-1]) if found else None
    if state is None or place.entity.kind == "country":
        return
    for whole in context.entities:
        if whole.label == "Place" and whole.kind == "country" and whole.country == state.code:
            yield PartWhole("WITHIN", place.entity.id, whole.id, place.start, place.end, "country")
