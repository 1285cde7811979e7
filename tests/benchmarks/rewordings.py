"""Twenty facts in two wordings of our own each (`rewordings.tsv`): is the same fact with the same nodes found twice?"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.article import ArticleGraph
from tests.benchmarks.articles import Extract
from tests.benchmarks.records import graph_of
from tests.benchmarks.scoring import Count

FILE = Path(__file__).with_suffix(".tsv")
Told = frozenset[str]
"""Ids of the named entities that take part in a fact."""


class Rewording(NamedTuple):
    type: str
    first: str
    second: str


def rewordings(file: Path = FILE) -> list[Rewording]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [Rewording(*row) for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def measured(found: list[Rewording], extract: Extract) -> tuple[Count, Count]:
    """Facts of both wordings that share a fact of the type, of all; facts found in the first wording, of all."""
    pairs = [tuple(set(told(graph_of(text + "\n", extract), one.type)) for text in one[1:]) for one in found]
    again = sum(bool(first & second) for first, second in pairs)
    return Count(again, len(found)), Count(sum(bool(first) for first, _ in pairs), len(found))


def told(graph: ArticleGraph, kind: str) -> Iterator[Told]:
    """Who takes part in each fact of a type; facts without a named entity are passed over."""
    named = {entity.id for entity in graph.entities if entity.named}
    parts = {
        "STATEMENT": [statement.speakers for statement in graph.statements],
        "OFFICE": [(office.holder, office.of or "") for office in graph.offices],
    }.get(kind, [(*event.actors, *event.recipients) for event in graph.events if event.type == kind])
    yield from (who for part in parts if (who := frozenset(part) & named))
