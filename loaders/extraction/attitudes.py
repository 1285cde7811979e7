"""Who is for, against or in doubt about a plan, by verbs of doing so and their objects."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.article import StanceKind
from loaders.extraction.context import Context
from loaders.extraction.negation import negated
from loaders.extraction.plans import agents_of, bodies, case_of, is_plan, subjects

VERBS: dict[StanceKind, str] = {
    "supports": "support back endorse welcome approve accept favor favour adopt ratify embrace hail advocate",
    "rejects": "oppose reject dismiss denounce condemn criticize criticise boycott veto spurn",
    "doubts": "doubt question",
}
BY_VERB: dict[str, StanceKind] = {verb: kind for kind, verbs in VERBS.items() for verb in verbs.split()}
BY_CASE: dict[tuple[str, str], StanceKind] = {
    ("agree", "to"): "supports",
    ("commit", "to"): "supports",
    ("vote", "for"): "supports",
    ("vote", "against"): "rejects",
    ("campaign", "against"): "rejects",
    ("protest", "against"): "rejects",
}
VOICING = frozenset("express voice have raise state offer give show".split())
NOUNS: dict[StanceKind, str] = {
    "supports": "support backing",
    "rejects": "opposition objection",
    "doubts": "doubt concern reservation skepticism scepticism disappointment misgiving unease",
}
BY_NOUN: dict[str, StanceKind] = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns.split()}
"""What is voiced about a plan ("expressed doubts about")."""
DOUBTFUL = frozenset("skeptical sceptical doubtful wary pessimistic".split())
MATTERS = frozenset(
    "talk negotiation dialogue statement sanction membership independence mediation reunification solution measure idea"
    " move decision application recommendation demand reform withdrawal mission ban system policy appointment finding"
    " swap exchange increase extension project option shield tribunal mandate".split()
)
"""Other things to be for or against."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """`matter`: what it is to; None where only the sentences around tell ("both remain sceptical")."""

    word: Token
    kind: StanceKind
    matter: Token | None
    holders: tuple[str, ...]


def attitudes(context: Context) -> Iterator[Attitude]:
    for word in context.doc:
        found: tuple[StanceKind, Token | None] | None = None
        if word.pos_ == "VERB" and not supposed(word):
            found = next((f for child in word.children if (f := _towards(word, child)) is not None), None)
        elif word.lower_ in DOUBTFUL and not negated(word):
            found = "doubts", next((c for c in word.children if is_matter(c)), None)
        holders = _holders(context, word, found[1]) if found else ()
        if found and holders:
            yield Attitude(word, *found, holders)


def is_matter(token: Token) -> bool:
    return is_plan(token) or token.lemma_.lower() in MATTERS


def _towards(verb: Token, child: Token) -> tuple[StanceKind, Token] | None:
    """Which stance the verb takes to its child, or to what its child speaks of."""
    voiced = child.dep_ == "obj" and verb.lemma_.lower() in VOICING and child.lemma_.lower() in BY_NOUN
    if voiced and not negated(verb):
        matter = next(
            (c for c in (*child.children, *verb.children) if c.dep_ in {"nmod", "obl"} and is_matter(c)), None
        )
        return (BY_NOUN[child.lemma_.lower()], matter) if matter is not None else None
    if not is_matter(child):
        return None
    lemma = verb.lemma_.lower()
    suffers = child.dep_ in {"obj", "nsubj:pass"}
    kind = BY_VERB.get(lemma) if suffers else BY_CASE.get((lemma, case_of(child))) if child.dep_ == "obl" else None
    if kind is None or (negated(verb) and kind != "supports"):
        return None
    return "rejects" if negated(verb) else kind, child


def supposed(verb: Token) -> bool:
    """ "If the parliament approves the deal", "should it be approved"."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"mark", "aux"} and child.i < verb.i}
    return bool(words & {"if", "unless", "should", "whether"})


def _holders(context: Context, word: Token, matter: Token | None) -> tuple[str, ...]:
    if matter is not None and matter.dep_ == "nsubj:pass":
        return tuple(dict.fromkeys(bodies(context, agents_of(word))))
    return subjects(context, word)
