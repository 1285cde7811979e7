"""Saving and removing on a real database: the same graph whatever came first, however often."""

from itertools import permutations
from typing import Any

import graphs
import pytest
from snapshots import declared, snapshot

from graph import rows
from graph.database import Database
from graph.model import LABELS, RELATIONSHIPS
from graph.remove import remove
from graph.save import known, save
from graph.stats import stats


def save_all(database: Database) -> None:
    for article in graphs.ALL:
        assert save(database, article())


def empty(database: Database) -> bool:
    return not any(stats(database).values())


def test_a_second_save_changes_nothing(database: Database) -> None:
    save_all(database)
    before = snapshot(database)
    assert [save(database, article()) for article in graphs.ALL] == [False, False, False]
    assert snapshot(database) == before


@pytest.mark.parametrize("order", list(permutations(graphs.ALL))[1:])
def test_order_does_not_matter(database: Database, order: tuple[Any, ...]) -> None:
    save_all(database)
    expected = snapshot(database)
    for article in graphs.ALL:
        remove(database, article().article.id)
    assert empty(database)
    for article in order:
        save(database, article())
    assert snapshot(database) == expected


def test_everything_written_is_in_the_model(database: Database) -> None:
    save_all(database)
    known_properties = declared()
    names = {label.name for label in LABELS} | {"Entity"}
    whole = snapshot(database)
    for *labels, properties in whole["nodes"]:
        assert set(labels) <= names
        assert set(properties) <= set().union(*(known_properties.get(label, set()) for label in labels))
    for _, kind, _, properties in whole["relationships"]:
        assert set(properties) <= known_properties[kind], kind


def test_the_articles_use_the_whole_model(database: Database) -> None:
    save_all(database)
    counts = stats(database)
    assert [name for name, count in counts.items() if not count] == []
    assert list(counts) == [*(label.name for label in LABELS), *(kind.type for kind in RELATIONSHIPS)]


@pytest.mark.parametrize("article", graphs.ALL)
def test_a_removal_takes_back_what_only_the_article_supports(database: Database, article: Any) -> None:
    for other in graphs.ALL:
        if other is not article:
            save(database, other())
    before = snapshot(database)
    save(database, article())
    assert remove(database, article().article.id)
    assert snapshot(database) == before
    assert not remove(database, article().article.id)


@pytest.mark.parametrize("article", graphs.ALL)
def test_a_changed_article_replaces_its_share(database: Database, article: Any) -> None:
    save_all(database)
    expected = snapshot(database)
    assert save(database, graphs.changed(article()))
    assert snapshot(database) != expected
    assert save(database, article())
    assert snapshot(database) == expected


def test_known_tells_the_digest(database: Database) -> None:
    value = graphs.signing()
    save(database, value)
    assert known(database, [value.article.id, "article:none"]) == {value.article.id: rows.content_digest(value)}


def test_moments_keep_their_instant(database: Database) -> None:
    save(database, graphs.signing())
    [row] = database.read("MATCH (a:Article) RETURN a.published AS published")
    assert row["published"].to_native() == graphs.signing().article.published
