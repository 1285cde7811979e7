"""Direct speech: what the marks tell by themselves, and who says it by the real model."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.article import Article, Entity, Mention
from graph.identity import article_id
from loaders.extraction import extract
from loaders.extraction.context import Context
from loaders.extraction.findings import Findings
from loaders.extraction.quotations import quoted, speeches
from loaders.language import load


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def said(text: str, nlp: Language) -> list[tuple[list[str], str]]:
    """Speakers by name and words of each quoted statement."""
    graph = extract(Article(article_id(text), text), nlp)
    names = {entity.id: entity.name for entity in graph.entities}
    return [([names[s] for s in one.speakers], one.text) for one in graph.statements if one.quoted]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "yes" and "no".', ["yes", "no"]),
        ("“We go,” he said. „Wir gehen“", ["We go,", "Wir gehen“"]),
        ('"Mixed marks,” she said.', ["Mixed marks,"]),
        ('"Nothing closes this\n\n"or that." End.', ["Nothing closes this", "or that."]),
        ("She said 'it isn't the boys' fault' twice.", ["it isn't the boys' fault"]),
        ("The players' and the coach's views", []),
    ],
)
def test_quotation_marks(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == inside


@pytest.mark.parametrize(
    ("text", "utterances"),
    [
        ('"We will stay," she said. "Nobody leaves."', ["We will stay, … Nobody leaves."]),
        ('"We will stay," he said, "until the end."', ["We will stay, … until the end."]),
        ('"We will all stay here," Mr. J. Smith said. "Nobody leaves."', ["We will all stay here, … Nobody leaves."]),
        ('"We will stay here today." Ann Lee added: "Nobody leaves us."',
         ["We will stay here today.", "Nobody leaves us."]),
        ('"We will stay here now," he said. He left. "Nobody goes out now."',
         ["We will stay here now", "Nobody goes out now."]),
        ('"We will stay here now," he said, adding that "nobody goes out from now."',
         ["We will stay here now", "nobody goes out from now."]),
        ('"One two three four five,"\n\n"six seven eight nine ten."',
         ["One two three four five", "six seven eight nine ten."]),
        ('He was seen as a "man of the people of the South" there.', []),
        ('A book called "The Long Road to a Free Land" came out.', []),
    ],
)  # fmt: skip
def test_direct_speech(text: str, utterances: list[str]) -> None:
    assert [speech.words(text) for speech in speeches(text)] == utterances


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The talks have failed completely," said Foreign Minister Karin Holm.', "Karin Holm"),
        ('Foreign Minister Karin Holm said: "The talks have failed completely."', "Karin Holm"),
        ('"The talks," Foreign Minister Karin Holm said, "have failed completely."', "Karin Holm"),
        ('According to Foreign Minister Karin Holm, "the talks have failed completely."', "Karin Holm"),
        (
            'Ole Berg left Oslo. According to the minister, Karin Holm, "the talks have failed completely."',
            "Karin Holm",
        ),
        ('Karin Holm met reporters in Oslo. "The talks have failed completely," she said.', "Karin Holm"),
        ('Reuters quoted Karin Holm as saying, "The talks have failed completely."', "Karin Holm"),
        ('Karin Holm arrived in Oslo on Monday. "The talks have failed completely."', "Karin Holm"),
    ],
)
def test_who_says_it(text: str, speaker: str, nlp: Language) -> None:
    assert said(text + "\n", nlp)[0][0] == [speaker]


def test_troops_act_for_their_state() -> None:
    doc = Doc(
        Vocab(),
        words=["Israeli", "soldiers", "left"],
        lemmas=["Israeli", "soldier", "leave"],
        heads=[1, 2, 2],
        deps=["amod", "nsubj", "root"],
    )
    israel = Entity("il", "Government", "Israel", mentions=(Mention(0, 7, "Israeli", "s"),))
    context = Context(Article("a", doc.text), doc, (), Findings(), (israel,))
    assert [context.commander(token) for token in doc] == [None, "il", None]


def test_unnamed_speakers(nlp: Language) -> None:
    text = '"The law must be changed at once," government lawyers wrote in court papers.\n'
    assert said(text, nlp) == [(["government lawyers"], "The law must be changed at once")]


def test_a_quotation_over_two_paragraphs_keeps_its_speaker(nlp: Language) -> None:
    text = '"The talks have failed," said Karin Holm.\n\n"Nobody wanted to give way on the border."\n'
    assert said(text, nlp) == [
        (["Karin Holm"], "The talks have failed"),
        (["Karin Holm"], "Nobody wanted to give way on the border."),
    ]
