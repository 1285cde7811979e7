"""Filters of a read in Cypher: conditions that are true or not, whatever is missing."""

from graph.reading_row import Names, Row, attribute, found, labels, parameter, quoted
from graph.reading_tree import AsOf, Both, Compare, Either, End, Filter, Not, Related

SYMBOLS = {
    "eq": "=", "in": "IN", "lt": "<", "lte": "<=", "gt": ">", "gte": ">=",
    "contains": "CONTAINS", "startsWith": "STARTS WITH", "endsWith": "ENDS WITH",
}  # fmt: skip


def condition(wanted: Filter, row: Row, names: Names, known: bool = False) -> str:
    """`wanted` as a condition on `row`; an empty text if it holds always.

    `known`: false, not unknown, where a value is missing, so that it can be negated. Each comparison is made so on its
    own, since ArcadeDB 26.10 goes wrong on `coalesce(NOT coalesce(any(..), false), false)`.
    """
    match wanted:
        case Compare():
            return f"coalesce({_compare(wanted, row)}, false)" if known else _compare(wanted, row)
        case Both(filters):
            return joined([condition(f, row, names, known) for f in filters])
        case Either(filters):
            return _either([condition(f, row, names, known) for f in filters])
        case Not(inner):
            return negated(condition(inner, row, names, known=True))
        case End(at, inner):
            return condition(inner, row.at(at), names, known)
        case Related():
            return _related(wanted, row, names)
        case AsOf():
            return _as_of(wanted, row, names)


def joined(conditions: list[str]) -> str:
    """All of them; empty ones hold always."""
    real = [c for c in conditions if c]
    return real[0] if len(real) == 1 else " AND ".join(f"({c})" for c in real)


def _either(conditions: list[str]) -> str:
    if not conditions:
        return "false"
    return "" if "" in conditions else " OR ".join(f"({c})" for c in conditions)


def negated(condition: str) -> str:
    """True just where `condition`, which is known, is false."""
    return f"NOT ({condition})" if condition else "false"


def _compare(wanted: Compare, row: Row) -> str:
    left = attribute(wanted.attribute, row)
    if wanted.operator == "missing":
        return f"{left} IS NULL"
    if wanted.value is None:
        raise ValueError(f"{wanted} needs a value")
    right = parameter(wanted.attribute, wanted.value)
    if wanted.attribute.sort == "time" and wanted.operator == "in":
        right = f"[x IN ${wanted.value.name} | datetime(x)]"
    if wanted.operator == "has":
        return f"{right} IN {left}"
    if wanted.operator == "hasLike":
        return f"any(x IN {left} WHERE toLower(x) CONTAINS toLower({right}))"
    if wanted.fold:
        left, right = f"toLower({left})", f"toLower({right})"
    return f"{left} {SYMBOLS[wanted.operator]} {right}"


def _related(wanted: Related, row: Row, names: Names) -> str:
    there = found(wanted.walk, row, names)
    inner = condition(wanted.filter, there.row, names, known=wanted.quantifier == "all")
    match wanted.quantifier:
        case "some":
            return f"EXISTS {{ {there.clause(inner)} }}"
        case "none":
            return f"NOT EXISTS {{ {there.clause(inner)} }}"
        case "all":
            return f"NOT EXISTS {{ {there.clause(negated(inner))} }}"
        case "single":
            return f"COUNT {{ {there.counted(inner)} }} = 1"


def _as_of(wanted: AsOf, row: Row, names: Names) -> str:
    other, first, later, since = (next(names) for _ in range(4))
    same = "".join(
        f" AND coalesce({other}.{name}, '') = coalesce({row.edge}.{name}, '')" for name in map(quoted, wanted.same)
    )
    overtaken = (
        f"MATCH ({row.start})-[{other}{labels(wanted.types)}]->({row.end}) WHERE {other}.id <> {row.edge}.id{same} "
        f"{_told(other, later, wanted)} AND NOT EXISTS {{ "
        f"{_told(row.edge, since, wanted)} AND {since}.published >= {later}.published }}"
    )
    return f"EXISTS {{ {_told(row.edge, first, wanted)} }} AND NOT EXISTS {{ {overtaken} }}"


def _told(edge: str, article: str, wanted: AsOf) -> str:
    """The articles before the moment that support a relationship."""
    before = f"{article}.published < datetime(${wanted.before.name})"
    return f"MATCH ({article}:Article) WHERE {article}.id IN {edge}.articles AND {before}"
