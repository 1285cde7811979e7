"""Groups of a read in Cypher: what rows have in common, and how many of them there are."""

from graph.reading_filter import condition
from graph.reading_row import Found, Names, Row, attribute, columns, found, step
from graph.reading_tree import Attribute, Grouped, Hop, Prefix


def grouped(source: Grouped, names: Names) -> Found:
    """A row for each group, whose columns are the keys and the measures; null where there is no node at a hop."""
    there = found(source.source, None, names)
    values: dict[str, str] = {}
    clause = there.clause(condition(source.where, there.row, names))
    for name, of in source.keys:
        values[name] = next(names) if isinstance(of, Hop) else _value(of, there.row)
        if isinstance(of, Hop):
            clause += f" OPTIONAL MATCH ({there.row.node}){step(of, '', values[name])}"
    measures = {name: _measure(function, of, there.row) for name, function, of in source.measures}
    return columns({**values, **measures}, clause, names)


def _value(of: Attribute | Prefix, row: Row) -> str:
    if isinstance(of, Attribute):
        return attribute(of, row)
    return f"substring(toString({attribute(of.attribute, row)}), 0, {of.length})"


def _measure(function: str, of: Attribute | None, row: Row) -> str:
    """A row that several nodes at a hop belong to counts once."""
    return f"{function}({attribute(of, row)})" if of else f"count(DISTINCT {row.node})"
