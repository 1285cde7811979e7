"""The same two databases, read from an event loop."""

# The driver leaves its **config untyped.
# pyright: reportUnknownMemberType=false

import asyncio
from collections.abc import Mapping
from typing import Any

import neo4j

from graph.embedded import Lease
from graph.errors import DatabaseFailure, LostConnection, explained, passing, refused
from graph.login import Engine, Logins, arcadedb_logins, limited

POOL = 100
"""Connections at most: as many requests are answered at once."""


class AsyncDatabase:
    """An open store for reading from an event loop."""

    def __init__(self, store: str, logins: Logins, lease: Lease | None = None) -> None:
        self.store = store
        self.engine: Engine = "arcadedb" if lease else "neo4j"
        self._lease = lease
        self._login = logins[0]
        self._driver = self._connect()
        self._reviving = asyncio.Lock()

    def _connect(self) -> neo4j.AsyncDriver:
        return neo4j.AsyncGraphDatabase.driver(
            self._login.address, max_connection_pool_size=POOL, **self._login.options
        )

    async def checked(self) -> "AsyncDatabase":
        """Itself, when the database answers. Raises StoreError otherwise."""
        try:
            await self._driver.verify_connectivity()
        except (*DatabaseFailure, OSError) as error:
            await self.close()
            raise refused(self.store, error) from error
        return self

    async def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, timeout: float | None = None
    ) -> list[list[Any]]:
        """The rows of `statement` as lists of values in the order of its columns. `timeout` is in seconds.

        Raises QueryError when the database refuses it, StoreError when it does not answer.
        """
        for number in range(2):
            try:
                return await self._read(statement, parameters, timeout)
            except DatabaseFailure as error:
                if number or not passing(error):
                    raise explained(self.store, error) from error
                await self._revive(error)
        raise AssertionError("unreachable")

    async def _read(
        self, statement: str, parameters: Mapping[str, Any] | None, timeout: float | None
    ) -> list[list[Any]]:
        query = limited(statement, timeout, self.engine)
        async with self._driver.session(
            database=self._login.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
        ) as session:
            result = await session.run(query, dict(parameters or {}))
            return await result.values()

    async def ping(self) -> None:
        """Raises StoreError when the database does not answer."""
        await self.read("RETURN 1", timeout=5)

    async def _revive(self, error: Exception) -> None:
        """After a lost connection, find or start the embedded server again: one request for all that wait."""
        if not (self._lease and isinstance(error, LostConnection)):
            return
        async with self._reviving:
            login = arcadedb_logins(await asyncio.to_thread(self._lease.renew))[0]
            if login != self._login:
                await self._driver.close()
                self._login = login
                self._driver = self._connect()

    async def close(self) -> None:
        await self._driver.close()
        if self._lease:
            self._lease.close()
