"""Words to word pieces: what the encoder reads."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
MOST_PIECES = 12
"""Of one word: a longer one (an address, a hash) is cut."""
CASES = ("lower", "initial", "upper", "mixed", "capital", "punctuation", "digits")


class Pieces(NamedTuple):
    """One window: piece ids and cases (with [CLS] and [SEP]), and where each word starts and ends in them."""

    ids: list[int]
    cases: list[int]
    first: list[int]
    last: list[int]


def case(word: str) -> int:
    """1 to 7, the index in CASES plus one; 0 is kept for what is no word."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        name = "digits" if any(c.isdigit() for c in word) else "punctuation"
    elif word.islower():
        name = "lower"
    elif word.isupper():
        name = "capital" if len(letters) == 1 else "upper"
    elif word[0].isupper() and word[1:] == word[1:].lower():
        name = "initial"
    else:
        name = "mixed"
    return CASES.index(name) + 1


class WordPieces:
    """The encoder's vocabulary. Words repeat, so their pieces are kept."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.word = lru_cache(maxsize=50_000)(self._word)

    def _word(self, word: str) -> tuple[tuple[int, ...], int]:
        ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(ids) or (UNKNOWN,), case(word)

    def __call__(self, words: Sequence[str]) -> Pieces:
        ids, cases, first, last = [CLS], [0], [], []
        for word in words:
            pieces, shape = self.word(word)
            first.append(len(ids))
            ids += pieces
            cases += [shape] * len(pieces)
            last.append(len(ids) - 1)
        return Pieces([*ids, SEP], [*cases, 0], first, last)
