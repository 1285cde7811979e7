"""Who says what to whom: direct speech by its marks, reported speech by its anchors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.article import Evidence, Figure, Polarity, Proposal, Statement
from graph.identity import local_id
from loaders.extraction.anaphora import subject_entity
from loaders.extraction.attribution import Attribution, attributions
from loaders.extraction.confidence import confidence
from loaders.extraction.context import VERSION, Context
from loaders.extraction.findings import Anchor
from loaders.extraction.quotations import FEWEST_WORDS, Span, Speech, quoted, speeches

OPENING, CLOSING = "\"“‘«„'", "\"”’»“'"
EDGES = " \n\t,:;"
BESIDE, CARRIED, UNKNOWN = 0.8, 0.6, 0.4
"""Confidence of direct speech without an anchor: its speaker is named beside it, spoke before, is not known."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words at `parts` of the text, verbatim or not, and who says them to whom."""

    parts: tuple[Span, ...]
    words: str
    quoted: bool
    speakers: tuple[str, ...]
    addressees: tuple[str, ...]
    polarity: Polarity
    evidence: tuple[Evidence, ...]


def statements(context: Context, proposals: tuple[Proposal, ...], figures: tuple[Figure, ...]) -> tuple[Statement, ...]:
    said = speeches(context.article.text)
    direct: dict[Speech, list[Anchor]] = {speech: [] for speech in said}
    sayings: list[Saying] = []
    for anchor in context.findings.anchors:
        if anchor.kind == "STATEMENT" and (span := _words(context, anchor)) is not None:
            speech = meant(said, context.token(anchor).idx, span)
            if speech is not None:
                direct[speech].append(anchor)
            else:
                sayings.append(reported(context, anchor, span))
    said = sorted([*said, *left_over(context.article.text, said, sayings)], key=lambda speech: speech.start)
    for speech, told in zip(said, attributions(context, said), strict=True):
        sayings.append(spoken(context, speech, direct.get(speech, []), told))
    found = (_statement(context, saying, proposals, figures) for saying in sayings)
    return tuple({statement.id: statement for statement in found}.values())


def meant(said: Iterable[Speech], cue: int, span: Span) -> Speech | None:
    """The direct speech that most of a span belongs to; none where the cue is spoken itself."""
    for speech in said:
        if 2 * speech.shared(*span) > span[1] - span[0] and not speech.holds(cue):
            return speech
    return None


def left_over(text: str, said: list[Speech], sayings: list[Saying]) -> list[Speech]:
    """Longer quotations inside sentences that nothing has been made of."""
    taken = [part for saying in (*said, *sayings) for part in saying.parts]
    return [
        Speech(((start, end),))
        for start, end in quoted(text)
        if len(text[start:end].split()) >= FEWEST_WORDS and not any(a < end and start < b for a, b in taken)
    ]


def spoken(context: Context, speech: Speech, anchors: list[Anchor], told: Attribution) -> Saying:
    """Direct speech: who is named beside it, else whom the model points at, else who spoke before."""
    anchor = max(anchors, key=lambda one: one.score, default=None)
    pointed = context.role(anchor, "actor") if anchor is not None else ()
    speakers = told.speakers or pointed or told.carried
    if anchor is not None:
        evidence = _evidence(context, context.evidence(anchor, confidence(anchor, "actor"))[0], speech.parts)
    else:
        score = BESIDE if told.speakers else CARRIED if speakers else UNKNOWN
        evidence = _evidence(context, _by_marks(context, speech, told, score), speech.parts)
    return Saying(
        parts=speech.parts,
        words=speech.words(context.article.text),
        quoted=True,
        speakers=speakers,
        addressees=_addressees(context, anchor, speakers),
        polarity="positive",
        evidence=evidence,
    )


def _by_marks(context: Context, speech: Speech, told: Attribution, score: float) -> Evidence:
    sentence = context.sentence_at(speech.start)
    start, end = max(sentence.start, speech.start - 1), min(sentence.end, speech.parts[0][1] + 1)
    return Evidence(sentence.id, start, end, "rule:quotation", VERSION, score, told.cue.text if told.cue else "“”")


