"""The pipeline on the real model."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from loaders.language import load, pipeline

TEXT = (
    "US Secretary of State Antony Blinken met Benjamin Netanyahu in Jerusalem on Monday. He didn't say much.\n\n"
    "The talks  lasted three hours.\n"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def check(doc: Doc, text: str) -> None:
    """All characters kept, one root in each sentence, heads within it, no white space at the edges of names."""
    assert doc.text == text
    for sent in doc.sents:
        assert sum(token.head == token for token in sent) == 1
        assert all(sent.start <= token.head.i < sent.end for token in sent)
    assert all(not ent[0].is_space and not ent[-1].is_space for ent in doc.ents)


def test_sentences(doc: Doc) -> None:
    assert [sent.text.strip() for sent in doc.sents] == [
        "US Secretary of State Antony Blinken met Benjamin Netanyahu in Jerusalem on Monday.",
        "He didn't say much.",
        "The talks  lasted three hours.",
    ]


def test_tree(doc: Doc) -> None:
    met = next(token for token in doc if token.text == "met")
    assert (met.pos_, met.tag_, met.lemma_, met.dep_, met.head.i) == ("VERB", "VBD", "meet", "root", met.i)
    relations = {child.text: child.dep_ for child in met.children}
    assert relations.items() >= {"Jerusalem": "obl", "Monday": "obl", ".": "punct"}.items()


def test_names(doc: Doc) -> None:
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Antony Blinken", "PERSON"), ("Benjamin Netanyahu", "PERSON"), ("Jerusalem", "LOC")} <= found


def test_white_space_hangs_on_the_word_before(doc: Doc) -> None:
    assert [(token.pos_, token.dep_, token.head.text) for token in doc if token.is_space] == [
        ("SPACE", "dep", "."),
        ("SPACE", "dep", "talks"),
        ("SPACE", "dep", "."),
    ]


def test_further_outputs_cover_each_word_once(doc: Doc) -> None:
    windows = pipeline.windows(doc)
    words = [int(token) for window in windows for token in window.tokens]
    assert words == [token.i for token in doc if not token.is_space]
    for window in windows:
        assert all(len(values) == len(window.tokens) for values in window.outputs.values())


def test_long_paragraphs_are_cut_between_sentences(nlp: Language) -> None:
    sentence = "The minister of defence met the envoy of the United Nations in Doha on Monday."
    doc = nlp(" ".join([sentence] * 60))
    assert {sent.text for sent in doc.sents} == {sentence}


def test_pipe_reads_as_single_calls_do(nlp: Language) -> None:
    texts = [TEXT, "", "Paris is the capital of France.", TEXT * 9]
    same: list[bool] = []
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        check(doc, text)
        same += [a.head.i == b.head.i and a.tag == b.tag for a, b in zip(doc, nlp(text), strict=True)]
    assert np.mean(same) > 0.97  # activations are quantized by batch, so close calls may differ


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\n" * 50_000,
        "a" * 1_000_000,
        "!?;:'\"()[]{}" * 1000,
        "中国政府周二表示，将与日本举行会谈。" * 300,
        "😀👩‍👩‍👧 hi \u202eabc \u200f\u200b\ufeff def\n" * 50,
        "".join(map(chr, range(160))) * 3,
        "e\u0301\u0327" * 500,
        "line\r\n" * 300,
        "word " * 2000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_any_text_passes(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_characters_pass(nlp: Language, text: str) -> None:
    check(nlp(text), text)


def test_too_long_a_text_says_so(nlp: Language) -> None:
    with pytest.raises(ValueError, match="exceeds maximum"):
        nlp("a " * (pipeline.LONGEST_TEXT // 2 + 1))


def test_an_unknown_pipeline_says_what_to_do() -> None:
    with pytest.raises(OSError, match=r"no spaCy pipeline 'no_such_pipeline'.*spacy download"):
        load("no_such_pipeline")
