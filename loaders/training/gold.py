"""Annotated articles as training windows: spans of mentions, anchors of facts, and what fills their roles.

Reads the gold form: NAME.txt with NAME.json (entities with all their surfaces, facts with triggers). A fact is anchored at
one word of its trigger; its roles point from the anchor at the last word of a mention, or at the ends of a span.
"""

import json
import re
from datetime import date
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from loaders.dates import dates
from loaders.durations import durations
from loaders.extraction.labels import ANCHORS, ARGUMENTS, MODALITIES, SPANS, STATES, TERM, argument_label

LIGHT = frozenset(
    "to not n't n’t be been being was were is are has have had will would could can may might for on of the a an in with out "
    "up off against at by from into did do does held hold made make took take gave give paid as its their his her".split()
)
IN_PLACE = frozenset("in into near at across throughout inside outside within around through from to".split())


@dataclass(frozen=True, slots=True)
class Fact:
    """`anchor` is a word of the article; arguments map labels to sets of words any of which is right."""

    type: str
    anchor: int
    modality: str
    arguments: tuple[tuple[str, frozenset[int], frozenset[int]], ...]
    """(label, best words, words that are right as well)"""
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


def read(folder: Path, nlp: Language, names: Iterable[str] | None = None) -> list[Annotated]:
    chosen = sorted(names) if names is not None else sorted(p.stem for p in folder.glob("*.json"))
    return [annotated(name, json.loads((folder / f"{name}.json").read_text("utf-8")), (folder / f"{name}.txt").read_bytes().decode("utf-8"), nlp) for name in chosen]


def annotated(name: str, gold: dict[str, Any], text: str, nlp: Language) -> Annotated:
    doc = nlp.make_doc(text)
    article = Annotated(name, doc, [token.i for token in doc if not token.is_space])
    at_char: dict[int, int] = {}
    for word, i in enumerate(article.words):
        token = doc[i]
        for char in range(token.idx, token.idx + len(token)):
            at_char[char] = word
    _mentions(article, gold["entities"], text, at_char)
    _facts(article, gold, text, at_char)
    return article


def surfaces(entity: dict[str, Any]) -> set[str]:
    return {s for s in {entity["name"], *entity.get("names", [])} if s.strip()}


def occurrences(surface: str, text: str) -> Iterable[tuple[int, int]]:
    for match in re.finditer(rf"(?<!\w){quotes_alike(surface)}(?!\w)", text):
        yield match.span()


def quotes_alike(literal: str) -> str:
    """A pattern for `literal` that takes either apostrophe and any white space."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in literal.split())


def word_span(start: int, end: int, at_char: dict[int, int]) -> tuple[int, int] | None:
    inside = [at_char[char] for char in range(start, end) if char in at_char]
    return (inside[0], inside[-1] + 1) if inside else None


def without_title(entity: dict[str, Any], words: list[str], start: int, end: int) -> int:
    """The first word of a person's name behind titles: the first that the canonical name has as well."""
    own = set(re.findall(r"\w+", entity["name"].casefold()))
    for i in range(start, end):
        if set(re.findall(r"\w+", words[i].casefold())) & own:
            return i
    return start


def _mentions(article: Annotated, entities: list[dict[str, Any]], text: str, at_char: dict[int, int]) -> None:
    words = [article.doc[i].text for i in article.words]
    article.named, article.unnamed = [{"O"} for _ in words], ["O"] * len(words)
    layers: dict[bool, dict[tuple[int, int], set[str]]] = {True: {}, False: {}}
    types = {e["id"]: e["type"] for e in entities}
    for entity in entities:
        named = entity.get("named", True)
        for surface in surfaces(entity):
            for start, end in occurrences(surface, text):
                span = word_span(start, end, at_char)
                if span is None:
                    continue
                if named and entity["type"] == "Person":
                    span = (without_title(entity, words, *span), span[1])
                if not named and words[span[0]].casefold() in {"the", "a", "an"}:
                    span = (span[0] + 1, span[1])
                if span[0] < span[1]:
                    layers[named].setdefault(span, set()).add(entity["id"])
    for named, found in layers.items():
        taken: set[int] = set()
        for (start, end), ids in sorted(found.items(), key=lambda item: item[0][0] - item[0][1]):
            if taken & set(range(start, end)):
                continue
            taken |= set(range(start, end))
            article.mentions.append((start, end, frozenset(ids)))
            kinds = _kinds({types[i] for i in ids}, words, start)
            for i in range(start, end):
                prefix = "B" if i == start else "I"
                if named:
                    article.named[i] = {f"{prefix}-{kind}" for kind in kinds}
                else:
                    article.unnamed[i] = f"{prefix}-{min(kinds)}"


def _kinds(kinds: set[str], words: list[str], start: int) -> set[str]:
    """Where a country is both an actor and a place in one article, a preposition tells which is meant."""
    if {"Government", "Place"} <= kinds and start and words[start - 1].casefold() in IN_PLACE:
        return {"Place"}
    return kinds


