"""Documents through the model: windows in rounds, until every word has been read with its whole sentence."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from loaders.language import names, trees, windows
from loaders.language.model import Arrays, Model
from loaders.language.pieces import Pieces
from loaders.language.text import Words
from loaders.language.windows import Stretch

ROUND = 128
"""Windows in work at a time: enough of like length for batches, few enough for their arrays to stay small."""
LEAST_READ = 0.25
"""Part of a window that is read for good, so that text without sentences does not take a window for each word."""
LONGEST_KEPT = 100_000
"""Words of a document whose further outputs are kept: they take 1 kB each. No article is as long (loaders.sources)."""
OWN = frozenset({"starts", "upos", "xpos", "names", "arcs", "rels"})
"""Outputs that end in the document; any other is kept for who reads on (see Window)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Further outputs of the model for the words at `tokens` (indexes in the Doc), with axes of words cut to these."""

    tokens: NDArray[np.int64]
    outputs: Arrays


@dataclass(frozen=True, slots=True)
class Read:
    """What the model says of each of n words; `heads` are word indexes, a root's is its own."""

    starts: NDArray[np.bool_]
    upos: NDArray[np.uint8]
    xpos: NDArray[np.uint8]
    names: NDArray[np.uint8]
    rels: NDArray[np.uint8]
    heads: NDArray[np.int32]
    windows: list[Window] = field(default_factory=list[Window])


def empty(size: int) -> Read:
    small = np.zeros((4, size), dtype=np.uint8)
    heads = np.zeros(size, dtype=np.int32)
    return Read(np.zeros(size, dtype=np.bool_), small[0], small[1], small[2], small[3], heads)


def whole(starts: NDArray[np.bool_]) -> int:
    """The number of words before the last sentence of a window; all of them where it fills most of the window."""
    last = int(np.flatnonzero(starts)[-1])
    return last if last >= LEAST_READ * len(starts) else len(starts)


def cut(values: NDArray[np.generic], axes: Sequence[str | int], row: int, size: int) -> NDArray[np.generic]:
    """One window's part of an output [B, ...], its axes of words cut to the first `size`: a copy in half precision."""
    return values[row][tuple(slice(size) if axis == "N" else slice(None) for axis in axes[1:])].astype(np.float16)


class Reader:
    """Reads words with a model."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.further = [name for name in model.axes if name not in OWN]
        self.root = model.labels["rel"].index("root")

    def __call__(self, documents: Sequence[Words]) -> list[Read]:
        """What the model says of each document, in order."""
        found = [empty(len(words.tokens)) for words in documents]
        waiting = deque(s for i, words in enumerate(documents) for s in windows.stretches(i, words.sizes, words.breaks))
        while waiting:
            now = [waiting.popleft() for _ in range(min(ROUND, len(waiting)))]
            waiting.extend(self.round(documents, now, found))
        return found

    def round(self, documents: Sequence[Words], now: Sequence[Stretch], found: Sequence[Read]) -> Iterator[Stretch]:
        """Reads the beginning of each stretch and gives back what is left of it."""
        ends = [windows.fitting(stretch, documents[stretch.document].sizes) for stretch in now]
        texts = [documents[s.document].texts(s.start, end) for s, end in zip(now, ends, strict=True)]
        pieces = [self.model.pieces(text) for text in texts]
        for batch in windows.batches([len(p.ids) for p in pieces]):
            breaks = [documents[now[i].document].breaks[now[i].start : ends[i]] for i in batch]
            outputs = self.run([pieces[i] for i in batch], breaks)
            for row, i in enumerate(batch):
                stretch, size = now[i], ends[i] - now[i].start
                if ends[i] < stretch.end:
                    size = whole(outputs["starts"][row, :size])
                    yield stretch._replace(start=stretch.start + size)
                self.keep(outputs, row, size, stretch.start, documents[stretch.document], found[stretch.document])

    def run(self, pieces: Sequence[Pieces], breaks: Sequence[NDArray[np.bool_]]) -> Arrays:
        """The model's outputs with sentence starts decided and the best name tags."""
        outputs = self.model(pieces, breaks)
        starts = (outputs["starts"] > 0) | outputs["breaks"]
        tags = names.best_tags(outputs["names"], starts, self.model.labels["names"])
        return outputs | {"starts": starts, "names": tags}

    def keep(self, outputs: Arrays, row: int, size: int, start: int, words: Words, read: Read) -> None:
        """Writes the first `size` words of one window to their places in the document."""
        place = slice(start, start + size)
        for name in ("starts", "upos", "xpos", "names", "rels"):
            getattr(read, name)[place] = outputs[name][row, :size]
        sentence = np.cumsum(outputs["starts"][row, :size]) - 1
        heads = trees.heads(outputs["arcs"][row, :size, : size + 1], sentence)
        own = np.arange(start, start + size)
        read.heads[place] = np.where(heads == 0, own, heads + (start - 1))
        read.rels[place][heads == 0] = self.root
        if self.further and len(words.tokens) <= LONGEST_KEPT:
            cuts = {name: cut(outputs[name], self.model.axes[name], row, size) for name in self.further}
            read.windows.append(Window(words.tokens[place], cuts))
