"""Typed spans as the model finds them, and clusters of them: what `loaders.entities` turns into entities."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.article import EntityLabel

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """Characters start..end of the article that name (or, `named` false, describe) something of the type `label`."""

    start: int
    end: int
    label: EntityLabel
    named: bool = True
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """All spans of one thing. `name` is its canonical name; `country` ISO 3166-1 alpha-2; `state` for a state itself."""

    label: EntityLabel
    name: str
    named: bool
    spans: tuple[TypedSpan, ...]
    country: str | None = None
    state: bool = False
    kind: str | None = None


def groups(items: Iterable[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """Parts of `items` (distinct, in order) that `same` connects, also through others."""
    parts: list[list[T]] = []
    for item in dict.fromkeys(items):
        touching = [part for part in parts if any(same(item, other) for other in part)]
        merged = [other for part in touching for other in part] + [item]
        parts = [part for part in parts if part not in touching] + [merged]
    return parts


def by_text(spans: Sequence[TypedSpan], text: str) -> dict[str, list[TypedSpan]]:
    """Spans by their surface, in order of appearance."""
    found: dict[str, list[TypedSpan]] = {}
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        found.setdefault(text[span.start : span.end], []).append(span)
    return found
