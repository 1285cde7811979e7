"""Who says a piece of direct speech: by the verb of saying beside it, else by who acts or spoke before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from loaders.extraction.anaphora import PERSONAL, SUBJECTS, entity_of, subject
from loaders.extraction.context import Context
from loaders.extraction.quotations import FINAL, Speech

SAYING = frozenset(
    "say tell add state declare announce explain note warn insist argue claim report comment remark stress reply "
    "respond continue write conclude assert emphasize emphasise urge maintain reveal recall confirm describe ask "
    "observe suggest acknowledge admit promise predict call tweet read answer agree believe go caution quip joke "
    "exclaim shout chant inform post express think elaborate reiterate vow boast complain concede lament quote "
    "accord estimate demand advise".split()
)
"""Verbs; "according to" is one of them."""
NEAR = 12
"""Words between a verb of saying and a name that no tree joins."""
WRITTEN = frozenset(
    "statement release letter website site report document communique communiqué post blog message".split()
)
"""What is read out: who wrote it speaks."""


ROOT = frozenset({"root", "ROOT"})
Tokens = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """`cue` is the verb of saying; `speakers` are empty where its `subject` is no entity of the article.

    `carried`: who spoke or acted before, where nobody is named beside the speech.
    """

    cue: Token | None = None
    subject: Token | None = None
    speakers: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()


def attributions(context: Context, said: Sequence[Speech]) -> list[Attribution]:
    """Of each piece of direct speech, in order of the text."""
    found: list[Attribution] = []
    for i, speech in enumerate(said):
        own = attribution(context, speech)
        if not own.speakers and not _described(own.subject):
            last = (said[i - 1], found[-1].speakers or found[-1].carried) if found else None
            own = replace(own, carried=_carried(context, speech, last))
        found.append(own)
    return found


def _described(who: Token | None) -> bool:
    """A description of somebody whom no entity stands for: nobody else is meant."""
    return who is not None and who.pos_ == "NOUN" and who.lemma_.lower() not in WRITTEN


def attribution(context: Context, speech: Speech) -> Attribution:
    """By the verb of saying between the parts, before or behind them, in this order; any verb may lead to speech."""
    zones = (_between(context, speech), _before(context, speech), _behind(context, speech))
    cues = [(cue, zone) for zone in zones for cue in _cues(zone, speech)]
    cues += [(token, zones[1]) for token in reversed(zones[1]) if token.pos_ == "VERB"]
    found = [Attribution(cue, _subject(cue, zone), _speakers(context, cue, zone)) for cue, zone in cues]
    return next((one for one in found if one.speakers), found[0] if found else Attribution())


def _between(context: Context, speech: Speech) -> Tokens:
    if len(speech.parts) < 2:
        return ()
    return tuple(context.span(speech.parts[0][1] + 1, speech.parts[1][0] - 1))


def _before(context: Context, speech: Speech) -> Tokens:
    """From the beginning of the sentence that leads to the quotation."""
    text, start = context.article.text, speech.start - 1
    lead = text[:start].rstrip(" ")
    if not lead or lead[-1] in FINAL + '\n”"':
        return ()
    return tuple(context.span(context.sentence_at(len(lead) - 1).start, start))


def _behind(context: Context, speech: Speech) -> Tokens:
    """To the end of the sentence, or to the next quotation; nothing where a new sentence begins behind the marks."""
    text, end = context.article.text, speech.end + 1
    rest = text[end : end + 3].strip(" ,")
    if not rest or rest[0] in FINAL + "\n" or (text[speech.end - 1] == "." and _new_sentence(context, end)):
        return ()
    stop = context.sentence_at(end + 1).end
    stop = min((i for c in '"“\n' if (i := text.find(c, end, stop)) > 0), default=stop)
    return tuple(context.span(end, stop)) if stop > end else ()


def _new_sentence(context: Context, start: int) -> bool:
    """A capital, and no verb of saying right behind it."""
    words = [token for token in context.span(start, start + 25) if token.idx >= start and token.is_alpha]
    return bool(words) and words[0].text[:1].isupper() and not any(w.lemma_.lower() in SAYING for w in words[:2])


def _cues(zone: Tokens, speech: Speech) -> list[Token]:
    """Verbs of saying, the nearest to the quotation first; what follows the marks may be taken for a noun."""
    verbs = [
        token
        for i, token in enumerate(zone)
        if token.lemma_.lower() in SAYING and (i < 2 or token.pos_ in {"VERB", "AUX"}) and not speech.holds(token.idx)
    ]
    return sorted(verbs, key=lambda t: min(abs(t.idx - speech.parts[0][1]), abs(speech.start - t.idx)))


def _speakers(context: Context, cue: Token, zone: Tokens) -> tuple[str, ...]:
    """The subject of the verb and what is coordinated with it; else the name beside it."""
    who = _subject(cue, zone)
    if who is None:
        return _beside(context, cue, zone) if cue.tag_ != "VBG" or cue.lower_ == "according" else ()
    found = [_speaker(context, token, zone) for token in (who, *who.conjuncts) if token in zone]
    known = tuple(dict.fromkeys(entity for entity in found if entity is not None))
    if known and any(context.by_id[entity].label == "Person" for entity in known):
        return known
    person = _next_to(context, cue, zone)
    if person is not None:
        return (person,)
    return known or (_beside(context, cue, zone) if who.pos_ == "PROPN" else ())


def _subject(cue: Token, zone: Tokens) -> Token | None:
    """Who says it: of "quotes X as saying" X; of "…, adding" and "and added" the subject of the sentence."""
    quoting = cue.head if cue.head.lemma_ == "quote" else cue
    if quoting.lemma_ == "quote":
        quoted = [token for token in quoting.children if token.dep_ in {"obj", "nsubj:pass"} and token in zone]
        if quoted:
            return quoted[0]
    who = subject(cue)
    if who is not None and who in zone:
        return who
    if cue.tag_ == "VBG" or cue.dep_ == "conj":
        mains = [token for token in zone if token.dep_ in SUBJECTS and token.head.dep_ in ROOT and token.i < cue.i]
        return mains[0] if mains else None
    return None


def _next_to(context: Context, cue: Token, zone: Tokens) -> str | None:
    """The person whose name ends right before the verb: "RosAtom spokesman Sergei Novikov said"."""
    before = [token for token in zone if token.i in {cue.i - 1, cue.i - 2} and not token.is_punct]
    entity = context.entity_within(before[-1]) if before else None
    return entity if entity is not None and context.by_id[entity].label == "Person" else None


def _beside(context: Context, cue: Token, zone: Tokens) -> tuple[str, ...]:
    """The name nearest to the verb, before it if there is one; a person's rather than another's."""
    near = [token for token in zone if abs(token.i - cue.i) <= NEAR]
    for side in ([t for t in reversed(near) if t.i < cue.i], [t for t in near if t.i > cue.i]):
        if any(token.lower_ in PERSONAL for token in side):
            return ()
        named = [entity for token in side if (entity := context.entity_within(token)) is not None]
        for labels in ({"Person"}, {"Government", "Organization"}):
            for entity in named:
                if context.by_id[entity].label in labels:
                    return (entity,)
    return ()


def _speaker(context: Context, token: Token, zone: Tokens) -> str | None:
    """The entity that a noun is; of a text, who wrote it."""
    if token.lemma_.lower() not in WRITTEN:
        return entity_of(context, token)
    owners = [t for t in token.subtree if t.dep_ in {"nmod:poss", "nmod", "obl", "compound"} and t.i != token.i]
    found = (entity_of(context, owner) for owner in (*owners, *(t for t in zone if t.i > token.i)))
    return next((entity for entity in found if entity is not None), None)


def _carried(context: Context, speech: Speech, last: tuple[Speech, tuple[str, ...]] | None) -> tuple[str, ...]:
    """Without a name beside it: who spoke last or acts in the sentence before, whatever is nearer."""
    here = context.sentence_at(speech.start).index
    acting = _acting(context, speech, here)
    if acting is not None and (last is None or last[0].end < acting[0]):
        return (acting[1],)
    if last is not None and here - context.sentence_at(last[0].end - 1).index <= 2:
        return last[1]
    return (acting[1],) if acting is not None else ()


def _acting(context: Context, speech: Speech, here: int) -> tuple[int, str] | None:
    """The last person who is a subject in the two sentences before, and where."""
    for sentence in reversed(context.sentences[max(0, here - 2) : here + 1]):
        stop = min(sentence.end, speech.start - 1)
        if stop <= sentence.start:
            continue
        for token in context.span(sentence.start, stop):
            if token.dep_ in SUBJECTS and token.head.dep_ in ROOT:
                entity = entity_of(context, token)
                if entity is not None and context.by_id[entity].label == "Person":
                    return token.idx, entity
    return None
