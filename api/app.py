"""The ASGI application: GraphQL and, in a browser, the playground on /graphql; health on /healthz and /readyz."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL

from api import playground
from api.body import BodyLimit
from api.execution import Context
from api.plan import Plans
from api.schema import schema
from graph.database import open_async
from graph.database_async import AsyncDatabase
from graph.errors import QueryError, StoreError

log = logging.getLogger(__name__)

READY_SECONDS = 5.0
"""How long /readyz waits for the database: less than what checks of health usually wait."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What to serve, and how.

    `store` is a folder or the address of a Neo4j database, `timeout` the seconds that the database may take for a
    request, `max_body` the bytes that a request may have. `trace`: answers carry their Cypher, for developers.
    """

    store: str
    username: str | None = None
    password: str | None = None
    database: str | None = None
    timeout: float = 10.0
    max_body: int = 1_000_000
    trace: bool = False


class View(GraphQL[Context, None]):
    """Strawberry's view with orjson and our own playground."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(schema(settings.trace), subscription_protocols=())
        self.settings = settings
        self.plans = Plans()

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        return Context(request.app.state.database, self.plans, self.settings.timeout)

    async def render_graphql_ide(self, request: Request) -> Response:
        return HTMLResponse(playground.page(f"{request.scope.get('root_path', '')}/playground"))

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)

    def decode_json(self, data: str | bytes) -> Any:
        return orjson.loads(data)


def app(settings: Settings) -> Starlette:
    """The application for `settings`; the database is opened when it starts, and closed when it ends."""

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with opened(settings) as app.state.database:
            yield

    view = View(settings)
    routes = [
        Route("/", root),
        Route("/graphql", view, methods=["GET", "POST"]),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Mount("/playground", playground.files()),
    ]
    return Starlette(routes=routes, middleware=[Middleware(BodyLimit, settings.max_body)], lifespan=lifespan)


@contextlib.asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[AsyncDatabase]:
    """The database of `settings`. Raises StoreError if it does not answer."""
    login: Mapping[str, str | None] = {
        "username": settings.username,
        "password": settings.password,
        "database": settings.database,
    }
    database = await open_async(settings.store, **login)
    try:
        yield database
    finally:
        await database.close()


async def root(_: Request) -> Response:
    """To the playground."""
    return RedirectResponse("/graphql")


async def healthz(_: Request) -> Response:
    """Whether the server runs."""
    return JSON({"status": "ok"})


async def readyz(request: Request) -> Response:
    """Whether the server can answer: the database is asked."""
    try:
        async with asyncio.timeout(READY_SECONDS):
            await request.app.state.database.ping()
    except (QueryError, StoreError, TimeoutError) as error:
        log.warning("not ready: %s", error or "no answer in time")
        return JSON({"status": "the database does not answer"}, status_code=503)
    return JSON({"status": "ok"})


class JSON(Response):
    """A response by orjson."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        return orjson.dumps(content)
