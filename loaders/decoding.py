"""Bytes to text, without guessing where a guess could be wrong."""

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip or office document"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "rich text"),
    (b"\xd0\xcf\x11\xe0", "old office document"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff]")
CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes of a page in which its charset is looked for; HTML asks for the first 1024, real pages are laxer."""


class Unreadable(ValueError):
    """The reason why something cannot be read as an article; the caller adds which file."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text that `data` holds, and a note where its encoding had to be concluded (otherwise empty).

    In this order: byte order mark, UTF-8, `declared`, windows-1252 where nearly all is ASCII.
    Raises Unreadable for empty and binary data and for an encoding that remains open.
    """
    _refuse_binary(data)
    text, note = _text(data, declared)
    refuse_controls(text)
    return text, note


def refuse_controls(text: str) -> None:
    """Raises Unreadable for characters that no article holds and that databases and UTF-8 refuse."""
    if match := CONTROLS.search(text):
        raise Unreadable(f"binary: holds the control character {match[0]!r} at character {match.start()}")


def declared_charset(page: bytes) -> str | None:
    """The charset that an HTML page says it is in, if Python knows it."""
    match = CHARSET.search(page[:DECLARED_WITHIN])
    if not match:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None


def _refuse_binary(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("empty")
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable(f"binary: a {kind}, not text")
    if b"\x00" in data and not _has_bom(data):
        raise Unreadable("binary: holds NUL bytes")


def _has_bom(data: bytes) -> bool:
    return any(data.startswith(bom) for bom, _ in BOMS)


def _text(data: bytes, declared: str | None) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data, encoding), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if declared and declared not in {"utf-8", "ascii"}:
            return _strict(data, declared), f"read as {declared}, which the page declares"
        return _western(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"not {encoding.removesuffix('-sig')} as it says: {error.reason} at byte {error.start}"
        ) from error


def _western(data: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """English that is not UTF-8 is nearly always windows-1252; broken UTF-8 would become nonsense in it."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    foreign = sum(c > "\x7f" for c in lenient) - broken
    if foreign <= broken <= len(data) / 10:
        try:
            return data.decode("cp1252"), "not UTF-8, read as windows-1252"
        except UnicodeDecodeError:
            pass
    raise Unreadable(
        f"not UTF-8: {error.reason} at byte {error.start}. Convert it: iconv -f ENCODING -t UTF-8 FILE > NEW"
    )
