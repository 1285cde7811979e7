"""Where a read can begin."""

from api.accounts import DENIALS, DISAGREEMENTS, TIMELINE
from api.articles import BY_DATE
from api.entities import ALL_STANCES, BY_NAME, BY_TITLE, EDGE_ID, OFFICES
from api.groups import AGGREGATES
from api.paths import ROUND, WAY
from api.search import SEARCH
from api.table import Kind, Link, Lookup, Lookups
from graph.reading_tree import Attribute, Key, Nodes

NODE_LABELS = ("Article", "Sentence", "Entity", "Proposal", "Term", "Event", "Statement", "Figure")
LATEST = (Key(Attribute("published", sort="time"), descending=True),)


def by_id(name: str, target: str, *labels: str) -> Lookup:
    return Lookup(
        name, target, Nodes(labels or (target,)), f"The {target.lower()} with this id; null if there is none."
    )


def by_name(name: str, target: str, *labels: str) -> Lookup:
    text = f"The {target.lower()} with this id, or called by this name; null if there is none."
    return Lookup(name, target, Nodes(labels or (target,)), text, by_name=True)


def every(name: str, target: str, description: str, *order: Key) -> Link:
    return Link(name, target, Nodes((target,)), description, order)


QUERY = Kind(
    "Query",
    "Everything that can be read. One operation is one statement to the database.",
    (
        by_id("node", "Node", *NODE_LABELS),
        Lookups(
            "nodes", "Node", Nodes(NODE_LABELS), "The nodes with these ids, in their order; null where there is none."
        ),
        SEARCH,
        WAY,
        ROUND,
        TIMELINE,
        DISAGREEMENTS,
        DENIALS,
        by_id("article", "Article"),
        by_id("sentence", "Sentence"),
        by_name("entity", "Entity"),
        by_name("person", "Person"),
        by_name("government", "Government"),
        by_name("organization", "Organization"),
        by_name("place", "Place"),
        by_name("proposal", "Proposal"),
        by_id("event", "Event"),
        by_id("meeting", "Meeting"),
        by_id("statement", "Statement"),
        by_id("figure", "Figure"),
        every("articles", "Article", "All articles, latest first.", *LATEST),
        every("sentences", "Sentence", "All sentences, article by article."),
        every("entities", "Entity", "All persons, governments, organisations and places, by name.", *BY_NAME),
        every("persons", "Person", "All persons, by name.", *BY_NAME),
        every("governments", "Government", "All governments and their organs, by name.", *BY_NAME),
        every("organizations", "Organization", "All organisations, by name.", *BY_NAME),
        every("places", "Place", "All places, by name.", *BY_NAME),
        every("proposals", "Proposal", "All proposals, by name.", *BY_NAME),
        every("events", "Event", "All events, meetings too, latest first.", *BY_DATE),
        every("meetings", "Meeting", "All meetings, latest first.", *BY_DATE),
        every("statements", "Statement", "All statements."),
        every("figures", "Figure", "All quantities that somebody gives."),
        Link("offices", "Office", OFFICES, "Who holds which office, by title.", BY_TITLE, EDGE_ID),
        Link("stances", "Stance", ALL_STANCES, "Who accepts, rejects or doubts which proposal.", unique=EDGE_ID),
        *AGGREGATES,
    ),
)
