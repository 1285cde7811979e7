"""The JSON form of an article's graph, whole."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.article import (
    Article,
    ArticleGraph,
    Belonging,
    Entity,
    Event,
    Evidence,
    Figure,
    Mention,
    Office,
    Proposal,
    Sentence,
    Stance,
    Statement,
    Term,
)
from loaders.form import gold_form, writer
from loaders.sources import Source

TEXT = "Prime Minister Ann Lee met Bo in Oslo. Lee and Bo reject the plan. “No,” Bo said: 40 died."
SENTENCES = (
    Sentence("s0", 0, 0, 38, TEXT[:38]),
    Sentence("s1", 1, 39, 66, TEXT[39:66]),
    Sentence("s2", 2, 67, 90, TEXT[67:]),
)


def said(sentence: int, start: int, end: int, trigger: str = "") -> Evidence:
    return Evidence(f"s{sentence}", start, end, "rule", "1", 0.9, trigger)


GRAPH = ArticleGraph(
    article=Article("article:1", TEXT, title="T", published=datetime(2024, 8, 19, tzinfo=UTC)),
    sentences=SENTENCES,
    entities=(
        Entity("lee", "Person", "Ann Lee", ("Ann Lee", "Lee"), mentions=(Mention(15, 22, "Ann Lee", "s0"),)),
        Entity("oslo", "Place", "Oslo", geonames=3143244, country="NO"),
    ),
    offices=(Office("lee", "Prime Minister", "gov", (said(0, 0, 22, "Prime Minister"),)),),
    belongings=(Belonging("GOVERNS", "gov", "norway", (said(0, 0, 22),)),),
    events=(
        Event("e", "CONSULT", "met", (said(0, 23, 26, "met"), said(1, 39, 50)), ("lee", "bo"), (), ("oslo",),
              date="2024-08", kind="meeting"),
    ),
    proposals=(Proposal("p", "the plan", (said(1, 57, 65),), terms=(Term("t2", "second", 2), Term("t1", "first", 1))),),
    stances=(Stance("lee", "p", "rejects", (said(1, 39, 65),)), Stance("bo", "p", "rejects", (said(1, 39, 65),))),
    figures=(Figure("f", 40.0, "people", (said(2, 82, 84),), state="killed", sources=("bo",), date="2024"),),
    statements=(Statement("q", "No", True, (said(2, 67, 81, "said"),), ("bo",), about=("p",)),),
)  # fmt: skip


def evidence(sentence: int, start: int, end: int, trigger: str = "") -> dict[str, object]:
    return {
        "sentence": f"s{sentence}",
        "start": start,
        "end": end,
        "rule": "rule",
        "version": "1",
        "confidence": 0.9,
        "trigger": trigger,
    }


def test_entities_and_facts() -> None:
    found = json.loads(json.dumps(gold_form(GRAPH)))
    assert found["meta"]["published"] == "2024-08-19T00:00:00+00:00"
    assert found["entities"] == [
        {
            "id": "lee",
            "type": "Person",
            "name": "Ann Lee",
            "names": ["Ann Lee", "Lee"],
            "named": True,
            "mentions": [{"start": 15, "end": 22, "text": "Ann Lee", "sentence": "s0", "kind": "name"}],
        },
        {"id": "oslo", "type": "Place", "name": "Oslo", "named": True, "country": "NO", "geonames": 3143244},
    ]
    assert found["governs"] == [{"government": "gov", "place": "norway"}]
    assert [{k: v for k, v in fact.items() if k != "note"} for fact in found["facts"]] == [
        {
            "type": "CONSULT",
            "span": [0, 38],
            "also": [[39, 66]],
            "actor": ["lee", "bo"],
            "place": ["oslo"],
            "date": "2024-08",
            "kind": "meeting",
            "polarity": "positive",
            "modality": "asserted",
            "trigger": "met",
        },
        {
            "type": "OFFICE",
            "span": [0, 38],
            "holder": "lee",
            "title": "Prime Minister",
            "of": "gov",
            "trigger": "Prime Minister",
        },
        {"type": "PROPOSAL", "span": [39, 66], "name": "the plan", "term": ["first", "second"]},
        {
            "type": "STANCE",
            "span": [39, 66],
            "holder": ["lee", "bo"],
            "proposal": "the plan",
            "stance": "rejects",
        },
        {"type": "FIGURE", "span": [67, 90], "value": 40, "unit": "people", "state": "killed", "source": ["bo"]},
        {
            "type": "STATEMENT",
            "span": [67, 90],
            "speaker": ["bo"],
            "text": "No",
            "quoted": True,
            "polarity": "positive",
            "trigger": "said",
        },
    ]
    assert found["facts"][1]["note"] == {
        "status": "current",
        "confidence": 0.9,
        "evidence": [evidence(0, 0, 22, "Prime Minister")],
    }
    assert found["facts"][4]["note"]["date"] == "2024"


def test_files_are_named_after_their_sources(tmp_path: Path) -> None:
    write = writer(tmp_path / "out")
    for name in ("a/x.txt", "b/x.txt", "wire.jsonl:7", "standard input"):
        assert write(Source(name, GRAPH.article), GRAPH)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "standard input.json",
        "wire-7.json",
        "x-again-2.json",
        "x.json",
    ]


def test_metadata_beside_an_article_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    with pytest.raises(FileExistsError, match="Name another folder"):
        writer(tmp_path)(Source(str(tmp_path / "x.txt"), GRAPH.article), GRAPH)
    assert (tmp_path / "x.json").read_text() == "{}"
