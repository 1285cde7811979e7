"""What the graph holds: labels, relationship types and their properties, each with a line on what it means.

Constraints, indexes (graph.constraints), writing (graph.rows), the reference page (docs/model.md) follow from it.
The words are those of PLOVER (events), FollowTheMoney and schema.org (persons, bodies, offices), GeoNames and
ISO 3166 (places), NIF (a mention is a span of characters).
"""

from dataclasses import dataclass
from typing import Literal, LiteralString

Type = Literal["string", "integer", "float", "boolean", "datetime", "strings", "integers", "floats"]


@dataclass(frozen=True, slots=True)
class Property:
    """`index`: people search by it."""

    name: LiteralString
    type: Type
    description: str
    index: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A kind of node. Each has an `id` that no other node of its kind has. `also`: the labels it has besides."""

    name: LiteralString
    description: str
    properties: tuple[Property, ...]
    also: tuple[LiteralString, ...] = ()


@dataclass(frozen=True, slots=True)
class Relationship:
    """A kind of relationship. `starts` and `ends`: labels of the nodes that it joins.

    `shared`: it joins nodes that several articles may speak of, so it has an `id` and says which articles support it.
    """

    type: LiteralString
    starts: tuple[LiteralString, ...]
    ends: tuple[LiteralString, ...]
    description: str
    properties: tuple[Property, ...] = ()
    shared: bool = False


ID = Property("id", "string", "Tells it from all others; made from content, so the same in every run.")
NAME = Property("name", "string", "The fullest name, or the description, that articles give it.", index=True)
NAMES = Property("names", "strings", "Everything that articles call it, sorted.")
NAMED = Property("named", "boolean", "Whether it has a proper name; if not, it belongs to one article.")
KIND = Property("kind", "string", "What sort it is, in a word.")
COUNTRY = Property("country", "string", "ISO 3166-1 alpha-2 code of its country.", index=True)
POLARITY = Property("polarity", "string", "positive, or negative where the text denies it.")
DATE = Property("date", "string", "When, ISO 8601, as exact as the text: 2024, 2024-08, 2024-08-19.", index=True)
DURATION = Property("duration", "string", "For how long, ISO 8601: PT3H, P7D.")
PLACE_PROPERTIES = (
    Property("geonames", "integer", "Its number in GeoNames.", index=True),
    Property("latitude", "float", "Degrees north, WGS 84."),
    Property("longitude", "float", "Degrees east, WGS 84."),
)
ENTITY = (ID, NAME, NAMES, NAMED)
SPAN = (
    Property("start", "integer", "First character in the article's text (code points, from 0)."),
    Property("end", "integer", "Character after the last."),
)

LABELS: tuple[Label, ...] = (
    Label(
        "Article",
        "One news article as it was read.",
        (
            ID,
            Property("title", "string", "The headline."),
            Property("url", "string", "Where it was found.", index=True),
            Property("publisher", "string", "Who published it.", index=True),
            Property("published", "datetime", "When it was published.", index=True),
            Property("language", "string", "ISO 639-1 code."),
            Property("text", "string", "The whole text; all positions count its code points."),
            Property("digest", "string", "Stands for all that was written for it: equal digests, equal share."),
        ),
    ),
    Label(
        "Sentence",
        "One sentence of an article.",
        (
            ID,
            Property("index", "integer", "Its place in the article, from 0."),
            Property("text", "string", "The sentence."),
            *SPAN,
        ),
    ),
    Label("Person", "A human being, named or described.", ENTITY, ("Entity",)),
    Label(
        "Government",
        "A state as an actor, or an organ of it: a ministry, office, court, armed force.",
        (*ENTITY, KIND, COUNTRY),
        ("Entity",),
    ),
    Label(
        "Organization",
        "Everything else that acts: armed groups, parties, international bodies, media, companies.",
        (*ENTITY, KIND, COUNTRY),
        ("Entity",),
    ),
    Label(
        "Place",
        "A country, city, region, border, corridor or building.",
        (*ENTITY, KIND, COUNTRY, *PLACE_PROPERTIES),
        ("Entity",),
    ),
    Label(
        "Proposal",
        "A plan, deal, draft, resolution or agreement that somebody puts forward, wants, signs or turns down.",
        (*ENTITY, KIND),
    ),
    Label(
        "Term",
        "One thing that a proposal contains.",
        (
            ID,
            Property("text", "string", "The words for it."),
            Property("order", "integer", "Its place in the proposal."),
            KIND,
            DURATION,
        ),
    ),
    Label(
        "Event",
        "Something that happened, is planned, or is denied.",
        (
            ID,
            Property("type", "string", "One of PLOVER's 16 types, such as CONSULT or ASSAULT.", index=True),
            Property("trigger", "string", "The word that tells of it."),
            DATE,
            DURATION,
            Property("topic", "string", "What it is about."),
            POLARITY,
            Property("modality", "string", "asserted, planned, possible, demanded or denied."),
            KIND,
        ),
    ),
    Label("Meeting", "An event of the type CONSULT: a meeting, talks, a call, a visit, a summit.", (), ("Event",)),
    Label(
        "Statement",
        "What somebody said or is reported to have said.",
        (
            ID,
            Property("text", "string", "What was said."),
            Property("quoted", "boolean", "Whether these are the speaker's own words."),
            POLARITY,
        ),
    ),
    Label(
        "Figure",
        "A quantity that somebody gives: killed, held, released, displaced.",
        (
            ID,
            Property("value", "float", "The number."),
            Property("qualifier", "string", "over, about, at least."),
            Property("unit", "string", "What is counted.", index=True),
            Property("state", "string", "killed, held, released, displaced.", index=True),
            DATE,
        ),
    ),
)

ARTICLES = Property("articles", "strings", "Ids of the articles that support it, sorted.")
SENTENCES = Property("sentences", "strings", "Ids of the sentences that say so.")
FOUND = (
    *SPAN,
    Property("rule", "string", "The rule or model that found it."),
    Property("version", "string", "The version of the rule or model."),
    Property("confidence", "float", "0 to 1: of the facts with confidence p, about p should be right."),
    Property("trigger", "string", "The words that the rule or model fired on."),
)
EVIDENCE = (
    ID,
    ARTICLES,
    Property("sentences", "strings", "Ids of the sentences that say so; the other lists have a place for each."),
    Property("starts", "integers", "First characters in the article's text."),
    Property("ends", "integers", "Characters after the last."),
    Property("rules", "strings", "The rules or models that found it."),
    Property("versions", "strings", "Their versions."),
    Property("confidences", "floats", "How sure each is, 0 to 1."),
    Property("triggers", "strings", "The words that each fired on."),
)
ROLE = (SENTENCES,)
SHARED_ROLE = (ID, ARTICLES, SENTENCES)
BODIES: tuple[LiteralString, ...] = ("Government", "Organization")

RELATIONSHIPS: tuple[Relationship, ...] = (
    Relationship("HAS_SENTENCE", ("Article",), ("Sentence",), "The sentences of an article."),
    Relationship("NEXT", ("Sentence",), ("Sentence",), "The sentence that follows."),
    Relationship(
        "FEATURES",
        ("Article",),
        ("Entity", "Proposal"),
        "What an article calls it; the node's own properties are a fold over these.",
        (
            NAME,
            NAMES,
            NAMED,
            Property("mentions", "integer", "How often the article mentions it."),
            KIND,
            COUNTRY,
            *PLACE_PROPERTIES,
        ),
    ),
    Relationship(
        "MENTIONS",
        ("Sentence",),
        ("Entity", "Proposal"),
        "A span of the sentence stands for it.",
        (
            Property("text", "string", "The characters."),
            *SPAN,
            Property("kind", "string", "name, description or pronoun."),
        ),
    ),
    Relationship(
        "EVIDENCES", ("Sentence",), ("Event", "Statement", "Proposal", "Figure"), "The sentence says so.", FOUND
    ),
    Relationship(
        "HOLDS_OFFICE",
        ("Person",),
        BODIES,
        "The person holds or held an office; also a spokesman, an official, a leader.",
        (
            Property("title", "string", "What the office is called."),
            Property("status", "string", "current, former, acting or elect."),
            *EVIDENCE,
        ),
        shared=True,
    ),
    Relationship(
        "PART_OF", BODIES, BODIES, "An organ of a state, the wing of a group, a member.", EVIDENCE, shared=True
    ),
    Relationship("GOVERNS", ("Government",), ("Place",), "A government and its place.", EVIDENCE, shared=True),
    Relationship("WITHIN", ("Place",), ("Place",), "A place lies in another.", EVIDENCE, shared=True),
    Relationship("ACTOR_IN", ("Entity",), ("Event",), "Who does it; of a meeting, all sides.", ROLE),
    Relationship("RECIPIENT_OF", ("Entity",), ("Event", "Statement"), "To whom it is done or said.", ROLE),
    Relationship("LOCATED_IN", ("Event", "Figure"), ("Place",), "Where it happens, or for where it is given.", ROLE),
    Relationship("DISCUSSED", ("Meeting",), ("Proposal",), "What a meeting was about.", ROLE),
    Relationship("PROPOSED", ("Entity",), ("Proposal",), "Who puts it forward.", SHARED_ROLE, shared=True),
    Relationship("PARTY_TO", ("Entity",), ("Proposal",), "Whom it would bind.", SHARED_ROLE, shared=True),
    Relationship("MEDIATES", ("Entity",), ("Proposal",), "Who goes between the parties.", SHARED_ROLE, shared=True),
    Relationship("REVISES", ("Proposal",), ("Proposal",), "The proposal that it changes.", SHARED_ROLE, shared=True),
    Relationship("SUPPORTS", ("Entity",), ("Proposal",), "Accepts it.", EVIDENCE, shared=True),
    Relationship("REJECTS", ("Entity",), ("Proposal",), "Turns it down.", EVIDENCE, shared=True),
    Relationship("DOUBTS", ("Entity",), ("Proposal",), "Neither, or wants it changed.", EVIDENCE, shared=True),
    Relationship("HAS_TERM", ("Proposal",), ("Term",), "What it contains.", SHARED_ROLE, shared=True),
    Relationship("THEN", ("Term",), ("Term",), "The term that follows in the same article's account."),
    Relationship("SAID", ("Entity",), ("Statement",), "Who says it.", ROLE),
    Relationship("ABOUT", ("Statement",), ("Entity", "Proposal", "Event"), "What it is about.", ROLE),
    Relationship("CITES", ("Statement",), ("Figure",), "The quantity that it gives.", ROLE),
    Relationship("GIVES", ("Entity",), ("Figure",), "Who gives it; nobody: the article itself.", ROLE),
    Relationship("COUNTS", ("Figure",), ("Event", "Entity"), "Whose people or things are counted.", ROLE),
)

ENTITIES: tuple[LiteralString, ...] = tuple(label.name for label in LABELS if "Entity" in label.also)
SHARED: tuple[Relationship, ...] = tuple(kind for kind in RELATIONSHIPS if kind.shared)
EVIDENCED: tuple[LiteralString, ...] = ("Event", "Statement", "Figure")
"""Facts with a node of their own that one article makes."""


@dataclass(frozen=True, slots=True)
class FullText:
    """An index on the words of a property; `items`: of each text in a list."""

    name: LiteralString
    label: LiteralString
    property: LiteralString
    items: bool = False


FULL_TEXTS = (
    FullText("entity_names", "Entity", "names", items=True),
    FullText("proposal_names", "Proposal", "names", items=True),
    FullText("sentence_words", "Sentence", "text"),
    FullText("statement_words", "Statement", "text"),
)
"""Both databases split texts into words in the same way: Lucene's standard tokens in lower case, no stop words."""
