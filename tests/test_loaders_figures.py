"""Anchors of figures to figures; names are marked, so no model is asked."""

from dataclasses import replace

from marked import context_of

from loaders.extraction.figures import figures
from loaders.extraction.findings import Anchor, Findings


def test_two_words_of_one_number_are_one_figure() -> None:
    context = context_of("[G Iran] owes 3 million rials.")
    anchors = [
        Anchor(token, "FIGURE", 0.9, "asserted", "none", {}, {"unit": (unit, unit + 1, 0.9)})
        for token, unit in ((2, 4), (3, 1))
    ]
    (figure,) = figures(replace(context, findings=Findings(anchors=anchors)), ())
    assert (figure.value, figure.unit, len(figure.evidence)) == (3_000_000, "rials", 2)
