"""One event that a sentence tells by two words ("called for, urging …", "fired and shot") is one event."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.article import Event
from loaders.extraction.merging import merged


def told_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events of one sentence and type whose roles do not speak against each other put together; the surest leads."""
    kept = merged(sorted(events, key=lambda e: -e.evidence[0].confidence), _same, _joined)
    return tuple(sorted(kept, key=lambda e: (e.evidence[0].sentence, e.evidence[0].start)))


def _same(a: Event, b: Event) -> bool:
    return (
        a.type == b.type
        and a.evidence[0].sentence == b.evidence[0].sentence
        and a.polarity == b.polarity
        and _agree(a.actors, b.actors)
        and _agree(a.recipients, b.recipients)
        and _agree(a.places, b.places)
        and (a.date == b.date or None in (a.date, b.date))
    )


def _agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """One says nothing, or one says all that the other does."""
    return set(a) <= set(b) or set(b) <= set(a)


def _joined(first: Event, second: Event) -> Event:
    return replace(
        first,
        evidence=(*first.evidence, *second.evidence),
        actors=tuple(dict.fromkeys((*first.actors, *second.actors))),
        recipients=tuple(r for r in dict.fromkeys((*first.recipients, *second.recipients)) if r not in first.actors),
        places=first.places or second.places,
        date=first.date or second.date,
        duration=first.duration or second.duration,
        topic=first.topic or second.topic,
        discussed=tuple(dict.fromkeys((*first.discussed, *second.discussed))),
    )
