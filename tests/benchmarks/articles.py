"""Annotated articles with the graphs that are made of them, and what the scores of all are together."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import TypeAlias

from graph.article import Article, ArticleGraph
from loaders.extraction.labels import EVENTS
from loaders.form import gold_form
from loaders.sources import Source, read
from tests.benchmarks.quotes import Quotes, quotes
from tests.benchmarks.reliability import Claim, claims
from tests.benchmarks.scoring import Count, Json, score

Extract: TypeAlias = Callable[[Article], ArticleGraph]


@dataclass(slots=True)
class Timed:
    """Extraction that counts articles, words and seconds of CPU time, so that a busy machine does not count."""

    extract: Extract
    articles: int = 0
    words: int = 0
    seconds: float = 0.0

    def __call__(self, article: Article) -> ArticleGraph:
        start = process_time()
        graph = self.extract(article)
        self.seconds += process_time() - start
        self.articles += 1
        self.words += len(article.text.split())
        return graph


@dataclass(slots=True)
class Total:
    """Of a set of articles: entities, roles by type of fact, direct quotes, and each fact with its confidence."""

    entities: Count = field(default_factory=Count)
    types: dict[str, Count] = field(default_factory=lambda: defaultdict[str, Count](Count))
    quotes: Quotes = field(default_factory=Quotes)
    claims: list[Claim] = field(default_factory=list[Claim])

    @property
    def facts(self) -> Count:
        return sum(self.types.values(), Count())

    @property
    def events(self) -> Count:
        return sum((self.types[kind] for kind in EVENTS if kind in self.types), Count())

    def add(self, text: str, gold: Json, made: Json) -> None:
        scored = score(gold, made)
        self.entities += scored.entities
        for kind, count in scored.types.items():
            self.types[kind] += count
        self.quotes += quotes(gold, made, text)
        self.claims += claims(made, scored)


def articles(folder: Path, names: Iterable[str]) -> Iterator[tuple[Article, Json]]:
    """Each article of `folder` with its annotation. Raises ValueError for one that cannot be read."""
    for name in names:
        for reading in read([str(folder / f"{name}.txt")]):
            if not isinstance(reading, Source):
                raise ValueError(f"{name}.txt in {folder} cannot be read: {reading.reason}")
            yield reading.article, json.loads((folder / f"{name}.json").read_text("utf-8"))


def total(annotated: Iterable[tuple[Article, Json]], extract: Extract) -> Total:
    found = Total()
    for article, gold in annotated:
        found.add(article.text, gold, json.loads(json.dumps(gold_form(extract(article)))))
    return found
