"""The model in code: consistent in itself, and what its page says."""

from pathlib import Path

import pytest

from graph.constraints import ensure, full_texts, indexes, unique_nodes, unique_relationships
from graph.database import Database
from graph.model import FULL_TEXTS, LABELS, RELATIONSHIPS, SHARED, Relationship
from graph.reference import page

NAMES = {label.name for label in LABELS} | {"Entity"}


def test_the_page_is_up_to_date() -> None:
    written = (Path(__file__).parent.parent / "docs" / "model.md").read_text()
    assert written == page(), "run: python -m graph.reference > docs/model.md"


def test_relationships_join_labels_of_the_model() -> None:
    assert {label for kind in RELATIONSHIPS for label in (*kind.starts, *kind.ends)} <= NAMES


@pytest.mark.parametrize("kind", SHARED, ids=[kind.type for kind in SHARED])
def test_shared_relationships_say_who_supports_them(kind: Relationship) -> None:
    assert {"id", "articles", "sentences"} <= {kept.name for kept in kind.properties}


def test_each_statement_about_the_schema_has_a_name_of_its_own() -> None:
    statements = [*unique_nodes(), *unique_relationships(), *indexes(), *full_texts()]
    names = [statement.split(" IF ")[0].split()[-1] for statement in statements]
    assert len(set(names)) == len(names)


def test_words_are_indexed_before_anything_is_saved(database: Database) -> None:
    ensure(database)
    search = "CALL db.index.fulltext.queryNodes($index, 'peace') YIELD node RETURN node.id AS id"
    assert [database.read(search, {"index": kept.name}) for kept in FULL_TEXTS] == [[]] * len(FULL_TEXTS)
