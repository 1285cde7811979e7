"""Events, proposals, statements and figures."""

from api.articles import BY_DATE
from api.entities import BY_NAME, stances
from api.properties import of_label
from api.table import Choice, Kind, Link, Property, Single, into, out
from graph.reading_tree import Attribute, Hop, Key, Walk

TOLD_IN = Walk((Hop(("EVIDENCES",), False, ("Sentence",)), Hop(("HAS_SENTENCE",), False, ("Article",))))
"""From a fact to the articles whose sentences say it."""
BY_ORDER = (Key(Attribute("order", sort="number")),)


def told_in() -> Link:
    return Link("articles", "Article", TOLD_IN, "The articles that say so.")


EVENT = Kind(
    "Event",
    "Something that happened, is planned, or is denied.",
    (
        *of_label("Event", required=("type",), without=("kind",), type="EventType"),
        Link("actors", "Entity", into("ACTOR_IN", "Entity"), "Who does it; of a meeting, all sides.", BY_NAME),
        Link("recipients", "Entity", into("RECIPIENT_OF", "Entity"), "To whom or with whom it is done.", BY_NAME),
        Link("places", "Place", out("LOCATED_IN", "Place"), "Where.", BY_NAME),
        Link("figures", "Figure", into("COUNTS", "Figure"), "The quantities that count what it did."),
        Link("statementsAbout", "Statement", into("ABOUT", "Statement"), "What is said about it."),
        told_in(),
    ),
    "Event",
    abstract=True,
    interfaces=("Node", "Fact"),
)  # fmt: skip

MEETING = Kind(
    "Meeting",
    "A CONSULT event: a meeting, talks, a call, a visit, a summit.",
    (
        Property("kind", "String", "Meeting, talks, call, visit or summit."),
        Link("discussed", "Proposal", out("DISCUSSED", "Proposal"), "The proposals that were discussed.", BY_NAME),
    ),
    "Meeting",
    interfaces=("Event",),
)

ACTION = Kind("Action", "An event that is not a meeting.", (), "Event", interfaces=("Event",))

PROPOSAL = Kind(
    "Proposal",
    "A plan, deal, draft, resolution or agreement that somebody puts forward, wants, signs or turns down.",
    (
        *of_label("Proposal", without=("name", "names")),
        Link("terms", "Term", out("HAS_TERM", "Term"), "What it contains, in order.", BY_ORDER),
        Link("proposers", "Entity", into("PROPOSED", "Entity"), "Who puts it forward.", BY_NAME),
        Link("parties", "Entity", into("PARTY_TO", "Entity"), "Whom it would bind.", BY_NAME),
        Link("mediators", "Entity", into("MEDIATES", "Entity"), "Who goes between the parties.", BY_NAME),
        stances(False, "Entity", "Who accepts, rejects or doubts it."),
        Link("revises", "Proposal", out("REVISES", "Proposal"), "The proposals that it changes.", BY_NAME),
        Link("revisedBy", "Proposal", into("REVISES", "Proposal"), "The proposals that change it.", BY_NAME),
        Link("discussedIn", "Meeting", into("DISCUSSED", "Meeting"), "The meetings about it, latest first.", BY_DATE),
    ),
    "Proposal",
    interfaces=("Subject", "Fact"),
)  # fmt: skip

TERM = Kind(
    "Term",
    "One thing that a proposal contains.",
    (
        *of_label("Term", required=("text",)),
        Single("proposal", "Proposal", into("HAS_TERM", "Proposal"), "The proposal that contains it."),
        Single("next", "Term", out("THEN", "Term"), "What follows, of a plan in phases."),
        Single("previous", "Term", into("THEN", "Term"), "What comes before, of a plan in phases."),
    ),
    "Term",
    interfaces=("Node",),
)

STATEMENT = Kind(
    "Statement",
    "What somebody said or is reported to have said.",
    (
        *of_label("Statement", required=("text",)),
        Link("speakers", "Entity", into("SAID", "Entity"), "Who says it.", BY_NAME),
        Link("addressees", "Entity", into("RECIPIENT_OF", "Entity"), "To whom it is said.", BY_NAME),
        Link("about", "Node", out("ABOUT"), "The entities, proposals and events that it is about."),
        Link("cites", "Figure", out("CITES", "Figure"), "The quantities that it gives."),
        told_in(),
    ),
    "Statement",
    interfaces=("Node", "SearchResult", "Fact"),
)

FIGURE = Kind(
    "Figure",
    "A quantity that somebody gives: killed, held, released, displaced.",
    (
        *of_label("Figure", required=("value",)),
        Link("sources", "Entity", into("GIVES", "Entity"), "Who gives it; nobody: the article itself.", BY_NAME),
        Link("counts", "Node", out("COUNTS"), "The events or entities whose people or things are counted."),
        Link("places", "Place", out("LOCATED_IN", "Place"), "For which place it is given.", BY_NAME),
        Link("citedIn", "Statement", into("CITES", "Statement"), "The statements that give it."),
        told_in(),
    ),
    "Figure",
    interfaces=("Node", "Fact"),
)

KINDS = (EVENT, MEETING, ACTION, PROPOSAL, TERM, STATEMENT, FIGURE)

CHOICES = (
    Choice(
        "EventType",
        "The types of PLOVER, the open ontology of political events.",
        (
            ("AGREE", "Agrees to do something."),
            ("CONSULT", "Meets, visits, calls, negotiates."),
            ("SUPPORT", "Supports by words, recognition, ceremony."),
            ("COOPERATE", "Cooperates: exchanges, signs, shares."),
            ("AID", "Gives aid."),
            ("RETREAT", "Retreats, releases, withdraws force."),
            ("REQUEST", "Asks or demands."),
            ("ACCUSE", "Accuses, criticises, investigates."),
            ("REJECT", "Rejects, refuses."),
            ("THREATEN", "Threatens."),
            ("PROTEST", "Protests, strikes, riots."),
            ("SANCTION", "Sanctions, cuts relations, expels."),
            ("MOBILIZE", "Mobilises force."),
            ("COERCE", "Coerces: arrests, seizes, censors."),
            ("ASSAULT", "Attacks, kills, wounds."),
            ("CONCEDE", "Yields, resigns, eases."),
        ),
        lower=False,
    ),
    Choice("Polarity", "Whether a text affirms.", (("POSITIVE", "It affirms."), ("NEGATIVE", "It denies."))),
    Choice(
        "Modality",
        "In which way a text tells of an event.",
        (
            ("ASSERTED", "It happened or happens."),
            ("PLANNED", "It is planned."),
            ("POSSIBLE", "It may happen or may have happened."),
            ("DEMANDED", "Somebody wants it."),
            ("DENIED", "Somebody says that it did not happen."),
        ),
    ),
)
