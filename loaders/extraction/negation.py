"""Is what a word says denied? From the Universal Dependencies round it, for verbs and nouns."""

from collections.abc import Iterator

from spacy.tokens import Token

NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none", "nothing"})
DENIERS = frozenset(
    "refuse decline deny fail avoid cancel prevent abandon scrap shelve forgo refrain rule dismiss reject oppose resist block halt "
    "stop oppose lack".split()
)
"""Verbs whose object or complement did not happen or is not wanted."""
DOWN = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl", "csubj:pass"})
NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound"})


def negated(token: Token) -> bool:
    """"did not meet", "no talks were held", "refused to meet", "talks were never held", "neither side agreed"."""
    return any(_is_negator(child) for child in token.children) or _held_off(token) or _light(token)


def _is_negator(child: Token) -> bool:
    if child.dep_.startswith(("conj", "parataxis", "advcl", "acl", "punct")):
        return False
    return child.lower_ in NEGATORS or (child.dep_ in {"nsubj", "nsubj:pass"} and any(c.lower_ in {"no", "neither"} for c in child.children))


def _held_off(token: Token) -> bool:
    """Under a verb of refusing: "declined to attack", "cancelled the visit"."""
    head = token.head
    return head is not token and token.dep_ in DOWN and head.lemma_.lower() in DENIERS and not _double(head)


def _double(verb: Token) -> bool:
    """"did not refuse" denies nothing."""
    return any(_is_negator(child) for child in verb.children)


def _light(token: Token) -> bool:
    """A noun takes the denial of its verb: "did not hold talks", "talks did not take place"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ not in NOMINAL or token.head.pos_ not in {"VERB", "AUX"}:
        return False
    return any(child.lower_ in {"not", "n't", "n’t", "never"} for child in _with_auxiliaries(token.head))


def _with_auxiliaries(verb: Token) -> Iterator[Token]:
    yield from verb.children
