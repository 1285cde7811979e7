# ruff: noqa: E501 - patterns and tables read best on one line
from collections.abc import Iterable

import pytest

from graph.article import Entity, EntityLabel, Sentence
from loaders.bodies import body
from loaders.entities import entities
from loaders.mentions import TypedSpan


def entities_of(text: str, *named: tuple[str, EntityLabel]) -> tuple[Entity, ...]:
    """Entities of `text` when each pair's surface is a span at its first place after the one before."""
    spans: list[TypedSpan] = []
    at = 0
    for surface, label in named:
        at = text.index(surface, at)
        spans.append(TypedSpan(at, at + len(surface), label))
        at += len(surface)
    return entities(text, (Sentence("a:00000", 0, 0, len(text), text),), spans, "a")


def labelled(label: EntityLabel, surfaces: Iterable[str]) -> list[tuple[str, EntityLabel]]:
    return [(surface, label) for surface in surfaces]


@pytest.mark.parametrize(
    ("text", "surfaces", "names"),
    [
        ("President Saddam Hussein spoke. Mr. Hussein left.", ["Saddam Hussein", "Mr. Hussein"], ["Saddam Hussein"]),
        ("Prime Minister Nouri al-Maliki. Maliki said.", ["Nouri al-Maliki", "Maliki"], ["Nouri al-Maliki"]),
        ("Bill Clinton met Hillary Clinton. Mrs. Clinton spoke.", ["Bill Clinton", "Hillary Clinton", "Mrs. Clinton"],
         ["Bill Clinton", "Hillary Clinton"]),
        ("Recep Tayyip Erdoğan came; Erdogan said.", ["Recep Tayyip Erdoğan", "Erdogan"], ["Recep Tayyip Erdoğan"]),
        ("Queen Elizabeth met Tony Blair.", ["Queen Elizabeth", "Tony Blair"], ["Queen Elizabeth", "Tony Blair"]),
    ],
)  # fmt: skip
def test_persons_are_one_by_name_and_two_where_the_title_says_so(
    text: str, surfaces: list[str], names: list[str]
) -> None:
    assert [e.name for e in entities_of(text, *labelled("Person", surfaces))] == names


def test_the_title_of_two_spouses_decides() -> None:
    text = "Bill Clinton met Hillary Clinton and Bill Clinton left. Mrs. Clinton spoke."
    found = entities_of(text, *labelled("Person", ("Bill Clinton", "Hillary Clinton", "Bill Clinton", "Mrs. Clinton")))
    assert {e.name: len(e.mentions) for e in found} == {"Bill Clinton": 2, "Hillary Clinton": 2}


@pytest.mark.parametrize(
    ("text", "surfaces", "names"),
    [
        ("The U.S. wants, Washington hopes, American officials say.", ["U.S.", "Washington", "American"], ["United States"]),
        ("The Iraqi government met. Iraq said. The government left.", ["Iraqi government", "Iraq", "government"], ["Iraq"]),
        ("The Israeli military fired. The military said. Israel spoke.", ["Israeli military", "military", "Israel"],
         ["Israeli military", "Israel"]),
        ("Iraqi police and Afghan police", ["Iraqi police", "Afghan police"], ["Iraqi police", "Afghan police"]),
        ("The Palestinian Authority and Palestinians", ["Palestinian Authority", "Palestinians"], ["Palestinian Authority"]),
        ("Iraqi security forces and Iraq", ["Iraqi security forces", "Iraq"], ["Iraqi security forces", "Iraq"]),
    ],
)  # fmt: skip
def test_states_and_organs(text: str, surfaces: list[str], names: list[str]) -> None:
    assert [e.name for e in entities_of(text, *labelled("Government", surfaces))] == names


@pytest.mark.parametrize(
    ("text", "surfaces", "names"),
    [
        ("the African Union (AU); the AU said", ["African Union", "AU", "AU"], ["African Union"]),
        ("the UN; the UN Security Council; the Security Council", ["UN", "UN Security Council", "Security Council"],
         ["United Nations", "UN Security Council"]),
        ("Taliban fighters and the Taliban", ["Taliban fighters", "Taliban"], ["Taliban"]),
        ("the Fundamentalist Church of Saints (FLDS)", ["Fundamentalist Church of Saints", "FLDS"],
         ["Fundamentalist Church of Saints"]),
        ("al-Jazeera and Al Jazeera", ["al-Jazeera", "Al Jazeera"], ["Al Jazeera"]),
    ],
)  # fmt: skip
def test_organisations(text: str, surfaces: list[str], names: list[str]) -> None:
    assert [e.name for e in entities_of(text, *labelled("Organization", surfaces))] == names


def test_a_country_is_two_entities_where_both_are_used() -> None:
    found = entities_of("Sudan said troops in Sudan left", ("Sudan", "Government"), ("Sudan", "Place"))
    assert [(e.id, e.label, e.country) for e in found] == [
        ("government:sd", "Government", "SD"),
        ("place:366755", "Place", "SD"),
    ]


def test_a_place_has_its_country_and_point() -> None:
    (found,) = entities_of("a court in Lebanon, Ohio", ("Lebanon", "Place"))
    assert (found.country, found.geonames, found.kind) == ("US", 4516412, "city")


def test_descriptions_keep_their_words_and_get_ids_of_their_article() -> None:
    text = "Thousands of protesters came. The protesters left."
    spans = [TypedSpan(0, 23, "Person", named=False), TypedSpan(34, 44, "Person", named=False)]
    (found,) = entities(text, (Sentence("a:00000", 0, 0, len(text), text),), spans, "a")
    assert found.name.endswith("protesters")
    assert not found.named
    assert found.id.startswith("person:")
    assert [m.kind for m in found.mentions] == ["description", "description"]


def test_bodies_of_the_united_nations_are_known_by_its_acronym_too() -> None:
    assert body("UN Security Council") == body("U.N. Security Council") == body("United Nations Security Council")
    assert body("UN Security Council") != body("UN")
