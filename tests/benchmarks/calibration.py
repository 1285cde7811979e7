"""Corrects the lines of `loaders.extraction.confidence` by held-out articles; tells how often each rule is right.

python -m tests.benchmarks.calibration --train FOLDER
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from statistics import fmean

from loaders.extraction import extract
from loaders.extraction.confidence import LINES
from loaders.extraction.labels import EVENTS
from loaders.language import load
from loaders.training.gold import held_out
from tests.benchmarks.articles import articles, total
from tests.benchmarks.reliability import Claim

Line = tuple[float, float]
"""Intercept and slope."""


def line(claims: list[Claim]) -> Line:
    """The straight line from confidence to the share of right roles, each fact weighted by its roles."""
    weights = [claim.made for claim in claims]
    mean = fmean((claim.confidence for claim in claims), weights)
    right = fmean((claim.right / claim.made for claim in claims), weights)
    spread = sum(c.made * (c.confidence - mean) ** 2 for c in claims)
    together = sum(c.made * (c.confidence - mean) * (c.right / c.made - right) for c in claims)
    slope = together / spread if spread else 0.0
    return right - slope * mean, slope


def corrected(old: Line, correction: Line) -> Line:
    """The old line and then the correction, as one."""
    return correction[0] + correction[1] * old[0], correction[1] * old[1]


def by_line(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The model's facts by the line that gives their confidence; what rules find by the rule."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = "EVENT" if claim.type in EVENTS else claim.type
        modelled = claim.rule.startswith("facts:") and kind in LINES
        if claim.made:
            found[kind if modelled else claim.rule].append(claim)
    return found


def main() -> None:
    parser = argparse.ArgumentParser("python -m tests.benchmarks.calibration", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, metavar="FOLDER")
    folder = parser.parse_args().train
    found = by_line(total(articles(folder, held_out(folder)[1]), partial(extract, nlp=load())).claims)
    for name, claims in sorted(found.items()):
        right = sum(claim.right for claim in claims) / sum(claim.made for claim in claims)
        intercept, slope = corrected(LINES[name], line(claims)) if name in LINES else (right, 0.0)
        print(f"{name:22} {len(claims):5} facts, {right:.2f} right: ({intercept:.2f}, {slope:.2f})")


if __name__ == "__main__":
    main()
