"""What is told in several places put together."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def merged(found: Iterable[T], same: Callable[[T, T], bool], joined: Callable[[T, T], T]) -> list[T]:
    """Each thing joined to the first one before it that is the same, in the order of the first ones."""
    kept: list[T] = []
    for one in found:
        at = next((i for i, known in enumerate(kept) if same(known, one)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = joined(kept[at], one)
    return kept
