"""Anchors of events to events; names are marked, so no model is asked."""

from dataclasses import replace

from marked import context_of

from loaders.extraction.context import Context
from loaders.extraction.events import events
from loaders.extraction.findings import Anchor, Findings, Pointed


def meeting(context: Context, score: float, *actors: int) -> Context:
    """With an anchor at the second word that points at the words `actors`."""
    roles = {"actor": tuple(Pointed(word, 0.5) for word in actors)}
    anchor = Anchor(1, "CONSULT", score, "asserted", "none", roles, {"topic": (1, 2, 0.0)})
    return replace(context, findings=Findings(anchors=[anchor]))


def test_an_unsure_event_needs_two_sides() -> None:
    context = context_of("[G Iran] met [G Iraq] on Monday.")
    assert [event.actors for event in events(meeting(context, 0.3, 0, 2), ())] == [("government:ir", "government:iq")]
    assert events(meeting(context, 0.3, 0), ()) == ()
    assert [event.actors for event in events(meeting(context, 0.9, 0), ())] == [("government:ir",)]
