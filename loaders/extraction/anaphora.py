"""Who a subject is: the entity that it names, or that a pronoun stands for where that is safe."""

from spacy.tokens import Token

from graph.article import Entity
from loaders.extraction.context import Context

PERSONAL = frozenset({"he", "she", "him", "her"})
BODIES = frozenset({"it", "they"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
NEAR = 2
"""Sentences before a pronoun in which its antecedent is looked for."""


def subject(token: Token) -> Token | None:
    """The subject of the clause that a verb (or a noun under a light verb) is in."""
    for _ in range(4):
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return child
        if token.head is token or token.dep_ in {"ccomp", "parataxis", "acl:relcl"}:
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
    return context.entity_within(token)


def antecedent(context: Context, pronoun: Token, labels: set[str]) -> str | None:
    """The last subject of the right kind before the pronoun, or the only entity of that kind near it."""
    here = context.sentence_at(pronoun.idx).index
    near: list[tuple[int, Entity, bool]] = []
    for entity in context.entities:
        if entity.label in labels:
            for m in entity.mentions:
                sentence = context.sentence_at(m.start).index
                if m.end <= pronoun.idx and here - NEAR <= sentence:
                    near.append((m.start, entity, is_subject(context, m.start, m.end)))
    if len({entity.id for _, entity, _ in near}) == 1:
        return near[0][1].id
    if "Person" not in labels:
        return None
    subjects = [entity.id for _, entity, acts in sorted(near, key=lambda n: n[0]) if acts and entity.named]
    return subjects[-1] if subjects else None


def is_subject(context: Context, start: int, end: int) -> bool:
    return context.span(start, end).root.dep_ in SUBJECTS
