"""Unnamed speakers that the model points at without a mention: "government lawyers wrote"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from loaders.extraction.anaphora import subject
from loaders.extraction.attribution import WRITTEN
from loaders.extraction.context import FORCES
from loaders.extraction.findings import Anchor, Findings
from loaders.extraction.quotations import Speech, speeches
from loaders.extraction.thresholds import ROLE
from loaders.mentions import TypedSpan

INSIDE = frozenset({"amod", "compound", "nmod:poss", "nmod", "case", "flat", "nummod", "punct", "nmod:desc", "det"})
"""Relations of the words that belong to a description."""
LONGEST = 8
"""Words."""
SCORE = 0.5


def unnamed_speakers(doc: Doc, found: Findings) -> Iterator[TypedSpan]:
    """The nouns that cues of statements point at and no mention covers; of direct speech without one the subject."""
    taken = [(span.start, span.end) for span in found.mentions]
    said = speeches(doc.text)
    for anchor in found.anchors:
        if anchor.kind == "STATEMENT":
            who = _pointed(doc, anchor)
            if who is None and _direct(doc, said, anchor):
                who = subject(doc[anchor.token])
            if who is None or who.pos_ != "NOUN" or who.lemma_.lower() in WRITTEN | FORCES:
                continue
            span = description(who)
            if len(span) <= LONGEST and not any(start < who.idx + len(who) and who.idx < end for start, end in taken):
                taken.append((span.start_char, span.end_char))
                label = "Organization" if who.tag_ == "NNS" else "Person"
                yield TypedSpan(span.start_char, span.end_char, label, named=False, score=SCORE)


def _pointed(doc: Doc, anchor: Anchor) -> Token | None:
    """The speaker that the model is sure of."""
    best = anchor.roles.get("actor", ())
    return doc[best[0].token] if best and best[0].score >= ROLE["actor"] else None


def _direct(doc: Doc, said: list[Speech], anchor: Anchor) -> bool:
    first, last, _ = anchor.spans["text"]
    return any(speech.shared(doc[first].idx, doc[last - 1].idx) for speech in said)


def description(noun: Token) -> Span:
    """A noun with what belongs to it, without its article: "staff at Clarence House"."""
    inside = sorted(set(_inside(noun)))
    first, last = inside[0], inside[-1]
    while first < noun.i and noun.doc[first].pos_ in {"DET", "PUNCT"}:
        first += 1
    while last > noun.i and noun.doc[last].is_punct:
        last -= 1
    return noun.doc[first : last + 1]


def _inside(noun: Token) -> Iterator[int]:
    yield noun.i
    for child in noun.children:
        if child.dep_ in INSIDE:
            yield from _inside(child)
