# ruff: noqa: E501 - patterns and tables read best on one line
"""The kinds of time expressions ("14 June 2004", "last week", "two days ago") and what each means."""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from loaders.numbers import word_value

MONTHS: Sequence[str] = "january february march april may june july august september october november december".split()
DAYS: Sequence[str] = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = (
    r"(?P<{0}>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<{0}>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = (
    r"(?P<{0}>\d{{1,3}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|"
    r"a couple of|a few|few|several|some|many)"
)


Resolver = Callable[[re.Match[str], date, bool | None], str | None]
"""(match, day of the article, future: yes, no or not known) -> ISO 8601, None where the words mean no date."""


def _number(text: str) -> int | None:
    """Of a count before "days ago"; None for an unclear one ("a few")."""
    value = word_value(text) if text.casefold() not in {"a few", "few", "several", "some", "many"} else None
    return int(value) if value is not None else None


def _day(year: int, month: int, day: int) -> str | None:
    return date(year, month, day).isoformat() if 1 <= day <= monthrange(year, month)[1] else None


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.casefold().rstrip(".")[:3]))


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def _nearest_year(month: int, day: int, today: date, future: bool | None) -> int:
    """The year that a date without one means: a past one unless the sentence looks ahead or the date is weeks away."""
    gap = (month - today.month) * 30.4 + day - today.day
    if future:
        return today.year + (gap < -60)
    return today.year - (gap > 45) + (gap < -320)


def _of(match: re.Match[str], group: str) -> str:
    """The group of the alternative that matched: `group` with "a" or "b"."""
    return match[group + "a"] or match[group + "b"]