def anchor(kind: str, words: list[str], start: int, end: int) -> int:
    """The word of the trigger that carries it: the last of a noun, the first full word of a verb."""
    inside = [i for i in range(start, end) if any(c.isalnum() for c in words[i])] or [start]
    if kind in {"OFFICE", "FIGURE", "PROPOSAL"}:
        return inside[-1]
    return next((i for i in inside if words[i].casefold() not in LIGHT), inside[0])


def fact_kind(fact: dict[str, Any]) -> str:
    return f"STANCE:{fact['stance']}" if fact["type"] == "STANCE" else fact["type"]


def _facts(article: Annotated, gold: dict[str, Any], text: str, at_char: dict[int, int]) -> None:
    words = [article.doc[i].text for i in article.words]
    ids = {e["id"] for e in gold["entities"]}
    published = str((gold.get("meta") or {}).get("published") or "")[:10]
    day = date.fromisoformat(published) if re.fullmatch(r"\d{4}-\d\d-\d\d", published) else None
    for fact in gold["facts"]:
        scope = word_span(*fact["span"], at_char)
        if scope is None:
            continue
        also = fact.get("also") or []
        for other in [also] if also and isinstance(also[0], int) else also:
            if (where := word_span(*other, at_char)) is not None:
                article.ignored.add((*where, fact_kind(fact)))
        if fact["type"] in {"PART_OF", "WITHIN"}:
            part = nearest(article, fact["part"], scope, scope[0])
            whole = nearest(article, fact["whole"], scope, part if part is not None else scope[0])
            if part is not None and whole is not None:
                article.pairs.append((fact["type"], part, whole))
            continue
        trigger = word_span(*fact["trigger"], at_char) if fact.get("trigger") else None
        if trigger is None or fact_kind(fact) not in ANCHORS:
            article.ignored.add((*scope, fact_kind(fact)))
            continue
        at = anchor(fact["type"], words, *trigger)
        article.facts.append(_fact(article, fact, at, scope, text, at_char, ids, day))


def _fact(article: Annotated, fact: dict[str, Any], at: int, scope: tuple[int, int], text: str, at_char: dict[int, int], ids: set[str], gold_day: date | None) -> Fact:
    arguments: list[tuple[str, frozenset[int], frozenset[int]]] = []
    spans: list[tuple[str, int, int]] = []
    for role, value in fact.items():
        label = argument_label(fact["type"], role)
        values = value if isinstance(value, list) else [value]
        if label in ARGUMENTS:
            for filler in (v for v in values if v in ids):
                if (best := nearest(article, filler, scope, at)) is not None:
                    arguments.append((label, frozenset({best}), everywhere(article, filler) - {best}))
        if label in SPANS or label == TERM:
            for literal in values:
                if (found := literal_span(str(literal), text, fact["span"], at_char)) is not None:
                    spans.append((label, *found))
    arguments += _times(fact, scope, at, text, gold_day, at_char)
    modality = fact.get("modality", "asserted")
    state = fact.get("state") if fact["type"] == "FIGURE" else None
    return Fact(fact_kind(fact), at, modality if modality in MODALITIES else "asserted", tuple(arguments), tuple(spans), state if state in STATES else ("other" if state else None))


def _times(fact: dict[str, Any], scope: tuple[int, int], at: int, text: str, day: date | None, at_char: dict[int, int]) -> list[tuple[str, frozenset[int], frozenset[int]]]:
    """The time expressions of the fact's sentence that mean its date and its duration, nearest to the anchor first."""
    wanted = (("time", fact.get("date"), dates(text, day)), ("duration", fact.get("duration"), durations(text)))
    found: list[tuple[str, frozenset[int], frozenset[int]]] = []
    for label, value, spans in wanted:
        same = [word_span(s.start, s.end, at_char) for s in spans if value and (str(value).startswith(s.iso) or s.iso.startswith(str(value)))]
        ends = sorted((w[1] - 1 for w in same if w is not None and scope[0] <= w[0] < scope[1]), key=lambda i: abs(i - at))
        if ends:
            found.append((label, frozenset(ends[:1]), frozenset(ends[1:])))
    return found


def everywhere(article: Annotated, entity: str) -> frozenset[int]:
    return frozenset(end - 1 for _, end, ids in article.mentions if entity in ids)


def nearest(article: Annotated, entity: str, scope: tuple[int, int], at: int) -> int | None:
    """The last word of the mention in the fact's sentence that is nearest to its anchor; else the last one before it."""
    ends = sorted(everywhere(article, entity))
    inside = [i for i in ends if scope[0] <= i < scope[1]]
    if inside:
        return min(inside, key=lambda i: abs(i - at))
    before = [i for i in ends if i < scope[0]]
    return before[-1] if before else (ends[0] if ends else None)


def literal_span(literal: str, text: str, scope: list[int], at_char: dict[int, int]) -> tuple[int, int] | None:
    """Where a verbatim text stands: in the fact's sentence if it does, else anywhere."""
    pattern = quotes_alike(literal)
    found = list(re.finditer(pattern, text)) or list(re.finditer(pattern, text, re.IGNORECASE))
    if not found:
        return None
    best = min(found, key=lambda m: (not (scope[0] <= m.start() < scope[1]), abs(m.start() - scope[0])))
    return word_span(*best.span(), at_char)
