"""Anchors of the 16 event types to events."""

from dataclasses import replace

from graph.article import Event, Modality, Proposal
from graph.identity import local_id
from loaders.extraction.anaphora import entity_of, subject
from loaders.extraction.confidence import confidence
from loaders.extraction.context import LEAST_SPAN, Context
from loaders.extraction.findings import Anchor
from loaders.extraction.labels import EVENTS
from loaders.extraction.negation import called_off, negated
from loaders.extraction.retelling import told_once

LEAST = 0.4
"""Confidence of an event that has one side only: what is less sure is wrong more often than right."""
OWN_FORCE = frozenset({"REJECT", "SANCTION", "CONCEDE"})
"""To call something off is an act of these types itself."""
WORDS = {
    "talks": "talk negotiation negotiate discussion discuss dialogue",
    "visit": "visit trip arrive tour travel",
    "call": "call phone telephone conversation",
    "summit": "summit",
    "conference": "conference",
    "interview": "interview",
}
KINDS = {word: kind for kind, words in WORDS.items() for word in words.split()}
"""What kind of meeting a word tells; any other is a meeting."""


def events(context: Context, proposals: tuple[Proposal, ...]) -> tuple[Event, ...]:
    found: dict[str, Event] = {}
    for anchor in context.findings.anchors:
        if anchor.kind in EVENTS and (event := _event(context, anchor)) is not None:
            found.setdefault(event.id, _discussing(event, proposals))
    return told_once(found.values())


def _event(context: Context, anchor: Anchor) -> Event | None:
    token = context.token(anchor)
    actors, recipients = context.role(anchor, "actor"), context.role(anchor, "recipient")
    if not actors and token.pos_ == "VERB":
        who = subject(token)
        entity = entity_of(context, who) if who is not None and who.dep_ != "nsubj:pass" else None
        actors = (entity,) if entity is not None and context.by_id[entity].label != "Place" else ()
    recipients = tuple(r for r in recipients if r not in actors)
    places = tuple(p for p in context.role(anchor, "place") if context.by_id[p].label == "Place")[:1]
    date = context.date(anchor)
    if not actors and not places and not date and not recipients:
        return None
    sure = confidence(anchor, "actor", "recipient")
    if sure < LEAST and len(actors) + len(recipients) < 2:
        return None
    denied = anchor.modality == "denied" or negated(token) or (anchor.kind not in OWN_FORCE and called_off(token))
    modality: Modality = "denied" if denied else anchor.modality  # pyright: ignore[reportAssignmentType]
    return Event(
        id=local_id("event", context.article.id, context.sentence_at(token.idx).index, anchor.kind, token.idx, *actors),
        type=anchor.kind,  # pyright: ignore[reportArgumentType]
        trigger=token.text,
        evidence=context.evidence(anchor, sure, "topic"),
        actors=actors,
        recipients=recipients,
        places=places,
        date=date,
        duration=context.duration(anchor),
        topic=topic(context, anchor),
        polarity="negative" if denied else "positive",
        modality=modality,
        kind=KINDS.get(token.lemma_.lower(), "meeting") if anchor.kind == "CONSULT" else None,
    )


def topic(context: Context, anchor: Anchor) -> str | None:
    start, end, score = anchor.spans["topic"]
    return context.text(start, end) if score >= LEAST_SPAN else None


def _discussing(event: Event, proposals: tuple[Proposal, ...]) -> Event:
    """A meeting discussed the proposals that its sentence or its topic speaks of."""
    if event.type != "CONSULT" or not proposals:
        return event
    sentences = {e.sentence for e in event.evidence}
    about = tuple(p.id for p in proposals if any(m.sentence in sentences for m in p.mentions))
    return replace(event, discussed=about)
