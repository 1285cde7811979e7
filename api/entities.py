"""Persons, governments, organisations and places."""

from api.articles import BY_DATE, LISTED
from api.properties import of_label, of_relationship
from api.table import Choice, End, Kind, Link, Property, into, out
from graph import model
from graph.reading_tree import Attribute, Edges, Hop, Key, Walk

BY_TITLE = (Key(Attribute("title", "edge")),)
BY_NAME = (Key(Attribute("name")),)
EDGE_ID = (Key(Attribute("id", "edge")),)
STANCES = ("SUPPORTS", "REJECTS", "DOUBTS")


def stances(out: bool, label: str, description: str) -> Link:
    """A connection to the stances that a node has, or that others have on it."""
    return Link("stances", "Stance", Walk((Hop(STANCES, out, (label,)),)), description, unique=EDGE_ID)


def belonging(name: str, relationship: str, is_part: bool, description: str) -> Link:
    """A connection to a whole that this is part of, or to the parts of this."""
    return Link(name, "Belonging", Walk((Hop((relationship,), is_part),)), description, unique=EDGE_ID)


ENTITY = Kind(
    "Entity",
    "A person, government, organisation or place.",
    (
        Property("named", "Boolean", "Whether it has a proper name; if not, it belongs to one article."),
        Link("events", "Event", out("ACTOR_IN", "Event"), "What it does or takes part in, latest first.", BY_DATE),
        Link("meetings", "Meeting", out("ACTOR_IN", "Meeting"), "The meetings it is in, latest first.", BY_DATE),
        Link("eventsReceived", "Event", out("RECIPIENT_OF", "Event"), "What is done to it, latest first.", BY_DATE),
        Link("statements", "Statement", out("SAID", "Statement"), "What it says."),
        Link("statementsReceived", "Statement", out("RECIPIENT_OF", "Statement"), "What is said to it."),
        Link("figuresGiven", "Figure", out("GIVES", "Figure"), "The quantities that it gives."),
        stances(True, "Proposal", "What it accepts, rejects or doubts."),
        Link("proposed", "Proposal", out("PROPOSED", "Proposal"), "The proposals it puts forward.", BY_NAME),
        Link("partyTo", "Proposal", out("PARTY_TO", "Proposal"), "The proposals that would bind it.", BY_NAME),
        Link("mediates", "Proposal", out("MEDIATES", "Proposal"), "The proposals that it mediates.", BY_NAME),
        Link("figures", "Figure", into("COUNTS", "Figure"), "The quantities that count its people or things."),
    ),
    "Entity",
    abstract=True,
    interfaces=("Subject",),
)  # fmt: skip

PERSON = Kind(
    "Person",
    'A human being, named or described ("a senior official").',
    (Link("offices", "Office", out("HOLDS_OFFICE"), "The offices that the person holds or held.", BY_TITLE, EDGE_ID),),
    "Person",
    interfaces=("Entity",),
)

_BODY = (
    Link(
        "offices",
        "Office",
        into("HOLDS_OFFICE", "Person"),
        "The offices in it, with who holds them.",
        BY_TITLE,
        EDGE_ID,
    ),
    belonging("partOf", "PART_OF", True, "The body that it is an organ or wing of."),
    belonging("parts", "PART_OF", False, "Its organs and wings."),
)

_SHARED = ("name", "names", "named")
"""Properties that all entities have."""

GOVERNMENT = Kind(
    "Government",
    "A state as an actor, or an organ of it: a ministry, office, court, armed force.",
    (*of_label("Government", without=_SHARED), *_BODY, belonging("governs", "GOVERNS", True, "The places it governs.")),
    "Government",
    interfaces=("Entity",),
)

ORGANIZATION = Kind(
    "Organization",
    "Everything else that acts: armed groups, parties, international bodies, media, companies.",
    (*of_label("Organization", without=_SHARED), *_BODY),
    "Organization",
    interfaces=("Entity",),
)

