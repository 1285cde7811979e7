"""What the fact heads find in a Doc: mentions, anchors with what fills their roles, and parts of wholes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from loaders.extraction.heads import Floats, Heads, log_softmax, sigmoid
from loaders.extraction.labels import (
    ANCHORS,
    ARGUMENTS,
    MODALITIES,
    NAMED_TAGS,
    PAIRS,
    POINTERS,
    SPAN_OF,
    STATES,
    UNNAMED_TAGS,
)
from loaders.extraction.thresholds import ANCHOR, LEAST_ROLE, MOST, PAIR
from loaders.language.names import best_tags
from loaders.language.pipeline import windows
from loaders.language.reading import Window
from loaders.mentions import TypedSpan

LONGEST_SPAN = 120
"""Words of a statement, a topic or a name."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """A word that an anchor points at, by its token in the Doc, and the probability of that."""

    token: int
    score: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that carries a fact. `roles`: label to candidates, best first; `spans`: label to (start, end, score)."""

    token: int
    kind: str
    score: float
    modality: str
    state: str
    roles: dict[str, tuple[Pointed, ...]]
    spans: dict[str, tuple[int, int, float]]


@dataclass(slots=True)
class Findings:
    mentions: list[TypedSpan] = field(default_factory=list[TypedSpan])
    anchors: list[Anchor] = field(default_factory=list[Anchor])
    pairs: list[tuple[str, int, int, float]] = field(default_factory=list[tuple[str, int, int, float]])
    """(PART_OF or WITHIN, last token of the part, last token of the whole, probability)"""


def findings(doc: Doc, heads: Heads) -> Findings:
    found, text = Findings(), doc.text
    for window in windows(doc):
        ends: list[int] = []
        for first, end, kind, score, named in spans_of(window, doc):
            start, last = doc[int(window.tokens[first])], doc[int(window.tokens[end - 1])]
            if any(c.isalpha() for c in text[start.idx : last.idx + len(last)]):
                found.mentions.append(TypedSpan(start.idx, last.idx + len(last), kind, named, score))  # pyright: ignore[reportArgumentType]
                ends.append(end - 1)
        found.anchors += anchors_of(window, heads)
        found.pairs += pairs_of(window, heads, sorted(set(ends)))
    return found


def spans_of(window: Window, doc: Doc) -> Iterator[tuple[int, int, str, float, bool]]:
    """(first word, end word, type, probability, named) of each mention; named and unnamed ones may be nested."""
    starts = np.array([bool(doc[int(i)].is_sent_start) for i in window.tokens])
    starts[0] = True
    for output, tags, named in (("named", NAMED_TAGS, True), ("unnamed", UNNAMED_TAGS, False)):
        scores = np.asarray(window.outputs[output], dtype=np.float32)
        path: list[int] = best_tags(scores[None], starts[None], tags)[0].tolist()
        chances = np.exp(log_softmax(scores))
        start = 0
        for i in range(1, len(path) + 1):
            goes_on = i < len(path) and tags[path[i]][0] == "I"
            if not goes_on:
                if path[start]:
                    score = float(np.mean([chances[k, path[k]] for k in range(start, i)]))
                    yield start, i, tags[path[start]][2:], score, named
                start = i


def anchors_of(window: Window, heads: Heads) -> Iterator[Anchor]:
    chances = sigmoid(np.asarray(window.outputs["anchors"], dtype=np.float32))
    at, kinds = np.nonzero(chances > np.array([ANCHOR.get(kind, MOST) for kind in ANCHORS], dtype=np.float32))
    if not len(at):
        return
    left, right = (np.asarray(window.outputs[name], dtype=np.float32) for name in ("left", "right"))
    scores = heads.pointers(left, right, kinds, at)
    modality, state = (_best(window.outputs[name]) for name in ("modality", "state"))
    for row, word, kind in zip(scores, at.tolist(), kinds.tolist(), strict=True):
        yield Anchor(
            token=int(window.tokens[word]),
            kind=ANCHORS[kind],
            score=float(chances[word, kind]),
            modality=MODALITIES[modality[word]],
            state=STATES[state[word]],
            roles=_roles(row, window.tokens),
            spans=_spans(row, window.tokens, SPAN_OF[ANCHORS[kind]]),
        )


def _best(scores: NDArray[np.generic]) -> list[int]:
    """The label with the highest score of each word."""
    return np.asarray(scores, dtype=np.float32).argmax(-1).tolist()


def _roles(scores: Floats, tokens: NDArray[np.int64]) -> dict[str, tuple[Pointed, ...]]:
    found: dict[str, tuple[Pointed, ...]] = {}
    for label, chances in zip(ARGUMENTS, sigmoid(scores[: len(ARGUMENTS)]), strict=True):
        words = np.flatnonzero(chances > LEAST_ROLE)
        order = words[np.argsort(-chances[words])]
        found[label] = tuple(Pointed(int(tokens[i]), float(chances[i])) for i in order)
    return found


def _spans(scores: Floats, tokens: NDArray[np.int64], label: str) -> dict[str, tuple[int, int, float]]:
    """The best start and end of the span role: the pair with the highest product of probabilities."""
    start, end = (log_softmax(scores[POINTERS.index(f"{label}:{side}")]) for side in ("start", "end"))
    sums = start[:, None] + end[None, :]
    size = np.arange(len(tokens))
    length = size[None, :] - size[:, None]
    sums[(length < 0) | (length >= LONGEST_SPAN)] = -1e4
    a, b = np.unravel_index(int(sums.argmax()), sums.shape)
    return {label: (int(tokens[a]), int(tokens[b]) + 1, float(np.exp(sums[a, b])))}


def pairs_of(window: Window, heads: Heads, ends: list[int]) -> Iterator[tuple[str, int, int, float]]:
    if len(ends) < 2:
        return
    part, whole = (np.asarray(window.outputs[name], dtype=np.float32)[ends] for name in ("part", "whole"))
    chances = heads.pairs(part, whole)
    for kind, a, b in np.argwhere(chances > PAIR).tolist():
        if a != b:
            yield PAIRS[kind], int(window.tokens[ends[a]]), int(window.tokens[ends[b]]), float(chances[kind, a, b])
