"""What is told of the people that a number counts: small trees by hand."""

import pytest
import spacy
from spacy.tokens import Doc

from loaders.extraction.states import told

Row = tuple[str, str, str, str, int, str]
"""Word, lemma, part of speech, tag, head, relation."""


def doc_of(rows: list[Row]) -> Doc:
    words, lemmas, pos, tags, heads, deps = map(list, zip(*rows, strict=True))
    return Doc(spacy.blank("en").vocab, words=words, lemmas=lemmas, pos=pos, tags=tags, heads=heads, deps=deps)  # pyright: ignore[reportArgumentType]


SEVEN: Row = ("seven", "seven", "NUM", "CD", 1, "nummod")


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        pytest.param(
            [
                SEVEN,
                ("soldiers", "soldier", "NOUN", "NNS", 3, "nsubj:pass"),
                ("were", "be", "AUX", "VBD", 3, "aux:pass"),
                ("wounded", "wound", "VERB", "VBN", 3, "root"),
            ],
            "injured",
            id="seven soldiers were wounded",
        ),
        pytest.param(
            [
                ("Police", "police", "NOUN", "NNS", 1, "nsubj"),
                ("arrested", "arrest", "VERB", "VBD", 1, "root"),
                ("rebels", "rebel", "NOUN", "NNS", 1, "obj"),
                ("and", "and", "CCONJ", "CC", 5, "cc"),
                ("seven", "seven", "NUM", "CD", 5, "nummod"),
                ("aides", "aide", "NOUN", "NNS", 2, "conj"),
            ],
            "arrested",
            id="arrested rebels and seven aides",
        ),
        pytest.param(
            [
                SEVEN,
                ("troops", "troops", "NOUN", "NNS", 1, "root"),
                ("based", "base", "VERB", "VBN", 1, "acl"),
                ("there", "there", "ADV", "RB", 2, "advmod"),
            ],
            "deployed",
            id="seven troops based there",
        ),
        pytest.param(
            [
                ("It", "it", "PRON", "PRP", 1, "nsubj"),
                ("cost", "cost", "VERB", "VBD", 1, "root"),
                ("the", "the", "DET", "DT", 3, "det"),
                ("lives", "life", "NOUN", "NNS", 1, "obj"),
                ("of", "of", "ADP", "IN", 6, "case"),
                ("seven", "seven", "NUM", "CD", 6, "nummod"),
                ("men", "man", "NOUN", "NNS", 3, "nmod"),
            ],
            "killed",
            id="cost the lives of seven men",
        ),
        pytest.param(
            [
                ("They", "they", "PRON", "PRP", 1, "nsubj"),
                ("want", "want", "VERB", "VBP", 1, "root"),
                ("to", "to", "PART", "TO", 3, "mark"),
                ("free", "free", "VERB", "VB", 1, "xcomp"),
                ("seven", "seven", "NUM", "CD", 5, "nummod"),
                ("men", "man", "NOUN", "NNS", 3, "obj"),
            ],
            None,
            id="want to free seven men",
        ),
        pytest.param(
            [
                SEVEN,
                ("soldiers", "soldier", "NOUN", "NNS", 2, "nsubj"),
                ("killed", "kill", "VERB", "VBD", 2, "root"),
                ("him", "he", "PRON", "PRP", 2, "obj"),
            ],
            None,
            id="seven soldiers killed him",
        ),
    ],
)
def test_what_is_told(rows: list[Row], state: str | None) -> None:
    number = next(token for token in doc_of(rows) if token.lower_ == "seven")
    assert told(number) == state
