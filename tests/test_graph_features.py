"""Folding and sharing: any order, any number of times, and back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from graph.features import fold
from graph.shared import LISTS, added, union, without

NAMES = st.sampled_from(["Kyiv", "Kiev", "City of Kyiv", "the capital"])
FEATURES = st.fixed_dictionaries(
    {
        "name": NAMES,
        "names": st.lists(NAMES),
        "named": st.booleans(),
        "kind": st.sampled_from([None, "city", "capital"]),
        "geonames": st.sampled_from([None, 703448, 1]),
    }
)


@given(st.lists(FEATURES, min_size=1), st.randoms())
def test_order_and_repetition_do_not_matter(features: list[dict[str, Any]], chance: Any) -> None:
    shuffled = [*features, chance.choice(features)]
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(features)


@given(st.lists(FEATURES, min_size=2))
def test_one_more_folds_into_the_fold(features: list[dict[str, Any]]) -> None:
    assert fold([fold(features[:-1]), features[-1]]) == fold(features)


def test_the_fullest_name_counts() -> None:
    names = [{"name": name} for name in ("Kyiv", "Kiev", "City of Kyiv")]
    assert fold(names)["name"] == "City of Kyiv"
    assert fold(names[:2])["name"] == "Kiev"


ARTICLES = st.sampled_from(["article:a", "article:b", "article:c"])
ROWS = st.tuples(st.integers(0, 3), st.integers(0, 5), st.sampled_from(["rule one", "rule two"]))


@st.composite
def supports(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """An article and its lists."""
    article = draw(ARTICLES)
    rows = sorted(draw(st.sets(ROWS)))
    lists = ([f"{article}:{index:05}", start, start + 5, rule, "1", 0.9, "said"] for index, start, rule in rows)
    columns: list[Any] = [list(column) for column in zip(*lists, strict=True)] or [[] for _ in LISTS]
    return article, dict(zip(LISTS, columns, strict=True))


def supported(supports: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for article, lists in supports:
        properties = added(properties, article, lists)
    return properties


@given(st.lists(supports(), min_size=1, unique_by=lambda support: support[0]), st.randoms())
def test_support_does_not_depend_on_order(supports: list[tuple[str, dict[str, Any]]], chance: Any) -> None:
    expected = supported(supports)
    again = [*supports, chance.choice(supports)]
    chance.shuffle(again)
    assert supported(again) == expected


@given(st.lists(supports(), min_size=2, unique_by=lambda support: support[0]))
def test_support_can_be_taken_back(supports: list[tuple[str, dict[str, Any]]]) -> None:
    assert without(supported(supports), supports[-1][0]) == supported(supports[:-1])


def test_two_accounts_in_one_article_become_one() -> None:
    one, other = {"sentences": ["a:1"], "starts": [1]}, {"sentences": ["a:0"], "starts": [2], "title": "mayor"}
    assert union(one, other) == {"sentences": ["a:0", "a:1"], "starts": [2, 1], "title": "mayor"}
