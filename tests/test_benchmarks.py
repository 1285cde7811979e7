"""The benchmark's measures, on graphs that are made by hand or of a sample article."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.article import Article, ArticleGraph, Entity, Event, Mention, Office
from loaders.extraction import extract
from loaders.form import gold_form
from loaders.language import load
from loaders.sources import Source, read
from tests.benchmarks import eventless, records, rewordings, units
from tests.benchmarks.articles import Timed, total
from tests.benchmarks.calibration import corrected, line
from tests.benchmarks.quotes import Quotes, quotes
from tests.benchmarks.reliability import Bin, Claim, bins, precision
from tests.benchmarks.scoring import Count, score
from tests.benchmarks.table import Row, markdown

SAMPLE = Path(__file__).parent.parent / "loaders" / "samples" / "2024-05-31-biden-three-phase-proposal.txt"
TEXT = 'Ann Lee met Bo Dahl in Oslo. "We agree on all of it," she said. "It is done." Bo Dahl left.'


def person(name: str, *names: str) -> dict[str, Any]:
    return {"id": name[:2].lower(), "type": "Person", "name": name, "names": list(names)}


GOLD: dict[str, Any] = {
    "entities": [person("Ann Lee", "Lee"), person("Bo Dahl")],
    "facts": [
        {"type": "CONSULT", "span": [0, 28], "actor": ["an", "bo"], "date": "2024-08-19"},
        {"type": "STATEMENT", "span": [29, 79], "speaker": "an", "text": "We agree on all of it, … It is done."},
    ],
}


def made(**said: Any) -> dict[str, Any]:
    statement = {"type": "STATEMENT", "span": [29, 79], "speaker": ["x1"], "text": "We agree on all of it … It is done"}
    return {
        "entities": [person("Lee") | {"id": "x1"}, person("Cy Fox") | {"id": "x2"}],
        "facts": [
            {"type": "CONSULT", "span": [0, 28], "actor": ["x1", "x2"], "date": "2024-08", "place": "Oslo"},
            statement | said,
        ],
    }


def test_entities_and_roles_are_matched_one_by_one() -> None:
    scored = score(GOLD, made())
    assert scored.entities == Count(1, 2, 2)
    assert scored.types == {"CONSULT": Count(2, 4, 3), "STATEMENT": Count(2, 2, 2)}
    assert scored.pairs == [(1, 1, 2), (0, 0, 2)]


def test_facts_of_other_sentences_are_no_pairs() -> None:
    assert score(GOLD, made(span=[0, 28])).types["STATEMENT"] == Count(0, 2, 2)


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ({}, Quotes(1, 1, 1, 1, 0)),
        ({"speaker": ["x2"]}, Quotes(1, 1, 1, 0, 0)),
        ({"speaker": []}, Quotes(1, 1, 1, 0, 1)),
        ({"text": "It is done"}, Quotes(1, 0, 0, 0, 0)),
    ],
)
def test_quotes(said: dict[str, Any], counted: Quotes) -> None:
    assert quotes(GOLD, made(**said), TEXT) == counted


def test_reliability() -> None:
    claims = [Claim(0.85, 3, 4), Claim(0.81, 1, 1), Claim(0.45, 0, 2)]
    assert precision(claims) == Count(4, 5)
    low, high = bins(claims)
    assert low == Bin(0.4, 0.5, 2, 0.45, 0.0)
    assert (high.least, high.roles, high.right) == (0.8, 5, 0.8)


def handmade(text: str, kind: Any) -> ArticleGraph:
    """A state of Gondor whose president acts on France."""
    president = Entity("p", "Person", "Denethor", mentions=(Mention(17, 25, "Denethor", "s"),))
    france = Entity("fr", "Government", "France", country="FR")
    gondor = Entity("g", "Government", "Gondor")
    event = Event("e", kind, "met", (), actors=("p",), recipients=("fr",))
    office = Office("p", "President", "g", ())
    return ArticleGraph(Article("a", text), (), (president, france, gondor), events=(event,), offices=(office,))


def test_plover_records() -> None:
    text = "Gondor President Denethor blamed the French."
    record: dict[str, Any] = {
        "event": "DISAPPROVE",
        "source": [{"actorText": "Gondor President Denethor", "code": "GON"}],
        "target": [{"actorText": "the French", "code": "FRA"}],
        "text": text,
    }
    assert records.verdict(record, handmade(text, "ACCUSE")) == {"type": True, "source": True, "target": True}
    assert records.verdict(record, handmade(text, "REJECT")) == {"type": False, "source": True, "target": True}
    planned = replace(handmade(text, "AID").events[0], modality="planned")
    promised = replace(handmade(text, "AID"), events=(planned,))
    assert records.verdict(record | {"event": "AGREE"}, promised)["type"]
    assert not records.verdict(record | {"event": "THREATEN"}, promised)["type"]
    assert records.verdict(record | {"target": None}, ArticleGraph(Article("a", text), ())) == {
        "type": False,
        "source": False,
    }


def test_petrarch_units(tmp_path: Path) -> None:
    event = {"sourcecode": "GONGOV", "targetcode": "FRA", "eventcode": "122"}
    told = [
        {"category": "DEMO", "text": "Gondor President Denethor blamed France.", "events": [event]},
        {"category": "DEMO", "text": "A code of dictionaries only.", "events": [event | {"eventcode": "904"}]},
        {"category": "DATE", "text": "Left out.", "events": [event]},
    ]
    (tmp_path / "units.json").write_text(json.dumps(told))
    assert units.measured(tmp_path / "units.json", lambda article: handmade(article.text, "ACCUSE")) == (
        Count(1, 1),
        Count(1, 1),
    )


def test_sentences_without_events() -> None:
    paragraph = "He was born in Oslo and grew up on a farm. He said: “No!” Too short. It has a long coast in the"
    assert list(eventless.split(paragraph)) == ["He was born in Oslo and grew up on a farm."]


def test_rewordings_are_about_the_same_nodes() -> None:
    rows = rewordings.rewordings()
    assert len(rows) == 20
    same = rewordings.measured(rows[:1], lambda article: handmade(article.text, "CONSULT"))
    assert same == (Count(1, 1), Count(1, 1))
    other = rewordings.measured(rows[:1], lambda article: handmade(article.text, "ASSAULT"))
    assert other == (Count(0, 1), Count(0, 1))


def test_a_graph_agrees_with_itself() -> None:
    nlp = load()
    (source,) = read([str(SAMPLE)])
    assert isinstance(source, Source)
    gold = json.loads(json.dumps(gold_form(extract(source.article, nlp))))
    timed = Timed(lambda article: extract(article, nlp))
    found = total([(source.article, gold)], timed)
    assert found.entities.f1 == found.facts.f1 == found.events.f1 == 1.0
    assert (timed.articles, timed.words) == (1, len(source.article.text.split()))


def test_markdown() -> None:
    assert markdown([Row("speed", "3", ">= 2")]) == "| measure | found | goal |\n|---|---|---|\n| speed | 3 | >= 2 |"


def test_a_line_fitted_to_claims_tells_how_many_of_them_are_right() -> None:
    claims = [Claim(0.2, 1, 4), Claim(0.6, 2, 4), Claim(0.8, 5, 8)]
    intercept, slope = line(claims)
    assert [round(intercept + slope * c.confidence, 3) for c in claims] == pytest.approx([0.25, 0.5, 0.625], abs=0.001)
    assert corrected((0.1, 0.5), (0.2, 2.0)) == pytest.approx((0.4, 1.0))
