# ruff: noqa: E501 - patterns and tables read best on one line
"""Numbers of a text: value, qualifier, money or percent, and with a spaCy Doc the noun that is counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = {word: float(value) for value, word in enumerate(_ONES)} | {
    word: 10.0 * value for value, word in enumerate(_TENS, 2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "dozen": 12.0, "score": 20.0, "couple": 2.0, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3,
}  # fmt: skip
CURRENCIES = {
    "$": "US dollars",
    "us$": "US dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "a$": "Australian dollars",
    "c$": "Canadian dollars",
    "nz$": "New Zealand dollars",
    "hk$": "Hong Kong dollars",
    "au$": "Australian dollars",
}

_PLAIN = "|".join([*_ONES[1:], *_TENS])
_SCALE = "hundred|thousand|lakh|million|crore|billion|trillion|dozen"
_WORDS = (
    rf"(?:(?:{_PLAIN})(?:(?:[- ]| and )(?:{_PLAIN}|{_SCALE})\b)*|(?:an?|half an?|half|several)[- ](?:couple of )?(?:{_SCALE}|score|couple)\b"
    rf"(?:(?: and |[- ])(?:{_PLAIN}|{_SCALE})\b)*|(?:dozen|couple)(?= of [a-z]|\b))"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?! ?\d)|\d+(?:[.]\d+)?"
NUMBER = re.compile(
    rf"(?<![\w.,/:])(?P<money>(?:US|AU|NZ|HK|A|C)?\$|€|£|¥)?\s?(?:(?P<digits>{_DIGITS})|(?P<words>\b(?:{_WORDS})\b))(?![\d]|,\d|[:/]\d)"
    rf"(?:[ -]?(?P<scale>{_SCALE}|m|mn|bn|b|k)\b(?!['’]))?(?P<percent>\s?%|[ -]per ?cent\b)?",
    re.IGNORECASE,
)
QUALIFIER = re.compile(
    r"\b(?:(?P<over>(?:well |just )?over|more than|above|upwards of|in excess of|exceeding)|(?P<least>at least|a minimum of|no fewer than|"
    r"no(?:t)? less than)|(?P<most>up to|at most|as many as|as much as|no(?:t)? more than|a maximum of|fewer than|less than|under)|"
    r"(?P<nearly>nearly|almost|close to|just under)|(?P<about>about|around|approximately|roughly|some|an estimated|estimated|circa))"
    r"\s+(?:the |a |another |an additional )?$",
    re.IGNORECASE,
)
QUALIFIERS = {"over": "over", "least": "at least", "most": "up to", "nearly": "nearly", "about": "about"}
RANGE = re.compile(r"\s?(?:[-–—]|to|or|and)\s?", re.IGNORECASE)
SKIPPED = re.compile(
    r"[ -](?:year|day|month|week|hour|minute|km|mile|metre|meter|foot|inch)s?\b|th\b|st\b|nd\b|rd\b", re.IGNORECASE
)
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """Characters start..end that give a number (with its currency or percent sign).

    `high` is the upper end of a range, whose lower end is `value`. `unit` is the money or "percent", or with a Doc the
    noun that is counted with its adjectives ("Israeli soldiers").
    """

    start: int
    end: int
    value: float
    qualifier: str | None = None
    unit: str | None = None
    high: float | None = None


def numbers(text: str, doc: "Doc | None" = None) -> list[NumberSpan]:
    """The numbers of `text` that may count something, in order; no dates, times, ordinals, ages or mere "thousands".

    `doc` is the spaCy Doc of `text`; with it `unit` is filled from the tree.
    """
    found = [span for match in NUMBER.finditer(text) if (span := _span(match, text))]
    found = list(_ranges(found, text))
    return [replace(span, unit=span.unit or _unit(span, doc)) for span in found] if doc is not None else found


def word_value(text: str) -> float | None:
    """The value of a number in words or digits ("two dozen", "half-million", "twenty-five", "3,400"); None if it is none."""
    match = NUMBER.fullmatch(text.strip())
    if match:
        return _value(match)
    return 1.0 if text.strip().casefold() in {"a", "an"} else None


def _value(match: re.Match[str]) -> float | None:
    base = float(re.sub(r"[, ]", "", match["digits"])) if match["digits"] else _words(match["words"])
    if base is None:
        return None
    scale = (match["scale"] or "").casefold()
    return round(base * SCALES[scale], 6) if scale else base


@lru_cache(1024)
def _words(text: str) -> float | None:
    """Number words read from left to right: "two hundred and fifty thousand" -> 250000."""
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[-\s]+", text.casefold()):
        if word in VALUES:
            current, seen = current + VALUES[word], True
        elif word in ("a", "an") and not seen:
            current, seen = 1.0, True
        elif word == "half":
            current, seen = 0.5, True
        elif word == "several":
            return None
        elif word in SCALES:
            current, seen = (current or 1.0) * SCALES[word], True
            total, current = (total + current, 0.0) if SCALES[word] >= 1e3 else (total, current)
    return total + current if seen else None


def _span(match: re.Match[str], text: str) -> NumberSpan | None:
    value = _value(match)
    if value is None or _is_other(match, text):
        return None
    start = (
        match.start("money") if match["money"] else match.start("digits") if match["digits"] else match.start("words")
    )
    unit = "percent" if match["percent"] else CURRENCIES.get((match["money"] or "").casefold())
    return NumberSpan(start, match.end(), value, _qualifier(text, start), unit)


def _is_other(match: re.Match[str], text: str) -> bool:
    """A year, a day of a month, a time, an ordinal, an age, part of a name: nothing that is counted."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 14]
    if match["money"] or match["percent"] or match["scale"]:
        return False
    digits = match["digits"] or ""
    if re.match(r"[-–](?:year|day|month|week|hour|minute)", after) or re.match(r"(?:st|nd|rd|th)\b|:\d\d", after):
        return True
    if digits and (re.match(rf"(?: of)? {_MONTHS.pattern}\b", after) or re.search(rf"{_MONTHS.pattern}\s?$", before)):
        return True
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", digits):
        return (
            not re.match(r"\s[a-z]", after)
            or re.search(r"\b(?:in|since|of|by|until|from|during|early|late)\s$", before) is not None
        )
    return match["words"] is not None and match["words"].casefold() == "one" and not re.match(r"\s[\w-]+", after)


