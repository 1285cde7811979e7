import pytest

from loaders.names import gender, head, initials, near, person_name, split_acronym, trim


@pytest.mark.parametrize(
    ("surface", "title", "words"),
    [
        ("Iraqi Prime Minister Nouri al-Maliki", "Iraqi Prime Minister", "Nouri al-Maliki"),
        ("president of Romania, Traian Băsescu", "president of Romania", "Traian Băsescu"),
        ("Secretary of State Condoleezza Rice", "Secretary of State", "Condoleezza Rice"),
        ("former Iraqi President", "former Iraqi President", ""),
        ("president of the Dominican Republic", "president of the Dominican Republic", ""),
        ("Martin Luther King", "", "Martin Luther King"),
        ("Broncos player Williams", "Broncos player", "Williams"),
        ("King Bhumibol Adulyadej of Thailand", "King", "Bhumibol Adulyadej"),
        ("Duchess of Cornwall", "", "Duchess of Cornwall"),
    ],
)
def test_a_person_s_surface_is_title_and_name(surface: str, title: str, words: str) -> None:
    found = person_name(surface)
    assert (found.title, found.text) == (title, words)


def test_gender_by_title_before_first_name() -> None:
    assert gender(person_name("Mrs. Clinton")) == "female"
    assert gender(person_name("John Kerry")) == "male"
    assert gender(person_name("Kerry")) is None


def test_acronyms() -> None:
    assert "LTTE" in initials("Liberation Tigers of Tamil Eelam")
    assert split_acronym("African Union (AU)") == ("African Union", "AU")


def test_trim_takes_article_and_possessive() -> None:
    assert trim("the Taliban's ") == "Taliban"


def test_near_is_one_letter() -> None:
    assert near("Hussain", "Hussein")
    assert not near("Iran", "Iraq")


def test_head_of_a_description() -> None:
    assert head("a spokesman for the army") == "spokesman"
