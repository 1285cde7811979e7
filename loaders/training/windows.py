"""Training examples: windows of words with the labels that their corpus gives, and batches of them."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from loaders.language.pieces import Pieces, WordPieces
from loaders.training.corpora import Named, Tree

LONGEST = 200
"""Word pieces of a window of several sentences: two or three paragraphs of news."""


@dataclass(frozen=True, slots=True)
class Window:
    """Labels are given per word; a list that is empty is not annotated. `names` is a bit set of allowed tags."""

    words: list[str]
    pieces: Pieces
    sentence: list[int] = field(default_factory=list[int])
    upos: list[int] = field(default_factory=list[int])
    xpos: list[int] = field(default_factory=list[int])
    heads: list[int] = field(default_factory=list[int])
    rels: list[int] = field(default_factory=list[int])
    names: list[int] = field(default_factory=list[int])
    facts: object | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """The label of each index, per head."""

    upos: list[str]
    xpos: list[str]
    rel: list[str]
    names: list[str]

    def sizes(self) -> dict[str, int]:
        return {name: len(getattr(self, name)) for name in ("upos", "xpos", "rel", "names")}


def index(labels: Sequence[str]) -> dict[str, int]:
    return {label: i for i, label in enumerate(labels)}


def packed(sentences: Iterable[Tree], pieces: WordPieces, longest: int) -> Iterable[list[Tree]]:
    """Runs of sentences that follow each other and fit into a window."""
    window: list[Tree] = []
    length = 2
    for sentence in sentences:
        size = sum(len(pieces.word(word)[0]) for word in sentence.words)
        if window and length + size > longest:
            yield window
            window, length = [], 2
        window.append(sentence)
        length += size
    if window:
        yield window


def tree_windows(
    documents: list[list[Tree]], labels: Labels, pieces: WordPieces, longest: int = LONGEST
) -> list[Window]:
    upos, xpos, rel = index(labels.upos), index(labels.xpos), index(labels.rel)
    found: list[Window] = []
    for document in documents:
        for run in packed(document, pieces, longest):
            words, offset = [w for tree in run for w in tree.words], 0
            encoded = pieces(words)
            if len(encoded.ids) > 500:
                continue
            heads: list[int] = []
            for tree in run:
                heads += [head + offset if head else 0 for head in tree.heads]
                offset += len(tree.words)
            found.append(
                Window(
                    words,
                    encoded,
                    sentence=[i for i, tree in enumerate(run) for _ in tree.words],
                    upos=[upos.get(t, -100) for tree in run for t in tree.upos],
                    xpos=[xpos.get(t, -100) for tree in run for t in tree.xpos],
                    heads=heads,
                    rels=[rel.get(t, -100) for tree in run for t in tree.rels],
                )
            )
    return found


def name_windows(sentences: list[Named], labels: Labels, pieces: WordPieces, longest: int = 100) -> list[Window]:
    """Sentences of name corpora, packed a few to a window."""
    bit = {tag: 1 << i for i, tag in enumerate(labels.names)}
    found: list[Window] = []
    as_trees = [Tree(s.words, [], [], [], []) for s in sentences]
    allowed = {id(tree): s.options for tree, s in zip(as_trees, sentences, strict=True)}
    for run in packed(as_trees, pieces, longest):
        words = [w for tree in run for w in tree.words]
        encoded = pieces(words)
        if len(encoded.ids) <= 500:
            names = [sum(bit[tag] for tag in tags) for tree in run for tags in allowed[id(tree)]]
            found.append(Window(words, encoded, names=names))
    return found


def batches(windows: list[Window], most_pieces: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, at most `most_pieces` with padding, in random order."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].pieces.ids) + rng.random() * 8)
    found: list[list[Window]] = []
    batch: list[Window] = []
    widest = 0
    for i in order:
        size = -(-len(windows[i].pieces.ids) // 8) * 8
        if batch and max(widest, size) * (len(batch) + 1) > most_pieces:
            found.append(batch)
            batch, widest = [], 0
        batch.append(windows[i])
        widest = max(widest, size)
    if batch:
        found.append(batch)
    rng.shuffle(found)
    return found


def collate(batch: list[Window]) -> dict[str, Tensor]:
    """Padded tensors; word labels are padded with -100, `real` tells the words."""
    t = -(-max(len(w.pieces.ids) for w in batch) // 8) * 8
    n = max(len(w.words) for w in batch)
    pad = lambda rows, length, value=0: torch.tensor([[*row, *[value] * (length - len(row))] for row in rows])  # noqa: E731
    tensors = {
        "ids": pad([w.pieces.ids for w in batch], t),
        "cases": pad([w.pieces.cases for w in batch], t),
        "mask": pad([[True] * len(w.pieces.ids) for w in batch], t, False),
        "first": pad([w.pieces.first for w in batch], n),
        "last": pad([w.pieces.last for w in batch], n),
        "real": pad([[True] * len(w.words) for w in batch], n, False),
    }
    for name in ("upos", "xpos", "heads", "rels"):
        if getattr(batch[0], name):
            tensors[name] = pad([getattr(w, name) for w in batch], n, -100)
    if batch[0].sentence:
        tensors["sentence"] = pad([w.sentence for w in batch], n, -1)
    if batch[0].names:
        tensors["names"] = pad([w.names for w in batch], n, 0)
    return tensors