def _full(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return _day(int(_of(m, "y1")), _month_number(_of(m, "m1")), int(_of(m, "d1")))


def _iso(m: re.Match[str], today: date, future: bool | None) -> str | None:
    month = int(m["m2"])
    return _day(int(m["y2"]), month, int(m["d2"])) if 1 <= month <= 12 else None


def _month_day(m: re.Match[str], today: date, future: bool | None) -> str | None:
    month, day = _month_number(_of(m, "m3")), int(_of(m, "d3"))
    year = today.year - 1 if m["last3"] else _nearest_year(month, day, today, future)
    return _day(year, month, day)


def _month_year(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return _month(int(m["y4"]), _month_number(m["m4"]))


def _month_relative(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return _month(
        today.year + {"last": -1, "this": 0, "next": 1, "same": 0}[m["rel5"].casefold()], _month_number(m["m5"])
    )


def _month_alone(m: re.Match[str], today: date, future: bool | None) -> str | None:
    month = _month_number(m["m6"])
    which = (m["which6a"] or m["which6b"] or "").casefold()
    ahead = future or which.startswith(("next", "coming", "the coming"))
    if which.startswith("last") and month == today.month:
        return _month(today.year - 1, month)
    if ahead:
        return _month(today.year + (month < today.month), month)
    return _month(today.year - (month > today.month), month)


def _year(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return m["y7"] if m.string[max(0, m.start() - 1) : m.start()] not in tuple(",.$€£-/") else None


def _weekday(m: re.Match[str], today: date, future: bool | None) -> str | None:
    which = (m["which8"] or "").casefold()
    back = (today.weekday() - DAYS.index(m["w8"].casefold() + "day")) % 7
    if m["week8"]:
        monday = (
            today - timedelta(today.weekday()) + timedelta({"last": -7, "this": 0, "next": 7}[m["week8"].casefold()])
        )
        return (monday + timedelta(DAYS.index(m["w8"].casefold() + "day"))).isoformat()
    if which in ("last", "past", "previous"):
        return (today - timedelta(back or 7)).isoformat()
    if which in ("next", "coming", "this coming") or future:
        return (today + timedelta((7 - back) % 7 or (7 if which else 0))).isoformat()
    return (today - timedelta(back)).isoformat()


def _word(m: re.Match[str], today: date, future: bool | None) -> str | None:
    word = " ".join(m["word9"].casefold().split())
    steps = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }
    step = next(
        (
            step
            for key, step in steps.items()
            if word == key or word.startswith((key + " ", "yesterday") if step == -1 else key)
        ),
        0,
    )
    return (today + timedelta(step)).isoformat()


def _period(m: re.Match[str], today: date, future: bool | None) -> str | None:
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[
        m["rel10"].split()[-1].casefold()
    ]
    unit = m["unit10"].casefold()
    if unit in ("week", "weekend"):
        return (today + timedelta(7 * step - (3 if step < 0 and unit == "weekend" else 0))).isoformat()[:7]
    if unit == "month":
        return _month(today.year, today.month + step)
    return f"{today.year + step}"


def _ago(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return _shift(m["n11"], m["unit11"], today, -1)


def _ahead(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return _shift(m["n12"], m["unit12"], today, 1)


def _shift(count: str, unit: str, today: date, way: int) -> str | None:
    number, unit = _number(count), unit.casefold().removesuffix("s")
    if unit in ("hour", "minute"):
        return (today + timedelta(way)).isoformat() if number and number >= 24 and unit == "hour" else today.isoformat()
    if unit in ("day", "night"):
        return (today + timedelta(way * number)).isoformat() if number else (today + timedelta(way * 3)).isoformat()[:7]
    if number is None:
        return (today + timedelta(way * 21)).isoformat()[:7] if unit == "week" else None
    if unit == "week":
        return (today + timedelta(way * 7 * number)).isoformat()[:7]
    if unit == "month":
        return _month(today.year, today.month + way * number)
    return str(today.year + way * number * (10 if unit == "decade" else 1))


def _ordinal(m: re.Match[str], today: date, future: bool | None) -> str | None:
    """ "on the 15th", "on the 12 of this month"."""
    day = int(m["d13"])
    back = day > today.day and not future
    month = date(today.year, today.month, 1) - timedelta(1) if back and not m["this13"] else today
    return _day(month.year, month.month, day)


def _other_day(m: re.Match[str], today: date, future: bool | None) -> str | None:
    """ "the next day", "two days later", "the previous night"."""
    count = _number(m["n14"]) if m["n14"] else 1
    way = -1 if m["back14a"] or m["back14b"] else 1
    return (today + timedelta(way * count)).isoformat() if count else None


def _nine_eleven(m: re.Match[str], today: date, future: bool | None) -> str | None:
    return "2001-09-11"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of time expressions; `relative` where it means nothing without the day of the article."""

    pattern: re.Pattern[str]
    resolve: Resolver
    relative: bool
    anchored: bool = False
    """It counts from the day that the text named last, not from that of the article."""


_QUALIFIED = r"(?:(?:early|late|mid|the end of|the beginning of)[ -])?"
_TIMES = r"(?: (?:morning|afternoon|evening|night))?"
_SOURCES: dict[str, tuple[str, Resolver, bool]] = {
    "nine": (r"9/11\b|September 11(?:th)?(?:, 2001)?(?= (?:terror|attack|hijack))", _nine_eleven, False),
    "iso": (r"(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)\b", _iso, False),
    "full": (
        rf"(?:{_WEEKDAY.format('wf')},? )?(?:(?:the )?{_DAY.format('d1a')}(?: of)? {_MONTH.format('m1a')},? {_YEAR.format('y1a')}"
        rf"|{_MONTH.format('m1b')} (?:the )?{_DAY.format('d1b')},? {_YEAR.format('y1b')})\b",
        _full,
        False,
    ),
    "month_year": (rf"{_QUALIFIED}{_MONTH.format('m4')}(?: of)?,? {_YEAR.format('y4')}\b", _month_year, False),
    "month_day": (
        rf"(?:{_WEEKDAY.format('wm')},? )?(?:(?:the )?{_DAY.format('d3a')}(?: of)? {_MONTH.format('m3a')}\b"
        rf"|{_MONTH.format('m3b')} (?:the )?{_DAY.format('d3b')}\b(?!\d|[:.]\d|%))(?P<last3>,?(?: of)? last year)?",
        _month_day,
        True,
    ),
    "month_relative": (rf"{_MONTH.format('m5')},?(?: of)? (?:the )?(?P<rel5>last|this|next|same) year\b", _month_relative, True),
    "weekday": (
        rf"(?:(?P<which8>[Ll]ast|[Tt]his coming|[Tt]his|[Nn]ext|past|previous|coming) )?{_WEEKDAY.format('w8')}\b"
        rf"{_TIMES}(?:,? (?:of )?(?P<week8>last|this|next) week\b)?",
        _weekday,
        True,
    ),
    "word": (
        r"(?P<word9>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night|"
        r"(?:early |earlier )?this (?:morning|afternoon|evening))\b",
        _word,
        True,
    ),
    "ago": (
        rf"{_COUNT.format('n11')} (?P<unit11>minute|hour|day|night|week|month|year|decade)s?(?: ago| before now)\b",
        _ago,
        True,
    ),
    "other_day": (
        rf"(?:[Tt]he|[Tt]hat) (?:next|following|(?P<back14a>previous)) (?:day|morning|night|evening)\b"
        rf"|{_COUNT.format('n14')} days? (?:later|afterwards|(?P<back14b>earlier|before that))\b",
        _other_day,
        True,
    ),
    "ahead": (rf"in {_COUNT.format('n12')} (?P<unit12>day|week|month|year)s?(?:['’]s?)? time\b", _ahead, True),
    "period": (
        r"(?P<rel10>last|this past|past|previous|this|current|this coming|next|coming) (?P<unit10>week|weekend|month|year|"
        r"summer|spring|autumn|fall|winter)\b",
        _period,
        True,
    ),
    "ordinal": (r"on the (?P<d13>[0-3]?\d)(?:st|nd|rd|th)?(?P<this13> of (?:this|the current) month)?\b(?! [a-z]+ (?:of|anniversary))", _ordinal, True),
    "month": (
        rf"(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|for|of|[Tt]hrough|[Tt]hroughout|[Bb]etween|[Ll]ate|[Ee]arly|[Mm]id|and|to|[Oo]n)[ -]"
        rf"(?P<which6a>last |this |next |coming |the coming )?|(?P<which6b>[Ll]ast |[Tt]his |[Nn]ext |coming )){_QUALIFIED}{_MONTH.format('m6')}(?!\w|,? (?:of )?(?:the )?(?:\d|(?:last|this|next|same) year))",
        _month_alone,
        True,
    ),
    "year": (rf"\b{_YEAR.format('y7')}(?![\d,.]*\d|-?[A-Za-z%]| (?:people|troops|soldiers|men|women|police))", _year, False),
}  # fmt: skip


RULES = tuple(
    Rule(
        re.compile(source, re.IGNORECASE if name in {"word", "ago", "ahead", "period"} else 0),
        resolve,
        relative,
        name == "other_day",
    )
    for name, (source, resolve, relative) in _SOURCES.items()
)
"""In the order in which they win where two begin at the same place and are equally long."""
