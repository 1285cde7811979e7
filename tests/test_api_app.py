"""The application over HTTP: GraphQL, the playground, health, limits."""

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from api.app import Settings, app
from graph.errors import StoreError


@pytest.fixture(scope="module")
def client(store: str) -> Iterator[TestClient]:
    with TestClient(app(Settings(store, max_body=2000))) as client:
        yield client


def test_graphql(client: TestClient) -> None:
    response = client.post(
        "/graphql", json={"query": "query Q($n: Int) { persons(first: $n) { __typename } }", "variables": {"n": 0}}
    )
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    assert response.json() == {"data": {"persons": {"__typename": "PersonConnection"}}}  # fmt: skip


def test_developers_get_the_cypher(store: str) -> None:
    with TestClient(app(Settings(store, trace=True))) as client:
        answer = client.post("/graphql", json={"query": "{ persons(first: 1) { totalCount } }"}).json()
    cypher = answer["extensions"]["cypher"]
    assert cypher["statement"].startswith("RETURN [[COLLECT { MATCH (v1:`Person`)")
    assert cypher["parameters"] == {"p0": 1}


def test_errors_have_no_traces(client: TestClient) -> None:
    answer = client.post("/graphql", json={"query": "{ persons(first: -1) { totalCount } }"}).json()
    assert answer["data"] is None
    (error,) = answer["errors"]
    assert set(error) == {"message", "locations", "path", "extensions"}
    assert error["extensions"] == {"code": "BAD_INPUT"}


def test_the_playground_needs_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/graphql", headers={"accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert not [link for link in links if not link.startswith(("/playground/", "data:"))]
    files = [client.get(link) for link in links if link.startswith("/")]
    assert len(files) == 6
    assert {file.status_code for file in files} == {200}


def test_the_root_leads_to_the_playground(client: TestClient) -> None:
    response = client.get("/", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, "/graphql")


def test_health(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}


@pytest.mark.parametrize("streamed", [False, True])
def test_large_bodies_are_refused(client: TestClient, streamed: bool) -> None:
    body = b'{"query": "{ __typename }' + b" " * 3000 + b'"}'
    content = iter([body[:1500], body[1500:]]) if streamed else body
    response = client.post("/graphql", content=content, headers={"content-type": "application/json"})
    assert (response.status_code, response.text) == (
        413,
        "The request's body has more than 2000 bytes. Ask for less at once.",
    )


def test_what_is_not_json_is_refused(client: TestClient) -> None:
    response = client.post("/graphql", content=b"{", headers={"content-type": "application/json"})
    assert response.status_code == 400


def test_a_store_that_does_not_answer_is_an_error_at_the_start() -> None:
    with pytest.raises(StoreError, match="No database answered"), TestClient(app(Settings("bolt://127.0.0.1:9"))):
        pass