def _qualifier(text: str, start: int) -> str | None:
    match = QUALIFIER.search(text, max(0, start - 30), start)
    return QUALIFIERS[match.lastgroup] if match and match.lastgroup else None


def _ranges(spans: Iterable[NumberSpan], text: str) -> Iterable[NumberSpan]:
    """Two numbers with "to", "or", a dash between them are one with a lower and an upper end."""
    held: NumberSpan | None = None
    for span in spans:
        if held and held.high is None and _is_range(held, span, text):
            held = replace(held, end=span.end, high=span.value, unit=held.unit or span.unit)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _is_range(low: NumberSpan, high: NumberSpan, text: str) -> bool:
    gap = text[low.end : high.start]
    if RANGE.fullmatch(gap) is None or not low.value < high.value:
        return False
    return (
        gap.strip().casefold() != "and"
        or re.search(r"\bbetween\s+$", text[max(0, low.start - 10) : low.start]) is not None
    )


def _unit(span: NumberSpan, doc: "Doc") -> str | None:
    """The noun that the number counts, with the adjectives and compounds between them."""
    token = doc.char_span(span.start, span.end, alignment_mode="expand")
    number = token.root if token is not None else None
    noun = _counted(number) if number is not None else None
    if number is None or noun is None or noun.i <= number.i:
        return None
    last = max(
        (child.i for child in noun.children if child.dep_ in {"compound", "flat"} and child.i > noun.i), default=noun.i
    )
    return doc[token.end : last + 1].text.removeprefix("of ").strip() or None if token is not None else None


def _counted(number: "Token") -> "Token | None":
    """Head of a `nummod`; of "two of the soldiers" the soldiers."""
    if number.dep_ in {"nummod", "compound", "amod", "advmod"} and number.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return number.head
    inside = [child for child in number.children if child.dep_ == "nmod" and child.pos_ in {"NOUN", "PROPN"}]
    return inside[0] if inside else None
