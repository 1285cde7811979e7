# ruff: noqa: E501 - patterns and tables read best on one line
"""How long something lasts: "for three hours" -> PT3H, "a week-long strike" -> P1W."""

import re
from dataclasses import dataclass

from loaders.numbers import word_value

UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
}
_NUMBER = (
    r"(?P<{0}>\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|ninety|half an?|(?:twenty|thirty|forty|fifty)[- ](?:one|two|three|"
    r"four|five|six|seven|eight|nine)|a couple of)"
)
_UNIT = r"(?P<{0}>second|minute|hour|day|night|week|month|year|decade)s?"
DURATION = re.compile(
    rf"\b{_NUMBER.format('n1')}(?P<half1>(?: and|-and)[ -]a[ -]half| 1/2| ?½)?[ -]{_UNIT.format('u1')}(?:['’]|\b)(?P<half2> and a half)?"
    rf"(?:,? (?:and )?{_NUMBER.format('n2')}[ -]{_UNIT.format('u2')}\b)?|\b(?P<long>hour|day|week|month|year|decade)[- ]?long\b|"
    rf"\bhalf[- ](?P<halved>hour|day|year)\b|\b(?:over|during|for|throughout) the (?:past|last) (?P<past>week|month|year)\b",
    re.IGNORECASE,
)
AGE = re.compile(r"[- ]olds?\b|\s+of age\b|\s+(?:ago|earlier|later|from now|old)\b", re.IGNORECASE)
POINT = re.compile(r"\s+(?:before|after|since)\b", re.IGNORECASE)
LASTING = re.compile(
    r"\b(?:for|lasting|lasted|last|lasts|took|takes|take|spent|spend|during|over|after|throughout|of|an?|the)\s+"
    r"(?:(?:the |about |around |almost |nearly |more than |over |at least |up to |some |past |last |next |another |a further |total of )+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DurationSpan:
    """Characters start..end that tell a length of time. `iso` is ISO 8601; `lasting` where "for", "a …-long" or the like says so."""

    start: int
    end: int
    iso: str
    lasting: bool


def durations(text: str) -> list[DurationSpan]:
    """All lengths of time in `text`, in order; no ages, no "two days ago"."""
    return [span for match in DURATION.finditer(text) if (span := _span(match, text))]


def _span(match: re.Match[str], text: str) -> DurationSpan | None:
    attributive = "-" in match[0] or match["long"] is not None or match["past"] is not None
    lasting = attributive or LASTING.search(text, max(0, match.start() - 40), match.start()) is not None
    if AGE.match(text, match.end()) or (not lasting and POINT.match(text, match.end())):
        return None
    iso = _iso(match)
    return DurationSpan(match.start(), match.end(), iso, lasting) if iso else None


def _iso(match: re.Match[str]) -> str | None:
    if match["long"] or match["past"]:
        return _part(1, match["long"] or match["past"])
    if match["halved"]:
        return {"hour": "PT30M", "day": "PT12H", "year": "P6M"}[match["halved"].casefold()]
    number = _number(match["n1"], match["u1"])
    if number is None:
        return None
    half = 0.5 if match["half1"] or match["half2"] else 0.0
    first = _part(number + half, match["u1"])
    second = _part(_number(match["n2"], match["u2"]) or 0, match["u2"]) if match["n2"] else ""
    return (
        first + second.removeprefix("P").removeprefix("T")
        if not second or _is_time(match["u1"])
        else first + second[1:]
    )


def _number(text: str, unit: str) -> float | None:
    plain = text.casefold()
    if plain.startswith("half"):
        return 0.5
    if plain == "a couple of":
        return 2.0
    return word_value(plain)


def _is_time(unit: str) -> bool:
    return unit.casefold() in {"second", "minute", "hour"}


def _part(number: float, unit: str) -> str:
    """ISO 8601 of number and unit; halves go to the next smaller unit."""
    unit = unit.casefold()
    number = number * 10 if unit == "decade" else number
    whole, half = int(number), number % 1 >= 0.5
    smaller = {
        "hour": "30M",
        "minute": "30S",
        "day": "T12H",
        "night": "",
        "week": "",
        "month": "",
        "year": "6M",
        "decade": "",
        "second": "",
    }
    tail = smaller[unit] if half else ""
    body = f"{whole}{UNITS[unit]}" if whole else ""
    return ("PT" if _is_time(unit) else "P") + body + tail
