"""The model's spans put in order before they become entities."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.identity import fold
from loaders.bodies import of_no_state
from loaders.countries import country
from loaders.mentions import TypedSpan

FUNCTION = frozenset(
    "the a an of and or in on at for to by with from its his her their this that these those as de al el - ' ’".split()
)
BETWEEN = re.compile(r"[ \u00a0]|-|\s?[’']\s?")

ORGAN = re.compile(
    r"(?:['’]s)?\s(?:(?:riot|border|federal|national|military|foreign|interior|defen[cs]e|finance|health|justice)\s)?"
    r"(?:police|army|military|navy|air force|parliament|embassy|ministry|senate|congress|armed forces)\b"
)


def tidy(spans: Sequence[TypedSpan], text: str) -> list[TypedSpan]:
    """Spans without function words alone or at their edges, names in one piece, one type for one surface."""
    cut = [shrunk for span in spans if (shrunk := _shrink(span, text)) is not None]
    whole = [_with_organ(span, text) for span in cut]
    return [_retyped(span, text) for span in _voted(_joined(whole, text), text)]


def _with_organ(span: TypedSpan, text: str) -> TypedSpan:
    """ "Afghan" of "Afghan police" with the organ that acts."""
    organ = ORGAN.match(text, span.end)
    acts = organ and span.named and span.label != "Person" and country(text[span.start : span.end])
    return replace(span, end=organ.end(), label="Government") if organ and acts else span


def _retyped(span: TypedSpan, text: str) -> TypedSpan:
    """No government where the name itself tells that it is none."""
    wrong = span.named and span.label == "Government" and of_no_state(text[span.start : span.end])
    return replace(span, label="Organization") if wrong else span


def _shrink(span: TypedSpan, text: str) -> TypedSpan | None:
    """Without articles, prepositions and marks at its edges; None where nothing is left."""
    start, end = span.start, span.end
    while (
        match := re.match(
            r"(?:(?:the|an?|of|and|in|by|for|to|with|from|at|its|his|her|their)\b|[^\w(])\s*",
            text[start:end],
            re.IGNORECASE,
        )
    ) and match.end() < end - start:
        start += match.end()
    while (
        match := re.search(r"(?:\s(?:of|and|the|in|for|to|by|with|from|at)|\s+|[-–,;:\"“”(])$", text[start:end])
    ) and match.start() > 0:
        end = start + match.start()
    end = _closed(text, start, end)
    words = re.findall(r"\w+", text[start:end])
    if not words or all(word.casefold() in FUNCTION for word in words) or text[end : end + 1] == "$":
        return None
    return replace(span, start=start, end=end)


def _closed(text: str, start: int, end: int) -> int:
    """The end of a span with the bracket that it opened: "European Union (E.U.)"; before it where none closes."""
    opened = text.rfind("(", start, end)
    if opened <= start or ")" in text[opened:end]:
        return end
    return end + 1 if text[end : end + 1] == ")" else len(text[:opened].rstrip())


def _joined(spans: list[TypedSpan], text: str) -> list[TypedSpan]:
    """Persons' names that were cut in two: "José" and "Manuel Durão Barroso"."""
    found: list[TypedSpan] = []
    for span in sorted(spans, key=lambda s: (not s.named, s.start, -s.end)):
        last = found[-1] if found else None
        near = last and last.named and span.named and last.label == span.label == "Person" and last.end <= span.start
        if last and near and BETWEEN.fullmatch(text, last.end, span.start):
            found[-1] = replace(last, end=span.end, score=max(last.score, span.score))
        else:
            found.append(span)
    return sorted(found, key=lambda s: (s.start, -s.end))


def _voted(spans: list[TypedSpan], text: str) -> list[TypedSpan]:
    """One article means one thing by one name, but a country may act and be a place."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        if span.named:
            votes[fold(text[span.start : span.end])][span.label] += span.score
    voted: list[TypedSpan] = []
    for span in spans:
        surface = text[span.start : span.end]
        counted = votes[fold(surface)] if span.named else {}
        if len(counted) > 1 and not (span.label in {"Government", "Place"} and country(surface)):
            choices = {
                label: n for label, n in counted.items() if not country(surface) or label in {"Government", "Place"}
            } or counted
            span = replace(span, label=max(sorted(choices), key=choices.__getitem__))
        voted.append(span)
    return voted
