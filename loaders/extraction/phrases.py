"""Descriptions that facts point at: noun phrases without a name ("two police officers") that no mention covers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from graph.article import EntityLabel
from loaders.bodies import TAILS
from loaders.extraction.fillers import ACTING, fillers
from loaders.extraction.findings import Anchor
from loaders.mentions import TypedSpan
from loaders.tables.people import AUTHORITY, GROUP, OF_STATE, PEOPLE, PERSON

LEAST_ONE, LEAST_SEVERAL = 0.4, 0.7
"""How probable a filler must be to make an entity: one person or body, several of them."""
LEFT_OUT = re.compile(r"(?:the|an?|this|that|these|those|both|neither|no|such)", re.IGNORECASE)
KNOWN = re.compile(r"\b(?:the|this|that|these|those|both|neither)\s+$", re.IGNORECASE)


def described(doc: Doc, anchors: Sequence[Anchor], spans: Sequence[TypedSpan]) -> list[TypedSpan]:
    """The description round each common noun for an actor that an anchor points at; `spans` are the mentions so far."""
    ends = {span.end: span for span in spans if span.named}
    found: list[TypedSpan] = []
    for index, score in sorted(fillers(anchors, ACTING).items()):
        token = doc[index]
        kind = label(token)
        if token.pos_ == "NOUN" and kind and not any(span.start <= token.idx < span.end for span in spans):
            found.append(_members(token, ends) or _description(token, kind, score))
    return found


def _members(noun: Token, ends: Mapping[int, TypedSpan]) -> TypedSpan | None:
    """ "NATO troops", "Taliban fighters", "Israeli soldiers": those who act for a named body or state are that one."""
    before = ends.get(noun.idx - 1)
    acting = {"Organization": TAILS, "Government": OF_STATE}.get(before.label) if before else None
    return replace(before, end=noun.idx + len(noun)) if before and acting and noun.lower_ in acting else None


def _description(noun: Token, kind: EntityLabel, score: float) -> TypedSpan:
    text, start, end = noun.doc.text, _start(noun), noun.idx + len(noun)
    several = noun.lower_ != singular(noun.lower_)
    known = (
        KNOWN.search(text, 0, start) is not None
        or (several and start == noun.idx)
        or score < (LEAST_SEVERAL if several else LEAST_ONE)
    )
    return TypedSpan(start, end, kind, False, score, known)


def label(noun: Token) -> EntityLabel | None:
    """What kind of actor a common noun is; None for one that is none ("revolver", "report")."""
    word = noun.lower_
    base = singular(word)
    if word == base and word in PERSON:
        return "Person"
    if base in AUTHORITY:
        return "Government"
    if base in PEOPLE:
        return "Person"
    return "Organization" if base in PERSON | GROUP else None


def singular(word: str) -> str:
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _start(noun: Token) -> int:
    """The first character of the noun with what stands before it, without article."""
    first = noun
    while first.i > noun.sent.start and _modifies(first.nbor(-1), noun):
        first = first.nbor(-1)
    return first.idx


def _modifies(token: Token, noun: Token) -> bool:
    if LEFT_OUT.fullmatch(token.text) or token.is_space:
        return False
    return noun.is_ancestor(token) and token.pos_ not in {"ADP", "VERB", "CCONJ"}
