"""Parts and wholes: organs of states, wings of groups, places within places, and the country that a state governs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.article import Belonging, Entity, Evidence
from loaders.countries import country
from loaders.extraction.context import VERSION, Context

BESIDE = re.compile(r",\s|\s(?:in|near the border with|of)\s(?:the\s)?|\s\(")
GOES_ON = re.compile(r"\s*(?:,\s*(?:and\s+)?|and\s+)[A-Z]")
"""A list of places: "Lyon, Paris and Nice"."""
BODIES = frozenset({"Government", "Organization"})


def belongings(context: Context) -> tuple[Belonging, ...]:
    found: dict[tuple[str, str, str], Belonging] = {}
    for kind, part_token, whole_token, score in sorted(context.findings.pairs, key=lambda pair: -pair[3]):
        part, whole = context.entity_at(part_token), context.entity_at(whole_token)
        if part is None or whole is None or part == whole or not _fits(kind, context.by_id[part], context.by_id[whole]):
            continue
        if (kind, whole, part) in found:
            continue
        token = context.doc[part_token]
        sentence = context.sentence_at(token.idx)
        evidence = Evidence(
            sentence.id, sentence.start, sentence.end, "facts:pair", VERSION, round(0.38 + 0.4 * score, 3), token.text
        )
        found.setdefault((kind, part, whole), Belonging(kind, part, whole, (evidence,)))  # pyright: ignore[reportArgumentType]
    for belonging in (*beside(context), *governed(context)):
        found.setdefault((belonging.type, belonging.part, belonging.whole), belonging)
    return tuple(found.values())


def _fits(kind: str, part: Entity, whole: Entity) -> bool:
    places = (part.label == "Place") + (whole.label == "Place")
    return places == 2 if kind == "WITHIN" else part.label in BODIES and whole.label in BODIES


def beside(context: Context) -> Iterator[Belonging]:
    """ "Taba, Egypt", "the port of Aden in Yemen": a place right before the larger one that it lies in."""
    text = context.article.text
    places = [(m.start, m.end, e) for e in context.entities if e.label == "Place" and e.named for m in e.mentions]
    for (start, end, part), (after, stop, whole) in pairwise(sorted(places, key=lambda place: place[:2])):
        between = text[end:after]
        if part.id == whole.id or not BESIDE.fullmatch(between) or country(part.name) is not None:
            continue
        is_list = between.strip() == "," and GOES_ON.match(text, stop)
        if not (is_list and country(whole.name) is None):
            sentence = context.sentence_at(start)
            evidence = Evidence(sentence.id, start, stop, "rule:beside", VERSION, 0.7, text[start:stop])
            yield Belonging("WITHIN", part.id, whole.id, (evidence,))


def governed(context: Context) -> tuple[Belonging, ...]:
    """A state governs the country of the same name where the article speaks of both."""
    found: list[Belonging] = []
    for place in context.entities:
        state = context.state(place.country) if place.label == "Place" else None
        if state is not None and place.name == state.name and place.mentions:
            first = place.mentions[0]
            evidence = Evidence(first.sentence, first.start, first.end, "rule:country", VERSION, 1.0, first.text)
            found.append(Belonging("GOVERNS", state.id, place.id, (evidence,)))
    return tuple(found)
