"""From a fact's raw score to how often such facts are right.

A straight line for each kind, fitted to the held-out articles (1,093 facts, 27 November 2026): of the roles of facts
with confidence p, about p are as annotated (`tests.benchmarks.calibration` fits them anew). Facts by rules have the
share of right ones that was seen there.
"""

from loaders.extraction.findings import Anchor
from loaders.extraction.labels import EVENTS

LINES = {
    "EVENT": (0.29, 0.39),
    "STATEMENT": (-0.11, 1.05),
    "OFFICE": (0.32, 0.64),
    "FIGURE": (-0.73, 2.20),
    "PROPOSAL": (-0.11, 1.12),
    "STANCE": (-0.17, 1.14),
}
"""Intercept and slope."""
ALONE = 0.7
"""Weight of an anchor without fillers."""
LEAST, MOST = 0.05, 0.97


def confidence(anchor: Anchor, *roles: str) -> float:
    """0 to 1: from the probability of the anchor and of the unsurest of the best fillers of its `roles`."""
    best = [found[0].score for label in roles if (found := anchor.roles.get(label))]
    raw = anchor.score * (min(best) ** 0.5 if best else ALONE)
    kind = anchor.kind.split(":")[0]
    intercept, slope = LINES["EVENT" if kind in EVENTS else kind]
    return min(MOST, max(LEAST, intercept + slope * raw))
