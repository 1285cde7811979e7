"""Name tags that follow each other rightly: an I- tag only inside a name of its kind and never first in a sentence."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

NEVER = -1e4


def transitions(tags: Sequence[str]) -> NDArray[np.float32]:
    """[before, after]: 0 where `after` may follow, NEVER elsewhere."""
    follows = lambda before, after: after[0] != "I" or (before != "O" and before[2:] == after[2:])  # noqa: E731
    return np.array([[0.0 if follows(b, a) else NEVER for a in tags] for b in tags], dtype=np.float32)


def best_tags(scores: NDArray[np.float32], starts: NDArray[np.bool_], tags: Sequence[str]) -> NDArray[np.int64]:
    """Index [B, N] of the tags with the highest sum of scores [B, N, tags] (Viterbi); `starts` are sentence starts."""
    allowed = transitions(tags)
    inner = np.array([tag[0] == "I" for tag in tags]) * np.float32(NEVER)
    scores = scores + starts[..., None] * inner
    windows, words, _ = scores.shape
    best, back = scores[:, 0], np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, words):
        sums = best[:, :, None] + allowed
        back[:, i] = sums.argmax(1)
        best = sums.max(1) + scores[:, i]
    path = np.zeros((windows, words), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(windows)
    for i in range(words - 1, 0, -1):
        path[:, i - 1] = back[rows, i, path[:, i]]
    return path
