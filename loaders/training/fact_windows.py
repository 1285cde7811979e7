"""Annotated articles cut into windows, with the labels of the fact heads."""

from dataclasses import dataclass

from loaders.extraction.labels import ANCHORS, NAMED_TAGS, UNNAMED_TAGS
from loaders.language.pieces import WordPieces
from loaders.training.annotated import Annotated, Fact
from loaders.training.corpora import NAME_TAGS
from loaders.training.windows import LONGEST, Window

NAME_KINDS = {"Person": ("PER",), "Place": ("LOC",), "Organization": ("ORG",), "Government": ("ORG", "LOC")}
"""A government is a country or an organ of one, which the names head tells apart."""
DEMONYM = (
    "ese",
    "ian",
    "can",
    "ean",
    "ish",
    "eli",
    "aqi",
    "ani",
    "nch",
    "eek",
    "wiss",
    "utch",
    "ench",
    "man",
    "udi",
    "mani",
    "emeni",
    "uwaiti",
)


@dataclass(frozen=True, slots=True)
class FactLabels:
    """Positions count words of the window. `named` is a bit set of allowed tags, `unnamed` a tag."""

    named: list[int]
    unnamed: list[int]
    facts: list[Fact]
    ignored: list[tuple[int, int, int]]
    """(first word, end word, anchor label)"""
    pairs: list[tuple[str, int, int]]


def paragraphs(article: Annotated) -> list[tuple[int, int]]:
    """(first word, end word) of each paragraph: a token with a line break ends one."""
    cuts = [0]
    for word, i in enumerate(article.words[1:], 1):
        if any("\n" in article.doc[k].text for k in range(article.words[word - 1] + 1, i)):
            cuts.append(word)
    return list(zip(cuts, [*cuts[1:], len(article.words)], strict=True))


def cut(article: Annotated, pieces: WordPieces, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Runs of paragraphs that fit; a longer paragraph is cut where it is full."""
    sizes = [len(pieces.word(article.doc[i].text)[0]) for i in article.words]
    runs: list[tuple[int, int]] = []
    start, size = 0, 2
    for first, end in paragraphs(article):
        whole = sum(sizes[first:end])
        if size + whole > longest and first > start:
            runs.append((start, first))
            start, size = first, 2
        size += whole
        while size > longest:
            total, stop = 2, start
            while total + sizes[stop] <= longest:
                total += sizes[stop]
                stop += 1
            runs.append((start, stop))
            start, size = stop, 2 + sum(sizes[stop:end])
    if start < len(sizes):
        runs.append((start, len(sizes)))
    return runs


def name_bits(article: Annotated, word: int, bit: dict[str, int]) -> int:
    """What the names head may say: a capital outside the annotated entities is left open."""
    text, tags = article.doc[article.words[word]].text, article.named[word]
    if tags == {"O"}:
        return 0 if text[:1].isupper() else bit["O"]
    found = 0
    for tag in tags:
        prefix, kind = tag.split("-")
        if kind == "Government" and text.endswith(DEMONYM):
            found |= bit["O"] | bit[f"{prefix}-MISC"]
        for name in NAME_KINDS[kind]:
            found |= bit[f"{prefix}-{name}"]
    return found


def windows(articles: list[Annotated], pieces: WordPieces, longest: int = LONGEST) -> list[Window]:
    name_bit = {tag: 1 << i for i, tag in enumerate(NAME_TAGS)}
    found: list[Window] = []
    for article in articles:
        for start, end in cut(article, pieces, longest):
            words = [article.doc[i].text for i in article.words[start:end]]
            names = [name_bits(article, i, name_bit) for i in range(start, end)]
            found.append(Window(words, pieces(words), names=names, facts=_labels(article, start, end)))
    return found


def _labels(article: Annotated, start: int, end: int) -> FactLabels:
    bit = {tag: 1 << i for i, tag in enumerate(NAMED_TAGS)}
    move = lambda words: frozenset(i - start for i in words if start <= i < end)  # noqa: E731
    facts = [
        Fact(
            f.type,
            f.anchor - start,
            f.modality,
            tuple((label, move(best), move(more)) for label, best, more in f.arguments if move(best)),
            tuple((label, a - start, b - start) for label, a, b in f.spans if start <= a and b <= end),
            f.state,
        )
        for f in article.facts
        if start <= f.anchor < end
    ]
    return FactLabels(
        [sum(bit[tag] for tag in tags) for tags in article.named[start:end]],
        [UNNAMED_TAGS.index(tag) for tag in article.unnamed[start:end]],
        facts,
        [
            (max(a, start) - start, min(b, end) - start, ANCHORS.index(k))
            for a, b, k in article.ignored
            if k in ANCHORS and a < end and b > start
        ],
        [(kind, a - start, b - start) for kind, a, b in article.pairs if start <= a < end and start <= b < end],
    )
