"""What an office is of, by the words around its title; names and titles are marked, so no model is asked."""

import pytest
from marked import context_of

from loaders.extraction.offices import offices


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[G Kenya] won. [G Kenya]'s [T president], [H William Ruto], left.", ("president", "Kenya")),
        (
            "The [T head] of the [O International Atomic Energy Agency], [H Rafael Grossi], left.",
            ("head", "International Atomic Energy Agency"),
        ),
        ("The [T head] of the [G UK]'s [O Housing Federation], [H David Orr], left.", ("head", "Housing Federation")),
        ("[T Reporter] [H Phillip Hudson] of [O The Age] left.", ("Reporter", "Age")),
        (
            "The [G Cedar City Police] came. [T Police Sgt.] [H Jerry Womack] left.",
            ("Police Sgt.", "Cedar City Police"),
        ),
        (
            "[G Bolivia] and [G Chile] met. The [T Defence Minister], [H Gonzalo Mendez], left.",
            ("Defence Minister", "Bolivia"),
        ),
        (
            "[G Chile] and [G Cuba] met. [G Cuban] [T President] [H Raul Castro] came. [T President] [H Castro] left.",
            ("President", "Cuba"),
        ),
        ("The [G Chilean] [T Foreign Minister], [H Alvaro Baez], is the [T rival].", ("Foreign Minister", "Chile")),
        (
            "[G Ukrainian] [T PM] [H Yulia Tymoshenko] fell. [T Prime Minister] [H Tymoshenko] left.",
            ("Prime Minister", "Ukraine"),
        ),
        ("The [T driver], [H John Smith], left. [G Iraq] won.", ("driver", None)),
    ],
)
def test_what_an_office_is_of(marked: str, expected: tuple[str, str | None]) -> None:
    context = context_of(marked)
    name = {entity.id: entity.name for entity in context.entities}
    assert [(office.title, name.get(office.of or "")) for office in offices(context)] == [expected]


def test_one_office_keeps_the_evidence_of_all_its_places() -> None:
    (office,) = offices(context_of("[G Kenyan] [T President] [H William Ruto] met [T President] [H Ruto]'s guests."))
    assert len(office.evidence) == 2


def test_a_body_that_is_only_guessed_makes_an_office_less_sure() -> None:
    told, guessed = (
        offices(context_of(f"{start} The {state}[T Defence Minister], [H Gonzalo Mendez], left."))[0]
        for start, state in (("[G Chile] met.", "[G Bolivian] "), ("[G Bolivia] and [G Chile] met.", ""))
    )
    assert guessed.evidence[0].confidence < 0.7 * told.evidence[0].confidence
