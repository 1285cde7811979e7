"""What contradicts itself is refused before anything is written."""

from dataclasses import replace

import graphs
import pytest

from graph.article import ArticleGraph
from graph.rows import GraphError, content_digest, share

SIGNING = graphs.signing()


@pytest.mark.parametrize(
    ("graph", "message"),
    [
        (
            replace(SIGNING, entities=SIGNING.entities[1:]),
            "refers to government:ru, which the article's graph does not",
        ),
        (replace(SIGNING, entities=(*SIGNING.entities, SIGNING.entities[0])), "holds government:ru twice"),
        (replace(SIGNING, figures=(replace(SIGNING.figures[0], evidence=()),)), "has no evidence: no sentence says so"),
    ],
)
def test_contradictions(graph: ArticleGraph, message: str) -> None:
    with pytest.raises(GraphError, match=message):
        share(graph)


def test_ends_are_found_by_one_label() -> None:
    kinds = share(SIGNING).relationships
    assert {(start, end) for link, start, end in kinds if link == "ABOUT"} == {
        ("Statement", "Entity"), ("Statement", "Event"), ("Statement", "Proposal"),
    }  # fmt: skip
    assert {(start, end) for link, start, end in kinds if link == "DISCUSSED"} == {("Event", "Proposal")}


def test_notes_do_not_change_the_digest() -> None:
    assert content_digest(replace(SIGNING, notes=("another",))) == content_digest(SIGNING)
    assert content_digest(graphs.changed(SIGNING)) != content_digest(SIGNING)


def test_two_accounts_of_an_office_are_one_relationship() -> None:
    office = SIGNING.offices[0]
    other = replace(office, evidence=SIGNING.offices[1].evidence)
    rows = share(replace(SIGNING, offices=(office, other))).relationships["HOLDS_OFFICE", "Entity", "Entity"]
    assert [row["properties"]["triggers"] for row in rows] == [["President", "Secretary-General"]]
