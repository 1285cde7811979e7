"""Readers of the training corpora: files in their own formats to plain sentences.

Where to get each corpus, and under which licence, stands in the model card (loaders/language/model/README.md).
A sentence of a treebank is (words, upos, xpos, heads, rels); a sentence of a name corpus is (words, options) where
options[i] is the set of tags that its annotation allows at word i, so that corpora with different rules train one head.
"""

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pycountry

KINDS = ("PER", "LOC", "ORG", "MISC")
NAME_TAGS = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))
TITLES = frozenset(
    "president mr mr. mrs mrs. ms ms. dr dr. minister prime secretary sir senator sen. gen. general lt. col. colonel "
    "king queen prince princess pope judge vice-president spokesman spokeswoman chancellor premier congressman "
    "representative rep. governor gov. captain capt. sergeant justice vice foreign defense defence interior ambassador "
    "envoy leader chief former deputy professor lord lady miss bishop archbishop cardinal ayatollah sheikh commander "
    "admiral major-general lieutenant".split()
)
COUNTRIES = frozenset(
    name.casefold()
    for country in pycountry.countries
    for name in (country.name, getattr(country, "common_name", country.name), country.name.split(",")[0])
) | {"us", "u.s.", "u.s", "usa", "uk", "u.k.", "britain", "america", "russia", "iran", "syria", "north korea",
     "south korea", "taiwan", "vietnam", "laos", "bolivia", "venezuela", "tanzania", "moldova", "england",
     "scotland"}  # fmt: skip


class Tree(NamedTuple):
    words: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    rels: list[str]


class Named(NamedTuple):
    words: list[str]
    options: list[frozenset[str]]


def blocks(path: Path) -> Iterator[list[str]]:
    """The lines of each block that an empty line ends."""
    block: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def conllu(path: Path) -> list[list[Tree]]:
    """Documents of trees; a file without `newdoc` comments is one document."""
    documents: list[list[Tree]] = [[]]
    for block in blocks(path):
        if any(line.startswith("# newdoc") for line in block) and documents[-1]:
            documents.append([])
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        if rows and any(row[1] != "_" for row in rows):
            words, upos, xpos, rels = ([row[i] for row in rows] for i in (1, 3, 4, 7))
            documents[-1].append(Tree(words, upos, xpos, [int(row[6]) for row in rows], rels))
    return documents


def curly(tree: Tree) -> Tree:
    """The same sentence with typographic quotation marks, as news sites print them."""
    marks = {"``": "“", "''": "”"}
    pairs = zip(tree.words, tree.xpos, strict=True)
    words = [marks.get(tag, word) if word == '"' else word.replace("'", "’") for word, tag in pairs]
    return tree._replace(words=words)


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each run in IOB or BIO tags."""
    found: list[tuple[int, int, str]] = []
    start = None
    for i, (before, tag) in enumerate(pairwise(["O", *tags, "O"])):
        goes_on = tag != "O" and tag[0] == "I" and before[2:] == tag[2:]
        if start is not None and not goes_on:
            found.append((start, i, before[2:]))
            start = None
        if tag != "O" and not goes_on:
            start = i
    return found


def options(
    length: int, named: list[tuple[int, int, tuple[str, ...]]], outside: frozenset[str] = frozenset({"O"})
) -> list[frozenset[str]]:
    """Allowed tags at each word from spans with the kinds that are right for them ("O": it may also be no name)."""
    allowed = [outside] * length
    for start, end, kinds in named:
        for i in range(start, end):
            prefix = "B" if i == start else "I"
            allowed[i] = frozenset(kind if kind == "O" else f"{prefix}-{kind}" for kind in kinds)
    return allowed


GMB_KINDS = {
    "org": ("ORG",),
    "per": ("PER",),
    "eve": ("MISC", "O"),
    "art": ("MISC", "O"),
    "nat": ("MISC", "O"),
}


def gmb(path: Path, rng: random.Random) -> list[Named]:
    """Groningen Meaning Bank, each sentence once, half of them with typographic marks. Times are no names here."""
    seen: set[str] = set()
    found: list[Named] = []
    for block in blocks(path):
        rows = [row for line in block if not line.startswith("# sent") and len(row := line.split("\t")) == 3]
        words = [row[0] for row in rows]
        if not 3 <= len(words) <= 100 or (key := " ".join(words).casefold()) in seen:
            continue
        seen.add(key)
        named = [span for place in spans([row[2] for row in rows]) if (span := _gmb_name(words, rows, *place))]
        if rng.random() < 0.5:
            marks = {'"', "``", "''"}
            words = [("“" if i % 2 else "”") if w in marks else w.replace("'", "’") for i, w in enumerate(words)]
        found.append(Named(words, options(len(words), named)))
    return found


def _gmb_name(
    words: list[str], rows: list[list[str]], start: int, end: int, kind: str
) -> tuple[int, int, tuple[str, ...]] | None:
    """Persons without titles; countries are LOC, also where they act; demonyms MISC or none."""
    while kind == "per" and start < end and words[start].casefold() in TITLES:
        start += 1
    if kind == "tim" or start == end:
        return None
    if kind not in {"geo", "gpe"}:
        return start, end, GMB_KINDS[kind]
    if " ".join(words[start:end]).casefold() in COUNTRIES:
        return start, end, ("LOC",)
    if kind == "geo":
        return start, end, ("LOC",)
    return start, end, ("MISC", "O") if rows[start][1].startswith("JJ") else ("LOC", "ORG", "MISC")


def columns(
    path: Path,
    kinds: dict[str, tuple[str, ...]],
    word: int = 0,
    tag: int = 1,
    outside: frozenset[str] = frozenset({"O"}),
) -> list[Named]:
    """CoNLL-like files; `kinds` maps their kinds to ours, kinds that it lacks count as no name."""
    found: list[Named] = []
    for block in blocks(path):
        rows = [line.split("\t" if "\t" in line else " ") for line in block if not line.startswith(("# ", "-DOCSTART"))]
        rows = [row for row in rows if len(row) > tag]
        words = [row[word] for row in rows]
        if words:
            named = [
                (start, end, kinds[kind]) for start, end, kind in spans([row[tag] for row in rows]) if kind in kinds
            ]
            found.append(Named(words, options(len(words), named, outside)))
    return found


def wikigold(path: Path) -> list[Named]:
    return columns(path, {kind: (kind,) for kind in KINDS})


def uner(path: Path) -> list[Named]:
    """UNER tags no MISC: a word outside may be one."""
    outside = frozenset({"O", "B-MISC", "I-MISC"})
    return columns(path, {kind: (kind,) for kind in ("PER", "LOC", "ORG")}, word=1, tag=2, outside=outside)


def countries_as_places(sentences: list[Named]) -> list[Named]:
    """UNER calls states that act ORG; the corpora that train with it do not."""
    return [Named(s.words, [_country(*pair) for pair in zip(s.words, s.options, strict=True)]) for s in sentences]


def _country(word: str, tags: frozenset[str]) -> frozenset[str]:
    return frozenset({"B-LOC"}) if tags == {"B-ORG"} and word.casefold() in COUNTRIES else tags


def crossner(path: Path) -> list[Named]:
    kinds = {"person": "PER", "politician": "PER", "location": "LOC", "country": "LOC", "organisation": "ORG",
             "politicalparty": "ORG", "event": "MISC", "election": "MISC", "misc": "MISC"}  # fmt: skip
    return columns(path, {theirs: (ours,) for theirs, ours in kinds.items()})
