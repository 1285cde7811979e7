"""Cursors of pages: a row's place in an order, as text that only this order takes back.

A cursor holds the values of the keys by which the rows are sorted, so it stays right while rows come and go, and a
digest of them and of the list it belongs to.
"""

import base64
import binascii
from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias, cast

import orjson
from neo4j.time import DateTime

from graph.identity import digest
from graph.reading_value import time

Scalar: TypeAlias = str | int | float | bool


class CursorError(ValueError):
    """The text is no cursor, or one of another list or order."""


def cursor(mark: str, values: Sequence[Scalar | datetime | DateTime]) -> str:
    """The cursor for the row whose keys have `values`, in the list that `mark` names."""
    plain = [_plain(value) for value in values]
    text = orjson.dumps([digest(mark, orjson.dumps(plain).decode())[:8], *plain])
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def place(mark: str, text: str, length: int) -> list[Scalar]:
    """The `length` values of the keys that `text` holds.

    Raises CursorError if it is no cursor, or belongs to another list or order than `mark` names.
    """
    try:
        check, *plain = cast(list[object], orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))))
    except (binascii.Error, ValueError, TypeError):
        raise CursorError(f"{text!r} is not a cursor. Take one from `pageInfo` or `edges` of an answer.") from None
    if len(plain) != length or check != digest(mark, orjson.dumps(plain).decode())[:8]:
        raise CursorError(
            f"The cursor {text!r} belongs to another list or another order. Ask for the first page again."
        )
    return cast(list[Scalar], plain)


def _plain(value: Scalar | datetime | DateTime) -> Scalar:
    return value if isinstance(value, str | int | float | bool) else cast(str, time(value))
