"""Parts and wholes: organs of states, wings of groups, places within places, and the country that a state governs."""

from graph.article import Belonging, Entity, Evidence
from loaders.extraction.context import VERSION, Context

BODIES = frozenset({"Government", "Organization"})


def belongings(context: Context) -> tuple[Belonging, ...]:
    found: dict[tuple[str, str, str], Belonging] = {}
    for kind, part_token, whole_token, score in sorted(context.findings.pairs, key=lambda pair: -pair[3]):
        part, whole = context.entity_at(part_token), context.entity_at(whole_token)
        if part is None or whole is None or part == whole or not fits(kind, context.by_id[part], context.by_id[whole]):
            continue
        if (kind, whole, part) in found:
            continue
        token = context.doc[part_token]
        sentence = context.sentence_at(token.idx)
        evidence = Evidence(sentence.id, sentence.start, sentence.end, "facts:pair", VERSION, round(score, 3), token.text)
        found.setdefault((kind, part, whole), Belonging(kind, part, whole, (evidence,)))  # pyright: ignore[reportArgumentType]
    return (*found.values(), *governed(context))


def fits(kind: str, part: Entity, whole: Entity) -> bool:
    places = (part.label == "Place") + (whole.label == "Place")
    return places == 2 if kind == "WITHIN" else part.label in BODIES and whole.label in BODIES


def governed(context: Context) -> tuple[Belonging, ...]:
    """A state governs the country of the same name where the article speaks of both."""
    states = {e.country: e for e in context.entities if e.label == "Government" and e.country and e.id == f"government:{e.country.lower()}"}
    found: list[Belonging] = []
    for place in context.entities:
        state = states.get(place.country) if place.label == "Place" else None
        if state is not None and place.name == state.name and place.mentions:
            first = place.mentions[0]
            evidence = Evidence(first.sentence, first.start, first.end, "rule:country", VERSION, 1.0, first.text)
            found.append(Belonging("GOVERNS", state.id, place.id, (evidence,)))
    return tuple(found)
