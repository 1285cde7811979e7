"""Prints how well the graph tells what articles say, as a Markdown table.

GOLD and TRAIN hold annotated articles (NAME.txt, NAME.json); of TRAIN only the slice that training holds out is read.
CORPORA holds the unpacked archives `events`, `wikinews` and `wikipedia`.
"""

import argparse
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from threadpoolctl import threadpool_limits

from loaders.extraction import extract
from loaders.language import load
from loaders.training.gold import article_names, held_out
from tests.benchmarks import denials, eventless, records, rewordings, twice, units
from tests.benchmarks.articles import Extract, Timed, Total, articles, total
from tests.benchmarks.table import Row, markdown, record_row, reliability, set_rows, share, speed_row, unit_rows

LOADED = 10
"""Articles that are loaded twice."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description=__doc__)
    for name in ("gold", "train", "corpora"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="FOLDER")
    return parser.parse_args()


def article_rows(args: argparse.Namespace, timed: Timed) -> tuple[list[Row], Total]:
    gold = total(articles(args.gold, article_names(args.gold)), timed)
    held = total(articles(args.train, held_out(args.train)[1]), timed)
    return set_rows(gold, held), held


def other_rows(args: argparse.Namespace, extract: Extract) -> Iterator[Row]:
    yield record_row(records.measured(args.corpora / "events" / "plover_gsr_dev.json", extract))
    yield from unit_rows(*units.measured(args.corpora / "events" / "petrarch_units_dev.json", extract))
    yield Row("denying sentences: with positive facts", share(denials.measured(extract)), "0")
    made = eventless.measured(eventless.sentences(args.corpora), extract)
    yield Row("sentences without any event: with facts", share(made), "<= 3 %")
    again, found = rewordings.measured(rewordings.rewordings(), extract)
    yield Row("reworded facts: in both wordings the same", share(again), ">= 80 %")
    yield Row("reworded facts: found in the first wording", share(found), "")
    loaded = (article for article, _ in islice(articles(args.gold, article_names(args.gold)), LOADED))
    yield Row("articles loaded twice: unchanged the second time", share(twice.measured(loaded, extract)), "100 %")


def main() -> None:
    args, nlp = arguments(), load()
    timed = Timed(partial(extract, nlp=nlp))
    with threadpool_limits(limits=1, user_api="blas"):
        rows, held = article_rows(args, timed)
        rows += other_rows(args, timed.extract)
    print(markdown([*rows, speed_row(timed)]))
    print("\nReliability on the held-out articles:\n")
    print(reliability(held))


if __name__ == "__main__":
    main()
