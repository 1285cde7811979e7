"""A whole graph as a value, so that two graphs can be compared."""

from typing import Any

from graph.database import Database
from graph.model import LABELS, RELATIONSHIPS, Property

Snapshot = dict[str, list[Any]]


def snapshot(database: Database) -> Snapshot:
    """All nodes with their labels and properties, all relationships with their ends and properties, sorted."""
    nodes = database.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    links = database.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties"
    )
    return {
        "nodes": sorted(([*sorted(row["labels"]), plain(row["properties"])] for row in nodes), key=repr),
        "relationships": sorted(
            ([row["start"], row["type"], row["end"], plain(row["properties"])] for row in links), key=repr
        ),
    }


def plain(properties: dict[str, Any]) -> dict[str, Any]:
    """Sorted, moments as text."""
    return {key: str(value) if hasattr(value, "iso_format") else value for key, value in sorted(properties.items())}


def declared() -> dict[str, set[str]]:
    """The properties that the model knows of each label and type."""
    by_name = {label.name: label for label in LABELS}
    own: dict[str, tuple[Property, ...]] = {kind.type: kind.properties for kind in RELATIONSHIPS}
    for label in LABELS:
        own[label.name] = (
            *label.properties,
            *(kept for also in label.also if also in by_name for kept in by_name[also].properties),
        )
    return {name: {kept.name for kept in properties} for name, properties in own.items()}
