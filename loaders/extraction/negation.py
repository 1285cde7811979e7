"""Is what a word says denied? From the Universal Dependencies round it, for verbs and nouns."""

from spacy.tokens import Token

NEGATORS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none", "nothing"})
ADVERBS = frozenset({"not", "n't", "n’t", "never"})
DENIERS = frozenset(
    "refuse decline deny fail avoid cancel prevent abandon scrap shelve forgo refrain dismiss reject resist block halt "
    "stop lack".split()
)
"""Verbs whose object or complement did not happen or is not wanted."""
PARTICLES = {
    "rule": "out",
    "call": "off",
    "put": "off",
    "break": "off",
    "stop": "short",
    "turn": "down",
    "fall": "short",
}
"""Verbs that deny only with their particle: "ruled out", "called off", "stopped short of"."""
DOWN = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "advcl", "obl", "csubj:pass"})
NOMINAL = frozenset({"obj", "nsubj", "nsubj:pass", "obl", "nmod", "compound"})
LIGHT = frozenset(
    "hold have make take conduct launch carry pay reach sign stage give provide impose begin resume start threaten "
    "warn accuse plan propose consider seek want expect".split()
)
"""Verbs that only carry a noun, or speak of what may come: to deny them is to deny the noun.

"Did not condemn the attack" denies no attack.
"""
HAPPENS = LIGHT | frozenset("happen occur plan schedule be go follow come".split())
OWN_CLAUSE = ("conj", "parataxis", "advcl", "acl", "punct", "ccomp", "xcomp")


def negated(token: Token) -> bool:
    """ "did not meet", "no talks were held", "refused to meet", "talks were never held", "neither side agreed"."""
    return (
        any(_is_negator(child) for child in token.children)
        or _held_off(token)
        or _under_negated(token)
        or _without(token)
        or (
            token.dep_ == "conj"
            and any(child.lower_ in {"or", "nor"} for child in token.children)
            and negated(token.head)
        )
    )


def _is_negator(child: Token) -> bool:
    if child.lower_ == "without":
        return True
    if child.dep_.startswith(OWN_CLAUSE):
        return False
    subject = child.dep_ in {"nsubj", "nsubj:pass"} and any(c.lower_ in {"no", "neither"} for c in child.children)
    return child.lower_ in NEGATORS or subject


def _held_off(token: Token) -> bool:
    """Under a verb of refusing, itself not denied: "declined to attack", "cancelled the visit"."""
    head = token.head
    if head == token or token.dep_ not in DOWN or any(_is_negator(child) for child in head.children):
        return False
    verb = head.lemma_.lower()
    return verb in DENIERS or (
        verb in PARTICLES and any(child.lower_ == PARTICLES[verb] for child in (*head.children, *token.children))
    )


def _under_negated(token: Token) -> bool:
    """The denial of the verb above: "did not hold talks", "does not want to meet", "it is not true that they met"."""
    head = token.head
    if head == token:
        return False
    if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in NOMINAL:
        happens = head.lemma_.lower() in (HAPPENS if token.dep_.startswith("nsubj") else LIGHT)
        return happens and negated(head)
    if not any(child.lower_ in ADVERBS for child in head.children):
        return False
    return token.dep_ == "xcomp" or (token.dep_ in {"ccomp", "csubj", "nsubj"} and head.pos_ in {"ADJ", "NOUN"})


def _without(token: Token) -> bool:
    """ "Without France meeting Germany", "short of meeting".

    Parsers disagree on what hangs on what here, so the words before decide.
    """
    if not token.lower_.endswith("ing"):
        return False
    for before in reversed(token.doc[max(0, token.i - 8) : token.i]):
        if before.is_punct or before.pos_ in {"VERB", "AUX"}:
            return False
        if before.lower_ == "without" or (before.lower_ == "short" and before.nbor().lower_ == "of"):
            return True
    return False


def called_off(token: Token) -> bool:
    """The word itself undoes what it speaks of: "called off", "ruled out"."""
    return any(child.lower_ == PARTICLES.get(token.lemma_.lower()) for child in token.children)
