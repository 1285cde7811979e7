"""Do confidences mean something: of the roles of facts with confidence p, are about p right?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.benchmarks.scoring import Count, Json, Scored, size

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SURE = 0.8


@dataclass(frozen=True, slots=True)
class Claim:
    """One made fact: its confidence, how many of its roles are right, its type and what found it."""

    confidence: float
    right: int
    made: int
    type: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts with a confidence of `least` to `end`: mean confidence and share of right ones, both over roles."""

    least: float
    end: float
    roles: int
    confidence: float
    right: float


def claims(made: Json, scored: Scored) -> Iterator[Claim]:
    right = {index: roles for _, index, roles in scored.pairs}
    for index, fact in enumerate(made["facts"]):
        note = fact["note"]
        yield Claim(note["confidence"], right.get(index, 0), size(fact), fact["type"], note["evidence"][0]["rule"])


def precision(found: Iterable[Claim], least: float = SURE) -> Count:
    """Right and made roles of the facts that are at least this sure."""
    sure = [claim for claim in found if claim.confidence >= least]
    return Count(sum(c.right for c in sure), sum(c.made for c in sure))


def bins(found: Iterable[Claim]) -> Iterator[Bin]:
    every = list(found)
    for least, end in pairwise(EDGES):
        inside = [claim for claim in every if least <= claim.confidence < end]
        roles = sum(claim.made for claim in inside)
        if roles:
            mean = sum(claim.confidence * claim.made for claim in inside) / roles
            yield Bin(least, min(end, 1.0), roles, mean, sum(claim.right for claim in inside) / roles)
