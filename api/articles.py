"""Articles, their sentences, and how a sentence says something."""

from api.properties import of_label, of_relationship
from api.table import End, Evidence, Kind, Link, Property, Single, Span, into, out
from graph.reading_tree import Attribute, Hop, Key, Listed, Walk

SPAN_ORDER = (Key(Attribute("start", "edge", "number")), Key(Attribute("end", "edge", "number")), Key(Attribute("id")))
"""Tells apart the mentions of one thing in one sentence."""

NODE = Kind(
    "Node",
    "Something with an id of its own. Ids come from content: the same thing has the same id in every graph.",
    (Property("id", "ID", "Tells this from everything else in the graph.", required=True),),
    abstract=True,
)


def said(*label: str) -> Walk:
    """From an article to what its sentences say."""
    return Walk((Hop(("HAS_SENTENCE",), True, ("Sentence",)), Hop(("EVIDENCES",), True, label)))


BY_DATE = (Key(Attribute("date", sort="text"), descending=True),)

ARTICLE = Kind(
    "Article",
    "One news article as it was read.",
    (
        *of_label("Article", required=("text",), without=("digest",)),
        Link(
            "sentences",
            "Sentence",
            out("HAS_SENTENCE", "Sentence"),
            "Its sentences, in order.",
            (Key(Attribute("index")),),
        ),
        Link("entities", "Entity", out("FEATURES", "Entity"), "Whom and what it speaks of.", edge="FeatureEdge"),
        Link("proposals", "Proposal", out("FEATURES", "Proposal"), "The proposals it speaks of.", edge="FeatureEdge"),
        Link("events", "Event", said("Event"), "The events it tells of, latest first.", BY_DATE),
        Link("statements", "Statement", said("Statement"), "What it quotes or reports."),
        Link("figures", "Figure", said("Figure"), "The quantities it gives."),
    ),
    "Article",
    interfaces=("Node",),
)

SENTENCE = Kind(
    "Sentence",
    "One sentence of an article.",
    (
        *of_label("Sentence", required=("index", "text", "start", "end")),
        Single("article", "Article", into("HAS_SENTENCE", "Article"), "The article it stands in."),
        Single("next", "Sentence", out("NEXT", "Sentence"), "The sentence after it."),
        Single("previous", "Sentence", into("NEXT", "Sentence"), "The sentence before it."),
        Link(
            "mentions", "Subject", out("MENTIONS", "Entity", "Proposal"), "What it names or describes, in order.",
            unique=SPAN_ORDER, edge="MentionEdge",
        ),
        Link("facts", "Fact", out("EVIDENCES"), "What it says.", unique=SPAN_ORDER, edge="SaysEdge"),
    ),
    "Sentence",
    interfaces=("Node", "SearchResult"),
)  # fmt: skip

SUBJECT = Kind(
    "Subject",
    "What a sentence can name: an entity or a proposal.",
    (
        Property("name", "String", "The fullest name, or the description, that the articles give it.", required=True),
        Property("names", "Strings", "Everything that the articles call it."),
        Link("articles", "Article", into("FEATURES", "Article"), "The articles that speak of it.", edge="FeatureEdge"),
        Link(
            "mentions", "Sentence", into("MENTIONS", "Sentence"), "The sentences that name it, once for each time.",
            (Key(Attribute("id")),), SPAN_ORDER, "MentionEdge",
        ),
        Link("statementsAbout", "Statement", into("ABOUT", "Statement"), "What is said about it."),
    ),
    abstract=True,
    interfaces=("Node", "SearchResult"),
)  # fmt: skip

FEATURE_EDGE = Kind(
    "FeatureEdge",
    "How an article speaks of something.",
    of_relationship("FEATURES"),
    on_edge=True,
)

MENTION_EDGE = Kind(
    "MentionEdge",
    "One mention: a span of characters that stands for something.",
    of_relationship("MENTIONS", kind="MentionKind"),
    on_edge=True,
)

_FOUND = of_relationship("EVIDENCES", required=("start", "end"))

SAYS_EDGE = Kind("SaysEdge", "That a sentence says something.", _FOUND, on_edge=True)

EVIDENCE = Kind(
    "Evidence",
    "One sentence that says so: the characters, what found them, and how sure that is.",
    (
        Single("article", "Article", into("HAS_SENTENCE", "Article"), "The article."),
        End("sentence", "Sentence", "node", "The sentence."),
        Span("text", "The characters of the sentence that say so."),
        *_FOUND,
    ),
    on_edge=True,
)

FACT = Kind(
    "Fact",
    "Something that at least one sentence says.",
    (
        Property("id", "ID", "Tells this fact from every other.", required=True),
        Evidence(into("EVIDENCES", "Sentence")),
    ),
    abstract=True,
)
LISTED = Evidence(Listed())

KINDS = (NODE, ARTICLE, SENTENCE, SUBJECT, FEATURE_EDGE, MENTION_EDGE, SAYS_EDGE, EVIDENCE, FACT)
