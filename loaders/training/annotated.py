"""An annotated article: its words, the characters that they take, and the labels of the words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc

Span = tuple[int, int]
"""(first word, end word), or characters in the same way."""
Argument = tuple[str, frozenset[int], frozenset[int]]
"""(label, best words, words that are right as well)"""


@dataclass(frozen=True, slots=True)
class Fact:
    """`anchor` is a word of the article; arguments map labels to sets of words any of which is right."""

    type: str
    anchor: int
    modality: str
    arguments: tuple[Argument, ...]
    spans: tuple[tuple[str, int, int], ...]
    state: str | None = None


@dataclass(slots=True)
class Annotated:
    """One article: its words, where they stand, and their labels."""

    name: str
    doc: Doc
    words: list[int]
    """Index in `doc` of each word (white space is left out)."""
    named: list[set[str]] = field(default_factory=list[set[str]])
    unnamed: list[str] = field(default_factory=list[str])
    mentions: list[tuple[int, int, frozenset[str]]] = field(default_factory=list[tuple[int, int, frozenset[str]]])
    """(first word, end word, ids of the entities that it may be)"""
    facts: list[Fact] = field(default_factory=list[Fact])
    ignored: set[tuple[int, int, str]] = field(default_factory=set[tuple[int, int, str]])
    """(first word, end word, fact type): sentences that say a fact again, without a trigger in the annotation."""
    pairs: list[tuple[str, int, int]] = field(default_factory=list[tuple[str, int, int]])
    """(PART_OF or WITHIN, last word of the part, last word of the whole)"""


@dataclass(frozen=True, slots=True)
class Characters:
    """The text of an article, and the word that each of its characters belongs to."""

    text: str
    word: dict[int, int]

    def words(self, start: int, end: int) -> Span | None:
        """The words of the characters start..end; None where only white space stands."""
        inside = [self.word[char] for char in range(start, end) if char in self.word]
        return (inside[0], inside[-1] + 1) if inside else None


def characters(article: Annotated, text: str) -> Characters:
    """Which word each character of `text` (the article's own) belongs to."""
    word: dict[int, int] = {}
    for number, i in enumerate(article.words):
        token = article.doc[i]
        word |= dict.fromkeys(range(token.idx, token.idx + len(token)), number)
    return Characters(text, word)


def quotes_alike(literal: str) -> str:
    """A pattern for `literal` that takes either apostrophe and any white space."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in literal.split())


def occurrences(surface: str, text: str) -> Iterable[Span]:
    """Characters of each place where `surface` stands as whole words."""
    for match in re.finditer(rf"(?<!\w){quotes_alike(surface)}(?!\w)", text):
        yield match.span()


def literal_span(literal: str, scope: list[int], at: Characters) -> Span | None:
    """Words of a verbatim text: in the fact's sentence (characters `scope`) if it stands there, else anywhere."""
    pattern = quotes_alike(literal)
    found = list(re.finditer(pattern, at.text)) or list(re.finditer(pattern, at.text, re.IGNORECASE))
    if not found:
        return None
    best = min(found, key=lambda m: (not (scope[0] <= m.start() < scope[1]), abs(m.start() - scope[0])))
    return at.words(*best.span())


def everywhere(article: Annotated, entity: str) -> frozenset[int]:
    """The last word of every mention that may be the entity."""
    return frozenset(end - 1 for _, end, ids in article.mentions if entity in ids)


def nearest(article: Annotated, entity: str, scope: Span, at: int) -> int | None:
    """The last word of the mention in the fact's sentence that is nearest to word `at`.

    Where the sentence has none: of the last one before it, else of the first in the article.
    """
    ends = sorted(everywhere(article, entity))
    inside = [i for i in ends if scope[0] <= i < scope[1]]
    if inside:
        return min(inside, key=lambda i: abs(i - at))
    before = [i for i in ends if i < scope[0]]
    return before[-1] if before else (ends[0] if ends else None)
