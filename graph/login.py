"""How to reach a database as one of its users, and how to hand it a statement with its time limit."""

from dataclasses import dataclass
from typing import Any, Literal, LiteralString, cast

import neo4j

from graph.embedded import Access
from graph.errors import StoreError

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
CONNECT_SECONDS = 10.0
Engine = Literal["arcadedb", "neo4j"]


@dataclass(frozen=True, slots=True)
class Login:
    """How to reach a database as one of its users."""

    address: str
    username: str | None
    password: str | None
    database: str | None

    @property
    def options(self) -> dict[str, Any]:
        auth = (self.username, self.password or "") if self.username else None
        return {
            "auth": auth,
            "connection_timeout": CONNECT_SECONDS,
            "connection_acquisition_timeout": CONNECT_SECONDS * 3,
            "notifications_min_severity": "OFF",
        }


def is_address(store: str) -> bool:
    """Whether `store` is an address rather than a folder."""
    return "://" in store


Logins = tuple[Login, Login]
"""For reading and for writing."""


def neo4j_logins(store: str, username: str | None, password: str | None, database: str | None) -> Logins:
    scheme = store.partition("://")[0]
    if scheme not in SCHEMES:
        raise StoreError(f"{store} is no address of a database. Use a folder, bolt://HOST:PORT or neo4j://HOST:PORT.")
    login = Login(store, username, password, database)
    return login, login


def arcadedb_logins(access: Access) -> Logins:
    reader = Login(access.address, "reader", access.reader, "newsgraph")
    return reader, Login(access.address, "root", access.writer, "newsgraph")


def headed(statement: str, timeout: float | None, engine: Engine) -> LiteralString:
    """The statement with its limit at the head where the database reads it there (graph.server)."""
    if timeout is not None and engine == "arcadedb":
        statement = f"/* at most {max(1, round(timeout * 1000))} ms */ {statement}"
    # The driver's type guards against statements glued from input; parameters are not glued here.
    return cast(LiteralString, statement)


def limited(statement: str, timeout: float | None, engine: Engine) -> neo4j.Query:
    return neo4j.Query(headed(statement, timeout, engine), timeout=timeout)
