"""Write one article's graph in one transaction.

Saving is idempotent and does not depend on order: the graph after saving some articles is the same whatever came
first, however often, and from however many processes. An article that changed replaces its share.
"""

from collections.abc import Iterable
from typing import LiteralString

from graph.article import ArticleGraph
from graph.constraints import ensure
from graph.database import Database, Run
from graph.features import FOLDED, fold
from graph.model import ENTITIES, LABELS, SHARED
from graph.remove import folded, retract, settle
from graph.rows import Kind, Row, Share, share
from graph.shared import LISTS, added

TAKE: LiteralString = """
MERGE (a:Article {id: $article})
SET a.language = a.language
RETURN a.digest AS digest
"""
"""Makes other writers of the article wait (Neo4j), even where nothing changes."""

ARTICLE: LiteralString = """
MATCH (a:Article {id: $article.id})
SET a += $article.properties, a.published = datetime($article.published), a.digest = $digest
"""
"""`datetime(..)`: ArcadeDB forgets the zone of a moment that comes as a parameter."""

KNOWN: LiteralString = """
MATCH (a:Article)
WHERE a.id IN $ids
RETURN a.id AS id, a.digest AS digest
ORDER BY id
"""

COMMON: tuple[LiteralString, ...] = (*ENTITIES, "Proposal")
"""Labels of nodes that several articles may speak of."""
ALSO: dict[LiteralString, LiteralString] = {label.name: ":".join((label.name, *label.also)) for label in LABELS}
"""All labels of a node at once: ArcadeDB cannot add one later to a node that a constraint watches."""
SHARED_TYPES = {kind.type for kind in SHARED}


def save(database: Database, graph: ArticleGraph) -> bool:
    """Write `graph` as its article's share; durable when this returns. False if the same share was there already.

    Raises GraphError when `graph` contradicts itself, StoreError when the database does not answer.
    """
    rows = share(graph)
    ensure(database)
    return database.write(lambda run: write(run, rows))


def known(database: Database, ids: Iterable[str]) -> dict[str, str]:
    """Which of the articles are in the graph: the digest of each (graph.rows.content_digest) by its id."""
    return {row["id"]: row["digest"] for row in database.read(KNOWN, {"ids": list(ids)}) if row["digest"]}


def write(run: Run, rows: Share) -> bool:
    """`save` within a transaction."""
    article = rows.article["id"]
    before = run(TAKE, {"article": article})[0]["digest"]
    if before == rows.digest:
        return False
    affected = retract(run, article) if before else []
    run(ARTICLE, {"article": rows.article, "digest": rows.digest})
    for label, nodes in sorted(rows.nodes.items()):
        if label in COMMON:
            _call(run, label, nodes)
        elif label != "Article":
            run(created(label), {"rows": nodes})
    for kind, relations in sorted(rows.relationships.items()):
        if kind[0] in SHARED_TYPES:
            _support(run, article, kind, relations)
        else:
            run(joined(kind), {"rows": relations})
    if affected:
        settle(run, affected)
    return True


def _call(run: Run, label: LiteralString, nodes: list[Row]) -> None:
    """Make what is missing of the common nodes, and fold in how the article calls them."""
    old = {row["id"]: row for row in run(taken(label), {"rows": nodes})}
    new = [{"id": node["id"], "properties": fold([old[node["id"]], node["properties"]])} for node in nodes]
    changed = [row for row in new if any(old[row["id"]].get(key) != row["properties"][key] for key in FOLDED)]
    if changed:
        run(folded("Proposal" if label == "Proposal" else "Entity"), {"rows": changed})


def _support(run: Run, article: str, kind: Kind, relations: list[Row]) -> None:
    """Add the article's evidence to relationships that others may support too."""
    old = {row["id"]: row for row in run(lists(kind), {"rows": relations})}
    rows = [{**row, "properties": added(old.get(row["id"], {}), article, row["properties"])} for row in relations]
    run(supported(kind), {"rows": rows})


def created(label: LiteralString) -> LiteralString:
    """Nodes that only one article has."""
    return f"""
UNWIND $rows AS row
CREATE (n:{ALSO[label]} {{id: row.id}})
SET n += row.properties
"""


def taken(label: LiteralString) -> LiteralString:
    """Makes common nodes where they are missing, and makes other writers of them wait (Neo4j)."""
    keys: LiteralString = ", ".join(f"n.{key} AS {key}" for key in FOLDED)
    return f"""
UNWIND $rows AS row
MERGE (n:{ALSO[label]} {{id: row.id}})
SET n.named = n.named
RETURN n.id AS id, {keys}
"""


def joined(kind: Kind) -> LiteralString:
    """Relationships that only one article has."""
    link, start, end = kind
    return f"""
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})
MATCH (b:{end} {{id: row.end}})
CREATE (a)-[r:{link}]->(b)
SET r += row.properties
"""


def lists(kind: Kind) -> LiteralString:
    """What supports the relationships so far."""
    link, start, end = kind
    keys: LiteralString = ", ".join(f"r.{key} AS {key}" for key in LISTS)
    return f"""
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})-[r:{link}]->(b:{end} {{id: row.end}})
WHERE r.id = row.id
RETURN r.id AS id, r.articles AS articles, {keys}
"""


def supported(kind: Kind) -> LiteralString:
    link, start, end = kind
    return f"""
UNWIND $rows AS row
MATCH (a:{start} {{id: row.start}})
MATCH (b:{end} {{id: row.end}})
MERGE (a)-[r:{link} {{id: row.id}}]->(b)
SET r += row.properties
"""
