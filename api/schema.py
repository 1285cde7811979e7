"""The schema, and how it is executed: types without resolvers, read by one statement for each operation."""

import logging
from typing import Any

import strawberry
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.extensions import ParserCache, SchemaExtension, ValidationCache
from strawberry.schema.config import StrawberryConfig
from strawberry.types import ExecutionContext

from api.errors import MASKED, Code
from api.execution import CompiledExecution, Context
from api.scalars import SCALARS
from api.types import make_types

log = logging.getLogger(__name__)


class Traced(SchemaExtension):
    """Adds the statement, its parameters and the times to the answer."""

    def get_results(self) -> dict[str, Any]:
        context = self.execution_context.context
        if not isinstance(context, Context) or not context.trace.statement:
            return {}
        trace = context.trace
        return {
            "cypher": {
                "statement": trace.statement,
                "parameters": {
                    name: str(value) if hasattr(value, "isoformat") else value
                    for name, value in trace.parameters.items()
                },
                "milliseconds": trace.milliseconds,
            }
        }


class Schema(strawberry.Schema):
    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Give every error a code; log and hide what nobody foresaw. A client's mistakes are not logged."""
        for error in errors:
            if "code" not in (error.extensions or {}):
                error.extensions = {**(error.extensions or {}), "code": code_of(error).value}
                if error.extensions["code"] == Code.INTERNAL.value:
                    log.error("%s", error, exc_info=error.original_error)
                    error.message = MASKED


def code_of(error: GraphQLError) -> Code:
    """The code of an error that brings none."""
    if isinstance(error, GraphQLSyntaxError):
        return Code.PARSE_FAILED
    if error.original_error is None or isinstance(error.original_error, GraphQLError):
        return Code.VALIDATION_FAILED
    # A scalar that refuses a value in the document: validation knows the place, but no path yet.
    return Code.VALIDATION_FAILED if error.nodes and error.path is None else Code.INTERNAL


QUERY, *REST = reversed(make_types())


def schema(trace: bool = False) -> Schema:
    """The schema. `trace`: answers carry their Cypher and times, for developers."""
    return Schema(
        QUERY,
        types=REST,
        execution_context_class=CompiledExecution,
        extensions=[ParserCache, ValidationCache, *([Traced] if trace else [])],
        config=StrawberryConfig(scalar_map=SCALARS),
    )


def sdl() -> str:
    """The schema in GraphQL's schema language, as api/schema.graphql holds it."""
    return schema().as_str() + "\n"
