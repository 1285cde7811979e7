# ruff: noqa: E501 - patterns and tables read best on one line
"""What pronouns and "the president", "the group" stand for: an entity of the article, or nothing where it is not safe."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from graph.article import Entity, Mention, Sentence
from graph.identity import fold
from loaders.generics import NOUNS, SAME_NOUN
from loaders.names import Gender, gender, person_name
from loaders.tables.titles import TITLES

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
THING = frozenset({"it", "its", "itself"})
MANY = frozenset({"they", "them", "their", "themselves"})
SPEAKING = frozenset(
    "say tell add announce state declare claim warn accuse urge call report insist argue deny confirm reject".split()
)
REACH = 3
"""Sentences back in which an antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention as a candidate: its sentence, whether it is a subject, what it may agree with."""

    start: int
    end: int
    sentence: int
    subject: bool
    entity: Entity
    gender: Gender | None


def with_antecedents(entities: Sequence[Entity], doc: Doc, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities with a mention (kind `pronoun` or `description`) for each word of `doc` that stands for them."""
    found = antecedents(doc, entities)
    starts = [sentence.start for sentence in sentences]
    extra: dict[str, list[Mention]] = {}
    for at, entity in found.items():
        token = doc[at]
        sentence = sentences[max(0, bisect_right(starts, token.idx) - 1)]
        kind = "pronoun" if token.lower_ in MALE | FEMALE | THING | MANY else "description"
        extra.setdefault(entity, []).append(Mention(token.idx, token.idx + len(token), token.text, sentence.id, kind))
    return tuple(
        replace(e, mentions=tuple(sorted((*e.mentions, *extra[e.id]), key=lambda m: m.start))) if e.id in extra else e
        for e in entities
    )


def antecedents(doc: Doc, entities: Sequence[Entity]) -> dict[int, str]:
    """Token index -> id of the entity that the token (a pronoun, or the noun of "the president") stands for.

    Needs sentences, tags and Universal Dependencies in `doc`, which has the text that the mentions count in. Words within
    quotation marks are left out: who "he" is there, only the speaker knows.
    """
    quoted = _quoted(doc)
    seen = _seen(doc, entities)
    taken = {i for s in seen for i in range(s.start, s.end)}
    found: dict[int, str] = {}
    for number, sent in enumerate(doc.sents):
        for token in sent:
            if token.i in quoted or any(token.idx <= i < token.idx + len(token) for i in (token.idx,) if i in taken):
                continue
            entity = _antecedent(token, number, seen, found)
            if entity is not None:
                found[token.i] = entity.id
                seen.append(_as_seen(token, number, entity))
    return found


def _quoted(doc: Doc) -> frozenset[int]:
    """Tokens between double quotation marks of one paragraph."""
    marks = [token.i for token in doc if token.text in {'"', "“", "”", "``", "''"}]
    breaks = [token.i for token in doc if "\n" in token.text_with_ws or "\n" in token.text]
    inside: set[int] = set()
    pending: int | None = None
    for mark in marks:
        if pending is not None and any(pending < b < mark for b in breaks):
            pending = None
        closing = pending is not None and doc[mark].text != "“"
        if closing and pending is not None:
            inside.update(range(pending, mark))
        pending = None if closing else mark
    return frozenset(inside)


def _seen(doc: Doc, entities: Sequence[Entity]) -> list[Seen]:
    """All mentions by position."""
    starts = [sent.start_char for sent in doc.sents]
    found: list[Seen] = []
    for entity in entities:
        sex = _gender(entity, doc.text)
        for mention in entity.mentions:
            span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
            subject = span is not None and _is_subject(span.root)
            sentence = bisect_right(starts, mention.start) - 1
            found.append(Seen(mention.start, mention.end, sentence, subject, entity, sex))
    return sorted(found, key=lambda seen: (seen.start, -seen.end))


def _gender(entity: Entity, text: str) -> Gender | None:
    """By its titles and first name, else by the pronoun that follows nowhere else: not known."""
    names = [*entity.names, *(text[max(0, m.start - 20) : m.end].split("\n")[-1] for m in entity.mentions[:3])]
    return (
        next((sex for name in names if (sex := gender(person_name(name)))), None) if entity.label == "Person" else None
    )


def _is_subject(token: Token) -> bool:
    return token.dep_ in {"nsubj", "nsubj:pass", "nsubjpass", "ROOT"} or (
        token.dep_ == "conj" and _is_subject(token.head)
    )


