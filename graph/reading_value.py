"""The small steps from what the database gives to what a reader gets."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from neo4j.time import DateTime

from graph.reading_tree import Form


def time(value: DateTime | datetime | None) -> str | None:
    """ISO 8601 with the offset ("2024-08-19T10:00:00+00:00"); what has none is UTC."""
    if isinstance(value, DateTime):
        value = value.to_native()
    return None if value is None else (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()


def capitals(value: str | None) -> str | None:
    """A word of the graph as the name of an enum's value ("asserted" -> "ASSERTED")."""
    return None if value is None else value.upper()


def full(value: list[Any] | None) -> list[Any]:
    """A list, also where there is none."""
    return [] if value is None else value


def passage(value: Sequence[Any]) -> str | None:
    """The characters of [sentence's text, its start, start and end of the span]. Positions count code points."""
    text, origin, start, end = value
    if text is None or start is None or end is None:
        return None
    return text[max(0, start - (origin or 0)) : max(0, end - (origin or 0))]


def marks(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words that begin with one of `words` stand in `text`; short ones have to be the same."""
    return [found.span() for found in _beginning(tuple(words)).finditer(text)]


@lru_cache(maxsize=128)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    each = (re.escape(word) + (r"\w*" if len(word) >= LEAST_BEGINNING else r"(?!\w)") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})", re.IGNORECASE)


LEAST_BEGINNING = 3
"""Letters that a word must have to stand for all that begin with it."""


def taken(rows: list[Any], size: int, backward: bool) -> list[Any]:
    """The rows of the page in the order of the list, without the one too many."""
    return rows[:size][::-1] if backward else rows[:size]


def plain(value: Any) -> Any:
    """As it is."""
    return value


FORMS: Mapping[Form, Any] = {"plain": plain, "time": time, "capitals": capitals, "list": full}
