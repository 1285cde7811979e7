"""Execution: all that GraphQL promises holds for fields that are read by one statement, beside ordinary ones too."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
import strawberry
from asking import Asker, asking
from graphql import parse
from graphql.execution.collect_fields import collect_fields
from strawberry.extensions import ParserCache, SchemaExtension
from strawberry.schema.config import StrawberryConfig

from api.errors import MASKED
from api.execution import CompiledExecution, Context
from api.plan import Plans, planned, shape
from api.scalars import SCALARS
from api.schema import QUERY, REST, Schema, schema
from graph import database
from graph.database_async import AsyncDatabase
from graph.login import neo4j_logins


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


seen: list[str] = []


class Hooks(SchemaExtension):
    def on_operation(self) -> Iterator[None]:
        seen.append("operation")
        yield

    def on_parse(self) -> Iterator[None]:
        seen.append("parse")
        yield

    def on_validate(self) -> Iterator[None]:
        seen.append("validate")
        yield

    def on_execute(self) -> Iterator[None]:
        seen.append("execute")
        yield

    def get_results(self) -> dict[str, Any]:
        return {"hooks": True}


@strawberry.type(name="Query")
class WithResolvers(QUERY):  # type: ignore[misc, valid-type]
    @strawberry.field
    def hello(self) -> str:
        return "hello"

    @strawberry.field
    async def later(self) -> str:
        await asyncio.sleep(0)
        return "later"

    @strawberry.field
    def broken(self) -> str | None:
        raise RuntimeError("a secret")


@strawberry.type
class Mutation:
    @strawberry.mutation
    def echo(self, text: str) -> str:
        return text


MIXED = Schema(
    WithResolvers,
    Mutation,
    types=REST,
    execution_context_class=CompiledExecution,
    extensions=[ParserCache, Hooks],
    config=StrawberryConfig(scalar_map=SCALARS),
)


@pytest.fixture
def mixed(ask: Asker) -> Iterator[Asker]:
    """The same store by a schema that has resolvers too."""
    ordinary, ask.schema, ask.plans = ask.schema, MIXED, Plans()
    yield ask
    ask.schema, ask.plans = ordinary, Plans()


ONE = '(name: "Guterres")'


@pytest.mark.parametrize(
    ("query", "variables", "expected"),
    [
        (
            "{ hello person" + ONE + " { name } later }",
            {},
            {"hello": "hello", "person": {"name": "António Guterres"}, "later": "later"},
        ),
        (
            "{ __typename t: __typename person" + ONE + " { __typename } }",
            {},
            {"__typename": "Query", "t": "Query", "person": {"__typename": "Person"}},
        ),
        (
            "{ person" + ONE + ' { name } __type(name: "Person") { name } }',
            {},
            {"person": {"name": "António Guterres"}, "__type": {"name": "Person"}},
        ),
        ('mutation { echo(text: "x") }', {}, {"echo": "x"}),
        (
            "query($no: Boolean!) { person" + ONE + " { ...F ... on Entity { called: name @skip(if: $no) } } "
            "person" + ONE + " { named @include(if: $no) } } fragment F on Person { name kind: __typename }",
            {"no": True},
            {"person": {"name": "António Guterres", "kind": "Person", "named": True}},
        ),
        (
            "{ person" + ONE + " { offices { nodes { title } } offices { nodes { of { name } } totalCount } } }",
            {},
            {
                "person": {
                    "offices": {
                        "nodes": [{"title": "Secretary-General", "of": {"name": "United Nations"}}],
                        "totalCount": 1,
                    }
                }
            },
        ),
        ("query($n: Int = 1) { articles(first: $n) { nodes { title } } }", {"n": 0}, {"articles": {"nodes": []}}),
    ],
)
def test_what_goes_on_beside(mixed: Asker, query: str, variables: dict[str, Any], expected: Any) -> None:
    asked = mixed.all(query, variables)
    assert (asked.data, asked.errors) == (expected, [])
    assert list(asked.data) == list(expected)


def test_hooks_of_extensions_are_called(mixed: Asker) -> None:
    seen.clear()
    assert mixed.all("{ persons(first: 1) { totalCount } }").extensions["hooks"] is True
    assert seen == ["operation", "parse", "validate", "execute"]


@pytest.mark.parametrize(
    ("query", "variables", "code", "message"),
    [
        ("{ persons {", {}, "GRAPHQL_PARSE_FAILED", "Syntax Error"),
        ("{ persons { nope } }", {}, "GRAPHQL_VALIDATION_FAILED", "Cannot query field 'nope'"),
        (
            "query($n: Int!) { persons(first: $n) { totalCount } }",
            {"n": "x"},
            "GRAPHQL_VALIDATION_FAILED",
            "Int cannot represent",
        ),
        ('{ events(where: {date: {eq: "August"}}) { totalCount } }', {}, "GRAPHQL_VALIDATION_FAILED", "not a date"),
        (
            "query($d: Date) { events(where: {date: {eq: $d}}) { totalCount } }",
            {"d": "2024-13"},
            "GRAPHQL_VALIDATION_FAILED",
            "2024-08",
        ),
        ("{ events(sort: [{date: ASC, type: ASC}]) { totalCount } }", {}, "GRAPHQL_VALIDATION_FAILED", "exactly one"),
        ("{ person { id } }", {}, "BAD_INPUT", "takes either `id` or `name`"),
        ("{ persons { ... @defer { nodes { id } } } }", {}, "GRAPHQL_VALIDATION_FAILED", "Unknown directive '@defer'"),
    ],
)
def test_what_cannot_be_asked(ask: Asker, query: str, variables: dict[str, Any], code: str, message: str) -> None:
    asked = ask.all(query, variables)
    (error,) = asked.errors
    assert error["extensions"]["code"] == code
    assert message in error["message"]


def test_too_deep_is_refused(ask: Asker) -> None:
    query = "{ persons { nodes " + "{ events { nodes { actors { nodes " * 12 + "{ id }" + " } } } }" * 12 + " } }"
    assert [e["extensions"]["code"] for e in ask.all(query).errors] == ["TOO_LARGE"]


def test_too_many_cases_are_refused(ask: Asker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.plan.MAX_STATEMENT", 100)
    assert [e["extensions"]["code"] for e in ask.all("{ entities { nodes { id } } }").errors] == ["TOO_LARGE"]


def test_interfaces_in_interfaces_are_planned_in_time() -> None:
    """Eight types at each level: 8 to the 9th selections if each were gone through anew."""
    level = "{ events { nodes { id actors { nodes "
    query = "{ persons { nodes " + level * 9 + "{ id }" + " } } } }" * 9 + " } }"
    plan, _ = plan_of(query, {})
    assert len(plan.statement) < 10_000


def test_what_nobody_foresaw_is_hidden_and_the_rest_stays(mixed: Asker, caplog: pytest.LogCaptureFixture) -> None:
    asked = mixed.all("{ broken persons(first: 1) { nodes { __typename } } }")
    assert asked.data == {"broken": None, "persons": {"nodes": [{"__typename": "Person"}]}}
    (error,) = asked.errors
    assert (error["message"], error["extensions"]) == (MASKED, {"code": "INTERNAL_SERVER_ERROR"})


def test_null_in_a_field_that_must_not_be_null(ask: Asker, store: str) -> None:
    with database.open(store) as opened:
        opened.write(lambda run: run("CREATE (:Person:Entity {id: 'person:nameless', names: []})"))
        try:
            one = ask.all('{ person(id: "person:nameless") { id } a: person(id: "person:nameless") { id name } }')
            many = ask.all('{ persons(where: {id: {eq: "person:nameless"}}) { edges { node { x: name } } } }')
        finally:
            opened.write(lambda run: run("MATCH (n:Person {id: 'person:nameless'}) DELETE n"))
    assert one.data == {"person": {"id": "person:nameless"}, "a": None}
    (error,) = one.errors
    assert error["message"] == "Cannot return null for non-nullable field Person.name."
    assert (error["path"], error["extensions"]) == (["a", "name"], {"code": "MISSING_VALUE"})
    assert many.data is None
    assert [error["path"] for error in many.errors] == [["persons", "edges", 0, "node", "x"]]


def test_a_database_that_is_gone(caplog: pytest.LogCaptureFixture) -> None:
    async def asked() -> Any:
        gone = AsyncDatabase("bolt://127.0.0.1:9", neo4j_logins("bolt://127.0.0.1:9", None, None, None))
        try:
            return await schema().execute("{ persons { totalCount } }", None, Context(gone, Plans(), 1))
        finally:
            await gone.close()

    result = asyncio.run(asked())
    (error,) = result.errors
    assert error.extensions == {"code": "DATABASE_UNAVAILABLE"}
    assert "127.0.0.1" not in error.message


def test_the_time_limit_reaches_the_database(ask: Asker) -> None:
    query = "{ persons { nodes { events { nodes { actors { nodes { events { totalCount } } } } } } } }"
    asked = ask.all(query, timeout=0.001)
    # A millisecond may suffice for a database that is awake.
    assert not asked.errors or [e["extensions"]["code"] for e in asked.errors] == ["TIMEOUT"]


def plan_of(query: str, variables: dict[str, Any]) -> Any:
    core = schema()._schema  # pyright: ignore[reportPrivateUsage]
    execution: Any = CompiledExecution
    executor: Any = execution.build(core, parse(query), raw_variable_values=variables)
    root: Any = core.query_type
    fields = collect_fields(core, executor.fragments, executor.variable_values, root, executor.operation)
    return planned(executor, root, fields.grouped_field_set), executor


WHERE = "query($where: EventWhere, $n: Int) { events(where: $where, first: $n) { totalCount } }"


def test_plans_depend_on_the_shape_of_variables_only(ask: Asker) -> None:
    ask.plans = Plans()
    for year in ("2022", "2023"):
        ask(
            WHERE,
            where={"AND": [{"date": {"within": year}}], "type": {"in": ["CONSULT", "AGREE"][: int(year) - 2021]}},
            n=int(year),
        )
    assert len(ask.plans) == 1
    wheres: list[Any] = [{"date": {"eq": "2022"}}, {"date": {"eq": None}}, {"OR": []}, None]
    for where in wheres:
        ask(WHERE, where=where)
    assert len(ask.plans) == 5


def test_no_value_enters_a_statement() -> None:
    hostile = "x'}) DETACH DELETE (n) //`"
    query = (
        'query($x: String) { persons(where: {name: {contains: $x, in: ["HOSTILE"]}}) { nodes { id } } '
        "person(name: $x) { id } }"
    )
    plan, executor = plan_of(query.replace("HOSTILE", hostile), {"x": hostile})
    assert "DETACH" not in plan.statement
    assert hostile in plan.parameters(executor).values()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (0, "*"),
        ("x", "*"),
        ([], "*"),
        ([1, 2], "*"),
        ([{"a": 1}, {}], ((("a", "*"),), ())),
        ({"a": {"b": None}, "c": False}, (("a", (("b", None),)), ("c", False))),
    ],
)
def test_shape(value: Any, expected: Any) -> None:
    assert shape(value) == expected
