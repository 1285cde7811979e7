"""Direct quotes: of the annotated statements that stand in quotation marks, which are found, and with whose name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.benchmarks.scoring import Json, Matcher, likeness, overlap, roles, spans

QUOTED = re.compile(
    r"[“„]([^“”„\n]+)|\"([^\"\n]+)\"?|«([^«»\n]+)|(?<![\w’'])[‘']((?:[^‘’'\n]|\b[’']\b){12,})[’'](?!\w)"
)
MOSTLY = 0.8
"""A statement is a direct quote where this share of its characters stands in quotation marks; a made one has its
content where the F1 of their words is at least this."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """How many direct quotes there are (`gold`), are found, have annotated speakers, and the right or no speaker."""

    gold: int = 0
    found: int = 0
    spoken: int = 0
    right: int = 0
    unknown: int = 0

    def __add__(self, other: "Quotes") -> "Quotes":
        return Quotes(
            self.gold + other.gold,
            self.found + other.found,
            self.spoken + other.spoken,
            self.right + other.right,
            self.unknown + other.unknown,
        )


def quotes(gold: Json, made: Json, text: str) -> Quotes:
    """Speakers are counted for the quotes that are found and whose speaker is annotated."""
    matcher, direct = Matcher(gold, made), list(direct_quotes(gold, text))
    found = list(paired(direct, [fact for fact in made["facts"] if fact["type"] == "STATEMENT"]))
    spoken = [pair for pair in found if pair[0].get("speaker")]
    return Quotes(
        gold=len(direct),
        found=len(found),
        spoken=len(spoken),
        right=sum(same_speakers(matcher, *pair) for pair in spoken),
        unknown=sum(not other.get("speaker") for _, other in spoken),
    )


def direct_quotes(gold: Json, text: str) -> Iterator[Json]:
    """The statements whose words stand in quotation marks."""
    marked = [match.span(match.lastindex or 0) for match in QUOTED.finditer(text)]
    for fact in gold["facts"]:
        if fact["type"] == "STATEMENT" and _inside(fact, text, marked):
            yield fact


def _inside(fact: Json, text: str, marked: list[tuple[int, int]]) -> bool:
    words = fact.get("text", "")
    starts = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    for start in starts:
        end = start + len(words)
        if any(start < stop and begin < end for begin, stop in spans(fact)):
            inside = sum(max(0, min(end, b) - max(start, a)) for a, b in marked)
            return inside >= MOSTLY * len(words)
    joined = " ".join(text[a:b] for a, b in marked if any(a < stop and begin < b for begin, stop in spans(fact)))
    return likeness(words, joined) >= MOSTLY


def paired(gold: list[Json], made: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each annotated quote with the made statement that is most like it, if that is close enough; one to one."""
    possible = sorted(
        (-likeness(fact["text"], other.get("text", "")), i, j)
        for i, fact in enumerate(gold)
        for j, other in enumerate(made)
        if overlap(fact, other)
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for negative, i, j in possible:
        if -negative >= MOSTLY and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield gold[i], made[j]


def same_speakers(matcher: Matcher, gold: Json, made: Json) -> bool:
    """All annotated speakers and no others."""
    wanted, given = (roles(fact).get("speaker", []) for fact in (gold, made))
    return len(given) == len(wanted) == matcher.shared("speaker", wanted, given)
