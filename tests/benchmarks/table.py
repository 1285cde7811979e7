"""Rows of measures as Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.articles import Timed, Total
from tests.benchmarks.quotes import Quotes
from tests.benchmarks.reliability import Bin, bins, precision
from tests.benchmarks.scoring import Count


@dataclass(frozen=True, slots=True)
class Row:
    measure: str
    found: str
    goal: str


def markdown(rows: Iterable[Row]) -> str:
    lines = [f"| {row.measure} | {row.found} | {row.goal} |" for row in rows]
    return "\n".join(["| measure | found | goal |", "|---|---|---|", *lines])


def share(count: Count) -> str:
    """Right of made ones: "81.4 % of 161"."""
    return f"{count.precision:.1%} of {count.made}".replace("%", " %")


def set_rows(gold: Total, held: Total) -> list[Row]:
    """What is measured on the annotated articles, first the gold ones, then the held-out ones."""
    both = (gold, held)
    quotes = gold.quotes + held.quotes
    return [
        Row("entities F1, gold and held-out articles", _pair(t.entities.f1 for t in both), ">= 0.90"),
        Row("facts F1 over roles, gold and held-out", _pair(t.facts.f1 for t in both), ">= 0.70"),
        Row("the 16 event types together F1, gold and held-out", _pair(t.events.f1 for t in both), ">= 0.60"),
        Row(
            "precision of the roles of facts with confidence >= 0.8, gold and held-out",
            _pair(precision(t.claims).precision for t in both),
            ">= 0.85",
        ),
        Row("direct quotes: content / speaker / unknown, gold", quote_row(gold.quotes), ">= 95 / 92 / <= 5 %"),
        Row("direct quotes, held-out", quote_row(held.quotes), "the same"),
        Row("direct quotes, both", quote_row(quotes), "the same"),
    ]


def quote_row(quotes: Quotes) -> str:
    content = quotes.found / max(1, quotes.gold)
    speaker, unknown = (n / max(1, quotes.spoken) for n in (quotes.right, quotes.unknown))
    return f"{content:.0%} / {speaker:.0%} / {unknown:.0%} of {quotes.gold}".replace("%", " %")


def _pair(values: Iterable[float]) -> str:
    return ", ".join(f"{value:.3f}" for value in values)


def record_row(found: dict[str, Count]) -> Row:
    shares = " / ".join(f"{count.precision:.0%}" for count in found.values()).replace("%", " %")
    return Row("PLOVER records: type / source / target", f"{shares} of {found['type'].made}", ">= 85 / 85 / 80 %")


def unit_rows(units: Count, types: Count) -> list[Row]:
    return [
        Row("PETRARCH units: all coded events with their actors", share(units), ">= 80 %"),
        Row("PETRARCH units: coded types", share(types), ""),
    ]


def speed_row(timed: Timed) -> Row:
    words, articles = timed.words / timed.seconds, timed.articles / timed.seconds * 60
    return Row(
        "speed of extraction", f"{words:,.0f} words a second, {articles:.0f} articles a minute", ">= 0.7 x before"
    )


def reliability(found: Total) -> str:
    """The reliability table of a set of articles."""
    lines = [_bin(one) for one in bins(found.claims)]
    return "\n".join(["| confidence | roles | mean confidence | right |", "|---|---|---|---|", *lines])


def _bin(one: Bin) -> str:
    return f"| {one.least:.1f}–{one.end:.1f} | {one.roles} | {one.confidence:.2f} | {one.right:.2f} |"
