"""Graphs in the gold form compared with annotated ones: entities by name, facts by their roles.

A made entity is right where type and name are those of an annotated entity that no other made one has. A made fact can
be paired with one annotated fact of its type whose spans overlap; pairs with the most equal roles come first.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
APART = frozenset("id type span also modality note polarity trigger kind quoted qualifier".split())
"""Keys of a fact that are no roles."""
SAME_WORDS = 0.5
"""Two texts are the same from this F1 of their words on."""


@dataclass(frozen=True, slots=True)
class Count:
    right: int = 0
    made: int = 0
    gold: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.made + other.made, self.gold + other.gold)

    @property
    def precision(self) -> float:
        return self.right / self.made if self.made else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.made + self.gold) if self.right else 0.0


@dataclass(slots=True)
class Scored:
    """`entities`, roles by type of fact, `pairs` (annotated fact, made fact, equal roles) by index."""

    entities: Count = field(default_factory=Count)
    types: dict[str, Count] = field(default_factory=dict[str, Count])
    pairs: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])


def folded(text: object) -> str:
    """Without case, accents, possessives, marks and a leading article."""
    plain = unicodedata.normalize("NFKD", str(text))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[’‘]", "'", plain)
    plain = re.sub(r"'s\b", "", plain)
    plain = re.sub(r"s'(?=\s|$)", "s", plain)
    words = re.sub(r"[^\w\s]", " ", plain.replace(".", "")).split()
    while words and words[0] in {"the", "a", "an"}:
        del words[0]
    return " ".join(words)


def likeness(a: object, b: object) -> float:
    """F1 of the words of two texts."""
    one, other = Counter(folded(a).split()), Counter(folded(b).split())
    return Count((one & other).total(), one.total(), other.total()).f1


def roles(fact: Json) -> dict[str, list[Any]]:
    return {key: fillers for key, value in fact.items() if key not in APART and (fillers := _listed(value))}


def size(fact: Json) -> int:
    """How many fillers all roles have."""
    return sum(map(len, roles(fact).values()))


def _listed(value: Any) -> list[Any]:
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def spans(fact: Json) -> list[list[int]]:
    also = fact.get("also") or []
    own = [fact["span"]] if fact.get("span") else []
    return own + ([also] if also and isinstance(also[0], int) else also)


def overlap(a: Json, b: Json) -> bool:
    return any(start < stop and begin < end for start, end in spans(a) for begin, stop in spans(b))


def surfaces(entity: Json) -> set[str]:
    return {folded(name) for name in (entity["name"], *entity.get("names", []))}


class Matcher:
    """Which fillers of an annotated and a made graph of one article are equal."""

    def __init__(self, gold: Json, made: Json) -> None:
        self.known = {entity["id"]: surfaces(entity) for entity in gold["entities"]}
        self.names = {entity["id"]: entity["name"] for entity in made["entities"]}
        self.same = self._paired(gold["entities"], made["entities"])

    def _paired(self, gold: list[Json], made: list[Json]) -> dict[str, str]:
        """Annotated entity by made entity, one to one."""
        by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entity in gold:
            for name in self.known[entity["id"]]:
                by_name[entity["type"], name].append(entity["id"])
        same: dict[str, str] = {}
        for entity in made:
            free = [i for i in by_name[entity["type"], folded(entity["name"])] if i not in same.values()]
            if free:
                same[entity["id"]] = free[0]
        return same

    def equal(self, role: str, gold: Any, made: Any) -> bool:
        named = self.names.get(made, made)
        if gold in self.known:
            return self.same.get(made) == gold or folded(named) in self.known[gold]
        if role == "value":
            return _number(gold) == _number(made)
        if role == "date":
            shorter, longer = sorted((str(gold), str(made)), key=len)
            return shorter == longer or (len(shorter) >= len("2024") and longer.startswith(shorter))
        if role == "duration":
            return str(gold).upper() == str(made).upper()
        return likeness(gold, named) >= SAME_WORDS

    def right(self, gold: Json, made: Json) -> int:
        """How many role fillers two facts share."""
        wanted, given = roles(gold), roles(made)
        return sum(self.shared(role, fillers, given.get(role, [])) for role, fillers in wanted.items())

    def shared(self, role: str, gold: list[Any], made: list[Any]) -> int:
        left, count = list(made), 0
        for filler in gold:
            equal = next((i for i, other in enumerate(left) if self.equal(role, filler, other)), None)
            if equal is not None:
                del left[equal]
                count += 1
        return count


def _number(value: Any) -> float | str:
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return folded(value)


def score(gold: Json, made: Json) -> Scored:
    matcher = Matcher(gold, made)
    found = Scored(Count(len(matcher.same), len(made["entities"]), len(gold["entities"])))
    types: dict[str, Count] = defaultdict(Count)
    for fact in gold["facts"]:
        types[fact["type"]] += Count(gold=size(fact))
    for fact in made["facts"]:
        types[fact["type"]] += Count(made=size(fact))
    found.pairs = list(_pairs(gold["facts"], made["facts"], matcher))
    for i, _, right in found.pairs:
        types[gold["facts"][i]["type"]] += Count(right)
    found.types = dict(types)
    return found


def _pairs(gold: list[Json], made: list[Json], matcher: Matcher) -> Iterator[tuple[int, int, int]]:
    """(annotated fact, made fact, equal roles): the most equal first, then the fewest wrong, then in order."""
    possible = [
        (-right, size(other) - right, i, j)
        for i, fact in enumerate(gold)
        for j, other in enumerate(made)
        if fact["type"] == other["type"] and overlap(fact, other) and (right := matcher.right(fact, other))
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    for negative, _, i, j in sorted(possible):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j, -negative
