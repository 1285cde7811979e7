"""Anchors of proposals and stances: one node for a plan, however the article calls it."""

import re
from dataclasses import dataclass, field, replace

from graph.article import Evidence, Mention, Proposal, Stance, StanceKind, Term
from graph.identity import digest, fold, local_id, slug
from loaders.countries import country
from loaders.durations import durations
from loaders.extraction.confidence import confidence
from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor

WORDS = {
    "resolution": "resolution",
    "treaty": "treaty protocol convention",
    "agreement": "agreement accord pact",
    "deal": "deal",
    "ceasefire": "ceasefire truce cease-fire",
    "plan": "plan roadmap",
    "proposal": "proposal offer",
    "draft": "draft",
    "bill": "bill law amendment",
    "constitution": "constitution",
    "referendum": "referendum",
}
KINDS = tuple((word, kind) for kind, words in WORDS.items() for word in words.split())
PLAIN = frozenset("the a an this that these those its their his her new latest current proposed own".split())
EDGES = " ,;.:\n"
LEAST_NAME = 0.02


@dataclass(slots=True)
class Draft:
    """A proposal while its places in the article are being gathered."""

    names: list[str] = field(default_factory=list[str])
    evidence: list[Evidence] = field(default_factory=list[Evidence])
    proposers: list[str] = field(default_factory=list[str])
    parties: list[str] = field(default_factory=list[str])
    mediators: list[str] = field(default_factory=list[str])
    terms: list[str] = field(default_factory=list[str])
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])


def proposals(context: Context) -> tuple[tuple[Proposal, ...], tuple[Stance, ...]]:
    """Proposals in order, and who stands how to them."""
    drafts: list[Draft] = []
    for anchor in context.findings.anchors:
        if anchor.kind == "PROPOSAL":
            _gather(context, anchor, drafts)
    held: list[tuple[Anchor, Draft, str]] = []
    for anchor in stances_of(context.findings.anchors):
        start, end, score = anchor.spans["name"]
        if score >= LEAST_NAME and context.role(anchor, "actor"):
            name = context.text(start, end).strip(EDGES)
            if known(name, drafts) or kind_of(name) or len(content(name)) > 2:
                held.append((anchor, _place(drafts, name, _chars(context, start, end)), name))
    made = {id(draft): _proposal(context, draft) for draft in drafts}
    return tuple({p.id: p for p in made.values()}.values()), tuple(_stances(context, held, made))


def stances_of(anchors: list[Anchor]) -> list[Anchor]:
    """One word says one stance: the most probable."""
    best: dict[int, Anchor] = {}
    for anchor in anchors:
        if anchor.kind.startswith("STANCE:") and (anchor.token not in best or anchor.score > best[anchor.token].score):
            best[anchor.token] = anchor
    return list(best.values())


def known(name: str, drafts: list[Draft]) -> bool:
    return any(alike(name, other) for draft in drafts for other in draft.names)


def _chars(context: Context, start: int, end: int) -> tuple[int, int]:
    last = context.doc[end - 1]
    return context.doc[start].idx, last.idx + len(last)


def _gather(context: Context, anchor: Anchor, drafts: list[Draft]) -> None:
    start, end, score = anchor.spans["name"]
    if score < LEAST_NAME or not start <= anchor.token < end:
        start, end = anchor.token, anchor.token + 1
    draft = _place(drafts, context.text(start, end).strip(EDGES), _chars(context, start, end))
    draft.evidence += context.evidence(anchor, confidence(anchor), "name")
    draft.proposers += context.role(anchor, "actor")
    draft.parties += context.role(anchor, "recipient")
    draft.mediators += context.role(anchor, "mediator")
    here = context.sentence_at(context.token(anchor).idx).index
    near = [
        (a, b) for a, b in anchor.terms if b - a > 1 and 0 <= context.sentence_at(context.doc[a].idx).index - here <= 1
    ]
    draft.terms += [context.text(a, b).strip(EDGES) for a, b in near]


def _place(drafts: list[Draft], name: str, span: tuple[int, int]) -> Draft:
    """The draft that the words stand for, or a new one."""
    draft = next((d for d in drafts if any(a < span[1] and span[0] < b for a, b in d.spans)), None)
    draft = draft or next((d for d in reversed(drafts) if any(alike(name, known) for known in d.names)), None)
    if draft is None:
        draft = Draft()
        drafts.append(draft)
    draft.names.append(name)
    draft.spans.append(span)
    return draft


def content(name: str) -> set[str]:
    """The words that tell a proposal from others; "US" and "American" are one."""
    words = {word for word in fold(name).split() if word not in PLAIN}
    for word in re.findall(r"\b[A-Z][\w.]+", name):
        if (state := country(word)) is not None:
            words = (words - {fold(word)}) | {state.code}
    return words


def alike(a: str, b: str) -> bool:
    """ "the deal" and "a ceasefire deal" are one: all words of the shorter are in the longer, and neither is empty."""
    one, other = sorted((content(a), content(b)), key=len)
    return bool(one) and one <= other


def kind_of(name: str) -> str | None:
    words = fold(name)
    return next((kind for word, kind in KINDS if re.search(rf"\b{word}s?\b", words)), None)


def is_proper(name: str) -> bool:
    """A name of its own ("Resolution 1701", "Kyoto Protocol"), which means the same in every article."""
    words = [word for word in name.split() if word.casefold() not in PLAIN | {"of", "on", "for", "and", "to", "in"}]
    return len(words) > 1 and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _proposal(context: Context, draft: Draft) -> Proposal:
    name = max(draft.names, key=lambda n: (is_proper(n), min(len(content(n)), 8), -draft.names.index(n)))
    article = context.article.id
    own = "proposal:" + slug(name) if is_proper(name) else local_id("proposal", article, fold(name), draft.spans[0][0])
    terms = [t for t in dict.fromkeys(draft.terms) if not any(t != other and t in other for other in draft.terms)]
    return Proposal(
        id=own,
        name=name,
        evidence=tuple(dict.fromkeys(draft.evidence)),
        names=tuple(dict.fromkeys(draft.names)),
        kind=kind_of(name),
        proposers=tuple(dict.fromkeys(draft.proposers)),
        parties=tuple(dict.fromkeys(draft.parties)),
        mediators=tuple(dict.fromkeys(draft.mediators)),
        terms=tuple(_term(own, article, order, text) for order, text in enumerate(terms)),
        mentions=tuple(_mention(context, *span) for span in sorted(set(draft.spans))),
    )


def _term(proposal: str, article: str, order: int, text: str) -> Term:
    lasting = durations(text)
    return Term(
        "term:" + digest(proposal, article, order, text), text, order, duration=lasting[0].iso if lasting else None
    )


def _mention(context: Context, start: int, end: int) -> Mention:
    text = context.article.text[start:end]
    return Mention(start, end, text, context.sentence_at(start).id, "name" if is_proper(text) else "description")


def _stances(context: Context, held: list[tuple[Anchor, Draft, str]], made: dict[int, Proposal]) -> list[Stance]:
    found: dict[tuple[str, str, str], Stance] = {}
    for anchor, draft, name in held:
        kind: StanceKind = anchor.kind.split(":")[1]  # pyright: ignore[reportAssignmentType]
        evidence = context.evidence(anchor, confidence(anchor, "actor"), "name")
        for holder in context.role(anchor, "actor"):
            stance = Stance(holder, made[id(draft)].id, kind, evidence, name)
            key = (holder, stance.proposal, kind)
            known = found.get(key)
            found[key] = stance if known is None else replace(known, evidence=(*known.evidence, *evidence))
    return list(found.values())
