"""Lemmas: a table of words that no rule gets right, and rules for the ends of the others, both by Penn tag.

The table (lemmas.json.gz) is learned from treebanks by loaders.training.lemmas.
"""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Self

TABLE = Path(__file__).parent / "lemmas.json.gz"
LONGEST_ENDING = 6
PROPER = frozenset({"NNP", "NNPS"})
"""Their lemmas keep the case of the text."""
NAMELESS = "’‘`"
"""Apostrophes that the treebanks write as '."""


def plain(word: str, tag: str) -> str:
    """The word as the table knows it."""
    for mark in NAMELESS:
        word = word.replace(mark, "'")
    return word if tag in PROPER else word.lower()


def ending(word: str, rules: Mapping[str, tuple[int, str]]) -> str | None:
    """The longest ending that has a rule."""
    ends = (word[len(word) - size :] for size in range(min(LONGEST_ENDING, len(word) - 1), -1, -1))
    return next((end for end in ends if end in rules), None)


class Lemmas:
    """lemmas(word, tag) is the lemma of the word where it has that tag.

    `words` gives lemmas by tag and word; `endings` gives, by tag and ending, how much to cut and what to add.
    """

    def __init__(
        self, words: Mapping[str, Mapping[str, str]], endings: Mapping[str, Mapping[str, tuple[int, str]]]
    ) -> None:
        self._words, self._endings = words, endings

    @classmethod
    def read(cls, path: Path = TABLE) -> Self:
        table = json.loads(gzip.decompress(path.read_bytes()))
        return cls(table["words"], table["endings"])

    def __call__(self, word: str, tag: str) -> str:
        known = plain(word, tag)
        if lemma := self._words.get(tag, {}).get(known):
            return lemma
        rules = self._endings.get(tag, {})
        end = ending(known, rules)
        if end is None:
            return known
        cut, added = rules[end]
        return known[: len(known) - cut] + added or known
