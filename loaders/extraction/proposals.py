"""Mentions of proposals and stances towards them: one node for a plan, however the article calls it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from graph.article import Evidence, Mention, Proposal, Stance, StanceKind, Term
from graph.identity import digest, fold, local_id, slug
from loaders.durations import durations
from loaders.extraction.attitudes import Attitude, attitudes, is_matter, supposed
from loaders.extraction.confidence import confidence
from loaders.extraction.context import VERSION, Context
from loaders.extraction.findings import Anchor
from loaders.extraction.plans import (
    LAID_DOWN,
    NEGOTIATED,
    Plan,
    mediators,
    parties,
    plans,
    proposers,
    read,
    unmade,
)
from loaders.extraction.terms import terms

KINDS = {
    "accord": "agreement",
    "pact": "agreement",
    "truce": "ceasefire",
    "cease-fire": "ceasefire",
    "roadmap": "plan",
    "initiative": "plan",
    "framework": "plan",
    "offer": "proposal",
    "protocol": "treaty",
    "convention": "treaty",
    "law": "bill",
    "amendment": "bill",
}
"""Of words for a proposal that are not the name of their kind."""
LINKING = frozenset("the a an of on for and to in".split())
EDGES = ' ,;.:\n"“”'
LEAST_NAME = 0.02
NEAR = 30
"""Tokens between an attitude and the proposal that only the sentences around name."""
RULE = 0.5
"""Confidence in a mention that only its words tell."""
SURE = 0.7
"""In a stance by a verb and its object: 34 of 47 were right on annotated articles."""


@dataclass(slots=True)
class Draft:
    """A proposal while its places in the article are being gathered."""

    plans: list[Plan] = field(default_factory=list[Plan])
    proposers: list[str] = field(default_factory=list[str])
    parties: list[str] = field(default_factory=list[str])
    mediators: list[str] = field(default_factory=list[str])
    terms: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    guessed: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """The model's fillers by role, for roles that the words leave open."""

    @property
    def laid_out(self) -> bool:
        return any(plan.anchor for plan in self.plans)


@dataclass(frozen=True, slots=True)
class Held:
    """Who takes which stance to which proposal, as one place of the text says."""

    kind: StanceKind
    holders: tuple[str, ...]
    draft: Draft
    name: str
    evidence: tuple[Evidence, ...]


def proposals(context: Context) -> tuple[tuple[Proposal, ...], tuple[Stance, ...]]:
    """Proposals in order, and who stands how to them."""
    drafts: list[Draft] = []
    for plan in plans(context):
        draft = _place(context, plan, drafts)
        if draft is not None:
            _gather(context, plan, draft)
    held = list(_held(context, drafts))
    kept = [d for d in drafts if d.laid_out or any(d is one.draft for one in held)]
    made = {id(draft): _proposal(context, draft) for draft in kept}
    return tuple({p.id: p for p in made.values()}.values()), tuple(_stances(held, made))


def _held(context: Context, drafts: list[Draft]) -> Iterator[Held]:
    """By verbs of supporting and rejecting and their objects; on other words by the model."""
    told: set[int] = set()
    for attitude in attitudes(context):
        plan = read(context, attitude.matter, None) if attitude.matter is not None else _near(attitude.word, drafts)
        if plan is not None:
            draft = _known(context, plan, drafts) or _added(plan, drafts)
            told.add(attitude.word.i)
            yield Held(attitude.kind, attitude.holders, draft, plan.name, _said_by(context, attitude, plan))
    for anchor in stances_of(context.findings.anchors):
        holders = context.role(anchor, "actor")
        skipped = not holders or anchor.token in told or supposed(context.token(anchor))
        plan = None if skipped else _target(context, anchor)
        draft = _known(context, plan, drafts) if plan else None
        if plan is not None and draft is None and is_matter(plan.noun):
            draft = _added(plan, drafts)
        if plan is not None and draft is not None:
            kind: StanceKind = anchor.kind.split(":")[1]  # pyright: ignore[reportAssignmentType]
            evidence = context.evidence(anchor, confidence(anchor, "actor"), "name")
            yield Held(kind, holders, draft, plan.name.strip(EDGES), evidence)


def _near(word: Token, drafts: list[Draft]) -> Plan | None:
    """The mention of a proposal next to a word, in its sentence or the one before or behind."""
    near = [plan for draft in drafts for plan in draft.plans if abs(plan.noun.i - word.i) <= NEAR]
    return min(near, key=lambda plan: abs(plan.noun.i - word.i), default=None)


def _said_by(context: Context, attitude: Attitude, plan: Plan) -> tuple[Evidence, ...]:
    sentence = context.sentence_at(attitude.word.idx)
    ends = [t for t in (attitude.word, plan.noun) if sentence.start <= t.idx < sentence.end]
    start, end = min(t.idx for t in ends), max(t.idx + len(t) for t in ends)
    return (Evidence(sentence.id, start, end, "rule:attitude", VERSION, SURE, attitude.word.text),)


def _added(plan: Plan, drafts: list[Draft]) -> Draft:
    draft = Draft([plan])
    drafts.append(draft)
    return draft


def _place(context: Context, plan: Plan, drafts: list[Draft]) -> Draft | None:
    """The proposal that a mention is of, or a new one."""
    if unmade(plan):
        return None
    draft = _alike(context, plan, drafts)
    if draft is None:
        draft = Draft()
        drafts.append(draft)
    return draft


def _alike(context: Context, plan: Plan, drafts: list[Draft]) -> Draft | None:
    """The proposal mentioned last before the words that they may stand for, or else the first one behind."""

    def distance(draft: Draft) -> tuple[bool, int]:
        before = [plan.noun.i - p.noun.i for p in draft.plans if p.noun.i < plan.noun.i]
        return (False, min(before)) if before else (True, draft.plans[0].noun.i)

    return next((d for d in sorted(drafts, key=distance) if _one(context, plan, d)), None)


