"""What can go wrong with a database, in words for whoever asked, and what may pass when it is tried again."""

import random

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

DatabaseFailure = (DriverError, Neo4jError)
"""All that the driver raises."""
LostConnection = (ServiceUnavailable, SessionExpired)


class StoreError(Exception):
    """A store cannot be opened, or does not answer. The message says why and what to do."""


class QueryError(Exception):
    """The database refused a statement. The message says why."""


class TimeLimitError(QueryError):
    """A statement ran longer than it may."""


def passing(error: Exception) -> bool:
    """Whether the same transaction may succeed when it is tried again.

    The driver knows its own; racing MERGEs that make the same node end with ConstraintError in the one that is late.
    """
    if isinstance(error, (ConstraintError, *LostConnection)):
        return True
    return isinstance(error, DatabaseFailure) and error.is_retryable()


def pause(number: int) -> float:
    """Seconds before attempt `number` + 1: 10 ms, doubling up to 1 s, and as much again by chance."""
    return min(1.0, 0.01 * 2**number) * (1 + random.random())


def explained(store: str, error: Exception) -> Exception:
    """The same in words for whoever asked."""
    code = getattr(error, "code", "") or ""
    if isinstance(error, LostConnection):
        return refused(store, error)
    if "Terminated" in code or "TransactionTimedOut" in code:
        return TimeLimitError(
            "The database ended the statement: it ran longer than it may. Ask for less, or raise the limit."
        )
    if isinstance(error, ClientError) and ("Forbidden" in code or "AccessMode" in code):
        return QueryError("The statement would write, and this is for reading only.")
    return QueryError(message(error))


def message(error: Exception) -> str:
    return getattr(error, "message", None) or str(error)


def refused(store: str, error: Exception) -> StoreError:
    """Why the store could not be opened, and what to do."""
    if isinstance(error, AuthError):
        return StoreError(f"{store} refused the user or the password. Set NEO4J_USERNAME and NEO4J_PASSWORD.")
    if isinstance(error, (ClientError, ConfigurationError)):
        return StoreError(f"{store} refused: {message(error)}")
    if "://" not in store:
        return StoreError(f"The database server of {store} does not answer. Try again; {store}/server.log tells more.")
    return StoreError(f"No database answered at {store}. Start it with: docker compose up -d")
