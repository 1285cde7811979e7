"""Ids from content: the same article, person or place has the same id in every run, on every machine.

An id is a short prefix that tells the kind, a colon, and readable words or 16 hexadecimal digits of a SHA-256.
"""

import hashlib
import re
import unicodedata

KINDS = (
    "article", "person", "government", "organization", "place", "proposal", "term", "event", "statement", "figure",
)  # fmt: skip
"""What the ids of nodes begin with; a sentence's begins with its article's."""


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a node."""
    kind, colon, rest = text.partition(":")
    return kind in KINDS and bool(colon and rest)


def fold(name: str) -> str:
    """`name` as identity sees it: no case, accents, punctuation, possessive or article.

    "The Côte d'Ivoire’s" gives "cote d ivoire".
    """
    text = unicodedata.normalize("NFKD", name.replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"'s\b|(?<=s)'(?=\s|$)", "", text)
    words = re.sub(r"[^\w\s]", " ", text.replace(".", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def digest(*parts: object) -> str:
    """16 hexadecimal digits that stand for `parts` in their order."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def article_id(text: str) -> str:
    """Two articles with the same words, whatever their white space, are one."""
    return "article:" + digest(" ".join(unicodedata.normalize("NFC", text).split()))


def sentence_id(article: str, index: int) -> str:
    """Starts with the article's id, so that a sentence tells its article; ids sort as the sentences follow."""
    return f"{article}:{index:05d}"


def person_id(name: str) -> str:
    return "person:" + slug(name)


def organization_id(name: str) -> str:
    return "organization:" + slug(name)


def government_id(country: str | None, organ: str | None = None) -> str:
    """A state by its country code, an organ by the state (if known) and its name."""
    return "government:" + ":".join([*([country.lower()] if country else []), *([slug(organ)] if organ else [])])


def place_id(name: str, country: str | None = None, geonames: int | None = None) -> str:
    """By GeoNames where it is known; otherwise by country and name."""
    if geonames is not None:
        return f"place:{geonames}"
    return "place:" + ":".join([*([country.lower()] if country else []), slug(name)])


def local_id(kind: str, article: str, *parts: object) -> str:
    """For what only one article knows: events, statements, figures, unnamed persons, proposals without a name."""
    return f"{kind}:{digest(article, *parts)}"


def slug(name: str) -> str:
    """Readable words for an id; a digest where nothing readable is left."""
    words = fold(name).replace(" ", "-")
    return words if 0 < len(words) <= 80 else digest(name)
