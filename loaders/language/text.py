"""The words of a document as the model reads them: without white space, with forced sentence starts."""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.tokens import Doc

from loaders.language.pieces import WordPieces

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
FEWEST_LINES = 3
WRAPPED = 0.3
"""Share of lines that go on with a small letter. Wrapped English has about 0.7, paragraphs and lists nearly none."""


@dataclass(frozen=True, slots=True)
class Words:
    """Of n words: the token index, the hash of the text, the number of word pieces, may no sentence go on here."""

    doc: Doc
    tokens: NDArray[np.int64]
    orths: NDArray[np.uint64]
    sizes: NDArray[np.int64]
    breaks: NDArray[np.bool_]

    def texts(self, start: int, end: int) -> list[str]:
        strings = self.doc.vocab.strings
        return [strings[orth] for orth in self.orths[start:end].tolist()]


def line_ends(text: str) -> int:
    """0, 1 or 2: within a line, a new line, an empty line (or more)."""
    if not text.isspace():
        return 0
    return min(2, sum(text.replace("\r\n", "\n").count(end) for end in LINE_ENDS))


def paragraph_starts(tokens: NDArray[np.int64], ends: NDArray[np.int64], small: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Of each word: does a paragraph start? `ends` (see line_ends) of each token, `small` first letters of each word.

    Every line is a paragraph, but in a text that is wrapped at some width only an empty line ends one.
    """
    before = np.zeros(len(tokens), dtype=np.int64)
    passed = np.concatenate([[0], np.cumsum(ends)])
    before[1:] = passed[tokens[1:]] - passed[tokens[:-1]]
    lines = before == 1
    wrapped = lines.sum() >= FEWEST_LINES and small[lines].mean() > WRAPPED
    starts = before > (1 if wrapped else 0)
    starts[:1] = True
    return starts


STOP, CLOSING, CAPITAL = 1, 2, 3


def shape(text: str) -> int:
    """A full stop, a closing quotation mark, a word with a capital; 0 for all else."""
    return STOP if text == "." else CLOSING if text == "”" else CAPITAL if text[:1].isupper() else 0


def behind_quotations(shapes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """A sentence starts behind .” with a capital: American printers put the full stop inside."""
    starts = np.zeros(len(shapes), dtype=bool)
    starts[2:] = (shapes[:-2] == STOP) & (shapes[1:-1] == CLOSING) & (shapes[2:] == CAPITAL)
    return starts


def words(doc: Doc, pieces: WordPieces) -> Words:
    """Each distinct text is looked at once."""
    orths = cast("NDArray[np.uint64]", doc.to_array([ORTH]).reshape(-1))  # its stub says floats
    distinct, where = np.unique(orths, return_inverse=True)
    texts = [doc.vocab.strings[orth] for orth in distinct.tolist()]
    space = np.array([text.isspace() or not text for text in texts], dtype=bool)[where]
    ends = np.array([line_ends(text) for text in texts], dtype=np.int64)[where]
    small = np.array([text[:1].islower() for text in texts], dtype=bool)[where]
    sizes = np.array([len(pieces.word(text)[0]) if not text.isspace() else 0 for text in texts], dtype=np.int64)[where]
    tokens = np.flatnonzero(~space)
    shapes = np.array([shape(text) for text in texts], dtype=np.int64)[where][tokens]
    breaks = paragraph_starts(tokens, ends, small[tokens]) | behind_quotations(shapes)
    return Words(doc, tokens, orths[tokens], sizes[tokens], breaks)
