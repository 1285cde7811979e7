"""How types and fields are declared: what each is called, what it means, and where in the graph it is read.

The declarations (api.articles, api.entities, api.facts, api.roots) are data. api.types makes Strawberry types of them,
api.inputs filters and orders, api.selection what to read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from graph.reading_tree import Attribute, Edges, Hop, Key, Listed, Nodes, Prefix, Source, Walk

Scalar: TypeAlias = Literal["ID", "String", "Int", "Float", "Boolean", "Date", "DateTime", "Duration", "Strings"]


@dataclass(frozen=True, slots=True)
class Property:
    """A value. `type` is a scalar or the name of an enum; `attribute` is where it is kept, if not under its name."""

    name: str
    type: Scalar | str
    description: str
    required: bool = False
    attribute: Attribute | None = None


SORTED_AS: dict[str, Literal["text", "number", "time"]] = {"Int": "number", "Float": "number", "DateTime": "time"}


@dataclass(frozen=True, slots=True)
class Link:
    """Many others, as a connection. `edge`: the type of its edges, if they have properties of their own."""

    name: str
    target: str
    source: Source
    description: str
    order: tuple[Key, ...] = ()
    unique: tuple[Key, ...] = (Key(Attribute("id")),)
    edge: str = ""

    @property
    def prefix(self) -> str:
        """What the names of the link's connection, edge, filter and order begin with."""
        return self.target + self.edge.removesuffix("Edge")


@dataclass(frozen=True, slots=True)
class Single:
    """One other, or null."""

    name: str
    target: str
    source: Walk
    description: str


@dataclass(frozen=True, slots=True)
class End:
    """A node that the row holds.

    At an end of the relationship that the type stands for (`start`, `end`, `node`), in a column of a statement written
    by hand, or all of the row (`same`).
    """

    name: str
    target: str
    at: str
    description: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What says so: the sentences that point to a node, or those listed in a relationship."""

    source: Walk | Listed
    name: str = "evidence"
    target: str = "Evidence"
    description: str = "The sentences that say so, with the characters, the rule or model, and how sure it is."


@dataclass(frozen=True, slots=True)
class Span:
    """The characters that a piece of evidence points to."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """One node by its id or, where it has one, its name."""

    name: str
    target: str
    source: Nodes | Edges
    description: str
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class Lookups:
    """The nodes with some ids, in their order."""

    name: str
    target: str
    source: Nodes
    description: str


Arguments: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Argument:
    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a statement written by hand finds (graph.reading_written): a connection, a list, or one object or null.

    `values` makes the statement's parameters of the field's arguments; it raises InputError if one cannot be.
    `columns` and what `order` names are those of the statement.
    """

    name: str
    target: str
    statement: str
    description: str
    arguments: tuple[Argument, ...]
    values: Callable[[Arguments], Mapping[str, Any]]
    columns: tuple[str, ...]
    order: tuple[Key, ...]
    gives: Literal["connection", "list", "one"] = "connection"
    edge: str = ""
    """Of a connection: the type of its edges."""

    @property
    def prefix(self) -> str:
        """What the names of the connection and of its edge begin with."""
        return self.edge.removesuffix("Edge")


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list that a column of the row holds. `columns`: names for the places of an item."""

    name: str
    target: str
    column: str
    columns: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Told:
    """The facts that a statement written by hand finds for the row: nodes or relationships.

    Its parameters are values of the question that the row belongs to.
    """

    name: str
    target: str
    statement: str
    columns: tuple[str, ...]
    order: tuple[Key, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Group:
    """What rows can be grouped by: a value (`type` is a scalar or an enum), or a node at a hop (`type` is its type)."""

    name: str
    type: str
    of: Attribute | Prefix | Hop
    description: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What is known of a group."""

    name: str
    type: str
    function: Literal["count", "min", "max"]
    description: str
    attribute: Attribute | None = None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """Groups of the nodes of a type. `target` is the type of a group, `fields` its fields."""

    name: str
    target: str
    of: str
    description: str
    fields: tuple["Field", ...]

    @property
    def choice(self) -> str:
        """The enum of what to group by."""
        return f"{self.of}GroupBy"

    @property
    def groups(self) -> tuple[Group, ...]:
        return tuple(field for field in self.fields if isinstance(field, Group))

    @property
    def measures(self) -> tuple[Measure, ...]:
        return tuple(field for field in self.fields if isinstance(field, Measure))


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the words that the question's parameter `words` holds stand in its column `text`."""

    name: str
    target: str
    description: str


Field: TypeAlias = (
    Property | Link | Single | End | Evidence | Span | Lookup | Lookups | Question | Items | Told | Marks
    | Aggregate | Group | Measure
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A type. `label`: what its nodes have (empty: its rows are relationships, or nodes of several labels).

    `abstract`: an interface, whose fields all types that name it in `interfaces` have too.
    """

    name: str
    description: str
    fields: tuple[Field, ...]
    label: str = ""
    abstract: bool = False
    interfaces: tuple[str, ...] = ()
    on_edge: bool = False
    """Whether it stands for a relationship, so that properties are those of the relationship."""
    relationships: tuple[str, ...] = ()
    """The types of relationships that are such facts."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An enum: the names that the API shows, and what each means. `lower`: the graph keeps them in lower case.

    `structural`: the text of a statement depends on the value, so plans do."""

    name: str
    description: str
    values: tuple[tuple[str, str], ...]
    lower: bool = True
    structural: bool = False


def stored(kind: Kind, leaf: Property) -> Attribute:
    """Where in the graph the value of a field is kept."""
    if leaf.attribute:
        return leaf.attribute
    sort = None if leaf.required else SORTED_AS.get(leaf.type, "text")
    return Attribute(leaf.name, "edge" if kind.on_edge else "node", sort)


def out(relationship: str, *labels: str) -> Walk:
    """Along relationships of a type to nodes of `labels`."""
    return Walk((Hop((relationship,), True, labels),))


def into(relationship: str, *labels: str) -> Walk:
    """Against relationships of a type, from nodes of `labels`."""
    return Walk((Hop((relationship,), False, labels),))
