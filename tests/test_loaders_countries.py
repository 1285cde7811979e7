from loaders.countries import by_code, capital_country, countries, country, demonyms, namings, state_name


def test_every_state_has_a_code_of_its_own() -> None:
    codes = [state.code for state in countries()]
    assert len(codes) == len(set(codes)) > 200
    assert {"PS", "XK", "TW", "US", "SU"} <= set(codes)


def test_names_aliases_demonyms_and_possessives() -> None:
    found = {
        word: (c.code if (c := country(word)) else None) for word in ("the U.S.", "Iraqis", "Israel's", "us", "Ohio")
    }
    assert found == {"the U.S.": "US", "Iraqis": "IQ", "Israel's": "IL", "us": None, "Ohio": None}


def test_capitals_are_apart() -> None:
    moscow = capital_country("Moscow")
    assert country("Moscow") is None
    assert moscow is not None
    assert moscow.code == "RU"


def test_namings_take_the_longest() -> None:
    text = "The United Kingdom of Great Britain and Northern Ireland met South Korean envoys in Moscow."
    assert [(text[n.start : n.end], n.kind, n.country.code) for n in namings(text)] == [
        ("The United Kingdom of Great Britain and Northern Ireland", "name", "GB"),
        ("South Korean", "demonym", "KR"),
        ("Moscow", "capital", "RU"),
    ]


def test_a_former_name_stands_where_the_article_has_no_other() -> None:
    state = by_code()["MK"]
    assert state_name(state, "Macedonia said") == "Macedonia"
    assert state_name(state, "North Macedonia said") == "North Macedonia"


def test_demonyms_with_plurals() -> None:
    assert demonyms("IQ") == ("Iraqi", "Iraqis")
    assert demonyms("ZZ") == ()