def _one(context: Context, plan: Plan, draft: Draft) -> bool:
    """One thing: words for it that may change, no other topic, time or proposer; and not newly introduced."""
    others = draft.plans
    if not any(plan.head == other.head or {plan.head, other.head} <= NEGOTIATED for other in others):
        return False
    if any(is_proper(plan.name) and is_proper(o.name) and fold(plan.name) != fold(o.name) for o in others):
        return False
    topics, marks = (frozenset[str]().union(*(getattr(o, name) for o in others)) for name in ("topic", "marks"))
    by = set(proposers(context, plan))
    if (plan.topic and topics and not plan.topic & topics) or (
        by and draft.proposers and not by & set(draft.proposers)
    ):
        return False
    if plan.marks != marks and not (plan.definite and plan.end - plan.start == 1):
        return False
    return plan.definite or plan.head in NEGOTIATED or bool(plan.topic & topics)


def _gather(context: Context, plan: Plan, draft: Draft) -> None:
    draft.plans.append(plan)
    draft.proposers += proposers(context, plan)
    draft.parties += parties(context, plan)
    draft.mediators += mediators(context, plan)
    draft.terms += terms(plan.noun)
    if plan.anchor is not None:
        for role in ("actor", "recipient", "mediator"):
            draft.guessed.setdefault(role, []).extend(context.role(plan.anchor, role))


def stances_of(anchors: Sequence[Anchor]) -> list[Anchor]:
    """One word says one stance: the most probable."""
    best: dict[int, Anchor] = {}
    for anchor in anchors:
        if anchor.kind.startswith("STANCE:") and (anchor.token not in best or anchor.score > best[anchor.token].score):
            best[anchor.token] = anchor
    return list(best.values())


def _target(context: Context, anchor: Anchor) -> Plan | None:
    """What a stance is to, by the model's words."""
    start, end, score = anchor.spans["name"]
    if score < LEAST_NAME:
        return None
    return replace(
        read(context, context.doc[start:end].root, None), start=start, end=end, name=context.text(start, end)
    )


def _known(context: Context, plan: Plan, drafts: list[Draft]) -> Draft | None:
    """The proposal that the words name: one that has been read there, or that they may stand for."""
    here = (d for d in drafts for p in d.plans if plan.start <= p.noun.i < plan.end)
    draft = next(here, None) or _alike(context, plan, drafts)
    if draft is not None and all(p.noun.i != plan.noun.i for p in draft.plans):
        draft.plans.append(plan)
    return draft


def is_proper(name: str) -> bool:
    """A name of its own ("Resolution 1701", "Kyoto Protocol"), which means the same in every article."""
    words = [word for word in name.split() if word.casefold() not in LINKING]
    return len(words) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _proposal(context: Context, draft: Draft) -> Proposal:
    names = [plan.name.strip(EDGES) for plan in draft.plans]
    best = max(draft.plans, key=lambda p: (is_proper(p.name), p.anchor is not None, min(len(p.topic), 6), -p.start))
    name, article = best.name.strip(EDGES), context.article.id
    own = (
        "proposal:" + slug(name)
        if is_proper(name)
        else local_id("proposal", article, fold(name), draft.plans[0].noun.idx)
    )
    texts = list(dict.fromkeys(context.text(*span).strip(EDGES) for span in draft.terms))
    behind = dict.fromkeys(draft.proposers or draft.guessed.get("actor", ()))
    between = draft.mediators or draft.guessed.get("mediator", ())
    return Proposal(
        id=own,
        name=name,
        evidence=_evidence(context, draft),
        names=tuple(dict.fromkeys(names)),
        kind=KINDS.get(best.head, best.head if best.head in NEGOTIATED | LAID_DOWN else None),
        proposers=tuple(behind),
        parties=tuple(dict.fromkeys(draft.parties or draft.guessed.get("recipient", ()))),
        mediators=tuple(dict.fromkeys(m for m in between if m not in behind)),
        terms=tuple(_term(own, article, order, text) for order, text in enumerate(texts)),
        mentions=tuple(_mention(context, plan) for plan in draft.plans),
    )


def _evidence(context: Context, draft: Draft) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for plan in draft.plans if draft.laid_out else ():
        if plan.anchor is not None:
            found += context.evidence(plan.anchor, confidence(plan.anchor), "name")
        elif terms(plan.noun) or proposers(context, plan) or parties(context, plan):
            mention = _mention(context, plan)
            found.append(
                Evidence(mention.sentence, mention.start, mention.end, "rule:plan", VERSION, RULE, plan.noun.text)
            )
    return tuple(dict.fromkeys(found))


def _term(proposal: str, article: str, order: int, text: str) -> Term:
    lasting = durations(text)
    return Term(
        "term:" + digest(proposal, article, order, text), text, order, duration=lasting[0].iso if lasting else None
    )


def _mention(context: Context, plan: Plan) -> Mention:
    span = context.doc[plan.start : plan.end]
    text = context.article.text[span.start_char : span.end_char]
    sentence = context.sentence_at(span.start_char).id
    return Mention(span.start_char, span.end_char, text, sentence, "name" if is_proper(text) else "description")


def _stances(held: Iterable[Held], made: dict[int, Proposal]) -> list[Stance]:
    found: dict[tuple[str, str, str], Stance] = {}
    for one in held:
        for holder in one.holders:
            stance = Stance(holder, made[id(one.draft)].id, one.kind, one.evidence, one.name)
            key = (holder, stance.proposal, one.kind)
            known = found.get(key)
            found[key] = stance if known is None else replace(known, evidence=(*known.evidence, *one.evidence))
    return list(found.values())
