"""Remove an article: its own nodes, and of what it shares with others all that only it supports."""

from typing import LiteralString

from graph.database import Database, Run
from graph.features import FOLDED, fold
from graph.model import SHARED
from graph.shared import LISTS, without

FIND: LiteralString = """
MATCH (a:Article)
WHERE a.id = $article
SET a.language = a.language
RETURN a.id AS id
"""
"""Writing a property, if only its own value, makes other writers of the article wait (Neo4j)."""

FEATURED: LiteralString = """
MATCH (a:Article {id: $article})-[:FEATURES]->(n)
WITH n ORDER BY n.id
SET n.named = n.named
RETURN n.id AS id
"""

FACTS: LiteralString = """
MATCH (a:Article {id: $article})-[:HAS_SENTENCE]->(s:Sentence)-[:EVIDENCES]->(f)
WHERE f:Event OR f:Statement OR f:Figure
WITH DISTINCT f
DETACH DELETE f
"""

SENTENCES: LiteralString = """
MATCH (a:Article {id: $article})-[:HAS_SENTENCE]->(s:Sentence)
DETACH DELETE s
"""

_TYPES: LiteralString = "|".join(kind.type for kind in SHARED)
_LISTS: LiteralString = ", ".join(f"r.{key} AS {key}" for key in LISTS)
SUPPORTED: LiteralString = f"""
MATCH (a:Article {{id: $article}})-[:FEATURES]->(n)-[r:{_TYPES}]->(m)
WHERE $article IN r.articles
RETURN type(r) AS type, n.id AS start, m.id AS end, r.id AS id, r.articles AS articles, {_LISTS}
"""
"""The shared relationships that the article supports; it features their starts."""

FEATURES: LiteralString = """
MATCH (a:Article {id: $article})-[f:FEATURES]->()
DELETE f
"""

ARTICLE: LiteralString = """
MATCH (a:Article {id: $article})
DETACH DELETE a
"""

TERMS: LiteralString = """
MATCH (t:Term)
WHERE t.id IN $ids AND NOT EXISTS { MATCH (:Proposal)-[:HAS_TERM]->(t) }
DETACH DELETE t
"""


def remove(database: Database, article: str) -> bool:
    """Take back what only the article with this id supports, in one transaction. Returns whether it was there."""
    return database.write(lambda run: take_back(run, article))


def take_back(run: Run, article: str) -> bool:
    """`remove` within a transaction."""
    if not run(FIND, {"article": article}):
        return False
    affected = retract(run, article)
    run(ARTICLE, {"article": article})
    settle(run, affected)
    return True


def retract(run: Run, article: str) -> list[str]:
    """Take back the article's share but for its own node; the ids of the entities and proposals that it featured.

    These may be left without any article: `settle` comes last.
    """
    affected = [row["id"] for row in run(FEATURED, {"article": article})]
    run(FACTS, {"article": article})
    _retract_shared(run, article)
    run(FEATURES, {"article": article})
    run(SENTENCES, {"article": article})
    return affected


def _retract_shared(run: Run, article: str) -> None:
    found = run(SUPPORTED, {"article": article})
    for kind in SHARED:
        old = [row for row in found if row["type"] == kind.type]
        left = [{"start": row["start"], "id": row["id"], "properties": without(row, article)} for row in old]
        if keep := [row for row in left if row["properties"]["articles"]]:
            run(lists_of(kind.type), {"rows": keep})
        if gone := [row for row in left if not row["properties"]["articles"]]:
            run(end_of(kind.type), {"rows": gone})
    run(TERMS, {"ids": [row["end"] for row in found if row["type"] == "HAS_TERM"]})


def lists_of(link: LiteralString) -> LiteralString:
    return f"""
UNWIND $rows AS row
MATCH (n:{start_of(link)} {{id: row.start}})-[r:{link}]->()
WHERE r.id = row.id
SET r += row.properties
"""


def end_of(link: LiteralString) -> LiteralString:
    return f"""
UNWIND $rows AS row
MATCH (n:{start_of(link)} {{id: row.start}})-[r:{link}]->()
WHERE r.id = row.id
DELETE r
"""


def start_of(link: LiteralString) -> LiteralString:
    """The label by which a shared relationship's start is found."""
    return "Proposal" if link in {"HAS_TERM", "REVISES"} else "Entity"


def settle(run: Run, ids: list[str]) -> None:
    """Delete those of the entities and proposals that no article features any more; fold the others anew."""
    labels: tuple[LiteralString, ...] = ("Entity", "Proposal")
    for label in labels:
        run(orphans(label), {"ids": ids})
        rows = [{"id": row["id"], "properties": fold(row["features"])} for row in run(featured(label), {"ids": ids})]
        run(folded(label), {"rows": rows})


def orphans(label: LiteralString) -> LiteralString:
    return f"""
MATCH (n:{label})
WHERE n.id IN $ids AND NOT EXISTS {{ MATCH (:Article)-[:FEATURES]->(n) }}
DETACH DELETE n
"""


def featured(label: LiteralString) -> LiteralString:
    """What all articles call each of them."""
    keys: LiteralString = ", ".join(f"{key}: f.{key}" for key in FOLDED)
    return f"""
MATCH (n:{label})<-[f:FEATURES]-(a:Article)
WHERE n.id IN $ids
WITH n, f, a ORDER BY a.id
RETURN n.id AS id, collect({{{keys}}}) AS features
"""


def folded(label: LiteralString) -> LiteralString:
    return f"""
UNWIND $rows AS row
MATCH (n:{label} {{id: row.id}})
SET n += row.properties
"""
