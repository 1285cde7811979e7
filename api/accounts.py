"""Accounts held against each other: what happened when, where sources disagree, what is denied."""

from typing import Any

from api.checks import known_id
from api.dates import AFTER_ALL
from api.table import Argument, Arguments, Choice, End, Items, Kind, Property, Question
from graph.reading_tree import Attribute, Key
from graph.reading_written import text


def column(name: str, type_: str, description: str, required: bool = False) -> Property:
    return Property(name, type_, description, required, Attribute(name, "row"))


def key(name: str) -> Key:
    return Key(Attribute(name, "row"))


PARTS = Choice(
    "EventPart",
    "The part that something has in an event.",
    (
        ("ACTOR", "It does it, or takes part in it."),
        ("RECIPIENT", "It is done to it."),
        ("PLACE", "It happens there."),
        ("TOPIC", "It is what a meeting is about."),
    ),
    lower=False,
)

TIMELINE_EDGE = Kind(
    "TimelineEdge",
    "An event, and the part that something has in it.",
    (column("part", "EventPart", "Its part; of several, the first in the order of the enum.", required=True),),
    on_edge=True,
)

DISAGREEMENT = Kind(
    "Disagreement",
    "Different figures for one thing by different sources.",
    (
        column("unit", "String", "What is counted.", required=True),
        column("state", "String", "Killed, held, released, displaced; empty if that is not said.", required=True),
        column("least", "Float", "The smallest figure.", required=True),
        column("greatest", "Float", "The largest figure.", required=True),
        Items("figures", "Figure", "figures", ("node",), "All of them, smallest first, with sources and evidence."),
    ),
)

DISAGREEMENT_EDGE = Kind("DisagreementEdge", "One disagreement.", (), on_edge=True)

DENIAL_EDGE = Kind(
    "DenialEdge",
    "A statement, and what it denies.",
    (End("event", "Event", "event", "The event that it says did not happen, or will not."),),
    on_edge=True,
)


def between(arguments: Arguments) -> dict[str, Any]:
    """The parameters of graph/reads/timeline.cypher. Raises InputError if an argument cannot be."""
    since, until = arguments.get("from") or "", arguments.get("to") or ""
    return {"of": known_id(arguments["of"]), "since": since, "until": until + AFTER_ALL}


def nothing(_: Arguments) -> dict[str, Any]:
    return {}


TIMELINE = Question(
    "timeline",
    "Event",
    text("timeline"),
    "The dated events that an entity or a proposal has a part in, earliest first.",
    (
        Argument("of", "ID!", "The id of an entity or a proposal."),
        Argument("from", "Date", "Events of this year, month or day, and later ones."),
        Argument("to", "Date", "Events up to this year, month or day, and in it."),
    ),
    between,
    columns=("node", "part"),
    order=(Key(Attribute("date")), Key(Attribute("id"))),
    edge="TimelineEdge",
)

DISAGREEMENTS = Question(
    "disagreements",
    "Disagreement",
    text("disagreements"),
    "Different figures for one thing by different sources: equal unit, state and date, for the same place, of the same "
    "people or things, or else in the same article.",
    (),
    nothing,
    columns=("unit", "state", "date", "about", "figures", "least", "greatest"),
    order=(key("unit"), key("state"), key("date"), key("about")),
    edge="DisagreementEdge",
)

DENIALS = Question(
    "denials",
    "Statement",
    text("denials"),
    "Statements that deny an event, with the event.",
    (),
    nothing,
    columns=("node", "event"),
    order=(Key(Attribute("id")), Key(Attribute("id", "event"))),
    edge="DenialEdge",
)

KINDS = (TIMELINE_EDGE, DISAGREEMENT, DISAGREEMENT_EDGE, DENIAL_EDGE)
CHOICES = (PARTS,)
