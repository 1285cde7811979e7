import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from loaders.numbers import numbers, word_value


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "unit"),
    [
        ("over 200 others", 200, "over", None),
        ("at least thirty-three people", 33, "at least", None),
        ("two dozen streets", 24, None, None),
        ("US$ 8.8 billion", 8_800_000_000, None, "US dollars"),
        ("a half-million signatories", 500_000, None, None),
        ("up to 5,000 troops", 5000, "up to", None),
        ("52% of voters", 52, None, "percent"),
        ("2000 soldiers", 2000, None, None),
        ("an estimated 1.2 million people", 1_200_000, "about", None),
    ],
)
def test_value_qualifier_and_unit(text: str, value: float, qualifier: str | None, unit: str | None) -> None:
    (found,) = numbers(text)
    assert (found.value, found.qualifier, found.unit) == (value, qualifier, unit)


def test_a_range_has_its_lower_end() -> None:
    (found,) = numbers("between 60 and 500 insurgents")
    assert (found.value, found.high) == (60, 500)


@pytest.mark.parametrize(
    "text", ["thousands of people", "in 2003", "on June 14", "at 10:30", "the 15th", "a 12-year-old"]
)
def test_what_counts_nothing(text: str) -> None:
    assert numbers(text) == []


def test_the_noun_is_the_unit() -> None:
    words = ["killing", "nine", "Afghan", "policemen", "."]
    doc = Doc(Vocab(), words, heads=[0, 3, 3, 0, 0], deps=["ROOT", "nummod", "amod", "obj", "punct"],
              pos=["VERB", "NUM", "ADJ", "NOUN", "PUNCT"])  # fmt: skip
    assert [span.unit for span in numbers(doc.text, doc)] == ["Afghan policemen"]


def test_words_have_a_value() -> None:
    assert word_value("two hundred and fifty thousand") == 250_000
    assert word_value("several") is None
