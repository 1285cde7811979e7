"""Errors that a client sees: each with a code, and no more of the inside than the message says."""

from collections.abc import Sequence
from enum import Enum

from graphql import FieldNode, GraphQLError


class Code(Enum):
    """`extensions.code` of an error."""

    BAD_INPUT = "BAD_INPUT"
    """An argument has a value that cannot be."""
    TOO_LARGE = "TOO_LARGE"
    """The operation asks for more than one statement can hold."""
    DATABASE_UNAVAILABLE = "DATABASE_UNAVAILABLE"
    """The database does not answer."""
    TIMEOUT = "TIMEOUT"
    """The database took too long."""
    MISSING_VALUE = "MISSING_VALUE"
    """The graph lacks a value that must be there."""
    PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    INTERNAL = "INTERNAL_SERVER_ERROR"


MASKED = "Something went wrong inside the server. It has been logged."


class InputError(ValueError):
    """What a client asked for cannot be; the message says why and what to do."""

    def __init__(self, message: str, code: Code = Code.BAD_INPUT) -> None:
        super().__init__(message)
        self.code = code


def refusal(
    message: str, code: Code, nodes: Sequence[FieldNode] = (), path: Sequence[str | int] | None = None
) -> GraphQLError:
    """The error as GraphQL reports it."""
    return GraphQLError(message, nodes or None, path=path, extensions={"code": code.value})