PLACE = Kind(
    "Place",
    "A country, city, region, border, corridor or building.",
    (
        *of_label("Place", without=_SHARED),
        belonging("within", "WITHIN", True, "The places it lies in."),
        belonging("contains", "WITHIN", False, "The places that lie in it."),
        belonging("governedBy", "GOVERNS", False, "The government of the place."),
        Link("eventsHere", "Event", into("LOCATED_IN", "Event"), "What happens here, latest first.", BY_DATE),
        Link("figuresHere", "Figure", into("LOCATED_IN", "Figure"), "The quantities that are given for this place."),
    ),
    "Place",
    interfaces=("Entity",),
)

EVIDENCE = tuple(p.name for p in model.EVIDENCE)
"""What the relationships that are facts keep beside what they say."""

_RELATION_ID = Property("id", "ID", "Tells this fact from every other.", required=True)

OFFICE = Kind(
    "Office",
    "That a person holds (or held) an office; also a spokesman, an official, a leader.",
    (
        _RELATION_ID,
        *of_relationship("HOLDS_OFFICE", required=("title",), without=EVIDENCE),
        End("holder", "Person", "start", "Who holds it."),
        End("of", "Entity", "end", "The government or organisation it belongs to."),
        LISTED,
    ),
    on_edge=True,
    interfaces=("Fact",),
    relationships=("HOLDS_OFFICE",),
)

BELONGING = Kind(
    "Belonging",
    "That one thing is part of another: an organ of its state, a place of a larger one, a country of its government.",
    (
        _RELATION_ID,
        Property("type", "BelongingType", "How it belongs.", required=True, attribute=Attribute("", "type")),
        End("part", "Entity", "start", "The part; of GOVERNS, the government."),
        End("whole", "Entity", "end", "The whole; of GOVERNS, the place."),
        LISTED,
    ),
    on_edge=True,
    interfaces=("Fact",),
    relationships=("PART_OF", "GOVERNS", "WITHIN"),
)

STANCE = Kind(
    "Stance",
    "That somebody accepts, rejects or doubts a proposal.",
    (
        _RELATION_ID,
        Property("stance", "StanceKind", "For, against or in doubt.", required=True, attribute=Attribute("", "type")),
        End("holder", "Entity", "start", "Whose stance it is."),
        End("proposal", "Proposal", "end", "The proposal."),
        LISTED,
    ),
    on_edge=True,
    interfaces=("Fact",),
    relationships=STANCES,
)

OFFICES = Edges(("HOLDS_OFFICE",), ("Person",))
ALL_STANCES = Edges(STANCES, ("Entity",), ("Proposal",))

KINDS = (ENTITY, PERSON, GOVERNMENT, ORGANIZATION, PLACE, OFFICE, BELONGING, STANCE)

CHOICES = (
    Choice(
        "OfficeStatus",
        "Whether a person holds an office at the time of the article.",
        (
            ("CURRENT", "Holds it."),
            ("FORMER", "Held it once."),
            ("ACTING", "Holds it for somebody else."),
            ("ELECT", "Will hold it."),
        ),
    ),
    Choice(
        "BelongingType",
        "How one thing belongs to another.",
        (
            ("PART_OF", "An organ of a state, a wing of a group."),
            ("WITHIN", "A place in a larger one."),
            ("GOVERNS", "A government and its place."),
        ),
        lower=False,
    ),
    Choice(
        "StanceKind",
        "What somebody thinks of a proposal.",
        (("SUPPORTS", "Accepts it."), ("REJECTS", "Turns it down."), ("DOUBTS", "Neither, and says why.")),
        lower=False,
    ),
    Choice(
        "MentionKind",
        "How a mention refers to something.",
        (("NAME", "By its name."), ("DESCRIPTION", "By a description."), ("PRONOUN", "By a pronoun.")),
    ),
)  # fmt: skip
