"""The model in code: consistent in itself, and what its page says."""

from pathlib import Path

import pytest

from graph.constraints import indexes, unique_nodes, unique_relationships
from graph.model import LABELS, RELATIONSHIPS, SHARED, Relationship
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
    statements = [*unique_nodes(), *unique_relationships(), *indexes()]
    names = [statement.split()[2] for statement in statements]
    assert len(set(names)) == len(names)
