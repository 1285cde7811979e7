"""What to read, as a tree of plain values: the contract between those who ask (api) and graph.reading.

A tree stands on *rows*. A row holds a node and, where it was reached over a relationship, that relationship with its
two ends. Nothing here knows Cypher or GraphQL. Values that a reader gives are `Parameter`s, never part of the tree.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Operator: TypeAlias = Literal[
    "eq", "in", "lt", "lte", "gt", "gte", "contains", "startsWith", "endsWith", "missing", "has", "hasLike"
]  # fmt: skip
Quantifier: TypeAlias = Literal["some", "none", "all", "single"]
Form: TypeAlias = Literal["plain", "time", "capitals", "list"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that comes with each run; `name` is unique in the tree."""

    name: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """A property of the row's node, of its relationship (`edge`), or of the node at that one's `start` or `end`.

    Of `type`: the relationship's type itself. Of `row`: a column of the row; of a column: the node that it holds.
    `sort` is what stands for a missing value where rows are sorted; None: the value is never missing.
    """

    name: str
    of: str = "node"
    sort: Literal["text", "number", "time"] | None = None


# Where rows come from


@dataclass(frozen=True, slots=True)
class Nodes:
    """All nodes that have one of `labels`."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edges:
    """All relationships of `types` from a node of `start` to one of `end` (labels; empty: any)."""

    types: tuple[str, ...]
    start: tuple[str, ...] = ()
    end: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """Over a relationship of `types`, along it (`out`) or against it, to a node with one of `labels` (empty: any)."""

    types: tuple[str, ...]
    out: bool
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """Hops from the row's node. Of one hop each relationship gives a row, of several each node at the end gives one."""

    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """The evidence that the row's relationship keeps in parallel lists: a row for each place, its node the sentence."""


