"""What is told about an article beside its text: title, address, publisher, time; under the names that people use."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from io import StringIO
from itertools import islice
from typing import cast

NAMES = {
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url", "uri"),
    "publisher": ("publisher", "source", "site_name", "sitename", "site", "hostname"),
    "published": (
        "published", "date", "published_at", "publishedAt", "date_published", "datePublished", "publish_date",
        "publication_date", "pub_date", "pubDate", "created_at",
    ),
    "text": ("text", "body", "content", "article", "articleBody", "maintext"),
}  # fmt: skip

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<month2>[a-z]{3,9})),? (?P<year>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    notes: tuple[str, ...] = ()

    def over(self, other: "Metadata") -> "Metadata":
        """This, with what it lacks from `other`."""
        return Metadata(
            self.title or other.title,
            self.url or other.url,
            self.publisher or other.publisher,
            self.published or other.published,
            self.notes + other.notes,
        )


def metadata(record: Mapping[str, object]) -> Metadata:
    """What `record` tells, at its top level or under `meta`."""
    inner = record.get("meta") or record.get("metadata")
    if isinstance(inner, Mapping):
        record = {**record, **cast(Mapping[str, object], inner)}
    given = value(record, "published")
    published = moment(given)
    unclear = given is not None and published is None
    return Metadata(
        title=words(value(record, "title")),
        url=words(value(record, "url")),
        publisher=words(value(record, "publisher")),
        published=published,
        notes=(f"no date: {given!r} is not ISO 8601 (2024-08-19 or 2024-08-19T10:00:00Z)",) if unclear else (),
    )


def value(record: Mapping[str, object], name: str) -> object | None:
    """The first of the usual keys for `name` that holds something."""
    return next((record[key] for key in NAMES[name] if record.get(key) not in (None, "", [])), None)


def words(given: object) -> str | None:
    """`given` as one line of text: a string, or the `name` of an object as JSON-LD has it."""
    if isinstance(given, Mapping):
        given = cast(Mapping[str, object], given).get("name")
    if not isinstance(given, str):
        return None
    return " ".join("".join(c if c.isprintable() else " " for c in given).split()) or None


def moment(given: object) -> datetime | None:
    """A time with its zone, or None: from ISO 8601, RFC 5322 or seconds since 1970; UTC where no zone is said."""
    try:
        if isinstance(given, bool):
            return None
        if isinstance(given, int | float):
            return datetime.fromtimestamp(given, UTC)
        if isinstance(given, datetime):
            return _in_zone(given)
        if isinstance(given, date):
            return datetime(given.year, given.month, given.day, tzinfo=UTC)
        return _in_zone(_parsed(given.strip())) if isinstance(given, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def date_line(text: str) -> datetime | None:
    """The date that stands alone on one of the first three lines ("Monday, August 19, 2024", "19 August 2024")."""
    lines = (line.strip() for line in islice(StringIO(text), 6))
    match = next(filter(None, map(DATE_LINE.fullmatch, islice(filter(None, lines), 3))), None)
    return moment(_in_figures(match)) if match else None


def _in_figures(date: re.Match[str]) -> str:
    name = (date["month"] or date["month2"]).lower()[:3]
    month = MONTHS.index(name) + 1 if name in MONTHS else 0
    return f"{date['year']}-{month:02}-{int(date['day'] or date['day2']):02}"


def _parsed(given: str) -> datetime:
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        return parsedate_to_datetime(given)


def _in_zone(given: datetime) -> datetime:
    return given if given.tzinfo else given.replace(tzinfo=UTC)
