"""How things are connected: the shortest ways between two, and what is round one, with the facts on every step."""

from typing import Any

from api.checks import known_id, within
from api.errors import InputError
from api.table import Argument, Arguments, Choice, End, Items, Kind, Property, Question, Told
from graph.reading_paths import AROUND, DEPTH, FACTS, LEVELS, WAYS
from graph.reading_tree import Attribute, Key

MAX_WAYS, DEFAULT_WAYS = 50, 10
MAX_NODES, DEFAULT_NODES = 200, 50
LONGEST = max(LEVELS)

LABELS = {"EVENT": "Event", "STATEMENT": "Statement", "FIGURE": "Figure"}
LINKS = {
    "OFFICE": ("HOLDS_OFFICE",),
    "BELONGING": ("PART_OF", "GOVERNS", "WITHIN"),
    "STANCE": ("SUPPORTS", "REJECTS", "DOUBTS"),
    "PROPOSAL": ("PROPOSED", "PARTY_TO", "MEDIATES", "REVISES"),
}

TYPES = Choice(
    "FactType",
    "The kinds of facts that join things.",
    (
        ("EVENT", "Both have a part in an event that is not denied: they do it, it is done to them, it is there."),
        ("STATEMENT", "One says it, it is said to the other or about them."),
        ("FIGURE", "One gives it, it counts the other, it is given for that place."),
        ("OFFICE", "One holds an office in the other."),
        ("BELONGING", "One is part of the other, lies in it or governs it."),
        ("STANCE", "One accepts, rejects or doubts the other."),
        ("PROPOSAL", "One puts the other forward, would be bound by it, mediates it or changes it."),
    ),
    lower=False,
)

HOP = Kind(
    "Hop",
    "A step from one thing to another, with the facts that join them.",
    (
        End("from", "Subject", "from", "Where the step begins."),
        End("to", "Subject", "to", "Where it leads."),
        Told(
            "facts", "Fact", FACTS, ("node", "edge", "start", "end", "date", "id"),
            (Key(Attribute("date", "row"), descending=True), Key(Attribute("id", "row"))),
            "The facts that join the two, latest first. Each has its evidence.",
        ),
    ),
)  # fmt: skip

PATH = Kind(
    "Path",
    "A way from one thing to another.",
    (
        Property("length", "Int", "How many steps it has.", required=True, attribute=Attribute("length", "row")),
        Items("hops", "Hop", "hops", ("from", "to"), "Its steps, in order."),
    ),
)

NEIGHBOURHOOD = Kind(
    "Neighbourhood",
    "What is round one thing: nodes and edges for a picture.",
    (
        Items(
            "nodes", "Subject", "nodes", ("node",), "The thing itself, then the nearest, those with most facts first."
        ),
        Items("edges", "Hop", "hops", ("from", "to"), "Each pair of the nodes that facts join, once."),
    ),
)

CHOSEN = Argument("types", "[FactType!]", "By which facts to go; by all unless you say.")


def chosen(arguments: Arguments) -> dict[str, Any]:
    """By which labels of facts and which relationships to go."""
    types = [kind.value for kind in arguments.get("types") or ()] or [name for name, _ in TYPES.values]
    return {
        "labels": [label for name, label in LABELS.items() if name in types],
        "links": [link for name, links in LINKS.items() if name in types for link in links],
    }


def ways(arguments: Arguments) -> dict[str, Any]:
    """The parameters of graph.reading_paths.WAYS. Raises InputError if an argument cannot be."""
    one, other = known_id(arguments["from"]), known_id(arguments["to"])
    if one == other:
        raise InputError(f"`from` and `to` are both {one!r}. Give two things to connect.")
    return {
        **chosen(arguments),
        "one": one,
        "other": other,
        "longest": within(arguments, "maxLength", 1, LONGEST, LONGEST),
        "ways": within(arguments, "first", 0, MAX_WAYS, DEFAULT_WAYS),
    }


def around(arguments: Arguments) -> dict[str, Any]:
    """The parameters of graph.reading_paths.AROUND. Raises InputError if an argument cannot be."""
    return {
        **chosen(arguments),
        "one": known_id(arguments["of"]),
        "depth": within(arguments, "depth", 1, DEPTH, 1),
        "size": within(arguments, "limit", 1, MAX_NODES, DEFAULT_NODES),
    }


WAY = Question(
    "path",
    "Path",
    WAYS,
    "The shortest ways between two entities or proposals: all have the same length, each goes through another node in "
    "its middle. Empty if there is none.",
    (
        Argument("from", "ID!", "The id of an entity or a proposal."),
        Argument("to", "ID!", "The id of another."),
        Argument("maxLength", "Int", f"Steps at most: 1 to {LONGEST}, {LONGEST} unless you say."),
        CHOSEN,
        Argument("first", "Int", f"Ways at most: up to {MAX_WAYS}, {DEFAULT_WAYS} unless you say."),
    ),
    ways,
    columns=("length", "hops", "id"),
    order=(Key(Attribute("id", "row")),),
    gives="list",
)

ROUND = Question(
    "neighbourhood",
    "Neighbourhood",
    AROUND,
    "What is round an entity or a proposal; null if there is none with this id.",
    (
        Argument("of", "ID!", "The id of an entity or a proposal."),
        Argument("depth", "Int", f"Steps from it at most: 1 to {DEPTH}, 1 unless you say."),
        CHOSEN,
        Argument("limit", "Int", f"Nodes at most: up to {MAX_NODES}, {DEFAULT_NODES} unless you say."),
    ),
    around,
    columns=("nodes", "hops"),
    order=(),
    gives="one",
)

KINDS = (HOP, PATH, NEIGHBOURHOOD)
CHOICES = (TYPES,)