def reported(context: Context, anchor: Anchor, span: Span) -> Saying:
    """The words that an anchor points at, in quotation marks or not."""
    text, (start, end) = context.article.text, span
    words, verbatim = text[start:end], is_quoted(text, start, end)
    if verbatim and re.fullmatch(r"[\"“‘«„][^\"“”]*[\"”’»]?", words):
        words = words.strip('"“”‘’«»„')
    speakers = context.role(anchor, "actor") or _subject(context, anchor)
    denied = context.token(anchor).lemma_.lower() in {"deny", "refute"} or anchor.modality == "denied"
    (own,) = context.evidence(anchor, confidence(anchor, "actor"))
    return Saying(
        parts=(span,),
        words=words,
        quoted=verbatim,
        speakers=speakers,
        addressees=_addressees(context, anchor, speakers),
        polarity="negative" if denied else "positive",
        evidence=_evidence(context, own, (span,)),
    )


def _addressees(context: Context, anchor: Anchor | None, speakers: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(a for a in context.role(anchor, "recipient") if a not in speakers) if anchor is not None else ()


def _subject(context: Context, anchor: Anchor) -> tuple[str, ...]:
    """The grammatical subject of the cue, where the model is sure of no speaker."""
    entity = subject_entity(context, context.token(anchor))
    return (entity,) if entity is not None else ()


def _words(context: Context, anchor: Anchor) -> Span | None:
    """The characters that an anchor points at: in the sentence of the cue, or a quotation right before or behind it."""
    first, last, _ = anchor.spans["text"]
    start, end = span_of(context, first, last)
    if start >= end:
        return None
    here = context.sentence_at(context.token(anchor).idx).index
    near = range(context.sentence_at(start).index, context.sentence_at(end - 1).index + 1)
    beside = is_quoted(context.article.text, start, end) and (here + 1 in near or here - 1 in near)
    return (start, end) if here in near or beside else None


def span_of(context: Context, first: int, last: int) -> Span:
    """The characters of tokens first..last, as far as the paragraph goes; reported speech ends with its sentence."""
    text, start = context.article.text, context.doc[first].idx
    end = context.doc[last - 1].idx + len(context.doc[last - 1])
    sentence = context.sentence_at(start)
    if end > sentence.end and not _opens(text, start):
        end = sentence.end
    paragraph = text.find("\n", start, end)
    if paragraph > start:
        end = paragraph
    return trimmed(text, start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """Characters without white space and separating marks at the edges."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _opens(text: str, start: int) -> bool:
    """Does a quotation begin here? Only quoted words go on over several sentences."""
    return any(c in OPENING for c in text[max(0, start - 1) : start + 1])


def is_quoted(text: str, start: int, end: int) -> bool:
    """Do the words stand in quotation marks?"""
    before = text[max(0, start - 1) : start + 1]
    after = text[end - 1 : end] + text[end : end + 4].lstrip(",.;!?… ")[:1]
    return any(c in OPENING for c in before) and any(c in CLOSING for c in after)


def _statement(
    context: Context, saying: Saying, proposals: tuple[Proposal, ...], figures: tuple[Figure, ...]
) -> Statement:
    def holds(char: int) -> bool:
        return any(start <= char < end for start, end in saying.parts)

    named = (entity for part in saying.parts for entity in context.entities_in(*part))
    about = dict.fromkeys(entity for entity in named if entity not in saying.speakers)
    plans = (plan.id for plan in proposals if any(holds(mention.start) for mention in plan.mentions))
    start, end = saying.parts[0][0], saying.parts[-1][1]
    return Statement(
        id=local_id("statement", context.article.id, start, end, *saying.speakers),
        text=saying.words,
        quoted=saying.quoted,
        evidence=saying.evidence,
        speakers=saying.speakers,
        addressees=saying.addressees,
        about=(*about, *plans),
        cites=tuple(figure.id for figure in figures if any(holds(e.start) for e in figure.evidence)),
        polarity=saying.polarity,
    )


def _evidence(context: Context, own: Evidence, parts: tuple[Span, ...]) -> tuple[Evidence, ...]:
    """The sentence of the cue, and the other sentences that the statement's words fill."""
    others: dict[str, Evidence] = {}
    for start, end in parts:
        for s in context.sentences:
            if s.start < end and s.end > start and s.id != own.sentence:
                others.setdefault(s.id, replace(own, sentence=s.id, start=max(s.start, start), end=min(s.end, end)))
    return (own, *others.values())
