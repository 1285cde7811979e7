"""Anchors of offices to who holds which office in what."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from graph.article import Office
from loaders.extraction.confidence import confidence
from loaders.extraction.context import Context
from loaders.extraction.findings import Anchor
from loaders.extraction.merging import merged
from loaders.extraction.naming import mentions
from loaders.extraction.office_bodies import as_body, first_state, is_state, said_body

STATUS = {
    "former": "former",
    "ex": "former",
    "then": "former",
    "late": "former",
    "acting": "acting",
    "interim": "acting",
    "elect": "elect",
}
STATE_TITLE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|minister|secretary of state|attorney general|solicitor general"
    r"|(?:home|foreign|defen[cs]e|interior|treasury) secretary)\b",
    re.IGNORECASE,
)
BY_VERB = {"lead": "leader", "head": "head", "found": "founder", "chair": "chair", "command": "commander"}
"""Titles of those who do what a verb says ("led by")."""
NO_OFFICE = frozenset(
    "counterpart rival predecessor successor incumbent figure challenger campaigner resident nominee presidency"
    " leadership administration rule membership election position".split()
)
SHORT = {"pm": "prime minister", "mp": "member of parliament", "gen.": "general", "sgt.": "sergeant"}
PLURAL = frozenset({"NNS", "NNPS"})
AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
LEAST_TITLE = 0.02
GUESSED = 0.6
"""What is left of the confidence where only the first state of the article is there to be the body."""
LEAST_BODY = 0.12
"""Lower than for other roles: an office is nearly always of something."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An anchor read as an office. `said`: the body that the words around the title name."""

    anchor: Anchor
    title: str
    holders: tuple[str, ...]
    said: str | None


def offices(context: Context) -> tuple[Office, ...]:
    claims = [_claim(context, anchor) for anchor in context.findings.anchors if _is_office(context, anchor)]
    found = (office for claim in claims for office in _offices(context, claim, claims))
    return tuple(merged(found, _same, _joined))


def _is_office(context: Context, anchor: Anchor) -> bool:
    return anchor.kind == "OFFICE" and context.token(anchor).lower_.removesuffix("s") not in NO_OFFICE


def _claim(context: Context, anchor: Anchor) -> Claim:
    start, end = span_of(anchor)
    holders = tuple(h for h in context.role(anchor, "holder") if context.by_id[h].label == "Person")
    if context.doc[end - 1].tag_ in PLURAL:
        holders = tuple(dict.fromkeys((*holders, *_listed(context, end, holders))))
    pointed = anchor.roles.get("holder", ())
    behind = pointed[0].token + 1 if pointed and len(holders) == 1 and pointed[0].token >= end else None
    return Claim(anchor, title_of(context, anchor, len(holders)), holders, said_body(context, start, end, behind))


def _listed(context: Context, end: int, holders: tuple[str, ...]) -> Iterator[str]:
    """Of "Presidents A, B and C" all three, where the first is a holder."""
    people = [n for n in mentions(context, {"Person"}) if n.start >= context.doc[end - 1].idx]
    text, last = context.article.text, None
    for one in people:
        if one.entity.id not in holders and (last is None or not AND.fullmatch(text, last, one.start)):
            return
        yield one.entity.id
        last = one.end


def _offices(context: Context, claim: Claim, claims: Sequence[Claim]) -> list[Office]:
    body = claim.said or _elsewhere(claim, claims) or _pointed(context, claim)
    sure = confidence(claim.anchor, "holder", "of")
    if body is None and STATE_TITLE.search(claim.title) is not None:
        body, sure = first_state(context), sure * GUESSED
    evidence = context.evidence(claim.anchor, sure, "title")
    status = next((STATUS[t.lower_] for t in _round(context, claim.anchor) if t.lower_ in STATUS), "current")
    return [Office(h, claim.title, body, evidence, status) for h in claim.holders if h != body]  # pyright: ignore[reportArgumentType]


def _elsewhere(claim: Claim, claims: Sequence[Claim]) -> str | None:
    """The body of the same title of the same person where the article names it."""
    title = claim.title.casefold()
    same = (c for c in claims if c.said and c.title.casefold() == title and set(c.holders) & set(claim.holders))
    bodies = Counter(c.said for c in same)
    return bodies.most_common(1)[0][0] if bodies else None


def _pointed(context: Context, claim: Claim) -> str | None:
    """The best body that the anchor points at; for offices of states the best state."""
    pointed = (as_body(context, context.by_id[e]) for e in context.role(claim.anchor, "of", LEAST_BODY))
    state = STATE_TITLE.search(claim.title) is not None
    return next((body for body in pointed if body is not None and (not state or is_state(context, body))), None)


def _same(a: Office, b: Office) -> bool:
    """One office, of which one place in the text says more than another ("PM", "Prime Minister of Ukraine")."""
    return a.holder == b.holder and (a.of == b.of or None in {a.of, b.of}) and _key(a.title) == _key(b.title)


def _joined(a: Office, b: Office) -> Office:
    """With the evidence of both, and the title in full."""
    title = b.title if a.title.casefold() in SHORT else a.title
    return replace(a, title=title, of=a.of or b.of, evidence=(*a.evidence, *b.evidence))


def _key(title: str) -> str:
    words = [word for word in title.casefold().split() if word not in STATUS]
    return " ".join(SHORT.get(word, word) for word in words)


def span_of(anchor: Anchor) -> tuple[int, int]:
    """The tokens of the title; the anchor alone where the model's span is not sure or strange."""
    start, end, score = anchor.spans["title"]
    sure = score >= LEAST_TITLE and start <= anchor.token < end and end - start <= 8
    return (start, end) if sure else (anchor.token, anchor.token + 1)


def title_of(context: Context, anchor: Anchor, holders: int) -> str:
    """As the text has it; of each of several holders in the singular ("reporters A and B")."""
    token = context.token(anchor)
    if token.pos_ == "VERB" and token.lemma_.lower() in BY_VERB:
        return BY_VERB[token.lemma_.lower()]
    start, end = span_of(anchor)
    title = context.text(start, end)
    last = context.doc[end - 1]
    if holders > 1 and last.tag_ in PLURAL:
        one = last.lemma_.capitalize() if last.is_title else last.lemma_
        return title.removesuffix(last.text) + one
    return title


def _round(context: Context, anchor: Anchor) -> Span:
    """The words before and after the title that may tell whether the office is held now."""
    start = anchor.spans["title"][0]
    return context.doc[max(0, min(start, anchor.token) - 3) : anchor.token + 3]
