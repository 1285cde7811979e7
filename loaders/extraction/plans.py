"""Where an article speaks of a plan, deal, resolution …: its name, what tells it from others, and who is behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from graph.identity import fold
from loaders.countries import country
from loaders.extraction.anaphora import entity_of, subject
from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor
from loaders.extraction.negation import negated
from loaders.extraction.office_bodies import as_body
from loaders.extraction.terms import CONTAINING, conjuncts, terms

NEGOTIATED = frozenset(
    "deal agreement accord pact proposal offer plan roadmap ceasefire truce cease-fire initiative draft"
    " framework".split()
)
"""Words by which an article may call one and the same thing in turn."""
LAID_DOWN = frozenset(
    "resolution treaty bill referendum amendment constitution motion law protocol declaration memorandum settlement"
    " package scheme directive decree".split()
)
RULERS = frozenset("leadership government administration authorities side".split())
"""Nouns that with a state's adjective mean the state."""
LEAST_OTHER = 0.9
"""From this probability on the model's anchor is believed where it is on another word."""
CEASING = {"truce": "ceasefire", "cease-fire": "ceasefire"}
PLAIN = frozenset(
    "the a an this that these those its their his her new latest current proposed own modified revised possible final"
    " next any such other draft text".split()
)
MARKS = frozenset(
    "other another separate rival alternative original previous earlier old first second third initial former past"
    " january february march april may june july august september october november december".split()
)
DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})
MODIFYING = frozenset({"amod", "compound", "nmod:poss", "nummod", "nmod", "flat"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
PUTTING = frozenset(
    "propose present outline put unveil table submit draft introduce suggest float author sponsor announce devise offer"
    " write lay".split()
)
SIGNING = frozenset("sign reach conclude strike ratify negotiate agree clinch finalize finalise".split())
BROKERING = frozenset({"broker", "mediate", "facilitate"})
BROKERED = re.compile(r"(.+)-(?:brokered|mediated)")
BETWEEN = frozenset({"between", "among", "with"})


@dataclass(frozen=True, slots=True)
class Plan:
    """One mention. `topic`: what it is about; `marks`: what parts it from others ("original", "November")."""

    noun: Token
    start: int
    end: int
    name: str
    topic: frozenset[str]
    marks: frozenset[str]
    definite: bool
    anchor: Anchor | None

    @property
    def head(self) -> str:
        return self.noun.lemma_.lower()


def plans(context: Context) -> list[Plan]:
    """By the model's anchors and by the words for proposals, in the order of the text; no terms of other proposals."""
    anchors = {a.token: a for a in context.findings.anchors if a.kind == "PROPOSAL"}
    sure = {i for i, a in anchors.items() if a.score >= LEAST_OTHER or is_plan(context.doc[i])}
    nouns = [t for t in context.doc if t.i in sure or (is_plan(t) and t.tag_ in {"NN", "NNP"} and t.dep_ != "compound")]
    inside = {i for noun in nouns for start, end in terms(noun) for i in range(start, end)}
    own = [n for n in nouns if n.i not in inside or n.lemma_.lower() in LAID_DOWN]
    apart = (n for n in own if not _repeats(n) and not any(_shares(child) for child in n.children))
    return [read(context, n, anchors.get(n.i)) for n in apart]


def _repeats(noun: Token) -> bool:
    """ "The agreement includes a three-phase plan": the same by another word."""
    verb = noun.head
    subject_is_plan = any(child.dep_ == "nsubj" and is_plan(child) for child in verb.children)
    return noun.dep_ == "obj" and verb.lemma_.lower() in CONTAINING and subject_is_plan


def _shares(noun: Token) -> bool:
    """ "A ceasefire and hostage release deal": the second part of the name of one thing."""
    first = noun.head
    joined = noun.dep_ == "conj" and is_plan(noun) and is_plan(first) and first.lower_ in CEASING.keys() | {"ceasefire"}
    return joined and noun.doc[first.i + 1].lower_ == "and" and not any(c.dep_ == "det" for c in noun.children)


def is_plan(token: Token) -> bool:
    return token.lemma_.lower() in NEGOTIATED | LAID_DOWN and token.pos_ in {"NOUN", "PROPN"}


def read(context: Context, noun: Token, anchor: Anchor | None) -> Plan:
    start, end = _span(context, noun, anchor)
    words = [w for token in context.doc[start:end] for w in fold(token.text).split()]
    marks = frozenset(w for w in words if w in MARKS or re.fullmatch(r"(?:19|20)\d\d", w))
    first = context.doc[noun.left_edge.i]
    name = context.text(start, end)
    definite = first.lower_ in DEFINITE or noun.pos_ == "PROPN" or any(c.dep_ == "nmod:poss" for c in noun.children)
    return Plan(noun, start, end, name, _topic(context, noun, start, end) - marks, marks, definite, anchor)


def _span(context: Context, noun: Token, anchor: Anchor | None) -> tuple[int, int]:
    """The noun with its modifiers and what follows with a preposition; the model's words of other than nouns."""
    if noun.pos_ not in {"NOUN", "PROPN"} and anchor is not None:
        start, end, _ = anchor.spans["name"]
        return (start, end) if start <= noun.i < end <= start + 12 else (noun.i, noun.i + 1)
    lefts = [c.left_edge.i for c in noun.children if c.i < noun.i and c.dep_ in MODIFYING]
    start, end = min([noun.head.i if _shares(noun) else noun.i, *lefts]), noun.i + 1
    while start < noun.i and context.doc[start].lower_ in DEFINITE | {"a", "an"}:
        start += 1
    for child in sorted((c for c in noun.children if c.i > noun.i), key=lambda c: c.i):
        if child.left_edge.i != end or child.dep_ not in {"nmod", "flat", "compound", "nummod"}:
            break
        end = child.right_edge.i + 1
    return start, min(end, noun.i + 12)


def _topic(context: Context, noun: Token, start: int, end: int) -> frozenset[str]:
    """Content words but for the kind, states and plain adjectives; "truce" and "ceasefire" are one."""
    kept: set[str] = set()
    for token in context.doc[start:end]:
        word = CEASING.get(token.lemma_.lower(), fold(token.lemma_))
        kind = token.i == noun.i and word != "ceasefire"
        if (
            kind
            or word in PLAIN
            or token.lower_ in PLAIN
            or token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}
            or not word
        ):
            continue
        if country(token.text) is None and context.entity_within(token) is None:
            kept.add(word)
    return frozenset(kept)


def proposers(context: Context, plan: Plan) -> tuple[str, ...]:
    """ "The US proposal", "outlined by Biden", "Egypt put forward a plan"."""
    noun = plan.noun
    owners = (c for c in noun.children if c.i < noun.i and c.dep_ in {"nmod:poss", "compound", "amod", "nmod"})
    found = [*bodies(context, owners), *_agents(context, noun, PUTTING)]
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in PUTTING:
        found += subjects(context, noun.head)
    return tuple(dict.fromkeys(found))


def subjects(context: Context, verb: Token) -> tuple[str, ...]:
    """All that a subject names, or the one that it stands for."""
    who = subject(verb)
    named = tuple(dict.fromkeys(bodies(context, iter([who])))) if who is not None else ()
    one = entity_of(context, who) if who is not None and not named else None
    return named or ((one,) if one is not None else ())


def others_own(context: Context, plan: Plan) -> bool:
    """ "Howard's plan" where the article knows no Howard."""
    owners = [c for c in plan.noun.children if c.dep_ == "nmod:poss" and c.pos_ in {"NOUN", "PROPN"}]
    return bool(owners) and not list(bodies(context, iter(owners)))


def unmade(plan: Plan) -> bool:
    """ "Failed to reach an agreement", "did not announce a truce"."""
    verb = plan.noun.head
    return plan.noun.dep_ == "obj" and verb.lemma_.lower() in SIGNING | PUTTING and negated(verb)


def mediators(context: Context, plan: Plan) -> tuple[str, ...]:
    named = (BROKERED.fullmatch(t.text) for t in plan.noun.doc[plan.start : plan.end])
    states = (country(match[1]) for match in named if match)
    found = [s.id for state in states if state and (s := context.state(state.code))]
    return tuple(dict.fromkeys([*found, *_agents(context, plan.noun, BROKERING)]))


def parties(context: Context, plan: Plan) -> tuple[str, ...]:
    """ "Between X and Y", "with X", "X and Y signed the deal"."""
    noun = plan.noun
    found = list(bodies(context, (c for c in noun.children if case_of(c) in BETWEEN)))
    found += _agents(context, noun, SIGNING)
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in SIGNING:
        subjects = (c for c in noun.head.children if c.dep_ == "nsubj" or (c.dep_ == "obl" and case_of(c) == "with"))
        found += bodies(context, subjects)
    return tuple(dict.fromkeys(found))


def _named(token: Token) -> Token:
    """The last word of a possessor ("Prime Minister Theresa May's"), else the word itself."""
    if token.dep_ != "nmod:poss":
        return token
    words = [t for t in token.subtree if t.lower_ not in {"'s", "’s", "'", "’"}]
    return words[-1]


def case_of(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _agents(context: Context, noun: Token, verbs: frozenset[str]) -> Iterator[str]:
    """Who does to the noun what one of the verbs says, in the passive."""
    passive = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"]
    passive += [noun.head] if noun.dep_ == "nsubj:pass" else []
    for verb in passive:
        if verb.lemma_.lower() in verbs:
            yield from bodies(context, agents_of(verb))


def agents_of(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if case_of(c) == "by")


def bodies(context: Context, tokens: Iterator[Token]) -> Iterator[str]:
    """The persons and bodies that tokens, and what is coordinated with them, are the heads of."""
    for token in tokens:
        for part in conjuncts(token):
            entity = _entity(context, part)
            found = context.by_id[entity] if entity is not None else None
            body = found.id if found and found.label == "Person" else as_body(context, found) if found else None
            if body is not None:
                yield body


def _entity(context: Context, token: Token) -> str | None:
    """Also of a title before a name ("by President Biden"); the state of its rulers ("the Israeli leadership")."""
    deps = {"flat", "appos", "compound", *({"amod", "nmod:poss"} if token.lower_ in RULERS else ())}
    parts = (_named(token), *(c for c in token.children if c.dep_ in deps))
    return next((entity for part in parts if (entity := context.entity_within(part)) is not None), None)
