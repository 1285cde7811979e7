import pytest

from loaders.places import Location, context, place


@pytest.mark.parametrize(
    ("name", "countries", "beside", "expected"),
    [
        ("Lebanon", {}, "Ohio", ("city", "US", 4516412)),
        ("Lebanon", {"LB": 4}, "", ("country", "LB", 272103)),
        ("Paris", {"US": 9}, "", ("city", "FR", 2988507)),
        ("Paris", {"US": 9}, "Texas", ("city", "US", 4717560)),
        ("Geneva", {"US": 9}, "", ("city", "CH", 2660646)),
        ("Georgia", {"RU": 2}, "", ("country", "GE", 614540)),
        ("Georgia", {"US": 2}, "", ("region", "US", 4197000)),
        ("Tripoli", {"LB": 3}, "", ("city", "LB", 266826)),
        ("southern Israel", {"IL": 3}, "", ("region", "IL", None)),
        ("West Bank", {}, "", ("region", "PS", None)),
        ("Taba", {}, "Egypt", (None, "EG", None)),
        ("Punjab", {"PK": 1}, "", ("region", "PK", None)),
        ("Nowhereville", {}, "", (None, None, None)),
    ],
)
def test_context_decides(name: str, countries: dict[str, int], beside: str, expected: tuple[object, ...]) -> None:
    found = place(name, countries, beside)
    assert (found.kind, found.country, found.geonames) == expected


def test_a_city_has_its_point() -> None:
    assert place("Baghdad") == Location("Baghdad", "city", "IQ", 98182, 33.34058, 44.40088)


def test_context_counts_countries_but_not_their_namesakes() -> None:
    assert context("Georgia and the Americans in Washington, Iraq") == {"US": 2, "IQ": 1}
