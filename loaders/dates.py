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
    r"\b(?:will|would|shall|to be held|scheduled|planned|plans?|planning|due|upcoming|expected|intends?|set (?:to|for)|until|till|by|"
    r"deadline|next|coming|going to|hopes?|before|is to|are to|agreed to|forthcoming)\b"
)
CLAUSE = re.compile(r"[.;!?]\s|\n")


def dates(text: str, published: date | None, future: bool | None = None) -> list[TimeSpan]:
    """All time expressions of `text`, in order, without overlap.

    `published` is the day of the article; without it only dates with a year are found. `future` tells whether the
    text is about what is to come (None: "will", "next", "scheduled" and the like before the expression decide).
    """
    matches = [(m, rule) for rule in RULES if published or not rule.relative for m in rule.pattern.finditer(text)]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    found: list[TimeSpan] = []
    at = 0
    for match, rule in matches:
        iso = _resolve(match, rule, published, text, future) if match.start() >= at else None
        if iso:
            found.append(TimeSpan(match.start(), match.end(), iso))
            at = match.end()
    return found


def _resolve(match: re.Match[str], rule: Rule, published: date | None, text: str, future: bool | None) -> str | None:
    return rule.resolve(match, published or date.min, _future(text, match, future))


def _future(text: str, match: re.Match[str], future: bool | None) -> bool | None:
    """The hint that is given, else whether a word of the future stands in the same sentence before the expression."""
    if future is not None:
        return future
    begin = max(0, match.start() - 120)
    start = max((m.end() for m in CLAUSE.finditer(text, begin, match.start())), default=begin)
    return True if FUTURE.search(text, start, match.start()) else None
