"""Constraints and indexes, as the model says: each id once, and an index on what people search by."""

from typing import LiteralString

from graph.database import Database
from graph.model import FULL_TEXTS, LABELS, NAME, RELATIONSHIPS


def ensure(database: Database) -> None:
    """Make what is missing. Once for each open store; it costs some ms when nothing is missing."""
    if not database.defined:
        database.define([*unique_nodes(), *unique_relationships(), *indexes()])
        if database.engine == "neo4j":  # the embedded server makes its own: see graph.server
            database.define([*full_texts(), "CALL db.awaitIndexes(300)"])
        database.defined = True


def unique_nodes() -> list[LiteralString]:
    """Entity first: its kinds are nodes of both labels."""
    names: list[LiteralString] = ["Entity", *(label.name for label in LABELS)]
    return [
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR (n:{name}) REQUIRE n.id IS UNIQUE" for name in names
    ]


def unique_relationships() -> list[LiteralString]:
    """Two writers that make the same shared relationship at once must not both succeed."""
    return [
        f"CREATE CONSTRAINT {kind.type.lower()}_id IF NOT EXISTS FOR ()-[r:{kind.type}]-() REQUIRE r.id IS UNIQUE"
        for kind in RELATIONSHIPS
        if kind.shared
    ]


def indexes() -> list[LiteralString]:
    searched: list[tuple[LiteralString, LiteralString]] = [
        ("Entity", NAME.name),
        *((label.name, kept.name) for label in LABELS for kept in label.properties if kept.index),
    ]
    return [
        f"CREATE INDEX {label.lower()}_{name.lower()} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, name in searched
    ]


def full_texts() -> list[LiteralString]:
    return [
        f"CREATE FULLTEXT INDEX {kept.name} IF NOT EXISTS FOR (n:{kept.label}) ON EACH [n.{kept.property}]"
        for kept in FULL_TEXTS
    ]