def _as_seen(token: Token, sentence: int, entity: Entity) -> Seen:
    word = token.lower_
    sex: Gender | None = "male" if word in MALE else "female" if word in FEMALE else None
    return Seen(token.idx, token.idx + len(token), sentence, _is_subject(token), entity, sex)


def _antecedent(token: Token, sentence: int, seen: Sequence[Seen], found: dict[int, str]) -> Entity | None:
    word = token.lower_
    before = [s for s in seen if s.end <= token.idx and sentence - s.sentence <= REACH]
    if word in MALE or word in FEMALE:
        return _person(token, sentence, before, seen)
    if word in THING:
        return _thing(token, sentence, before)
    if word in MANY:
        return _many(token, sentence, before)
    return _described(token, before) if _has_the(token) else None


def _person(token: Token, sentence: int, before: Sequence[Seen], seen: Sequence[Seen]) -> Entity | None:
    """The person nearest before, subjects first; nobody where two come into question."""
    sex: Gender = "male" if token.lower_ in MALE else "female"
    known = {s.entity.id: s.gender for s in seen if s.gender}
    fit = [
        s for s in before if s.entity.label == "Person" and known.get(s.entity.id, sex) == sex and not _plural(s.entity)
    ]
    return _choose(token, sentence, fit)


def _choose(token: Token, sentence: int, fit: Sequence[Seen]) -> Entity | None:
    for back in range(REACH + 1):
        near = [s for s in fit if s.sentence == sentence - back]
        ids = {s.entity.id for s in near}
        if len(ids) == 1:
            return near[-1].entity
        subjects = [s for s in near if s.subject]
        if len({s.entity.id for s in subjects}) == 1:
            return subjects[-1].entity
        if ids:
            return subjects[0].entity if subjects and back and token.dep_ == "nsubj" else None
    return None


def _thing(token: Token, sentence: int, before: Sequence[Seen]) -> Entity | None:
    """ "its": the body that is the subject of the same sentence; "it said": that of this or the last one."""
    fit = [s for s in before if s.entity.label in {"Government", "Organization"} and s.subject]
    if token.lower_ == "its":
        return _choose(token, sentence, [s for s in fit if s.sentence == sentence])
    if token.dep_ in {"nsubj", "nsubj:pass"} and token.head.lemma_.casefold() in SPEAKING:
        return _choose(token, sentence, [s for s in fit if sentence - s.sentence <= 1])
    return None


def _many(token: Token, sentence: int, before: Sequence[Seen]) -> Entity | None:
    """A group (organisation, plural description) that is the only subject of this or the last sentence."""
    fit = [s for s in before if s.subject and sentence - s.sentence <= 1]
    fit = [s for s in fit if s.entity.label == "Organization" or _plural(s.entity)]
    others = [s for s in before if s.subject and s.sentence == sentence and s not in fit]
    return _choose(token, sentence, fit) if not others else None


def _plural(entity: Entity) -> bool:
    last = entity.name.split()[-1] if entity.name else ""
    return not entity.named and (last.endswith("s") or last in {"people", "police", "men", "women", "children"})


def _has_the(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(child.lower_ == "the" for child in token.children)


def _described(token: Token, before: Sequence[Seen]) -> Entity | None:
    """ "the minister" is whoever was called so before; "the court" the court that was named."""
    noun = token.lower_
    if any(child.dep_ in {"nmod", "amod", "compound", "nmod:poss", "acl", "acl:relcl"} for child in token.children):
        return None
    if noun in TITLES:
        fit = [
            s for s in before if s.entity.label == "Person" and s.entity.named and noun in _titles(s, token.doc.text)
        ]
    elif noun in NOUNS:
        forms = {noun, *SAME_NOUN.get(noun, ())}
        fit = [
            s
            for s in before
            if s.entity.label != "Person" and s.entity.named and forms & {*fold(s.entity.name).split()}
        ]
    else:
        return None
    return fit[-1].entity if len({s.entity.id for s in fit}) == 1 else None


def _titles(seen: Seen, text: str) -> frozenset[str]:
    """Words right before the mention, in it, and in an apposition after it."""
    before = text[max(0, seen.start - 50) : seen.start].split("\n")[-1].split(".")[-1].split()[-5:]
    after = text[seen.end : seen.end + 50].split(".")[0] if text[seen.end : seen.end + 1] == "," else ""
    words = [*before, *text[seen.start : seen.end].split(), *after.split()]
    return frozenset(word.strip(",'’\"").casefold() for word in words)
