"""Who a subject is: the entity that it names, or that a pronoun stands for where that is safe."""

from spacy.tokens import Token

from graph.article import Entity
from loaders.extraction.context import Context

PERSONAL = frozenset({"he", "she", "him", "her"})
BODIES = frozenset({"it", "they"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
NAMING = frozenset({"appos", "flat", "compound", "nmod:desc"})
NEAR = 2
"""Sentences before a pronoun in which its antecedent is looked for."""


def subject(token: Token) -> Token | None:
    """The subject of the clause that a verb (or a noun under a light verb) is in."""
    for _ in range(4):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return child
        if token.head == token or token.dep_ in {"ccomp", "parataxis", "acl:relcl"}:
            return token.head if token.dep_ == "acl:relcl" else None
        token = token.head
    return None


def subject_entity(context: Context, token: Token) -> str | None:
    """The entity that the subject of a verb is or stands for."""
    who = subject(token)
    return entity_of(context, who) if who is not None else None


def entity_of(context: Context, token: Token) -> str | None:
    """The entity that `token` is the head of, or stands for."""
    word = token.lower_
    if word in RELATIVE and token.head.dep_ == "acl:relcl":
        return context.entity_at(token.head.head.i)
    if word in PERSONAL:
        return antecedent(context, token, {"Person"})
    if word in BODIES:
        return antecedent(context, token, {"Organization", "Government"})
    return (
        context.entity_within(token)
        or named_by(context, token)
        or described(context, token)
        or context.commander(token)
    )


def named_by(context: Context, token: Token) -> str | None:
    """The person whose name stands beside a title: "Iran's President, Mahmoud Ahmadinejad"."""
    for child in token.children:
        if child.dep_ in NAMING and not (child.dep_ == "compound" and child.i < token.i - 3):
            entity = context.entity_within(child) or named_by(context, child)
            if entity is not None and context.by_id[entity].label == "Person":
                return entity
    return None


def antecedent(context: Context, pronoun: Token, labels: set[str]) -> str | None:
    """The only entity of the right kind near the pronoun; of several persons the last that acts in a main clause."""
    here = context.sentence_at(pronoun.idx).index
    near: list[tuple[int, bool, int, Entity]] = []
    for entity in context.entities:
        if entity.label in labels:
            for m in entity.mentions:
                sentence = context.sentence_at(m.start).index
                if m.end <= pronoun.idx and here - NEAR <= sentence:
                    acts = is_subject(context, m.start, m.end)
                    near.append((sentence if acts else -1, acts and is_main(context, m.start, m.end), m.start, entity))
    if len({entity.id for *_, entity in near}) == 1:
        return near[0][3].id
    if "Person" not in labels:
        return None
    subjects = [found for found in near if found[0] >= 0 and found[3].named]
    return max(subjects, key=lambda found: found[:3])[3].id if subjects else None


def is_main(context: Context, start: int, end: int) -> bool:
    """Is a name in the main clause of its sentence?"""
    head = _nominal(context.span(start, end).root).head
    return head.dep_ in {"root", "ROOT", "conj"}


def _nominal(token: Token) -> Token:
    """The noun that a name belongs to: "opposition leader Kurmanbek Bakiyev"."""
    while token.dep_ in NAMING and token.head != token:
        token = token.head
    return token


def is_subject(context: Context, start: int, end: int) -> bool:
    return _nominal(context.span(start, end).root).dep_ in SUBJECTS


def described(context: Context, token: Token) -> str | None:
    """The last body of that kind ("the court"), or the last holder of an office of that name ("the minister")."""
    word = token.lemma_.lower()
    if token.pos_ != "NOUN" or not any(child.lower_ == "the" for child in token.children):
        return None
    found = [
        (anchor.token, holder)
        for anchor in context.findings.anchors
        if anchor.kind == "OFFICE" and anchor.token < token.i and context.token(anchor).lemma_.lower() == word
        for holder in context.role(anchor, "holder")[:1]
    ]
    found += [
        (last.i, entity.id)
        for entity in context.entities
        if entity.label in {"Government", "Organization"}
        for m in entity.mentions
        if m.end <= token.idx and (last := context.span(m.start, m.end)[-1]).lemma_.lower() == word
    ]
    return max(found)[1] if found else None
