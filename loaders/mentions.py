# ruff: noqa: E501 - patterns and tables read best on one line
"""Typed spans as the model finds them, and clusters of them: what `loaders.entities` turns into entities."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.article import EntityLabel

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class TypedSpan:
    """Characters start..end of the article that name (or, `named` false, describe) something of the type `label`.

    `known`: a description of something that the article names or describes elsewhere; it makes no entity of its own.
    """

    start: int
    end: int
    label: EntityLabel
    named: bool = True
    score: float = 1.0
    known: bool = False


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


EQUATED = re.compile(
    r"\s*(?:[(\[]\s*(?:(?:the|or|also|formerly|now|then|abbreviated|known as|also known as|called|in \w+:?)\s+)*[\"“'‘]?"
    r"|,?\s*(?:also known as|better known as|otherwise known as|known as|a\.?k\.?a\.?|alias|also called|formerly called|"
    r"whose real name is|abbreviated)\s+(?:the\s+)?[\"“'‘]?)",
    re.IGNORECASE,
)


def equated(spans: Sequence[TypedSpan], text: str) -> frozenset[tuple[str, str]]:
    """Pairs of surfaces, both ways, that the text itself equates: "Rapid Support Forces (RSF)", "X, also known as Y"."""
    order = sorted(spans, key=lambda span: (span.start, -span.end))
    found: set[tuple[str, str]] = set()
    for at, span in enumerate(order):
        for other in order[at + 1 : at + 4]:
            if 0 < other.start - span.end <= 40 and EQUATED.fullmatch(text, span.end, other.start):
                a, b = text[span.start : span.end], text[other.start : other.end]
                found |= {(a, b), (b, a)}
    return frozenset(found)


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
