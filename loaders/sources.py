"""Where articles come from: files, folders, patterns and standard input, as .txt, .html and .jsonl.

Nothing here stops a batch: what cannot be read becomes a Refusal that names the file (and line) and the reason.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from glob import has_magic, iglob
from io import BufferedReader
from pathlib import Path
from typing import TypeAlias, cast

from graph.article import Article
from graph.identity import article_id
from loaders.decoding import Unreadable, decode, refuse_controls
from loaders.english import function_word_share, has_sentences, is_english
from loaders.metadata import NAMES, Metadata, date_line, metadata, value
from loaders.page import page

STDIN = "-"
MAX_BYTES = 10_000_000
"""Of one file or line; a page may hold much more than its article."""
MAX_CHARACTERS = 200_000
"""Of one article: about 35,000 words, ten times the longest newspaper report."""
HEADLINE = 200
"""Characters that a first line may have to be taken as the headline."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article and where it was read: a path, with `:line` in a .jsonl file."""

    name: str
    article: Article
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not an article, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Options:
    """`published` is for articles that carry no date of their own; `limit` is in characters of an article's text."""

    published: datetime | None = None
    limit: int = MAX_CHARACTERS


Reading: TypeAlias = Source | Refusal
Reader: TypeAlias = Callable[[str, BufferedReader, Options], Iterator[Reading]]


def read(paths: Iterable[str], options: Options | None = None) -> Iterator[Reading]:
    """Each article of `paths` in their order, one at a time; a file that comes twice is read once."""
    for found in dict.fromkeys(file for path in paths for file in find(path)):
        if isinstance(found, Refusal):
            yield found
        else:
            yield from _opened(found, options or Options())


def expected(paths: Iterable[str]) -> int | None:
    """How many articles `paths` hold, or None where that is known only when all is read."""
    files = {file for path in paths for file in find(path)}
    many = any(isinstance(file, str) and Path(file).suffix.lower() not in SINGLE for file in files)
    return None if many else len(files)


def find(path: str) -> Iterator[str | Refusal]:
    """The files that `path` stands for: itself, those in a folder, or those that match a pattern (`**`: any depth)."""
    if path == STDIN:
        yield path
    elif Path(path).is_dir():
        yield from _walk(path)
    elif Path(path).exists():
        yield path
    elif has_magic(path):
        found = sorted(iglob(path, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
        yield from (file for match in found for file in find(match))
        if not found:
            yield Refusal(_shown(path), "no file matches this pattern")
    else:
        yield Refusal(_shown(path), "no such file or folder")


def _walk(folder: str) -> Iterator[str | Refusal]:
    errors: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(where, name) for name in sorted(files) if not name.startswith("."))
        yield from (str(path) for path in paths if path.suffix.lower() in READERS and path.is_file())
    yield from (Refusal(_shown(str(error.filename)), f"cannot be read: {error.strerror}") for error in errors)


def _opened(path: str, options: Options) -> Iterator[Reading]:
    name = "standard input" if path == STDIN else _shown(path)
    suffix = Path(path).suffix.lower()
    if suffix and suffix not in READERS:
        yield Refusal(name, f"{suffix} is not .txt, .html or .jsonl")
        return
    try:
        if path == STDIN:
            yield from _sniffed(path, cast(BufferedReader, sys.stdin.buffer), options)
        else:
            with Path(path).open("rb") as stream:
                yield from READERS.get(suffix, _sniffed)(path, stream, options)
    except Unreadable as error:
        yield Refusal(name, str(error))
    except OSError as error:
        yield Refusal(name, f"cannot be read: {error.strerror}")


def _sniffed(path: str, stream: BufferedReader, options: Options) -> Iterator[Reading]:
    """What has no ending is .jsonl if it begins with a brace, .html if with an angle bracket, .txt otherwise."""
    first = stream.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return {b"{": _lines, b"<": _page}.get(first, _text)(path, stream, options)


def _text(path: str, stream: BufferedReader, options: Options) -> Iterator[Reading]:
    text, note = decode(_limited(stream.read(MAX_BYTES + 1)))
    told = sidecar(path)
    yield _source(path, text, told, (note,) if note else (), options)


def _page(path: str, stream: BufferedReader, options: Options) -> Iterator[Reading]:
    text, found = page(_limited(stream.read(MAX_BYTES + 1)))
    yield _source(path, text, sidecar(path).over(found), (), options)


def _lines(path: str, stream: BufferedReader, options: Options) -> Iterator[Reading]:
    """One JSON object a line; a bad line is refused alone."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        while len(line) > MAX_BYTES and not line.endswith(b"\n") and (rest := stream.readline(MAX_BYTES)):
            line = line[:MAX_BYTES] + rest[-1:]
        if line.strip():
            yield _line(f"{path}:{number}", line, options)
    if not number:
        raise Unreadable("empty")


def _line(name: str, line: bytes, options: Options) -> Reading:
    try:
        record = _record(_limited(line))
        text = value(record, "text")
        if not isinstance(text, str):
            raise Unreadable(f"no text: none of the keys {', '.join(NAMES['text'])} holds a string")
        return _source(name, text, metadata(record), (), options)
    except Unreadable as error:
        return Refusal(_shown(name), str(error))


def sidecar(path: str) -> Metadata:
    """What NAME.json beside `path` tells, if there is one. Raises Unreadable if it is not a JSON object."""
    file = Path(path).with_suffix(".json")
    if path == STDIN or not file.is_file():
        return Metadata()
    try:
        return metadata(_record(_limited(file.read_bytes())))
    except Unreadable as error:
        raise Unreadable(f"{file.name} beside it: {error}") from error


def _record(data: bytes) -> Mapping[str, object]:
    try:
        found: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8: {error.reason} at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise Unreadable(f"not a JSON object but {type(found).__name__}")
    return cast(dict[str, object], found)


def _source(path: str, text: str, told: Metadata, notes: tuple[str, ...], options: Options) -> Source:
    _check(text, options.limit)
    article = Article(
        id=article_id(text),
        text=text,
        title=told.title or headline(text),
        url=told.url,
        publisher=told.publisher,
        published=told.published or date_line(text) or options.published,
    )
    return Source(_shown(path), article, notes + told.notes)


def headline(text: str) -> str | None:
    """The first line, if it stands apart: short, without a full stop, and text follows."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    return first if rest.strip() and 0 < len(first) <= HEADLINE and first[-1] not in ".,;:" else None


def _check(text: str, limit: int) -> None:
    refuse_controls(text)
    if not text.strip():
        raise Unreadable("empty")
    if len(text) > limit:
        raise Unreadable(f"too large: {len(text):,} characters, at most {limit:,} are read (--limit)")
    if not is_english(text):
        raise Unreadable(f"not English: {function_word_share(text):.0%} of its words are English function words")
    if not has_sentences(text):
        raise Unreadable("not an article: no sentence found")


def _limited(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise Unreadable(f"too large: more than {MAX_BYTES:,} bytes")
    return data


def _shown(path: str) -> str:
    """`path` as it can be printed, whatever its bytes."""
    return os.fsencode(path).decode(errors="replace")


SINGLE = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""Endings of files that hold one article each."""
READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".jsonl": _lines,
    ".ndjson": _lines,
}
