"""The compiler of reads: trees to Cypher, lists to values, and what becomes null."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import reading_tree as tree
from graph.reading import statement
from graph.reading_check import checked
from graph.reading_cursor import CursorError, cursor, place
from graph.reading_shape import Missing, shaper
from graph.reading_tree import Attribute, Both, Compare, Either, Fields, Hop, Key, Not, Parameter, Related, Walk
from graph.reading_value import passage

NAME = tree.Leaf(Attribute("name"), required=True)
DATE = Key(Attribute("date", sort="text"), descending=True)
ID = Key(Attribute("id"))


def one(selection: tree.Selection, **more: Any) -> Fields:
    return Fields((("person", tree.One(tree.Nodes(("Person",)), selection, **more)),))


def page(**more: Any) -> tree.Page:
    entries = (("nodes", tree.Rows(Fields((("id", tree.Leaf(Attribute("id"))),)))),)
    values: dict[str, Any] = {
        "source": tree.Nodes(("Event",)), "where": Both(()), "sort": (DATE, ID), "size": Parameter("n"),
        "entries": entries,
    }  # fmt: skip
    return tree.Page(**{**values, **more})


def cypher(where: tree.Filter) -> str:
    text = statement(one(Fields((("name", NAME),)), where=where))
    return text.partition(" WHERE ")[2].rpartition(" WITH v1 ")[0]


NAMED = Compare(Attribute("name"), "eq", Parameter("a"))
STATED = Compare(Attribute("title", "edge"), "startsWith", Parameter("b"), fold=True)
OFFICE = Walk((Hop(("HOLDS_OFFICE",), True),))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (NAMED, "v1.`name` = $a"),
        (Both((NAMED, NAMED)), "(v1.`name` = $a) AND (v1.`name` = $a)"),
        (Either((NAMED, Both(()))), ""),
        (Either(()), "false"),
        (Not(NAMED), "NOT (coalesce(v1.`name` = $a, false))"),
        (Not(Not(NAMED)), "NOT (NOT (coalesce(v1.`name` = $a, false)))"),
        (Not(Both(())), "false"),
        (Compare(Attribute("name"), "missing"), "v1.`name` IS NULL"),
        (Compare(Attribute("names"), "has", Parameter("a")), "$a IN v1.`names`"),
        (Compare(Attribute("published", sort="time"), "gte", Parameter("a")), "v1.`published` >= datetime($a)"),
        (
            Related("some", OFFICE, STATED),
            "EXISTS { MATCH (v1)-[v2:`HOLDS_OFFICE`]->(v3) WHERE toLower(v2.`title`) STARTS WITH toLower($b) }",
        ),
        (
            Related("all", OFFICE, tree.End("node", NAMED)),
            "NOT EXISTS { MATCH (v1)-[v2:`HOLDS_OFFICE`]->(v3) WHERE NOT (coalesce(v3.`name` = $a, false)) }",
        ),
        (Related("single", OFFICE, Both(())), "COUNT { MATCH (v1)-[v2:`HOLDS_OFFICE`]->(v3) } = 1"),
    ],
)
def test_filters(where: tree.Filter, expected: str) -> None:
    assert cypher(where) == expected


def test_a_page_sorts_and_limits_before_it_goes_on() -> None:
    inner = tree.Page(Walk((Hop(("ACTOR_IN",), False, ("Entity",)),)), Both(()), (ID,), Parameter("m"), page().entries)
    entries = (("nodes", tree.Rows(Fields((("actors", inner),)))),)
    assert statement(Fields((("events", page(entries=entries)),))) == (
        "RETURN [[COLLECT { MATCH (v1:`Event`) WITH v1 ORDER BY coalesce(v1.`date`, '') DESC, v1.`id` LIMIT $n RETURN "
        "[[[COLLECT { MATCH (v1)<-[v2:`ACTOR_IN`]-(v3:`Entity`) WITH v3, v2, v1 ORDER BY v3.`id` LIMIT $m RETURN "
        "[[v3.`id`]] }]]] }]] AS data"
    )


def test_a_page_goes_on_by_its_keys() -> None:
    text = statement(Fields((("events", page(after=(Parameter("d"), Parameter("i")))),)))
    assert "WHERE (coalesce(v1.`date`, '') <= $d AND (coalesce(v1.`date`, '') < $d OR (v1.`id` > $i)))" in text
    text = statement(Fields((("events", page(before=(Parameter("d"), Parameter("i")), backward=True)),)))
    assert "WHERE (coalesce(v1.`date`, '') >= $d AND (coalesce(v1.`date`, '') > $d OR (v1.`id` < $i)))" in text
    assert "ORDER BY coalesce(v1.`date`, ''), v1.`id` DESC" in text


@pytest.mark.parametrize("name", ["id` = 1 //", "", "a b", "näme", "1st"])
def test_names_that_code_did_not_write_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        statement(one(Fields((("x", tree.Leaf(Attribute(name))),))))


def test_what_needs_a_row_says_so() -> None:
    with pytest.raises(ValueError, match="needs a row"):
        statement(Fields((("name", NAME),)))
    with pytest.raises(ValueError, match="needs a row"):
        statement(Fields((("people", page(source=OFFICE)),)))


# Shaping. `NESTED` is what api.selection makes of
# { person { name stances: [{ text }] } }, where name and text must be there and person may be null.
NESTED = one(
    Fields((
        ("name", NAME),
        ("kind", tree.Constant("Person")),
        ("stances", tree.Many(OFFICE, Fields((("text", tree.Passage()),)), ())),
        ("home", tree.One(OFFICE, Fields((("name", NAME),)))),
    ))
)  # fmt: skip


def test_shape() -> None:
    data = [["Ada", [[["Ada doubts it.", 10, 14, 20]]], None]]
    assert shaper(NESTED)(data, {}) == {
        "person": {"name": "Ada", "kind": "Person", "stances": [{"text": "doubts"}], "home": None}
    }
    assert shaper(NESTED)([None], {}) == {"person": None}


NULLS: list[tuple[list[Any], dict[str, Any], list[Any]]] = [
    ([[None, [], None]], {"person": None}, [("person", "name")]),
    ([["Ada", [[[None, 0, 0, 1]]], None]], {"person": None}, [("person", "stances", 0, "text")]),
    (
        [["Ada", [], [None]]],
        {"person": {"name": "Ada", "kind": "Person", "stances": [], "home": None}},
        [("person", "home", "name")],
    ),
]


@pytest.mark.parametrize(("data", "expected", "missing"), NULLS)
def test_what_becomes_null(data: list[Any], expected: dict[str, Any], missing: list[Any]) -> None:
    with pytest.raises(Missing):
        shaper(NESTED)(data, {})
    result = checked(NESTED, data, {})
    assert result.data == expected
    assert list(result.missing) == missing


EACH = Fields((("people", tree.Each(tree.Nodes(("Person",)), Fields((("name", NAME),)), Parameter("ids"))),))


def test_each_id_has_its_place() -> None:
    assert statement(EACH) == (
        "RETURN [COLLECT { MATCH (v1:`Person`) WHERE v1.`id` IN $ids WITH v1 RETURN [v1.`id`, [v1.`name`]] }] AS data"
    )
    data = [[["b", ["Bruno"]], ["a", ["Ada"]]]]
    expected = {"people": [{"name": "Ada"}, None, {"name": "Bruno"}]}
    parameters = {"ids": ["a", "x", "b"]}
    assert shaper(EACH)(data, parameters) == expected == checked(EACH, data, parameters).data
    result = checked(EACH, [[["a", [None]]]], parameters)
    assert (result.data, result.missing) == ({"people": [None, None, None]}, (("people", 0, "name"),))


def test_null_reaches_the_root() -> None:
    root = Fields((("person", tree.One(tree.Nodes(("Person",)), Fields((("name", NAME),)), required=True)),))
    assert checked(root, [[None]], {}).data is None


CASES = tree.Cases((
    ("Person", Fields((("t", tree.Constant("Person")), ("name", NAME)))),
    ("Place", Fields((("t", tree.Constant("Place")), ("at", tree.Leaf(Attribute("latitude")))))),
))  # fmt: skip
WHOLE = Fields((
    ("things", tree.Page(
        tree.Nodes(("Entity",)), Both(()), (ID,), Parameter("n"),
        (
            ("edges", tree.Rows(Fields((("cursor", tree.Cursor()), ("node", tree.At("node", CASES)))))),
            ("nodes", tree.Rows(CASES)),
            ("pageInfo", tree.Group((
                ("hasNextPage", tree.Info("hasNextPage")), ("endCursor", tree.Info("endCursor")),
            ))),
            ("totalCount", tree.Total()),
            ("kind", tree.Constant("EntityConnection")),
        ),
        mark="things",
    )),
))  # fmt: skip
THING = st.one_of(
    st.tuples(st.just(0), st.tuples(st.text()).map(list)).map(list),
    st.tuples(st.just(1), st.tuples(st.floats(allow_nan=False)).map(list)).map(list),
)
ROW = st.tuples(THING, st.text()).map(lambda pair: [[pair[0]], pair[0], [pair[1]]])


@given(st.lists(ROW, max_size=5), st.integers(0, 6), st.integers(0, 100))
def test_the_quick_and_the_exact_shape_agree(rows: list[Any], size: int, total: int) -> None:
    data = [[rows[: size + 1], total]]
    quick = shaper(WHOLE)(data, {"n": size})
    assert checked(WHOLE, data, {"n": size}).data == quick
    assert len(quick["things"]["edges"]) == min(size, len(rows))
    assert quick["things"]["pageInfo"]["hasNextPage"] == (len(rows) > size)


SCALARS = st.lists(st.one_of(st.text(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False, allow_infinity=False)))


@given(st.text(), SCALARS)
def test_a_cursor_gives_its_values_back(mark: str, values: list[Any]) -> None:
    assert place(mark, cursor(mark, values), len(values)) == values


@given(st.text(max_size=50))
def test_other_texts_are_no_cursors(text: str) -> None:
    with pytest.raises(CursorError):
        place("mark", text, 2)


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(CursorError, match="another list or another order"):
        place("events by date", cursor("events by type", ["a", "b"]), 2)


def test_passages_count_code_points() -> None:
    assert passage(["🕊️ Peace talks", 100, 103, 108]) == "Peace"
