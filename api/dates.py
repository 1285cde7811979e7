"""Dates that are a year, a month or a day, as moments."""

from datetime import date, timedelta

AFTER_ALL = "~"
"""Comes after every digit and hyphen: `2024-08~` is after all days of August."""


def first_moment(of: str) -> str:
    """The first moment of a year, a month or a day, in UTC: "2024-08" gives "2024-08-01T00:00:00Z"."""
    return f"{_first_day(of).isoformat()}T00:00:00Z"


def next_moment(after: str) -> str:
    """The first moment after a year, a month or a day: "2024-08" gives "2024-09-01T00:00:00Z"."""
    day = _first_day(after)
    match after.count("-"):
        case 0:
            day = day.replace(year=day.year + 1)
        case 1:
            day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
        case _:
            day += timedelta(days=1)
    return f"{day.isoformat()}T00:00:00Z"


def _first_day(of: str) -> date:
    return date.fromisoformat(of + "-01" * (2 - of.count("-")))
