"""From a GraphQL selection to a tree of what to read (graph.reading_tree).

graphql-core has parsed, validated and merged the operation by then: fragments, aliases, @skip and @include are done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from graphql import FieldNode, GraphQLField, GraphQLNonNull, GraphQLObjectType, get_named_type
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetailsList, GroupedFieldSet

from api import conditions, groups
from api.arguments import Asked, Parameters
from api.checks import known_id, known_ids
from api.dates import next_moment
from api.errors import Code, InputError
from api.kinds import CHOICES, possible, related
from api.table import (
    Aggregate,
    End,
    Evidence,
    Group,
    Items,
    Kind,
    Link,
    Lookup,
    Lookups,
    Marks,
    Measure,
    Property,
    Question,
    Single,
    Span,
    Told,
    stored,
)
from api.types import PagePart, Read
from graph import reading_tree as tree
from graph.reading_tree import (
    Attribute,
    Both,
    Compare,
    Either,
    Fields,
    Filter,
    Form,
    Key,
    Listed,
    Parameter,
    Part,
    Selection,
)
from graph.reading_written import parameters

MAX_DEPTH = 40
"""Fields within fields; a page takes two or three (Python's parser, which makes the shaper, allows 200 brackets)."""

BY_ID = (Key(Attribute("id")),)
BY_SENTENCE = (*BY_ID, Key(Attribute("start", "edge")), Key(Attribute("end", "edge")))

Keys = tuple[str, ...]
"""A path of response keys, without the places in lists."""
Names = tuple[tuple[str, str], ...]
"""Labels, and the types that nodes with them are."""


@dataclass(frozen=True, slots=True)
class Selected:
    """What to read, the parameters it takes, and which fields stand at which keys (for errors)."""

    tree: Fields
    asked: tuple[Asked, ...]
    places: Mapping[Keys, tuple[str, FieldNode]]


def reads(definition: GraphQLField | None) -> Read | PagePart | None:
    """What a field declares to be read; None if it has a resolver."""
    declared = definition.extensions.get("strawberry-definition") if definition else None
    return declared.metadata.get("reads") if declared else None


def selected(executor: Executor[Any], root_type: GraphQLObjectType, fields: GroupedFieldSet) -> Selected:
    """The tree for root fields that declare what they read. Raises InputError if an argument cannot be."""
    reader = _Reader(executor)
    parts = tuple((key, reader.part(root_type, details, (key,), ())) for key, details in fields.items())
    return Selected(Fields(parts), tuple(reader.parameters.asked.values()), reader.places)


class _Reader:
    def __init__(self, executor: Executor[Any]) -> None:
        self.executor = executor
        self.parameters = Parameters()
        self.places: dict[Keys, tuple[str, FieldNode]] = {}
        self.known: dict[tuple[object, ...], Fields] = {}
        self.questions: dict[Keys, tuple[Question, Asked]] = {}
        """By their places: what lies within takes its parameters of them."""
        self.groups: dict[Keys, set[str]] = {}
        """By what the groups at a place are made."""

    def subfields(self, parent: GraphQLObjectType, details: FieldDetailsList) -> GroupedFieldSet:
        return self.executor.collect_subfields(parent, details).grouped_field_set

    def selection(self, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> Selection:
        """The object that a field leads to; an interface as one object if all its types are asked for the same."""
        if len(path) > MAX_DEPTH:
            raise InputError(f"The operation is more than {MAX_DEPTH} fields deep. Ask for less.", Code.TOO_LARGE)
        goal = named(definition)
        if isinstance(goal, GraphQLObjectType):
            return self.fields(goal, details, path, ())
        kinds = possible(goal.name)
        names = tuple((kind.label, kind.name) for kind in kinds)
        common, *others = [self.fields(self.type(kind), details, path, names) for kind in kinds]
        if all(other == common for other in others):
            return common
        return tree.Cases(tuple((kind.label, self.fields(self.type(kind), details, path, ())) for kind in kinds))

    def facts(self, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> tree.Cases:
        """An interface that a node or a relationship can be."""
        goal = named(definition).name
        kinds = [
            *((kind.label, kind) for kind in possible(goal)),
            *((kind.relationships, kind) for kind in related(goal)),
        ]
        return tree.Cases(tuple((what, self.fields(self.type(kind), details, path, ())) for what, kind in kinds))

    def type(self, kind: Kind) -> GraphQLObjectType:
        return cast(GraphQLObjectType, self.executor.schema.get_type(kind.name))

    def fields(self, parent: GraphQLObjectType, details: FieldDetailsList, path: Keys, names: Names) -> Fields:
        """`names`: the types that the object may be, where only the database can tell; empty if it is `parent`."""
        # Interfaces within interfaces come here again and again: without this it takes exponential time.
        known = (parent.name, path, names, *(id(each.node) for each in details))
        if known not in self.known:
            each = self.subfields(parent, details).items()
            parts = tuple((key, self.part(parent, inner, (*path, key), names)) for key, inner in each)
            self.known[known] = Fields(parts)
        return self.known[known]

    def part(self, parent: GraphQLObjectType, details: FieldDetailsList, path: Keys, names: Names) -> Part:
        node = details[0].node
        if node.name.value == "__typename":
            return tree.Kind(names) if names else tree.Constant(parent.name)
        definition = cast(GraphQLField, self.executor.schema.get_field(parent, node.name.value))
        self.places.setdefault(path, (f"{parent.name}.{node.name.value}", node))
        read = reads(definition)
        if isinstance(read, PagePart):
            return tree.Cursor()
        if read is None:
            raise ValueError(f"{parent.name}.{node.name.value} does not say what it reads")
        return self.read(read, definition, details, path)

    def read(self, read: Read, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> Part:
        match read.field:
            case Property() as leaf:
                required = isinstance(cast(Any, definition).type, GraphQLNonNull) and leaf.type != "Strings"
                return tree.Leaf(stored(read.kind, leaf), form(leaf), required)
            case Span():
                return tree.Passage()
            case Marks():
                return self.marks(definition, details, path)
            case End() as end:
                return tree.At(end.at, self.selection(definition, details, path))
            case Single() as single:
                return tree.One(single.source, self.selection(definition, details, path), sort=BY_ID)
            case Link() as link:
                return self.page(link, f"{read.kind.name}.{link.name}", definition, details, path)
            case Evidence() as evidence:
                return self.evidence(evidence, definition, details, path)
            case _ as found:
                return self.found(found, definition, details, path)

    def found(
        self, found: Group | Measure | Items | Told | Aggregate | Lookup | Lookups | Question,
        definition: GraphQLField, details: FieldDetailsList, path: Keys,
    ) -> Part:  # fmt: skip
        """What does not lie on a path."""
        match found:
            case Group() | Measure():
                return self.group(found, definition, details, path)
            case Items():
                source = tree.Items(found.column, found.columns)
                return tree.Many(source, self.selection(definition, details, path), (Key(Attribute("place", "row")),))
            case Told():
                return self.told(found, definition, details, path)
            case Aggregate():
                return self.aggregate(found, definition, details, path)
            case Lookup() | Lookups() | Question():
                return self.root(found, definition, details, path)

    def told(self, found: Told, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> tree.Many:
        """The facts that a row of a question leads to."""
        source = self.written(found.statement, found.columns, *self.question_at(path))
        limit = self.parameters.size(self.parameters.field(definition, details[0].node), "first")
        return tree.Many(source, self.facts(definition, details, path), found.order, limit)

    def aggregate(
        self, aggregate: Aggregate, definition: GraphQLField, details: FieldDetailsList, path: Keys
    ) -> tree.Many:
        asked = self.parameters.field(definition, details[0].node)
        arguments = asked.arguments(self.executor)
        chosen = groups.chosen(aggregate, arguments)
        self.groups[path] = {group.name for group in chosen}
        where = self.filtered(groups.nodes(aggregate), asked)
        source = groups.source(aggregate, chosen, where)
        limit = self.parameters.size(asked, "first")
        return tree.Many(source, self.selection(definition, details, path), groups.order(chosen, arguments), limit)

    def group(self, part: Group | Measure, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> Part:
        """A field of a group; null if the groups are not by it."""
        if isinstance(part, Group) and part.name not in self.groups[path[:-1]]:
            return tree.Constant(None)
        if isinstance(part, Group) and isinstance(part.of, tree.Hop):
            return tree.At(part.name, self.selection(definition, details, path), required=False)
        return tree.Leaf(Attribute(part.name, "row"), form(part))

    def question_at(self, path: Keys) -> tuple[Question, Asked]:
        """The question that a place lies within."""
        return next(self.questions[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.questions)

    def root(
        self, root: Lookup | Lookups | Question, definition: GraphQLField, details: FieldDetailsList, path: Keys
    ) -> Part:
        match root:
            case Lookup():
                return self.lookup(root, definition, details, path)
            case Lookups():
                asked = self.parameters.field(definition, details[0].node)
                ids = self.parameters.parameter(asked, ("ids",), lambda arguments: known_ids(arguments["ids"]))
                return tree.Each(root.source, self.selection(definition, details, path), ids)
            case Question():
                return self.question(root, definition, details, path)

    def marks(self, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> tree.Marks:
        words = self.valued(*self.question_at(path), "words")
        goal = named(definition)
        names = {key: inner[0].node.name.value for key, inner in self.subfields(goal, details).items()}
        keys = {key: tree.Constant(goal.name) if name == "__typename" else name for key, name in names.items()}
        return tree.Marks(Attribute("text", "row"), words, cast(Any, tuple(keys.items())))

    def lookup(self, lookup: Lookup, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> tree.One:
        asked = self.parameters.field(definition, details[0].node)
        arguments = asked.arguments(self.executor)
        given = [key for key in ("id", "name") if arguments.get(key) is not None]
        if len(given) != 1:
            raise InputError(f"`{lookup.name}` takes either `id` or `name`.")
        value = self.parameters.at(asked, (given[0],), known_id if given[0] == "id" else conditions.plain)
        return tree.One(lookup.source, self.selection(definition, details, path), called(given[0], value), BY_ID)

    def evidence(
        self, evidence: Evidence, definition: GraphQLField, details: FieldDetailsList, path: Keys
    ) -> tree.Many:
        limit = self.parameters.size(self.parameters.field(definition, details[0].node), "first")
        sort = () if isinstance(evidence.source, Listed) else BY_SENTENCE
        return tree.Many(evidence.source, self.selection(definition, details, path), sort, limit)

    def page(self, link: Link, name: str, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> tree.Page:
        asked = self.parameters.field(definition, details[0].node)
        arguments = asked.arguments(self.executor)
        where = self.filtered(link, asked)
        sort = conditions.order(link, arguments.get("sort"))
        return self.paged(link.source, where, sort, f"{name} {sort}", asked, definition, details, path)

    def question(self, question: Question, definition: GraphQLField, details: FieldDetailsList, path: Keys) -> Part:
        asked = self.parameters.field(definition, details[0].node)
        self.questions[path] = question, asked
        source = self.written(question.statement, question.columns, question, asked)
        match question.gives:
            case "connection":
                mark = f"{question.name} {question.order}"
                return self.paged(source, Both(()), question.order, mark, asked, definition, details, path)
            case "list":
                return tree.Many(source, self.selection(definition, details, path), question.order)
            case "one":
                return tree.One(source, self.selection(definition, details, path))

    def written(self, statement: str, columns: tuple[str, ...], question: Question, asked: Asked) -> tree.Written:
        """A statement with a parameter for each value of the question that it takes."""
        each = ((name, self.valued(question, asked, name)) for name in parameters(statement))
        return tree.Written(statement, columns, tuple(each))

    def valued(self, question: Question, asked: Asked, name: str) -> Parameter:
        return self.parameters.parameter(asked, ("value", name), lambda arguments: question.values(arguments)[name])

    def paged(
        self, source: tree.Source, where: Filter, sort: tuple[Key, ...], mark: str,
        asked: Asked, definition: GraphQLField, details: FieldDetailsList, path: Keys,
    ) -> tree.Page:  # fmt: skip
        arguments = asked.arguments(self.executor)
        backward = arguments.get("last") is not None
        if backward and arguments.get("first") is not None:
            raise InputError("Give `first` or `last`, not both.")
        after, before = (
            self.parameters.bound(asked, side, arguments.get(side), mark, len(sort)) for side in ("after", "before")
        )
        size = self.parameters.size(asked, "last" if backward else "first")
        entries = self.entries(named(definition), details, path)
        return tree.Page(source, where, sort, size, entries, after, before, backward, mark)

    def filtered(self, link: Link, asked: Asked) -> Filter:
        """The arguments `where` and `asOf`."""

        def named(path: tuple[str | int, ...], change: Callable[[Any], Any]) -> Parameter:
            return self.parameters.at(asked, path, change)

        arguments = asked.arguments(self.executor)
        where = conditions.condition(link, arguments.get("where") or {}, ("where",), named)
        if arguments.get("asOf") is None:
            return where
        return Both((where, conditions.as_of(link, named(("asOf",), next_moment))))

    def entries(
        self, parent: GraphQLObjectType, details: FieldDetailsList, path: Keys
    ) -> tuple[tuple[str, tree.Entry], ...]:
        each = self.subfields(parent, details).items()
        return tuple((key, self.entry(parent, inner, (*path, key))) for key, inner in each)

    def entry(self, parent: GraphQLObjectType, details: FieldDetailsList, path: Keys) -> tree.Entry:
        node = details[0].node
        if node.name.value == "__typename":
            return tree.Constant(parent.name)
        definition = cast(GraphQLField, self.executor.schema.get_field(parent, node.name.value))
        self.places.setdefault(path, (f"{parent.name}.{node.name.value}", node))
        match node.name.value:
            case "totalCount":
                return tree.Total()
            case "edges" | "nodes":
                return tree.Rows(self.selection(definition, details, path))
            case "pageInfo":
                return tree.Group(self.entries(named(definition), details, path))
            case name:
                return tree.Info(cast(Any, name))


def named(definition: GraphQLField) -> Any:
    """The type that a field leads to, without list and non-null."""
    return cast(Any, get_named_type)(cast(Any, definition).type)


def called(by: str, value: Parameter) -> Filter:
    """The condition of a look-up: by id, or by one of the names."""
    if by == "id":
        return Compare(Attribute("id"), "eq", value)
    return Either((Compare(Attribute("name"), "eq", value), Compare(Attribute("names"), "has", value)))


def form(leaf: Property | Group | Measure) -> Form:
    """How the stored value of a property becomes the API's."""
    if leaf.type in CHOICES:
        return "capitals" if CHOICES[leaf.type].lower else "plain"
    match leaf.type:
        case "DateTime":
            return "time"
        case "Strings":
            return "list"
        case _:
            return "plain"
