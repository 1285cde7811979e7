"""Pages by cursors: joined they are the list, forward and backward, in every order, also while articles come in."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from asking import Asker, asking
from graphs import synthetic
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import database
from graph.save import save

LISTS = {
    "articles": ("{ id }", ["[{published: ASC}]", "[{publisher: DESC}, {title: ASC}]"]),
    "sentences": ("{ id }", ["[{index: DESC}]", "[{text: ASC}]"]),
    "entities": ("{ id }", ["[{name: DESC}]", "[{named: ASC}, {id: DESC}]"]),
    "places": ("{ id }", ["[{latitude: DESC}]", "[{geonames: ASC}]"]),
    "events": ("{ id }", ["[{date: ASC}]", "[{type: ASC}, {date: DESC}]"]),
    "figures": ("{ id }", ["[{value: DESC}]"]),
    "offices": ("{ id }", ["[{holder: {name: DESC}}]", "[{title: DESC}, {of: {name: ASC}}]"]),
    "stances": ("{ id }", ["[{stance: DESC}]"]),
}
ORDERS = [(name, order) for name, (_, orders) in LISTS.items() for order in ("null", *orders)]


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


def pages(ask: Asker, name: str, order: str, size: int, backward: bool = False) -> list[list[str]]:
    """The ids on each page, as they are asked for one after the other."""
    arguments = "last: $size, before: $cursor" if backward else "first: $size, after: $cursor"
    query = (
        f"query($size: Int!, $cursor: String) {{ {name}({arguments}, sort: {order}) {{ nodes {{ id }} "
        "edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
    )
    cursor: str | None = None
    found: list[list[str]] = []
    while True:
        page: dict[str, Any] = ask(query, size=size, cursor=cursor)[name]
        info = page["pageInfo"]
        cursors = [edge["cursor"] for edge in page["edges"]]
        assert (info["startCursor"], info["endCursor"]) == ((cursors[0], cursors[-1]) if cursors else (None, None))
        behind, ahead = ("hasNextPage", "hasPreviousPage") if backward else ("hasPreviousPage", "hasNextPage")
        assert info[behind] == bool(found)
        found.append([node["id"] for node in page["nodes"]])
        if not info[ahead]:
            return found
        cursor = info["startCursor" if backward else "endCursor"]


@pytest.mark.parametrize("size", [2])
@pytest.mark.parametrize(("name", "order"), ORDERS)
def test_pages_joined_are_the_list(ask: Asker, name: str, order: str, size: int) -> None:
    whole = [
        n["id"] for n in ask(f"{{ {name}(first: 1000, sort: {order}) {{ totalCount nodes {{ id }} }} }}")[name]["nodes"]
    ]
    assert len(set(whole)) == len(whole) > size
    forward = pages(ask, name, order, size)
    assert list(chain(*forward)) == whole
    assert [len(page) for page in forward[:-1]] == [size] * (len(forward) - 1)
    backward = pages(ask, name, order, size, backward=True)
    assert list(chain(*reversed(backward))) == whole


@given(st.sampled_from(ORDERS), st.integers(1, 7), st.booleans())
@settings(max_examples=25)
def test_pages_of_any_size_joined_are_the_list(ask: Asker, chosen: tuple[str, str], size: int, backward: bool) -> None:
    name, order = chosen
    whole = [n["id"] for n in ask(f"{{ {name}(first: 1000, sort: {order}) {{ nodes {{ id }} }} }}")[name]["nodes"]]
    found = pages(ask, name, order, size, backward)
    assert list(chain(*(reversed(found) if backward else found))) == whole


def test_pages_of_nested_lists(ask: Asker) -> None:
    query = (
        'query($after: String) { government(id: "government:ru") { mentions(first: 2, after: $after) '
        "{ totalCount edges { cursor start node { id } } pageInfo { hasNextPage endCursor } } } }"
    )
    whole = ask(query.replace("first: 2", "first: 100"))["government"]["mentions"]["edges"]
    found: list[Any] = []
    cursor = None
    while True:
        page = ask(query, after=cursor)["government"]["mentions"]
        found += page["edges"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        cursor = page["pageInfo"]["endCursor"]
    assert found == whole
    assert len(whole) == page["totalCount"] > 2


def test_between_two_cursors(ask: Asker) -> None:
    edges = ask("{ sentences(first: 100) { edges { cursor node { id } } } }")["sentences"]["edges"]
    query = "query($a: String, $b: String) { sentences(first: 100, after: $a, before: $b) { nodes { id } } }"
    got = ask(query, a=edges[2]["cursor"], b=edges[6]["cursor"])["sentences"]["nodes"]
    assert got == [edge["node"] for edge in edges[3:6]]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("first: -1", "`first` is -1; it has to be from 0 to 5000"),
        ("last: 5001", "`last` is 5001; it has to be from 0 to 5000"),
        ("first: 1, last: 1", "Give `first` or `last`, not both."),
        ('after: "nonsense"', "'nonsense' is not a cursor"),
        ('after: "WyJh"', "'WyJh' is not a cursor"),
        ('after: "{other}"', "belongs to another list or another order"),
        ('after: "{same}", sort: [{{title: ASC}}]', "belongs to another list or another order"),
    ],
)
def test_bad_pages_are_refused(ask: Asker, arguments: str, message: str) -> None:
    got = ask("{ a: articles { pageInfo { endCursor } } s: sentences { pageInfo { endCursor } } }")
    cursors = {"same": got["a"]["pageInfo"]["endCursor"], "other": got["s"]["pageInfo"]["endCursor"]}
    asked = ask.all(f"{{ articles({arguments.format(**cursors)}) {{ nodes {{ id }} }} }}")
    (error,) = asked.errors
    assert message in error["message"]
    assert error["extensions"] == {"code": "BAD_INPUT"}
    assert error["path"] == ["articles"]


def test_nothing_is_skipped_or_given_twice_while_articles_come_in(ask: Asker, store: str) -> None:
    """Last in this file, since it adds to the store."""
    before = [n["id"] for n in ask("{ events(first: 1000) { nodes { id } } }")["events"]["nodes"]]
    query = "query($c: String) { events(first: 2, after: $c) { nodes { id } pageInfo { hasNextPage endCursor } } }"
    found: list[str] = []
    cursor, number = None, 0
    with database.open(store) as opened:
        while True:
            page = ask(query, c=cursor)["events"]
            found += [node["id"] for node in page["nodes"]]
            if not page["pageInfo"]["hasNextPage"]:
                break
            cursor = page["pageInfo"]["endCursor"]
            number += 1
            if number <= 3:
                save(opened, synthetic(number, sentences=10))
    assert len(set(found)) == len(found)
    assert [each for each in found if each in before] == before
