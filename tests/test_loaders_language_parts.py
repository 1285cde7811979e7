"""The parts of the pipeline that need no model."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.language import names, trees, windows
from loaders.language.lemmas import Lemmas
from loaders.language.text import line_ends, paragraph_starts
from loaders.language.windows import Stretch


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("dismisses", "VBZ", "dismiss"),
        ("met", "VBD", "meet"),
        ("held", "VBN", "hold"),
        ("talks", "NNS", "talk"),
        ("Hostages", "NNS", "hostage"),
        ("cities", "NNS", "city"),
        ("Blinken", "NNP", "Blinken"),
        ("n’t", "RB", "not"),
        ("worse", "JJR", "bad"),
        ("frobnicating", "VBG", "frobnicate"),
        ("x", "NN", "x"),
    ],
)
def test_lemmas(word: str, tag: str, lemma: str) -> None:
    assert Lemmas.read()(word, tag) == lemma


def best_by_trying(scores: np.ndarray) -> float:
    """The highest sum of a tree with one root, over all ways to choose heads."""
    size = len(scores)
    best = -np.inf
    for heads in itertools.product(range(size + 1), repeat=size):
        chosen = np.array(heads)
        if not len(trees.broken(chosen, np.zeros(size, dtype=np.int64))):
            best = max(best, scores[np.arange(size), chosen].sum())
    return float(best)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_trees_are_the_best_with_their_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    heads = trees.tree(scores)
    assert len(trees.broken(heads, np.zeros(size, dtype=np.int64))) == 0
    forced = np.full_like(scores, -1e4)
    root = int(np.flatnonzero(heads == 0)[0])
    forced[:, 1:] = scores[:, 1:]
    forced[root] = -1e4
    forced[root, 0] = scores[root, 0]
    assert scores[np.arange(size), heads].sum() == pytest.approx(best_by_trying(forced))


def test_each_sentence_gets_its_own_tree() -> None:
    scores = np.full((4, 5), -1e4)
    scores[0, [0, 2]] = 1, 2  # 1 and 2 would point at each other
    scores[1, [0, 1]] = 0, 2
    scores[2, [0, 4]] = 3, 1
    scores[3, [0, 3]] = 1, 2
    assert trees.heads(scores, np.array([0, 0, 1, 1])).tolist() == [0, 1, 0, 3]


def test_name_tags_follow_each_other() -> None:
    tags = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
    scores = np.zeros((1, 4, 5), dtype=np.float32)
    scores[0, 0, 2] = 3  # I- first: becomes B-
    scores[0, 0, 1] = 2
    scores[0, 1, 2] = 3
    scores[0, 2, 4] = 3  # I-LOC after I-PER
    scores[0, 2, 2] = 2
    starts = np.array([[True, False, False, True]])
    scores[0, 3, 2] = 1  # a name does not go on into the next sentence
    assert [tags[i] for i in names.best_tags(scores, starts, tags)[0]] == ["B-PER", "I-PER", "I-PER", "O"]


@pytest.mark.parametrize(
    ("text", "ends"), [("word", 0), (" ", 0), ("\n", 1), ("\r\n", 1), (" \n ", 1), ("\n \n", 2), ("\u2029", 1)]
)
def test_line_ends(text: str, ends: int) -> None:
    assert line_ends(text) == ends


@pytest.mark.parametrize(
    ("ends", "small", "starts"),
    [
        ([0, 1, 0, 2, 0], [0, 0, 0], [1, 1, 1]),
        ([0, 1, 0, 1, 0, 1, 0, 2, 0], [0, 1, 1, 0, 0], [1, 0, 0, 0, 1]),
        ([0, 1, 0, 1, 0, 1, 0], [0, 0, 0, 0], [1, 1, 1, 1]),
    ],
    ids=["lines", "wrapped", "list"],
)
def test_paragraphs(ends: list[int], small: list[int], starts: list[int]) -> None:
    words = np.flatnonzero(np.array(ends) == 0)
    found = paragraph_starts(words, np.array(ends), np.array(small, dtype=bool))
    assert found.tolist() == [bool(start) for start in starts]


def test_paragraphs_are_packed() -> None:
    sizes = np.array([90, 90, 90, 300, 10])
    assert list(windows.stretches(0, sizes, np.array([True] * 5))) == [
        Stretch(0, 0, 2),
        Stretch(0, 2, 3),
        Stretch(0, 3, 4),
        Stretch(0, 4, 5),
    ]
    assert windows.fitting(Stretch(0, 3, 4), sizes) == 4
    assert windows.fitting(Stretch(0, 0, 3), sizes) == 2


@given(st.lists(st.integers(1, 210), max_size=60))
def test_batches_hold_each_window_once(lengths: list[int]) -> None:
    found = list(windows.batches(lengths))
    assert sorted(i for batch in found for i in batch) == list(range(len(lengths)))
    sizes = [windows.padded(max(lengths[i] for i in batch)) * len(batch) for batch in found if len(batch) > 1]
    assert all(size <= windows.BATCH for size in sizes)
