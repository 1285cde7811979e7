"""Stretches of text cut into windows for the model: whole paragraphs packed together, long ones cut."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LONGEST = 200
"""Word pieces in a window, as in training."""
ROUND = 8
"""Windows are padded to a multiple of this, so that few shapes occur."""
BATCH = 800
"""Word pieces in a batch with padding. Larger ones are no quicker on a CPU and take more memory."""


class Stretch(NamedTuple):
    """Words start..end of a document that are still to be read: paragraphs, or one that is too long for a window."""

    document: int
    start: int
    end: int


def stretches(document: int, sizes: NDArray[np.int64], breaks: NDArray[np.bool_]) -> Iterator[Stretch]:
    """Paragraphs that follow each other, as many as fit; a longer one alone."""
    bounds = np.append(np.flatnonzero(breaks), len(sizes)).tolist()
    passed = np.concatenate([[0], np.cumsum(sizes)])
    start = 0
    for before, end in pairwise(bounds):
        if before > start and passed[end] - passed[start] > LONGEST:
            yield Stretch(document, start, before)
            start = before
    if len(sizes):
        yield Stretch(document, start, len(sizes))


def fitting(stretch: Stretch, sizes: NDArray[np.int64]) -> int:
    """The word where a window that starts with the stretch has to end."""
    ahead = np.cumsum(sizes[stretch.start : min(stretch.end, stretch.start + LONGEST)])
    return stretch.start + max(1, int(np.searchsorted(ahead, LONGEST, side="right")))


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indexes of windows of like length together."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and padded(lengths[i]) * (len(batch) + 1) > BATCH:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def padded(length: int) -> int:
    return -(-length // ROUND) * ROUND
