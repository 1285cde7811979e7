"""Spans of persons to one cluster per human being: surnames, titles, spelling variants, two people of one surname."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.identity import fold
from loaders.countries import namings
from loaders.descriptions import description_groups
from loaders.generics import attach
from loaders.mentions import Cluster, TypedSpan
from loaders.names import REGNAL, Gender, PersonName, gender, head, near, person_name, trim
from loaders.tables.titles import NICKNAMES, PARTICLES, TITLES


@dataclass(slots=True)
class Someone:
    """One person while the spans are being read."""

    variants: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict[tuple[str, ...], tuple[str, ...]])
    """Folded words -> words as written."""
    title: str = ""
    gender: Gender | None = None
    spans: list[TypedSpan] = field(default_factory=list[TypedSpan])

    def add(self, span: TypedSpan, name: PersonName) -> None:
        self.spans.append(span)
        self.variants.setdefault(_tokens(name), name.words)
        self.title = self.title or name.title
        self.gender = self.gender or gender(name)


def person_clusters(spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """One cluster per person: the named by their names, then descriptions of them, then the unnamed by their heads."""
    named = [(span, person_name(text[span.start : span.end])) for span in spans if span.named]
    people: list[Someone] = []
    full = [(span, name) for span, name in named if _is_full(name)]
    for span, name in sorted(full, key=lambda pair: -len(pair[1].words)):
        _place_full(people, span, name)
    for span, name in named:
        if name.words and not _is_full(name):
            _place_single(people, span, name, text)
    described = [span for span, name in named if not name.words] + [span for span in spans if span.known]
    left = [span for span in described if not (_beside(people, span, text) or _attach(people, span, text))]
    unnamed = [span for span in (*left, *(span for span in spans if not span.named)) if not span.known]
    clusters = [_cluster(someone) for someone in people] + description_groups("Person", unnamed, text)
    known = [span for span in left if span.known]
    return attach(known, clusters, text, lambda noun, cluster: False)[0]


def _is_full(name: PersonName) -> bool:
    """More than a surname with its particles ("da Silva")."""
    return len(name.words) > 1 and any(fold(word) not in PARTICLES for word in name.words[:-1])


def _tokens(name: PersonName) -> tuple[str, ...]:
    return tuple(fold(word) for word in name.words if fold(word))


def _place_full(people: list[Someone], span: TypedSpan, name: PersonName) -> None:
    tokens = _tokens(name)
    for someone in people:
        if any(same_person(tokens, other) for other in someone.variants) and _agree(someone.gender, gender(name)):
            return someone.add(span, name)
    people.append(Someone())
    return people[-1].add(span, name)


def _agree(a: Gender | None, b: Gender | None) -> bool:
    return a is None or b is None or a == b


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two full names of one person: equal, a part in the same order, initials, nicknames, one letter apart."""
    if ({"jr", "sr"} & {*a}) != ({"jr", "sr"} & {*b}):
        return False
    if "".join(a).replace(" ", "") == "".join(b).replace(" ", ""):
        return True
    short, long = sorted((_bare(a), _bare(b)), key=len)
    if sorted(short) == sorted(long):
        return True
    if len(short) > 1 and _in_order(short, long):
        return True
    return len(short) > 1 and _alike(short[-1], long[-1]) and _first_alike(short[0], long[0])


def _bare(tokens: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for token in tokens for part in token.split() if part not in PARTICLES or len(tokens) < 2)


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_alike(token, other) for other in rest) for token in short)


def _alike(a: str, b: str) -> bool:
    return a == b or near(a, b)


def _first_alike(a: str, b: str) -> bool:
    if a[:1] == b[:1] and (len(a) == 1 or len(b) == 1):
        return True
    return _alike(a, b) or b in NICKNAMES.get(a, ()) or a in NICKNAMES.get(b, ())


def _place_single(people: list[Someone], span: TypedSpan, name: PersonName, text: str) -> None:
    token = " ".join(_tokens(name))
    for match in (_last, _part, _close):
        fit = [p for p in people if any(match(token, variant) for variant in p.variants)]
        fit = [p for p in fit if _agree(p.gender, _title_gender(name))] or fit
        if fit:
            return _recent(fit, span).add(span, name)
    people.append(Someone())
    return people[-1].add(span, name)


def _title_gender(name: PersonName) -> Gender | None:
    return gender(PersonName(name.title, ()))


def _last(token: str, variant: tuple[str, ...]) -> bool:
    bare, last = _bare((token, "")), _bare((" ".join(variant), ""))
    return bool(bare) and last[-len(bare) :] == bare


def _part(token: str, variant: tuple[str, ...]) -> bool:
    return (
        token in variant
        or token in " ".join(variant).split()
        or set(_bare((token, ""))) <= set(" ".join(variant).split())
    )


def _close(token: str, variant: tuple[str, ...]) -> bool:
    return any(near(token, part) for part in variant)


def _recent(people: list[Someone], span: TypedSpan) -> Someone:
    """The one whose last mention before `span` is nearest; before any mention, the first one after it."""

    def distance(someone: Someone) -> tuple[int, int]:
        before = [s.start for s in someone.spans if s.start <= span.start]
        return (0, span.start - max(before)) if before else (1, min(s.start for s in someone.spans) - span.start)

    return min(people, key=distance)


def _beside(people: list[Someone], span: TypedSpan, text: str) -> bool:
    """Give a description to the person named right before or after it: "Iran's envoy to the UN, Javad Zarif"."""
    for someone in people:
        for other in someone.spans:
            gap = text[min(span.end, other.end) : max(span.start, other.start)]
            if len(gap) <= 3 and not gap.strip(" ,(") and "\n" not in gap:
                someone.spans.append(span)
                return True
    return False


def _attach(people: list[Someone], span: TypedSpan, text: str) -> bool:
    """Give a description with a title ("the former Iraqi President") to the person who is named with that title."""
    surface = trim(text[span.start : span.end])
    word = head(surface)
    if word not in TITLES:
        return False
    states = {naming.country.code for naming in namings(surface)}
    fit = [p for p in people if any(_titled(s, text, word, states) for s in p.spans)]
    if fit:
        _recent(fit, span).spans.append(span)
    return bool(fit)


def _titled(span: TypedSpan, text: str, word: str, states: set[str]) -> bool:
    before = re.split(r"[.;!?\n]", text[max(0, span.start - 70) : span.start])[-1]
    after = re.split(r"[.;!?\n]", text[span.end : span.end + 60])[0]
    inside = text[span.start : span.end]
    near_by = " ".join(before.split()[-6:]) + " " + inside + (after if after.startswith(",") else "")
    if word not in re.findall(r"[\w-]+", near_by.casefold()):
        return False
    others = {naming.country.code for naming in namings(near_by)}
    return not states or not others or bool(states & others)


def _cluster(someone: Someone) -> Cluster:
    variants = sorted(someone.variants.items(), key=lambda item: -sum(len(word) > 1 for word in item[1]))
    spans = tuple(sorted(someone.spans, key=lambda span: span.start))
    return Cluster("Person", _name(variants[0][1], someone), True, spans)


def _name(words: tuple[str, ...], someone: Someone) -> str:
    """The words; with the title where that is how the person is known ("Queen Elizabeth", "Lord Liverpool")."""
    regnal = someone.title.split()[-1:] if len(words) == 1 or words[-1].strip("IVX") == "" else []
    return " ".join([*(title for title in regnal if title.casefold() in REGNAL), *words])
