# ruff: noqa: E501 - patterns and tables read best on one line
"""Time expressions of a text, resolved against the day on which the article appeared."""

import re
from dataclasses import dataclass
from datetime import date

from loaders.time_expressions import RULES, Rule


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Characters start..end that tell a time. `iso` is ISO 8601 as exact as they are: 2004, 2004-06, 2004-06-14."""

    start: int
    end: int
    iso: str


FUTURE = re.compile(
    r"\b(?:will|shall|would|may|might|could|upcoming|tomorrow|"
    r"(?:agreed|agree|agrees|due|set|going|plan\w*|schedul\w*|expect\w*|intend\w*|hop\w+|vow\w*|pledg\w*|promis\w*|want\w*|decid\w*|"
    r"about|invit\w*|is|are|need\w*|ready|likely|wish\w*|begin) (?:to|for)|scheduled|planned|planning|plans? (?!to)|(?:to be|to) (?!the |a |an |his |its |their )[a-z]+)\b"
)
PAST = re.compile(
    r"\b(?:(?<!be )(?<!a )\w+(?<!agre)(?<!schedul)(?<!plann)(?<!expect)ed|was|were|had|has|have|said|met|took|began|held|told|made|went|came|saw|won|lost|"
    r"left|gave|got|led|fell|shot|died|spoke|sent|cut|wrote|brought|fought|fled|broke|put)\b(?! to (?:be )?[a-z])"
)
UNTIL = re.compile(
    r"\b(?:by|until|till|before|as (?:early|soon) as|no later than|starting|(?<!Earlier )this|from)\s+(?:the )?$"
)
SINCE = re.compile(r"\b(?:after|since|earlier|following|(?<!for )the|late on|early on|of)\s+$", re.IGNORECASE)
CLAUSE = re.compile(r"[.;!?]\s|\n")


def dates(text: str, published: date | None, future: bool | None = None) -> list[TimeSpan]:
    """All time expressions of `text`, in order, without overlap.

    `published` is the day of the article; without it only dates with a year are found. `future` tells whether the
    text is about what is to come (None: the nearest verb decides).
    """
    matches = [
        (m, rule)
        for rule in RULES
        if published or rule.anchored or not rule.relative
        for m in rule.pattern.finditer(text)
    ]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    found: list[TimeSpan] = []
    at = 0
    for match, rule in matches:
        today = _anchor(found, match.start()) if rule.anchored else published
        iso = (
            _resolve(match, rule, today, text, future) if match.start() >= at and (today or not rule.relative) else None
        )
        if iso:
            found.append(TimeSpan(match.start(), match.end(), iso))
            at = match.end()
    return found


def _anchor(found: list[TimeSpan], start: int) -> date | None:
    """The last day told before `start`, at most 600 characters away: what "the next day" counts from."""
    days = [span for span in found if len(span.iso) == 10 and start - span.end < 600]
    return date.fromisoformat(days[-1].iso) if days else None


def _resolve(match: re.Match[str], rule: Rule, today: date | None, text: str, future: bool | None) -> str | None:
    return rule.resolve(match, today or date.min, _future(text, match, future))


def _future(text: str, match: re.Match[str], future: bool | None) -> bool | None:
    """The hint that is given, else what the nearest verb tells: before the expression in its sentence, else after it."""
    if future is not None:
        return future
    begin = max(0, match.start() - 120)
    start = max((m.end() for m in CLAUSE.finditer(text, begin, match.start())), default=begin)
    if UNTIL.search(text, start, match.start()):
        return True
    if SINCE.search(text, start, match.start()):
        return False
    ahead = max((m.end() for m in FUTURE.finditer(text, start, match.start())), default=-1)
    back = max((m.end() for m in PAST.finditer(text, start, match.start())), default=-1)
    if max(ahead, back) >= 0:
        return ahead >= back
    end = next((m.start() for m in CLAUSE.finditer(text, match.end(), match.end() + 80)), match.end() + 80)
    after, past = FUTURE.search(text, match.end(), end), PAST.search(text, match.end(), end)
    return after is not None and (past is None or after.start() < past.start())
