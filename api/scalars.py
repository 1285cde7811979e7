"""Scalars of the API beside GraphQL's own, and how their values are checked."""

import re
from datetime import UTC, datetime
from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")

Date = NewType("Date", str)
DateTime = NewType("DateTime", datetime)
Duration = NewType("Duration", str)


def date(value: object) -> str:
    """Raises ValueError unless `value` is a year, a month or a day."""
    if not isinstance(value, str) or not DATE.fullmatch(value):
        raise ValueError(f"not a date: {value!r}. Write a year, a month or a day: 2024, 2024-08 or 2024-08-19.")
    return value


def date_time(value: object) -> datetime:
    """Raises ValueError unless `value` is an ISO 8601 date and time; without an offset it is UTC."""
    try:
        time = datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"not a date and time: {value!r}. Write it in ISO 8601: 2024-08-19T10:00:00Z.") from None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def duration(value: object) -> str:
    """Raises ValueError unless `value` is an ISO 8601 duration."""
    if not isinstance(value, str) or not DURATION.fullmatch(value):
        raise ValueError(f"not a duration: {value!r}. Write it in ISO 8601: PT3H, P7D.")
    return value


SCALARS: dict[object, ScalarDefinition] = {
    Date: strawberry.scalar(
        name="Date",
        description="A year, a month or a day, as exactly as it is known: `2024`, `2024-08`, `2024-08-19`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
        parse_value=date,
    ),
    DateTime: strawberry.scalar(
        name="DateTime",
        description="A date and time with its offset: `2024-08-19T10:00:00+00:00`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        parse_value=date_time,
    ),
    Duration: strawberry.scalar(
        name="Duration",
        description="A length of time in ISO 8601: `PT3H`, `P7D`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
        parse_value=duration,
    ),
}
