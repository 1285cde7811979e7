"""Extraction by the real model: small articles of our own, whole facts compared."""

import pytest
from spacy.language import Language

from graph.article import Article, ArticleGraph
from graph.identity import article_id
from loaders.extraction import extract
from loaders.language import load
from tests.benchmarks.denials import happened, sentences


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def graph_of(text: str, nlp: Language) -> ArticleGraph:
    return extract(Article(article_id(text), text), nlp)


def names(graph: ArticleGraph) -> dict[str, str]:
    return {entity.id: entity.name for entity in graph.entities}


def test_a_meeting_with_offices(nlp: Language) -> None:
    graph = graph_of(
        "Turkish President Recep Tayyip Erdogan met Greek Prime Minister Kyriakos Mitsotakis in Ankara on Monday.\n",
        nlp,
    )
    (meeting,) = [event for event in graph.events if event.type == "CONSULT"]
    name = names(graph)
    assert {name[actor] for actor in meeting.actors} == {"Recep Tayyip Erdogan", "Kyriakos Mitsotakis"}
    assert [name[place] for place in meeting.places] == ["Ankara"]
    assert {(name[o.holder], o.title, name[o.of or ""]) for o in graph.offices} == {
        ("Recep Tayyip Erdogan", "President", "Turkey"),
        ("Kyriakos Mitsotakis", "Prime Minister", "Greece"),
    }


def test_a_quotation_and_its_speaker(nlp: Language) -> None:
    graph = graph_of(
        "“We will not leave this table without an agreement,” Kenyan President William Ruto said in Nairobi.\n", nlp
    )
    (statement,) = graph.statements
    assert statement.text == "We will not leave this table without an agreement"
    assert statement.quoted
    assert [names(graph)[speaker] for speaker in statement.speakers] == ["William Ruto"]


def test_every_fact_has_evidence_inside_its_sentence(nlp: Language) -> None:
    text = "At least 12 people were killed in Kharkiv, Ukrainian officials said.\nRussia rejected the truce proposal.\n"
    graph = graph_of(text, nlp)
    sentences_ = {sentence.id: sentence for sentence in graph.sentences}
    facts = (*graph.events, *graph.statements, *graph.figures, *graph.offices, *graph.stances, *graph.belongings)
    assert facts
    for fact in facts:
        for evidence in fact.evidence:
            sentence = sentences_[evidence.sentence]
            assert sentence.start <= evidence.start < evidence.end <= sentence.end
            assert 0 <= evidence.confidence <= 1
            assert evidence.rule
            assert evidence.version


def test_the_same_text_gives_the_same_graph(nlp: Language) -> None:
    text = "Egypt and Qatar urged Israel to accept a truce. Hamas rejected it, an Egyptian official said.\n"
    assert graph_of(text, nlp) == graph_of(text, nlp)


@pytest.mark.parametrize("text", ["", "\n\n", "…", "(", "The", "42", "“”", "Words without any end " * 300])
def test_odd_texts_pass(text: str, nlp: Language) -> None:
    assert graph_of(text, nlp).article.text == text


def test_denied_events_are_no_positive_facts(nlp: Language) -> None:
    wrong = {
        sentence: [(event.type, event.trigger) for event in graph.events if happened(event)]
        for sentence in sentences()
        if any(map(happened, (graph := graph_of(sentence + "\n", nlp)).events))
    }
    assert wrong == {}


def test_durations_and_captives(nlp: Language) -> None:
    text = "Blinken met Netanyahu for three hours in a “good spirit.” Israel says 111 hostages remain in Gaza.\n"
    graph = graph_of(text, nlp)
    assert [event.duration for event in graph.events if event.type == "CONSULT"] == ["PT3H"]
    assert [sentence.text[:6] for sentence in graph.sentences] == ["Blinke", "Israel"]
    (figure,) = graph.figures
    assert (figure.value, figure.unit, figure.state) == (111, "hostages", "held")
    assert [names(graph)[source] for source in figure.sources] == ["Israel"]


def test_a_short_answer_takes_no_words_of_another(nlp: Language) -> None:
    text = "“Israel could return to the corridor if necessary,” Gantz said. Reporters asked Biden. “No,” Biden said.\n"
    graph = graph_of(text, nlp)
    said = {names(graph)[s]: statement.text for statement in graph.statements for s in statement.speakers}
    assert said.get("Biden") != "Israel could return to the corridor if necessary"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraq said that it would pay $30 million.\n", (30e6, "US dollars")),
        ("Turnout was 62% in the capital, the commission said.\n", (62.0, "percent")),
    ],
)
def test_money_and_percent_have_words_as_units(text: str, expected: tuple[float, str], nlp: Language) -> None:
    assert [(figure.value, figure.unit) for figure in graph_of(text, nlp).figures] == [expected]


def test_a_number_told_again_is_one_figure(nlp: Language) -> None:
    graph = graph_of(
        "A bomb killed 47 people in Kabul.\n\nAt least 47 people were killed by a bomb in Kabul on Monday.\n"
        "Police said that 18 people were injured.\n",
        nlp,
    )
    assert sorted((figure.value, figure.state, len(figure.evidence)) for figure in graph.figures) == [
        (18.0, "injured", 1),
        (47.0, "killed", 2),
    ]


def test_each_of_several_holders_has_the_title_in_the_singular(nlp: Language) -> None:
    graph = graph_of("Former Presidents Bill Clinton and Jimmy Carter visited the school on Monday.\n", nlp)
    assert [(office.title, office.status) for office in graph.offices] == [("President", "former")] * 2
