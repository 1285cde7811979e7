"""Direct speech by its marks: what stands in quotation marks, and which pieces are one utterance."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING, CLOSING = '"“„«', '"”»'
SINGLE = re.compile(r"(?<![\w’'\"“])[‘'](?=\w)((?:[^‘’'\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?= \w))+)[’'](?!\w)")
"""Single quotation marks, apostrophes apart."""
FEWEST_WORDS = 5
"""Fewer are titles and single words, unless a comma or a colon leads to them."""
LONGEST_BREAK = 160
"""Characters between two pieces of one utterance."""
FINAL = ".!?"
SAYING = re.compile(
    r"\b(?:that|sa(?:id|ys?|ying)|t(?:old|ell\w*)|wr(?:ote|ites?|iting)|reads?|"
    r"(?:add|stat|declar|announc|explain|not|warn|insist|argu|claim|report|comment|remark|repl|respond|continu|conclud|"
    r"stress|emphasi[sz]|tweet|ask)(?:ed|es|s|ing|ied|ies))$"
)
"""The words before a quotation end with a verb of saying, or with what it governs."""
NAMING = re.compile(r"\b(?:called|titled|entitled|named|dubbed|themes? were|with)$")
ANEW = re.compile(r"\b(?:and|adding|added|adds|also|although|though|while|but|as well as|that)$|\b(?:also|that)\b")
"""Another statement begins."""
TWO = re.compile(r"[:!?]|(?<![ .][A-Z])(?<![ .]\w\w)\. +[A-Z]")
"""More than one sentence, initials and titles apart."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Speech:
    """One utterance; `parts` are the characters inside the marks, more than one where "he said" splits it."""

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]

    def holds(self, char: int) -> bool:
        return any(start <= char < end for start, end in self.parts)

    def shared(self, start: int, end: int) -> int:
        """How many characters of start..end are spoken words."""
        return sum(max(0, min(end, b) - max(start, a)) for a, b in self.parts)

    def words(self, text: str) -> str:
        """What is said, an ellipsis where it is split."""
        return " … ".join(text[a:b].strip() for a, b in self.parts).rstrip(",; ")


def quoted(text: str) -> list[Span]:
    """Characters inside quotation marks, paragraph by paragraph; marks that nothing closes end with it."""
    found: list[Span] = []
    for line in re.finditer(r"[^\n]+", text):
        marked = list(_quoted(text, line.start(), line.end()))
        found += marked or [match.span(1) for match in SINGLE.finditer(text, line.start(), line.end())]
    return found


def _quoted(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for i in range(start, end):
        if opened is None:
            if text[i] in OPENING and i + 1 < end and not text[i + 1].isspace():
                opened = i + 1
        elif text[i] in CLOSING and i > opened:
            yield opened, i
            opened = None
    if opened is not None and opened < end:
        yield opened, end


def speeches(text: str) -> list[Speech]:
    """Direct speech in order: quotations that are no part of somebody else's sentence."""
    found: list[Speech] = []
    for start, end in quoted(text):
        if found and goes_on(text, found[-1].end, start):
            found[-1] = Speech((*found[-1].parts, (start, end)))
        elif is_speech(text, start, end):
            found.append(Speech(((start, end),)))
    return found


def is_speech(text: str, start: int, end: int) -> bool:
    """A sentence of its own, or words that a comma, a colon or a verb of saying leads to."""
    words, before = text[start:end], text[: start - 1].rstrip(" ")
    led, begins = before[-1:] in {",", ":"}, before[-1:] in {"", "\n", *FINAL, *CLOSING}
    capital = words[:1].isupper() or words[:1] in "[…"
    if len(words.split()) < FEWEST_WORDS:
        return (led or begins) and capital and words[-1] in FINAL + ","
    if NAMING.search(before):
        return False
    return capital or led or begins or SAYING.search(before) is not None


def goes_on(text: str, end: int, start: int) -> bool:
    """Is a quotation that ended in mid-sentence taken up again, after who said it: "…," he said. "…"?"""
    between = text[end + 1 : start - 1].strip(" ")
    if text[end - 1] in FINAL or "\n" in between or len(between) > LONGEST_BREAK or between[-1:] not in {".", ",", ";"}:
        return False
    inner = between.strip(" ,;")
    return len(inner) > 1 and not TWO.search(f" {inner}") and not ANEW.search(inner)
