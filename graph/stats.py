"""How much is in the graph."""

from typing import LiteralString

from graph.database import Database
from graph.model import LABELS, RELATIONSHIPS


def nodes_statement() -> LiteralString:
    counts: list[LiteralString] = [
        f"MATCH (n:{label.name}) RETURN '{label.name}' AS name, count(n) AS count" for label in LABELS
    ]
    return "\nUNION ALL\n".join(counts)


def relationships_statement() -> LiteralString:
    counts: list[LiteralString] = [
        f"MATCH ()-[r:{kind.type}]->() RETURN '{kind.type}' AS name, count(r) AS count" for kind in RELATIONSHIPS
    ]
    return "\nUNION ALL\n".join(counts)


def stats(database: Database) -> dict[str, int]:
    """How many nodes of each label and relationships of each type, as the model lists them. Meetings are events too."""
    rows = [*database.read(nodes_statement()), *database.read(relationships_statement())]
    counts = {row["name"]: row["count"] for row in rows}
    # A count beside a name has no row where nothing matches.
    return {name: counts.get(name, 0) for name in [*(n.name for n in LABELS), *(r.type for r in RELATIONSHIPS)]}
