"""Annotated articles as training windows: spans of mentions, anchors of facts, and what fills their roles.

Reads the gold form: NAME.txt with NAME.json (entities with all their surfaces, facts with triggers). A fact is anchored
at one word of its trigger; its roles point from the anchor at the last word of a mention, or at the ends of a span.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from loaders.training.annotated import Annotated, Characters, Span, characters, occurrences
from loaders.training.gold_facts import add_facts

IN_PLACE = frozenset("in into near at across throughout inside outside within around through from to".split())
Found = dict[Span, set[str]]
"""Ids of the entities that may be meant, by the words of the mention."""


def article_names(folder: Path) -> list[str]:
    """Of the annotated articles in `folder`, in order."""
    return sorted(path.stem for path in folder.glob("*.json"))


def held_out(folder: Path) -> tuple[list[str], list[str]]:
    """Names of the articles to train on, and of those that are only measured on: every seventh by name."""
    found = article_names(folder)
    return [name for i, name in enumerate(found) if i % 7 != 3], found[3::7]


def read(folder: Path, nlp: Language, names: Iterable[str] | None = None) -> list[Annotated]:
    """The articles of `folder` (all, or those that `names` gives without suffix), in order of their names."""
    chosen = sorted(names) if names is not None else article_names(folder)
    return [
        annotated(
            name,
            json.loads((folder / f"{name}.json").read_text("utf-8")),
            (folder / f"{name}.txt").read_bytes().decode("utf-8"),
            nlp,
        )
        for name in chosen
    ]


def annotated(name: str, gold: dict[str, Any], text: str, nlp: Language) -> Annotated:
    """One article from its annotation and its text."""
    doc = nlp.make_doc(text)
    article = Annotated(name, doc, [token.i for token in doc if not token.is_space])
    at = characters(article, text)
    _add_mentions(article, gold["entities"], at)
    add_facts(article, gold, at)
    return article


def surfaces(entity: dict[str, Any]) -> set[str]:
    """All texts that name the entity."""
    return {s for s in {entity["name"], *entity.get("names", [])} if s.strip()}


def without_title(entity: dict[str, Any], words: list[str], start: int, end: int) -> int:
    """The first word of a person's name behind titles: the first that the canonical name has as well."""
    own = set(re.findall(r"\w+", entity["name"].casefold()))
    for i in range(start, end):
        if set(re.findall(r"\w+", words[i].casefold())) & own:
            return i
    return start


def _add_mentions(article: Annotated, entities: list[dict[str, Any]], at: Characters) -> None:
    words = [article.doc[i].text for i in article.words]
    article.named, article.unnamed = [{"O"} for _ in words], ["O"] * len(words)
    types = {e["id"]: e["type"] for e in entities}
    for named in (True, False):
        layer = _layer([e for e in entities if e.get("named", True) == named], words, at)
        for (start, end), ids in _longest_first(layer):
            article.mentions.append((start, end, frozenset(ids)))
            kinds = _kinds({types[i] for i in ids}, words, start)
            _tag(article, named, kinds, start, end)


def _layer(entities: list[dict[str, Any]], words: list[str], at: Characters) -> Found:
    found: Found = {}
    for entity in entities:
        for surface in sorted(surfaces(entity)):
            for place in occurrences(surface, at.text):
                span = at.words(*place)
                if span is None:
                    continue
                start, end = _bare(entity, words, *span)
                if start < end:
                    found.setdefault((start, end), set()).add(entity["id"])
    return found


def _bare(entity: dict[str, Any], words: list[str], start: int, end: int) -> Span:
    """Without the titles of a person's name, or the article in front of a description."""
    named = entity.get("named", True)
    if named and entity["type"] == "Person":
        return without_title(entity, words, start, end), end
    if not named and words[start].casefold() in {"the", "a", "an"}:
        return start + 1, end
    return start, end


def _longest_first(found: Found) -> Iterator[tuple[Span, set[str]]]:
    """Mentions that share no word: of those that do, the longest."""
    taken: set[int] = set()
    for (start, end), ids in sorted(found.items(), key=lambda item: item[0][0] - item[0][1]):
        if not taken & set(range(start, end)):
            taken |= set(range(start, end))
            yield (start, end), ids


def _kinds(kinds: set[str], words: list[str], start: int) -> set[str]:
    """Where a country is both an actor and a place in one article, a preposition tells which is meant."""
    if {"Government", "Place"} <= kinds and start and words[start - 1].casefold() in IN_PLACE:
        return {"Place"}
    return kinds


def _tag(article: Annotated, named: bool, kinds: set[str], start: int, end: int) -> None:
    for i in range(start, end):
        prefix = "B" if i == start else "I"
        if named:
            article.named[i] = {f"{prefix}-{kind}" for kind in kinds}
        else:
            article.unnamed[i] = f"{prefix}-{min(kinds)}"