@dataclass(frozen=True, slots=True)
class Written:
    """The rows of a statement that was written by hand; see graph.reading_written for how it names what it needs.

    `columns`: what it returns. `node`, `edge`, `start` and `end` are those of the row, the others are kept by name.
    `parameters`: those of the statement by their names there.
    """

    statement: str
    columns: tuple[str, ...]
    parameters: tuple[tuple[str, Parameter], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list that a column of the row holds, in order.

    `columns`: names for the places of an item that is a list; of one name, the item itself.
    """

    column: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """The first `length` characters of a text or a moment: 7 of a date are its month."""

    attribute: Attribute
    length: int


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of rows. Each has a column for each of `keys` (values, or the nodes at a hop) and `measures`.

    A measure is a function of Cypher over the rows' values, or counts the rows.
    """

    source: Nodes
    where: "Filter"
    keys: tuple[tuple[str, Attribute | Prefix | Hop], ...]
    measures: tuple[tuple[str, Literal["count", "min", "max"], Attribute | None], ...]


Source: TypeAlias = Nodes | Edges | Walk | Listed | Written | Items


# Which rows to keep


@dataclass(frozen=True, slots=True)
class Compare:
    """A missing value makes every comparison but `missing` false. `fold`: upper and lower case are the same."""

    attribute: Attribute
    operator: Operator
    value: Parameter | None = None
    fold: bool = False


@dataclass(frozen=True, slots=True)
class Both:
    """Every one of `filters` holds (an empty tuple: true)."""

    filters: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of `filters` holds (an empty tuple: false)."""

    filters: tuple["Filter", ...]


@dataclass(frozen=True, slots=True)
class Not:
    filter: "Filter"


@dataclass(frozen=True, slots=True)
class Related:
    """How many of the rows at `walk` pass `filter`."""

    quantifier: Quantifier
    walk: Walk
    filter: "Filter"


@dataclass(frozen=True, slots=True)
class End:
    """`filter` holds for the node at this end of the row's relationship."""

    at: Literal["start", "end", "node"]
    filter: "Filter"


@dataclass(frozen=True, slots=True)
class AsOf:
    """What was known of the row's relationship before a moment: an article had said so, and none otherwise since.

    Otherwise: another relationship of `types` between the same nodes, with equal values of the properties `same`.
    """

    types: tuple[str, ...]
    before: Parameter
    same: tuple[str, ...] = ()


Filter: TypeAlias = Compare | Both | Either | Not | Related | End | AsOf


# In which order, and how many


@dataclass(frozen=True, slots=True)
class Key:
    attribute: Attribute
    descending: bool = False


# What to return of a row


@dataclass(frozen=True, slots=True)
class Constant:
    """Known without asking, as the name of a type that has no others below it."""

    value: str | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """The value of an attribute. `required`: a missing value is an error, and the object that holds it becomes null."""

    attribute: Attribute
    form: Form = "plain"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """The characters of the row's sentence that the row's evidence points to."""

    required: bool = True


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the words in a parameter stand in the text of `attribute`: [start, end], code points from 0.

    `keys`: what to call these two, and constants beside them.
    """

    attribute: Attribute
    words: Parameter
    keys: tuple[tuple[str, "Constant | Literal['start', 'end']"], ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """The name that goes with the first of the labels which the row's node has."""

    names: tuple[tuple[str, str], ...]
    required: bool = True


@dataclass(frozen=True, slots=True)
class At:
    """A selection on a node that the row holds already: its `node`, the `start` or `end` of its relationship, a column.

    `same`: the whole row, relationship and all.
    """

    at: str
    selection: "Selection"
    required: bool = True


@dataclass(frozen=True, slots=True)
class One:
    """The first row, or null."""

    source: Source
    selection: "Selection"
    where: Filter = field(default_factory=lambda: Both(()))
    sort: tuple[Key, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Each:
    """The row for each of the ids in a parameter, in their order; null for an id that no row has."""

    source: Source
    selection: "Selection"
    ids: Parameter
    required: bool = True


@dataclass(frozen=True, slots=True)
class Many:
    """A plain list of at most `limit` rows (None: all)."""

    source: Source | Grouped
    selection: "Selection"
    sort: tuple[Key, ...]
    limit: Parameter | None = None
    where: Filter = field(default_factory=lambda: Both(()))
    required: bool = True


@dataclass(frozen=True, slots=True)
class Cursor:
    """Of an edge of a page: where to go on from."""

    required: bool = True


@dataclass(frozen=True, slots=True)
class Rows:
    """Something about each row of a page, in a list."""

    selection: "Selection"


@dataclass(frozen=True, slots=True)
class Info:
    """Something about the page as a whole."""

    of: Literal["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"]


@dataclass(frozen=True, slots=True)
class Total:
    """How many rows there are over all pages."""


@dataclass(frozen=True, slots=True)
class Group:
    """An object on the page: its information."""

    entries: tuple[tuple[str, "Entry"], ...]


Entry: TypeAlias = Constant | Rows | Info | Total | Group


@dataclass(frozen=True, slots=True)
class Page:
    """`size` rows after (or before) a place in the order.

    `sort` ends with keys that tell any two rows apart. `after` and `before` hold a parameter for each key, or nothing.
    `backward`: the last rows, not the first. `mark` tells this list and order from others: cursors carry it.
    """

    source: Source
    where: Filter
    sort: tuple[Key, ...]
    size: Parameter
    entries: tuple[tuple[str, Entry], ...]
    after: tuple[Parameter, ...] = ()
    before: tuple[Parameter, ...] = ()
    backward: bool = False
    mark: str = ""
    required: bool = True


Part: TypeAlias = Constant | Leaf | Passage | Marks | Kind | At | One | Each | Many | Cursor | Page


@dataclass(frozen=True, slots=True)
class Fields:
    """An object: its keys in order, and what stands under each."""

    parts: tuple[tuple[str, Part], ...]


@dataclass(frozen=True, slots=True)
class Cases:
    """An object that depends on the first of the labels which the node has, or on the type of the relationship."""

    cases: tuple[tuple[str | tuple[str, ...], Fields], ...]


Selection: TypeAlias = Fields | Cases
