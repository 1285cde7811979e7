"""Parts and wholes: organs of states, wings of groups, places within places, and the country that a state governs."""

from collections.abc import Iterator

from graph.article import Belonging, Entity, Evidence
from loaders.extraction.body_parts import BODIES, body_parts
from loaders.extraction.context import VERSION, Context
from loaders.extraction.places_within import places_within

SURE = {"genitive": 0.8, "organ": 0.75, "member": 0.75, "list": 0.85, "beside": 0.8, "own place": 0.7, "country": 0.85}
"""How often each rule was right on annotated articles."""


def belongings(context: Context) -> tuple[Belonging, ...]:
    found: dict[tuple[str, str, str], Belonging] = {}
    for belonging in (*said(context), *governed(context)):
        found.setdefault((belonging.type, belonging.part, belonging.whole), belonging)
    placed = {(belonging.type, belonging.part) for belonging in found.values()}
    for belonging in paired(context):
        if (belonging.type, belonging.part) not in placed:
            found.setdefault((belonging.type, belonging.part, belonging.whole), belonging)
    return tuple(found.values())


def said(context: Context) -> Iterator[Belonging]:
    """By the words of the text."""
    for pair in (*body_parts(context), *places_within(context)):
        sentence = context.sentence_at(pair.start)
        trigger = context.article.text[pair.start : pair.end]
        evidence = Evidence(sentence.id, pair.start, pair.end, f"rule:{pair.rule}", VERSION, SURE[pair.rule], trigger)
        yield Belonging(pair.kind, pair.part, pair.whole, (evidence,))


def paired(context: Context) -> Iterator[Belonging]:
    """By the model, most probable first."""
    for kind, part_token, whole_token, score in sorted(context.findings.pairs, key=lambda pair: -pair[3]):
        part, whole = context.entity_at(part_token), context.entity_at(whole_token)
        if part is None or whole is None or part == whole or not _fits(kind, context.by_id[part], context.by_id[whole]):
            continue
        token = context.doc[part_token]
        sentence = context.sentence_at(token.idx)
        sure = round(0.38 + 0.4 * score, 3)
        evidence = Evidence(sentence.id, sentence.start, sentence.end, "facts:pair", VERSION, sure, token.text)
        yield Belonging(kind, part, whole, (evidence,))  # pyright: ignore[reportArgumentType]


def _fits(kind: str, part: Entity, whole: Entity) -> bool:
    places = (part.label == "Place") + (whole.label == "Place")
    return places == 2 if kind == "WITHIN" else part.label in BODIES and whole.label in BODIES


def governed(context: Context) -> Iterator[Belonging]:
    """A state governs the country of the same name where the article speaks of both."""
    for place in context.entities:
        state = context.state(place.country) if place.label == "Place" else None
        if state is not None and place.name == state.name and place.mentions:
            first = place.mentions[0]
            evidence = Evidence(first.sentence, first.start, first.end, "rule:country", VERSION, 1.0, first.text)
            yield Belonging("GOVERNS", state.id, place.id, (evidence,))
