"""One way to both databases: ArcadeDB embedded in a folder, and Neo4j at a `bolt://` or `neo4j://` address.

    with open("graph") as database:
        database.read("MATCH (p:Person) RETURN p.name AS name LIMIT $n", {"n": 3})

Reading sessions cannot write: Neo4j refuses in READ mode, and on the embedded store they log in as a user who may
only read. A time limit is handed to the database, which ends the statement itself.
"""

# The driver leaves its **config untyped.
# pyright: reportUnknownMemberType=false

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, LiteralString, Protocol, TypeVar

import neo4j

from graph import embedded
from graph.database_async import AsyncDatabase
from graph.errors import (
    DatabaseFailure,
    LostConnection,
    QueryError,
    StoreError,
    TimeLimitError,
    explained,
    passing,
    pause,
    refused,
)
from graph.login import Engine, Logins, arcadedb_logins, headed, is_address, limited, neo4j_logins

__all__ = [
    "AsyncDatabase",
    "Database",
    "QueryError",
    "Row",
    "Run",
    "StoreError",
    "TimeLimitError",
    "open",
    "open_async",
]

ATTEMPTS = 12
"""Of a write that lost a race. The last waits 1 to 2 s, all together about 8 s."""
Row = dict[str, Any]
"""Values by column, as the driver gives them: moments as `neo4j.time`, points as `neo4j.spatial`."""
T = TypeVar("T")


class Run(Protocol):
    """Runs one statement in a transaction and gives its rows."""

    def __call__(self, statement: LiteralString, parameters: Mapping[str, Any] | None = None) -> list[Row]: ...


def open(  # noqa: A001  (named as in `gzip.open`)
    store: str, *, username: str | None = None, password: str | None = None, database: str | None = None
) -> "Database":
    """Open `store`: the path of a folder (made if missing), or a `bolt://`, `neo4j://`, `neo4j+s://` address.

    Raises StoreError when nothing answers there or the login is wrong.
    """
    if is_address(store):
        return Database(store, neo4j_logins(store, username, password, database))
    lease = embedded.connect(Path(store).expanduser())
    return Database(store, arcadedb_logins(lease.access), lease)


async def open_async(
    store: str, *, username: str | None = None, password: str | None = None, database: str | None = None
) -> "AsyncDatabase":
    """As `open`, for reading from an event loop."""
    if is_address(store):
        return await AsyncDatabase(store, neo4j_logins(store, username, password, database)).checked()
    lease = await asyncio.to_thread(embedded.connect, Path(store).expanduser())
    return await AsyncDatabase(store, arcadedb_logins(lease.access), lease).checked()


class Database:
    """An open store. Threads may share it; processes open their own."""

    def __init__(self, store: str, logins: Logins, lease: embedded.Lease | None = None) -> None:
        self.store = store
        self.engine: Engine = "arcadedb" if lease else "neo4j"
        self.defined = False
        """Whether constraints and indexes are known to be there."""
        self._lease = lease
        self._logins = logins
        self._reader, self._writer = self._drivers()
        try:
            self._reader.verify_connectivity()
        except (*DatabaseFailure, OSError) as error:
            self.close()
            raise refused(store, error) from error

    def _drivers(self) -> tuple[neo4j.Driver, neo4j.Driver]:
        reader, writer = (neo4j.GraphDatabase.driver(login.address, **login.options) for login in self._logins)
        return reader, writer

    def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, timeout: float | None = None
    ) -> list[Row]:
        """The rows of `statement`, each a dictionary by column. `timeout` is in seconds.

        Raises QueryError when the database refuses it, as it does when the statement would write.
        """
        return self._again(lambda: self._read(statement, parameters, timeout), self.store)

    def _read(self, statement: str, parameters: Mapping[str, Any] | None, timeout: float | None) -> list[Row]:
        query = limited(statement, timeout, self.engine)
        with self._reader.session(database=self._logins[0].database, default_access_mode=neo4j.READ_ACCESS) as session:
            return session.run(query, dict(parameters or {})).data()

    def write(self, work: Callable[[Run], T], timeout: float | None = None) -> T:
        """Run `work` in one transaction and commit; once more from the start when it loses a race.

        `work` gets a function that runs a statement, and must be free of other effects. What it returns is returned
        when the transaction is on the disk. `timeout` is the limit of each statement, in seconds.
        """
        return self._again(lambda: self._write(work, timeout), self.store)

    def _write(self, work: Callable[[Run], T], timeout: float | None) -> T:
        login = self._logins[1]
        with (
            self._lease.turn() if self._lease else nullcontext(),
            self._writer.session(database=login.database) as session,
            session.begin_transaction(timeout=timeout) as transaction,
        ):

            def run(statement: LiteralString, parameters: Mapping[str, Any] | None = None) -> list[Row]:
                return transaction.run(headed(statement, timeout, self.engine), dict(parameters or {})).data()

            result = work(run)
            transaction.commit()
            return result

    def define(self, statements: list[LiteralString]) -> None:
        """Run statements that change constraints and indexes, each in a transaction of its own."""
        for statement in statements:
            self._again(lambda statement=statement: self._define(statement), self.store)

    def _define(self, statement: LiteralString) -> None:
        turn = self._lease.turn() if self._lease else nullcontext()
        with turn, self._writer.session(database=self._logins[1].database) as session:
            session.run(statement).consume()

    def _again(self, attempt: Callable[[], T], store: str) -> T:
        for number in range(ATTEMPTS):
            try:
                return attempt()
            except DatabaseFailure as error:
                if number == ATTEMPTS - 1 or not passing(error):
                    raise explained(store, error) from error
                time.sleep(pause(number))
                self._revive(error)
        raise AssertionError("unreachable")

    def _revive(self, error: Exception) -> None:
        """After a lost connection, find or start the embedded server again."""
        if self._lease and isinstance(error, LostConnection):
            logins = arcadedb_logins(self._lease.renew())
            if logins != self._logins:
                self._reader.close()
                self._writer.close()
                self._logins = logins
                self._reader, self._writer = self._drivers()

    def close(self) -> None:
        self._reader.close()
        self._writer.close()
        if self._lease:
            self._lease.close()

    def __enter__(self) -> "Database":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
