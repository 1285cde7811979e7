"""Anchors of statements to statements: who says what to whom."""

import re

from graph.article import Evidence, Figure, Proposal, Statement
from graph.identity import local_id
from loaders.extraction.anaphora import subject_entity
from loaders.extraction.confidence import confidence
from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor
from loaders.extraction.quotations import unclaimed

OPENING, CLOSING = "\"“‘«„'", "\"”’»“'"
EDGES = " \n\t,:;"


def statements(context: Context, proposals: tuple[Proposal, ...], figures: tuple[Figure, ...]) -> tuple[Statement, ...]:
    found: dict[str, Statement] = {}
    taken: list[tuple[int, int]] = []
    for anchor in context.findings.anchors:
        if anchor.kind == "STATEMENT":
            start, end, _ = anchor.spans["text"]
            if _beside(context, anchor, start, end):
                statement = _statement(context, anchor, start, end, proposals, figures)
                if statement.id not in found:
                    found[statement.id] = statement
                    taken.append(span_of(context, start, end))
    known = tuple(found.values())
    return known + unclaimed(context, known, taken)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Characters without white space and separating marks at the edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _beside(context: Context, anchor: Anchor, first: int, last: int) -> bool:
    """Words in the sentence of the cue, or a quotation right before or behind it."""
    start, end = span_of(context, first, last)
    if start >= end:
        return False
    here = context.sentence_at(context.token(anchor).idx).index
    near = range(context.sentence_at(start).index, context.sentence_at(end - 1).index + 1)
    return here in near or (is_quoted(context.article.text, start, end) and (here + 1 in near or here - 1 in near))


def span_of(context: Context, first: int, last: int) -> tuple[int, int]:
    """The characters of tokens first..last; reported speech ends with its sentence."""
    text, start = context.article.text, context.doc[first].idx
    end = context.doc[last - 1].idx + len(context.doc[last - 1])
    sentence = context.sentence_at(start)
    if end > sentence.end and not _opens(text, start):
        end = sentence.end
    return trimmed(text, start, end)


def _opens(text: str, start: int) -> bool:
    """Does a quotation begin here? Only quoted words go on over several sentences."""
    return any(c in OPENING for c in text[max(0, start - 1) : start + 1])


def _subject(context: Context, anchor: Anchor) -> tuple[str, ...]:
    """The grammatical subject of the cue, where the model is sure of no speaker."""
    entity = subject_entity(context, context.token(anchor))
    return (entity,) if entity is not None else ()


def is_quoted(text: str, start: int, end: int) -> bool:
    """Do the words stand in quotation marks?"""
    before = text[max(0, start - 1) : start + 1]
    after = text[end - 1 : end] + text[end : end + 4].lstrip(",.;!?… ")[:1]
    return any(c in OPENING for c in before) and any(c in CLOSING for c in after)


def _statement(
    context: Context,
    anchor: Anchor,
    first: int,
    last: int,
    proposals: tuple[Proposal, ...],
    figures: tuple[Figure, ...],
) -> Statement:
    text = context.article.text
    start, end = span_of(context, first, last)
    quoted = is_quoted(text, start, end)
    words = text[start:end]
    if quoted and re.fullmatch(r"[\"“‘«„][^\"“”]*[\"”’»]?", words):
        words = words.strip('"“”‘’«»„')
    speakers = context.role(anchor, "actor") or _subject(context, anchor)
    addressees = tuple(a for a in context.role(anchor, "recipient") if a not in speakers)
    about = tuple(e for e in context.entities_in(start, end) if e not in speakers)
    plans = tuple(p.id for p in proposals if any(start <= m.start < end for m in p.mentions))
    token = context.token(anchor)
    return Statement(
        id=local_id("statement", context.article.id, start, end, *speakers),
        text=words,
        quoted=quoted,
        evidence=_evidence(context, anchor, start, end, confidence(anchor, "actor")),
        speakers=speakers,
        addressees=addressees,
        about=(*about, *plans),
        cites=tuple(f.id for f in figures if any(start <= e.start < end for e in f.evidence)),
        polarity="negative"
        if token.lemma_.lower() in {"deny", "refute"} or anchor.modality == "denied"
        else "positive",
    )


def _evidence(context: Context, anchor: Anchor, start: int, end: int, score: float) -> tuple[Evidence, ...]:
    """The sentence of the cue, and the other sentences that the statement's words fill."""
    (own,) = context.evidence(anchor, score)
    others = [s for s in context.sentences if s.start < end and s.end > start and s.id != own.sentence]
    return (
        own,
        *(
            Evidence(s.id, max(s.start, start), min(s.end, end), own.rule, own.version, own.confidence, own.trigger)
            for s in others
        ),
    )
