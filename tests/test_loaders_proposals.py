"""Plans, what they contain and who stands how to them, read by the real model from small articles of our own."""

import pytest
from spacy.language import Language

from graph.article import Article, ArticleGraph
from graph.identity import article_id
from loaders.extraction import extract
from loaders.extraction.terms import terms
from loaders.language import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def graph_of(text: str, nlp: Language) -> ArticleGraph:
    return extract(Article(article_id(text), text), nlp)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt presented a plan to end the war in Sudan.", ["end the war in Sudan"]),
        (
            "The deal includes a prisoner exchange and the withdrawal of Serbian troops.",
            ["a prisoner exchange", "the withdrawal of Serbian troops"],
        ),
        ("The Council passed a resolution calling for an immediate truce.", ["an immediate truce"]),
        ("The bill would ban smoking in bars.", ["ban smoking in bars"]),
        (
            "The agreement includes a plan: a short truce, withdrawal of troops, and elections.",
            ["a short truce", "withdrawal of troops", "elections"],
        ),
        ("Kenya rejected the plan.", []),
    ],
)
def test_terms(text: str, expected: list[str], nlp: Language) -> None:
    doc = nlp(text + "\n")
    words = {"plan", "deal", "resolution", "bill", "agreement"}
    noun = next(token for token in doc if token.lower_ in words)
    assert [doc[start:end].text for start, end in terms(noun)] == expected


def test_one_plan_by_several_names_and_another_of_another_time(nlp: Language) -> None:
    graph = graph_of(
        "The United States presented a ceasefire proposal to Sudan and Eritrea.\n"
        "The proposal includes the release of prisoners. Sudan rejected the proposal.\n"
        "A ceasefire deal in November between Sudan and Eritrea collapsed.\n",
        nlp,
    )
    name = {entity.id: entity.name for entity in graph.entities}
    first = next(p for p in graph.proposals if "proposal" in p.names)
    assert [term.text for term in first.terms] == ["the release of prisoners"]
    assert [name[proposer] for proposer in first.proposers] == ["United States"]
    assert "ceasefire deal in November between Sudan and Eritrea" not in first.names
    assert {(name[s.holder], s.stance) for s in graph.stances if s.proposal == first.id} == {("Sudan", "rejects")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya endorsed the peace plan.", {("Kenya", "supports")}),
        ("The treaty was ratified by Chile and Peru.", {("Chile", "supports"), ("Peru", "supports")}),
        ("Iran did not accept the proposal.", {("Iran", "rejects")}),
        ("Kenya voted against the resolution.", {("Kenya", "rejects")}),
        ("Norway expressed doubts about the plan.", {("Norway", "doubts")}),
        ("If Kenya accepts the treaty, it will be published.", set()),
    ],
)
def test_stances_by_verbs(text: str, expected: set[tuple[str, str]], nlp: Language) -> None:
    graph = graph_of(text + "\n", nlp)
    name = {entity.id: entity.name for entity in graph.entities}
    assert {(name[stance.holder], stance.stance) for stance in graph.stances} == expected
