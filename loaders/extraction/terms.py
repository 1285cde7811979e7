"""What a proposal contains, by the tree: "a plan to withdraw", "the deal includes X and Y", "it would end the war"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

CONTAINING = frozenset(
    "include contain provide call require demand envisage propose entail stipulate involve offer ask seek"
    " impose ban prohibit oblige allow permit give mandate urge set commit limit create establish authorize authorise"
    " outline foresee specify order grant guarantee prevent restrict let make see bring reduce raise cut extend end"
    " lift".split()
)
"""Verbs between a proposal and what it contains."""
FUTURE = frozenset({"would", "will", "shall", "must", "should"})
CLAUSES = frozenset({"ccomp", "xcomp"})
LINKED = frozenset({"cc", "appos", "acl", "acl:relcl", "parataxis", "advcl"})
"""What does not belong to a term behind its head."""
EDGES = frozenset({"and", "or", "to", "that", "for", "of", "by"})
ARTICLES = frozenset({"a", "an", "the"})
LONGEST = 40
Words = tuple[int, int]
"""First and end token."""


def terms(noun: Token) -> list[Words]:
    """Of a mention of a proposal by its noun, in the order of the text."""
    found = {span for span in _terms(noun) if 0 < span[1] - span[0] <= LONGEST}
    return sorted(span for span in found if not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in found))


def _terms(noun: Token) -> Iterator[Words]:
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ == "acl" and child.pos_ == "VERB":
            yield from _purpose(child)
        elif child.dep_ == "acl:relcl" and child.pos_ in {"VERB", "AUX"}:
            yield from _contents(child)
        elif child.dep_ == "parataxis" or (child.dep_ == "appos" and _colon_before(child)):
            yield from _contained(child)
    if noun.dep_ == "nsubj" and noun.head.pos_ == "VERB":
        yield from _contents(noun.head)
    if noun.dep_ in {"obl", "nmod"} and any(child.lower_ == "under" for child in noun.children):
        yield from _under(noun)


def _purpose(verb: Token) -> Iterator[Words]:
    """ "A plan to withdraw", "a resolution calling for talks"."""
    if any(child.lower_ == "to" for child in verb.children):
        yield _verb_phrase(verb)
    elif verb.tag_ == "VBG":
        yield from _contents(verb)


def _contents(verb: Token) -> Iterator[Words]:
    for part in conjuncts(verb):
        if any(child.lower_ in FUTURE for child in part.children):
            yield _verb_phrase(part)
        elif part.lemma_.lower() in CONTAINING:
            things = [thing for thing in part.children if thing.i > part.i and _is_content(part, thing)]
            listed = next((at for at, thing in enumerate(things) if at and _colon_before(thing)), 0)
            for thing in things[listed:]:
                yield from _contained(thing)


def _is_content(verb: Token, thing: Token) -> bool:
    called = verb.lemma_.lower() in {"call", "ask", "provide"} and any(c.lower_ == "for" for c in thing.children)
    return thing.dep_ in {"obj", *CLAUSES} or (thing.dep_ == "obl" and called)


def _contained(thing: Token) -> Iterator[Words]:
    """Each of things side by side; of "a plan: X and Y" only these."""
    parts = conjuncts(thing)
    listed = next((at for at, part in enumerate(parts) if at and _colon_before(part)), 0)
    for part in parts[listed:]:
        behind = (child for child in part.children if child.i > part.i and not child.is_punct)
        inner = [one for child in behind if _colon_before(child) for one in conjuncts(child)]
        for one in inner or [part]:
            yield from _swapped(_trimmed(one), one)
            yield from _followed(one)


def _swapped(words: Words, head: Token) -> Iterator[Words]:
    """ "Release hostages in exchange for a truce and prisoners": what each side does."""
    doc = head.doc
    for at in range(words[0] + 1, words[1] - 1):
        if doc[at].lower_ in {"exchange", "return"} and doc[at - 1].lower_ == "in" and doc[at + 1].lower_ == "for":
            yield _cut(doc, words[0], at - 1)
            others = [
                t for t in head.subtree if t.i > at and any(c.lower_ == "for" and c.i == at + 1 for c in t.children)
            ]
            yield from (_trimmed(part) for other in others for part in conjuncts(other))
            return
    yield words


def _followed(head: Token) -> Iterator[Words]:
    """ "A truce, followed by elections": the later parts of a plan in phases."""
    for verb in head.children:
        if verb.dep_ in {"acl", "advcl"} and verb.lemma_.lower() == "follow":
            for then in verb.children:
                if then.dep_ in {"obl", "obl:agent"}:
                    yield from (words for part in conjuncts(then) for words in _split(head.doc, *_trimmed(part)))


def _split(doc: Doc, start: int, end: int) -> Iterator[Words]:
    """ "An end to hostilities and a plan": at "and" before an article, whatever the tree says."""
    for at in range(start + 1, end - 1):
        if doc[at].lower_ == "and" and doc[at + 1].lower_ in ARTICLES:
            yield _cut(doc, start, at)
            start = at + 1
    yield _cut(doc, start, end)


def _under(noun: Token) -> Iterator[Words]:
    """ "Under the deal, Hamas would release hostages": the clause behind."""
    clause = noun.head
    if clause.pos_ == "VERB" and clause.i > noun.i:
        start = min((t.i for t in clause.subtree if t.i > noun.right_edge.i + 1), default=clause.i)
        yield _cut(clause.doc, start, clause.right_edge.i + 1)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it."""
    parts = [token]
    for child in token.children:
        if child.dep_ == "conj":
            parts += conjuncts(child)
    return parts


def _colon_before(token: Token) -> bool:
    return _mark_before(token) in {":", "–", "—"}


def _comma_before(token: Token) -> bool:
    return _mark_before(token) == ","


def _mark_before(token: Token) -> str:
    """The mark that parts a phrase from what stands before; trees hang it on either."""
    edge = token.left_edge
    return edge.text if edge.is_punct or edge.i == 0 else token.doc[edge.i - 1].text


def _verb_phrase(verb: Token) -> Words:
    """The verb with what is right of it; "to", "would" and the subject stay out."""
    prefixes = [
        c.left_edge.i for c in verb.children if c.i < verb.i and c.dep_ in {"advmod", "compound", "compound:prt"}
    ]
    start, end = min([verb.i, *prefixes]), verb.right_edge.i + 1
    for child in verb.children:
        if child.i > verb.i and (
            child.dep_ in {"conj", "parataxis"} or (child.dep_ == "advcl" and _comma_before(child))
        ):
            end = min(end, child.left_edge.i)
    return _cut(verb.doc, start, end)


def _trimmed(head: Token) -> Words:
    """The head with its modifiers, without relative clauses and what is coordinated with it."""
    end = head.right_edge.i + 1
    for child in head.subtree:
        if child.i > head.i and child.left_edge.i > head.i:
            beside = child.head.i == head.i and child.dep_ in {"conj", "cc"}
            if beside or (child.dep_ in LINKED and _comma_before(child)):
                end = min(end, child.left_edge.i)
    return _cut(head.doc, head.left_edge.i, end)


def _cut(doc: Doc, start: int, end: int) -> Words:
    """Without marks and linking words at the edges, and without a relative clause at the end."""
    for at in range(start + 1, end):
        if doc[at].lower_ in {"which", "who"} and doc[at - 1].text == ",":
            end = at
            break
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].lower_ in EDGES):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in EDGES):
        end -= 1
    return start, end
