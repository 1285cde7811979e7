"""What state the people or things of a figure are in: by the verb that governs them, else by the model."""

from spacy.tokens import Token

from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor

VERBS = {
    "killed": "kill slay murder assassinate behead",
    "injured": "injure wound hurt",
    "arrested": "arrest apprehend detain",
    "deployed": "deploy station base",
    "held": "imprison",
    "released": "release free rescue",
    "displaced": "displace uproot evict",
    "destroyed": "destroy demolish raze level",
}
DONE = {word: state for state, words in VERBS.items() for word in words.split()}
"""What a verb does to what it governs."""
STATED = {"dead": "dead", "missing": "missing"}
REST = frozenset({"other", "others", "more", "people", "persons"})
QUALIFIERS = frozenset(
    "at least over about around some more than nearly almost another up to an estimated the as many".split()
)
UNTOLD = frozenset(
    "set estimate compare promise describe conduct note increase drop rise report say see make take expect believe"
    " think follow bring cause claim put give involve know find show mean cover need require".split()
)
"""Verbs that tell no state of what they govern."""
CAPTIVES = frozenset({"hostage", "captive", "detainee", "prisoner", "abductee"})
FREEING = frozenset({"release", "free", "exchange", "swap"})
DEATH = frozenset(
    "kill die dead death fatality fatal slay murder shoot casualty execute massacre body toll drown victim "
    "perish assassinate".split()
)
FATAL = frozenset({"killed", "injured", "dead", "wounded"})
INSIDE = frozenset({"nummod", "compound", "amod", "det", "advmod", "flat"})
"""How a number and its adjectives hang on the noun that is counted."""


def state_of(context: Context, anchor: Anchor) -> str | None:
    state = told(context.token(anchor))
    return _guessed(context, anchor) if state is None or {state, anchor.state} == {"dead", "killed"} else state


def told(number: Token) -> str | None:
    """The state that the words beside a number or the tree say outright."""
    noun = counted(number)
    return _beside(number, noun) or _of_lives(noun) or done_to(noun)


def _beside(number: Token, noun: Token) -> str | None:
    """ "Two others injured", "nine were killed", "wounding over 200": right before or behind, where trees often err."""
    doc = number.doc
    last = max(number.i, noun.i)
    for after in doc[last + 1 : last + 5]:
        if after.lower_ in STATED:
            return STATED[after.lower_]
        if after.tag_ == "VBN" and _state(after):
            return _state(after)
        if after.pos_ not in {"AUX", "ADV"} and after.lower_ not in REST:
            break
    for before in reversed(doc[max(0, number.i - 4) : number.i]):
        if before.pos_ == "VERB" and _state(before):
            return _state(before)
        if before.lower_ not in QUALIFIERS:
            break
    return None


def _of_lives(noun: Token) -> str | None:
    """ "Cost the lives of seven", "20 lost their lives", "the bodies of two men", "11 dead people"."""
    above = noun.head.lemma_.lower()
    if "body" in {noun.lemma_.lower(), above} or any(child.lower_ == "dead" for child in noun.children):
        return "dead"
    lost = above == "lose" and any(child.lemma_.lower() == "life" for child in noun.head.children)
    return "killed" if above == "life" or (lost and noun.dep_ == "nsubj") else None


def counted(number: Token) -> Token:
    """The noun that is counted; the number itself where none stands there."""
    while number.dep_ in INSIDE and number.head.pos_ in {"NOUN", "PROPN", "NUM", "SYM"}:
        number = number.head
    return number


def done_to(noun: Token) -> str | None:
    """By the verb that the noun is object or passive subject of, or by a participle behind it ("troops based in")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.i > noun.i and _state(child):
            return _state(child)
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        noun = noun.head
    suffers = noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "nsubj" and _headline_passive(noun.head))
    return _state(noun.head) if suffers and noun.head.pos_ == "VERB" else None


def _state(verb: Token) -> str | None:
    """None of captives who are still to be released ("demands to free them")."""
    state = DONE.get(verb.lemma_.lower())
    return None if state == "released" and verb.tag_ in {"VB", "VBG"} else state


def _headline_passive(verb: Token) -> bool:
    """ "Two soldiers killed": a participle without an auxiliary."""
    return verb.tag_ == "VBN" and not any(child.dep_.startswith("aux") for child in verb.children)


def _guessed(context: Context, anchor: Anchor) -> str | None:
    """The model's state where a word of the sentence tells it; captives are held unless they are released or dead."""
    words = _round(context, anchor)
    if words & CAPTIVES and not words & DEATH and anchor.state in FATAL | {"held", "none", "other"}:
        return "released" if words & FREEING else "held"
    if anchor.state == "none" or (anchor.state in {"killed", "dead"} and not words & DEATH):
        return None
    if anchor.state != "other":
        return anchor.state
    head = context.token(anchor).head
    verb = head.head if head.dep_ in {"nsubj:pass", "obj", "nsubj", "obl"} else head
    return verb.text if verb.tag_ == "VBN" and verb.lemma_.lower() not in UNTOLD else None


def _round(context: Context, anchor: Anchor) -> set[str]:
    """Lemmas of the sentence, up to the numbers before and behind: "111 hostages remain, with 39 presumed dead"."""
    token = context.token(anchor)
    sentence = context.sentence_at(token.idx)
    others = [n for n in context.numbers if not n.start <= token.idx < n.end]
    start = max([sentence.start, *(n.end for n in others if n.end <= token.idx)])
    end = min([sentence.end, *(n.start for n in others if n.start > token.idx)])
    return {t.lemma_.lower() for t in context.span(start, end)}
