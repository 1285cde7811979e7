"""The batch loop: what becomes of each article, whatever the others do."""

import threading
from collections.abc import Iterable
from dataclasses import replace

import pytest
from rich.console import Console

from graph.article import Article, ArticleGraph
from graph.identity import article_id
from loaders.load import Outcome, Save, load
from loaders.report import Summary, table, watched
from loaders.sources import Reading, Refusal, Source


def source(name: str) -> Source:
    text = f"Envoys met in {name}."
    return Source(name, Article(article_id(text), text))


def bare(article: Article) -> ArticleGraph:
    return ArticleGraph(article, ())


def kept_once() -> tuple[set[str], Save]:
    kept: set[str] = set()

    def save(_: Source, graph: ArticleGraph) -> bool:
        new = graph.article.id not in kept
        kept.add(graph.article.id)
        return new

    return kept, save


def results(outcomes: Iterable[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.name, outcome.result) for outcome in outcomes]


def test_each_article_has_its_outcome() -> None:
    kept, save = kept_once()
    readings: list[Reading] = [source("Doha"), Refusal("x.txt", "empty"), source("Cairo"), source("Doha")]
    assert sorted(results(load(readings, bare, save))) == [
        ("Cairo", "loaded"),
        ("Doha", "loaded"),
        ("Doha", "unchanged"),
        ("x.txt", "refused"),
    ]
    assert kept == {source("Doha").article.id, source("Cairo").article.id}


def test_a_fault_in_one_article_does_not_cost_the_others() -> None:
    def extract(article: Article) -> ArticleGraph:
        if "Geneva" in article.text:
            raise ZeroDivisionError("no talks")
        return bare(article)

    _, save = kept_once()
    outcomes = {outcome.name: outcome for outcome in load(map(source, ["Doha", "Geneva", "Cairo"]), extract, save)}
    assert outcomes["Geneva"] == Outcome("Geneva", "refused", 4, "extraction failed: ZeroDivisionError: no talks")
    assert (outcomes["Doha"].result, outcomes["Cairo"].result) == ("loaded", "loaded")


def test_a_fault_of_the_database_ends_the_batch() -> None:
    def save(_: Source, graph: ArticleGraph) -> bool:
        raise ConnectionError("gone")

    with pytest.raises(ConnectionError, match="gone"):
        list(load(map(source, ["Doha", "Cairo"]), bare, save))


def test_a_stop_finishes_what_is_in_hand_and_begins_nothing_else() -> None:
    kept, save = kept_once()
    begun: list[str] = []

    def extract(article: Article) -> ArticleGraph:
        begun.append(article.text)
        return bare(article)

    outcomes = list(load(map(source, "ABCDEF"), extract, save, stopped=lambda: len(begun) == 2))
    assert results(outcomes) == [("A", "loaded"), ("B", "loaded")]
    assert len(kept) == 2


def test_an_article_is_read_while_the_one_before_is_written() -> None:
    second_is_being_read = threading.Event()

    def extract(article: Article) -> ArticleGraph:
        if "Cairo" in article.text:
            second_is_being_read.set()
        return bare(article)

    def save(found: Source, graph: ArticleGraph) -> bool:
        return found.name == "Cairo" or second_is_being_read.wait(timeout=20)

    assert results(load(map(source, ["Doha", "Cairo"]), extract, save)) == [("Doha", "loaded"), ("Cairo", "loaded")]


def test_the_report_names_refusals_and_sums_up(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = [
        Outcome("a.txt", "loaded", 300),
        Outcome("b.txt", "unchanged", 200, notes=("not UTF-8, read as windows-1252",)),
        Outcome("[c].txt", "refused", reason="empty"),
    ]
    summary = watched(outcomes, 3, Console(width=60))
    Console(width=60).print(table(replace(summary, seconds=2.0)))
    assert capsys.readouterr().out == (
        "note b.txt: not UTF-8, read as windows-1252\n"
        "refused [c].txt: empty\n"
        "┌───────────────────┬─────┐\n"
        "│ articles          │   3 │\n"
        "│   loaded          │   1 │\n"
        "│   unchanged       │   1 │\n"
        "│   refused         │   1 │\n"
        "│ words             │ 500 │\n"
        "│ seconds           │ 2.0 │\n"
        "│ articles a minute │  60 │\n"
        "└───────────────────┴─────┘\n"
    )


def test_no_articles_no_speed() -> None:
    assert Summary((), 0.0).articles_a_minute == 0.0
