"""The fact heads at run time: what the encoder's outputs say of mentions, anchors and their roles, in numpy.

The graph of the model gives, for each word, the scores of `named`, `unnamed`, `anchors`, `modality` and `state` and the
vectors `left`, `right`, `part` and `whole`. Pairs of words are scored here, for the few words that are anchors.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from loaders.extraction.labels import POINTERS

Floats = NDArray[np.floating]
BUCKETS = 12
"""Of the distance from the anchor, six on each side: 0, 1, 2-3, 4-7, 8-15, 16 and more words."""
FILE = Path(__file__).parent.parent / "language" / "model" / "facts.npz"


def leaky(x: Floats) -> Floats:
    """leaky ReLU (0.1) with a column of ones behind, as the biaffine products want it."""
    active = np.maximum(x, 0.1 * x)
    return np.concatenate([active, np.ones_like(active[..., :1])], -1)


def sigmoid(x: Floats) -> Floats:
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def log_softmax(x: Floats) -> Floats:
    shifted = x - x.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """0; then 1, 2-3, 4-7, 8-15, 16 and more words after the anchor, and the same before it."""
    size = np.minimum(np.floor(np.log2(np.maximum(np.abs(distance), 1))), 4).astype(np.int64) + (distance != 0)
    return size + (distance < 0) * (BUCKETS // 2)


@dataclass(frozen=True)
class Heads:
    """Weights: `kind` [anchors, h], `weight` [pointers, h + 1, h + 1], `near` [pointers, BUCKETS]
    and `pair` [2, k + 1, k + 1].

    h is the width of `left` and `right`, k that of `part` and `whole`.
    """

    path: Path = FILE

    @cached_property
    def weights(self) -> dict[str, Floats]:
        with np.load(self.path) as stored:
            return {name: stored[name].astype(np.float32) for name in stored.files}

    @cached_property
    def _flat(self) -> Floats:
        """`weight` as one matrix [h + 1, pointers * (h + 1)]."""
        weight = self.weights["weight"]
        return np.ascontiguousarray(weight.transpose(1, 0, 2).reshape(weight.shape[1], -1))

    def pointers(self, left: Floats, right: Floats, kinds: NDArray[np.int64], at: NDArray[np.int64]) -> Floats:
        """Scores [A, POINTERS, N] of A anchors (words `at`, of `kinds`) in a window of N words."""
        w = self.weights
        a, b = leaky(left[at] + w["kind"][kinds]), leaky(right)
        size = a.shape[1]
        sides = (a @ self._flat).reshape(len(at), len(POINTERS), size)
        scores = sides @ b.T
        return scores + w["near"][:, bucket(np.arange(len(right))[None] - at[:, None])].transpose(1, 0, 2)

    def pairs(self, part: Floats, whole: Floats) -> Floats:
        """Probabilities [PAIRS, n, m] that one mention is part of another."""
        return sigmoid(leaky(part)[None] @ self.weights["pair"] @ leaky(whole).T)
