"""The graph of one article as a value: what `loaders` make and `graph` writes.

Positions are code points in the article's text, end exclusive, as spaCy and NIF count.
Entities and proposals refer to each other by `id`: the id of the node in the graph (graph.identity),
made from content, so that the same article always gives the same value.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

EntityLabel: TypeAlias = Literal["Person", "Government", "Organization", "Place"]
EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "CONCEDE",
]  # fmt: skip
Modality: TypeAlias = Literal["asserted", "planned", "possible", "demanded", "denied"]
Polarity: TypeAlias = Literal["positive", "negative"]
StanceKind: TypeAlias = Literal["supports", "rejects", "doubts"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read. `text` is what every position counts in."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    id: str
    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, describes or (kind `pronoun`) stands for an entity or a proposal."""

    start: int
    end: int
    text: str
    sentence: str
    kind: Literal["name", "description", "pronoun"] = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """A node of the label `label`: one for each person, government, organisation and place of the article."""

    id: str
    label: EntityLabel
    name: str
    names: tuple[str, ...] = ()
    named: bool = True
    kind: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    """WGS 84, degrees."""
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that says so: the characters, what found it, and how sure that is."""

    sentence: str
    start: int
    end: int
    rule: str
    """The rule or model that found the fact."""
    version: str
    confidence: float
    """0 to 1: of the facts with confidence p, about p should be right."""
    trigger: str = ""
    """The words that the rule or model fired on."""


@dataclass(frozen=True, slots=True)
class Office:
    """`holder` holds (or held) the office `title` in `of`. A relationship HOLDS_OFFICE in the graph.

    `of` is None where the article does not tell whose office it is: such an office is not in the graph.
    """

    holder: str
    title: str
    of: str | None
    evidence: tuple[Evidence, ...]
    status: Literal["current", "former", "acting", "elect"] = "current"


@dataclass(frozen=True, slots=True)
class Belonging:
    """PART_OF (organs, wings), WITHIN (places) or GOVERNS (a state and its country)."""

    type: Literal["PART_OF", "WITHIN", "GOVERNS"]
    part: str
    whole: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event. `type` CONSULT is a Meeting as well.

    `date` is ISO 8601 and as exact as the text: 2024, 2024-08, 2024-08-19.
    """

    id: str
    type: EventType
    trigger: str
    evidence: tuple[Evidence, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    date: str | None = None
    duration: str | None = None
    """ISO 8601: PT3H, P7D."""
    topic: str | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    kind: str | None = None
    """Of a meeting: meeting, talks, call, visit, summit."""
    discussed: tuple[str, ...] = ()
    """Ids of proposals."""


@dataclass(frozen=True, slots=True)
class Term:
    id: str
    text: str
    order: int
    kind: str | None = None
    duration: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    id: str
    name: str
    evidence: tuple[Evidence, ...]
    """Where the article lays it out; empty for one that is known only from a stance towards it."""
    names: tuple[str, ...] = ()
    kind: str | None = None
    proposers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    revises: str | None = None
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Relationship SUPPORTS, REJECTS or DOUBTS from `holder` to `proposal`."""

    holder: str
    proposal: str
    stance: StanceKind
    evidence: tuple[Evidence, ...]
    name: str = ""
    """What the sentence calls the proposal."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that somebody gives. `sources` are the entities who give it; empty: the article itself."""

    id: str
    value: float
    unit: str
    evidence: tuple[Evidence, ...]
    state: str | None = None
    qualifier: str | None = None
    place: str | None = None
    date: str | None = None
    sources: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    """Ids of the events or entities whose people or things are counted."""


@dataclass(frozen=True, slots=True)
class Statement:
    id: str
    text: str
    quoted: bool
    evidence: tuple[Evidence, ...]
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """Ids of entities, proposals or events."""
    cites: tuple[str, ...] = ()
    """Ids of figures."""
    polarity: Polarity = "positive"


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """Everything that one article says, ready to be written."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    offices: tuple[Office, ...] = ()
    belongings: tuple[Belonging, ...] = ()
    events: tuple[Event, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    stances: tuple[Stance, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """What a reader of the log should know: near misses that were not merged, text that was passed over."""
