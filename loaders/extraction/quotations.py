"""Direct quotations by their marks: each is a statement, also where the model found no cue."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from graph.article import Evidence, Statement
from graph.identity import local_id
from loaders.extraction.anaphora import subject_entity
from loaders.extraction.context import VERSION, Context

QUOTED = re.compile(r"[“\"„«]([^“”\"„«»]{2,1500})[”\"»]")
FEWEST_WORDS = 5
"""Shorter ones are scare quotes, titles, single words."""
SAYING = frozenset(
    "say tell add state declare announce explain note warn insist argue claim report comment remark stress reply "
    "respond continue write conclude assert emphasize emphasise urge maintain reveal recall confirm describe ask "
    "observe suggest acknowledge admit promise predict call tweet read".split()
)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Characters inside quotation marks."""
    for match in QUOTED.finditer(text):
        yield match.span(1)


def unclaimed(context: Context, known: tuple[Statement, ...], taken: list[tuple[int, int]]) -> tuple[Statement, ...]:
    """Quotations of at least five words that no statement of `known` (at the characters `taken`) covers."""
    found: list[Statement] = []
    before = sorted((start, end, s.speakers) for (start, end), s in zip(taken, known, strict=True))
    for start, end in quotations(context.article.text):
        words = context.article.text[start:end].strip()
        if len(words.split()) < FEWEST_WORDS or any(a < end and start < b for a, b in taken):
            continue
        speakers, score = speaker(context, start, end, before)
        sentence = context.sentence_at(start)
        evidence = Evidence(
            sentence.id,
            max(sentence.start, start - 1),
            min(sentence.end, end + 1),
            "rule:quotation",
            VERSION,
            score,
            "“”",
        )
        found.append(
            Statement(
                local_id("statement", context.article.id, start, end, *speakers),
                words.rstrip(","),
                True,
                (evidence,),
                speakers,
            )
        )
    return tuple(found)


def speaker(
    context: Context, start: int, end: int, before: list[tuple[int, int, tuple[str, ...]]]
) -> tuple[tuple[str, ...], float]:
    """By the verb of saying beside the quotation; else the last speaker, where it follows a statement directly."""
    verb = cue(context, start, end)
    if verb is not None:
        entity = subject_entity(context, verb)
        if entity is not None:
            return (entity,), 0.8
    here = context.sentence_at(start).index
    last = [s for _, b, s in before if b <= start and here - context.sentence_at(b - 1).index <= 1]
    return (last[-1], 0.6) if last and last[-1] else ((), 0.4)


def cue(context: Context, start: int, end: int) -> Token | None:
    """The verb of saying in the sentence of the quotation, outside of it, nearest to its edges."""
    first, last = context.sentence_at(start), context.sentence_at(end)
    span = context.span(first.start, last.end)
    verbs = [t for t in span if t.lemma_.lower() in SAYING and t.pos_ == "VERB" and not start <= t.idx < end]
    return min(verbs, key=lambda t: min(abs(t.idx - end), abs(start - t.idx)), default=None)
