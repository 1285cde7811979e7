"""Rows of a read in Cypher: which variables hold a row's node and relationship, and the pattern that finds them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.reading_tree import Attribute, Edges, Hop, Items, Listed, Nodes, Parameter, Source, Walk, Written
from graph.reading_written import needs, written

Names = Iterator[str]
"""New names of variables."""

SORT_OF_MISSING = {"text": "''", "number": "-1.0e300", "time": "datetime('0001-01-01T00:00:00Z')"}
"""What stands for a missing value in an order: lower than all that the graph holds, on both databases."""


@dataclass(frozen=True, slots=True)
class Row:
    """Names of variables. `index`: the place in the parallel lists of `edge` that this row stands for."""

    node: str
    edge: str = ""
    start: str = ""
    end: str = ""
    index: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """Of a written statement: the variable of each column."""

    def variables(self) -> tuple[str, ...]:
        """What a WITH has to carry on, each once."""
        return tuple(dict.fromkeys(v for v in (*self._own(), *dict(self.columns).values()) if v))

    def _own(self) -> tuple[str, ...]:
        return self.node, self.edge, self.start, self.end, self.index

    def at(self, place: str) -> "Row":
        """The row that `place` (node, start, end or same) of this one stands for."""
        if place == "same":
            return self
        return Row(self.variable(place))

    def variable(self, place: str) -> str:
        """The variable of `node`, `edge`, `start`, `end` or a column. Raises ValueError if the row has none."""
        own = {"node": self.node, "edge": self.edge, "start": self.start, "end": self.end}
        found = {**own, **dict(self.columns)}.get(place)
        if not found:
            raise ValueError(f"{self} has no {place}")
        return found


def quoted(name: str) -> str:
    """`name` as Cypher writes a label, type or property. Names come from code; anything else is an error."""
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
        raise ValueError(f"not a name of a label, type or property: {name!r}")
    return f"`{name}`"


def attribute(attribute: Attribute, row: Row) -> str:
    """The value of an attribute. The lists of a relationship's evidence are named in the plural."""
    if attribute.of == "type":
        return f"type({row.edge})"
    if attribute.of == "row":
        return row.variable(attribute.name)
    if attribute.of == "edge" and row.index:
        return f"{row.edge}.{quoted(attribute.name + 's')}[{row.index}]"
    return f"{row.variable(attribute.of)}.{quoted(attribute.name)}"


def sortable(key: Attribute, row: Row) -> str:
    """The value of an attribute, never missing."""
    value = attribute(key, row)
    return value if key.sort is None else f"coalesce({value}, {SORT_OF_MISSING[key.sort]})"


def parameter(of: Attribute, parameter: Parameter) -> str:
    """A parameter to compare the attribute with. Moments come as texts: ArcadeDB forgets the zone of others."""
    return f"datetime(${parameter.name})" if of.sort == "time" else f"${parameter.name}"


@dataclass(frozen=True, slots=True)
class Found:
    """The patterns that give rows; of several each gives some. `distinct`: a row may come more than once.

    `open`: a subquery cannot end with the pattern.
    """

    row: Row
    patterns: tuple[str, ...]
    distinct: bool = False
    open: bool = False

    def counted(self, condition: str = "") -> str:
        """The clause as a subquery that counts rows, each once."""
        if not (self.distinct or self.open):
            return self.clause(condition)
        return f"{self.clause(condition)} RETURN {'DISTINCT ' if self.distinct else ''}{self.row.variables()[0]}"

    def clause(self, condition: str = "") -> str:
        """One MATCH, or several together."""
        where = f" WHERE {condition}" if condition else ""
        if len(self.patterns) == 1:
            return self.patterns[0] + where
        each = " UNION ALL ".join(f"{pattern}{where} RETURN {self.row.node}" for pattern in self.patterns)
        return f"CALL () {{ {each} }}"


def found(source: Source, outer: Row | None, names: Names) -> Found:
    """The rows of `source`, seen from the row `outer` (None: from nowhere)."""
    if isinstance(source, Nodes):
        node = next(names)
        return Found(Row(node), tuple(f"MATCH ({node}:{quoted(label)})" for label in source.labels))
    if isinstance(source, Edges):
        return _edges(source, names)
    if isinstance(source, Written):
        return _written(source, outer, names)
    if outer is None:
        raise ValueError(f"{source} needs a row to start from")
    match source:
        case Walk():
            return _walk(source, outer, names)
        case Items():
            return _items(source, outer, names)
        case Listed():
            return _listed(source, outer, names)


def _edges(source: Edges, names: Names) -> Found:
    start, edge, end = next(names), next(names), next(names)
    pattern = f"MATCH ({start}{labels(source.start)})-[{edge}{labels(source.types)}]->({end}{labels(source.end)})"
    return Found(Row(end, edge, start, end), (pattern,))


def _walk(walk: Walk, outer: Row, names: Names) -> Found:
    if len(walk.hops) == 1:
        edge, node = next(names), next(names)
        start, end = (outer.node, node) if walk.hops[0].out else (node, outer.node)
        return Found(Row(node, edge, start, end), (f"MATCH ({outer.node}){step(walk.hops[0], edge, node)}",))
    node = next(names)
    hops = "".join(step(hop, "", "") for hop in walk.hops[:-1]) + step(walk.hops[-1], "", node)
    return Found(Row(node), (f"MATCH ({outer.node}){hops}",), distinct=True)


def step(hop: Hop, edge: str, node: str) -> str:
    middle = f"-[{edge}{labels(hop.types)}]-"
    return (middle + ">" if hop.out else "<" + middle) + f"({node}{labels(hop.labels)})"


def _listed(_: Listed, outer: Row, names: Names) -> Found:
    index, node = next(names), next(names)
    sentences = f"{outer.edge}.`sentences`"
    pattern = (
        f"UNWIND range(0, size(coalesce({sentences}, [])) - 1) AS {index} "
        f"MATCH ({node}:`Sentence` {{`id`: {sentences}[{index}]}})"
    )
    return Found(Row(node, outer.edge, index=index), (pattern,))


def _written(source: Written, outer: Row | None, names: Names) -> Found:
    given = {column: outer.variable(column) for column in needs(source.statement) if outer}
    text = written(source.statement, {name: parameter.name for name, parameter in source.parameters}, given)
    return columns(
        {column: column for column in source.columns}, f"CALL ({', '.join(given.values())}) {{ {text} }}", names
    )


def _items(source: Items, outer: Row, names: Names) -> Found:
    items, place = outer.variable(source.column), next(names)
    item = f"{items}[{place}]"
    several = len(source.columns) > 1
    values = {column: f"{item}[{n}]" if several else item for n, column in enumerate(source.columns)}
    return columns({**values, "place": place}, f"UNWIND range(0, size({items}) - 1) AS {place}", names)


def columns(values: Mapping[str, str], clause: str, names: Names) -> Found:
    """Rows of a clause whose columns have `values`."""
    own = {column: next(names) for column in values}
    each = ", ".join(f"{value} AS {own[column]}" for column, value in values.items())
    places = {place: own.pop(place, "") for place in ("node", "edge", "start", "end")}
    return Found(Row(**places, columns=tuple(own.items())), (f"{clause} WITH {each}",), open=True)


def labels(names: tuple[str, ...]) -> str:
    """Labels or types of which one is enough."""
    return ":" + "|".join(map(quoted, names)) if names else ""
