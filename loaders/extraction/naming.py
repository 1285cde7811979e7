"""Names in their order in the text, and what two of them are to each other."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from graph.article import Entity
from loaders.extraction.context import Context


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text and what it names."""

    start: int
    end: int
    entity: Entity


@dataclass(frozen=True, slots=True)
class PartWhole:
    """A part and its whole by their ids, and the characters that say so."""

    kind: Literal["PART_OF", "WITHIN"]
    part: str
    whole: str
    start: int
    end: int
    rule: str


def mentions(context: Context, labels: Collection[str]) -> list[Named]:
    """What the article names or describes of some types, in order; of nested mentions the longer first."""
    found = (Named(m.start, m.end, e) for e in context.entities if e.label in labels for m in e.mentions)
    return sorted(found, key=lambda one: (one.start, -one.end))


def named(context: Context, labels: Collection[str]) -> list[Named]:
    return [one for one in mentions(context, labels) if one.entity.named]


def near(context: Context, one: Named, other: Named) -> bool:
    """Two things in one sentence, the first before the other."""
    apart = one.entity.id != other.entity.id and one.end <= other.start
    return apart and context.sentence_at(one.start) is context.sentence_at(other.start)
