"""Many articles, one after the other: while one is written to the database, the next is already being read."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.article import Article, ArticleGraph
from loaders.sources import Reading, Refusal, Source

log = logging.getLogger(__name__)

AHEAD = 2
"""Articles that may wait for the database: one is being written, one is ready. More would only take memory."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article. `reason` says why it was refused; `words` counts what was read of it."""

    name: str
    result: Literal["loaded", "unchanged", "refused"]
    words: int = 0
    reason: str = ""
    notes: tuple[str, ...] = ()


Extract: TypeAlias = Callable[[Article], ArticleGraph]
Save: TypeAlias = Callable[[Source, ArticleGraph], bool]
"""Keeps the graph of one article; False where it was kept already. Raises ValueError if that graph cannot be kept."""
Waiting: TypeAlias = deque[tuple[Source, "Future[bool]"]]


def load(
    readings: Iterable[Reading], extract: Extract, save: Save, stopped: Callable[[], bool] = lambda: False
) -> Iterator[Outcome]:
    """The outcome of each article as soon as it is known. No article stops the others; a database that fails does.

    `stopped` is asked before each article: when it says True, those in hand are finished and no other is begun.
    """
    waiting: Waiting = deque()
    with ThreadPoolExecutor(1, "writer") as writer:
        for reading in readings:
            if stopped():
                break
            found = extracted(reading, extract)
            if isinstance(found, Outcome):
                yield found
            else:
                waiting.append((found[0], writer.submit(save, *found)))
            while len(waiting) > AHEAD:
                yield _saved(*waiting.popleft())
        while waiting:
            yield _saved(*waiting.popleft())


def extracted(reading: Reading, extract: Extract) -> tuple[Source, ArticleGraph] | Outcome:
    """The article with its graph, or why there is none."""
    if isinstance(reading, Refusal):
        return Outcome(reading.name, "refused", reason=reading.reason)
    try:
        return reading, extract(reading.article)
    except Exception as error:  # a fault that one article brings to light must not cost the others
        log.debug("extraction failed", exc_info=True)
        reason = f"extraction failed: {type(error).__name__}: {error}"
        return Outcome(reading.name, "refused", words(reading.article), reason, reading.notes)


def words(article: Article) -> int:
    return len(article.text.split())


def _saved(source: Source, future: "Future[bool]") -> Outcome:
    try:
        result = "loaded" if future.result() else "unchanged"
    except ValueError as error:
        return Outcome(source.name, "refused", words(source.article), f"not kept: {error}", source.notes)
    return Outcome(source.name, result, words(source.article), notes=source.notes)
