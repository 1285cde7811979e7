"""The schema, and how it is executed: types without resolvers, read by one statement for each operation."""

import logging
from collections.abc import Iterator
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


class CodedErrors(SchemaExtension):
    """Gives every error a code; hides and logs what nobody foresaw."""

    def on_operation(self) -> Iterator[None]:
        yield
        context = self.execution_context
        if context.pre_execution_errors:
            context.pre_execution_errors = [coded(error) for error in context.pre_execution_errors]
        result: Any = context.result
        if result is not None and result.errors:
            result.errors = [coded(error) for error in result.errors]


def coded(error: GraphQLError) -> GraphQLError:
    """The error with a code in its extensions; masked if it comes from an exception."""
    if "code" in (error.extensions or {}):
        return error
    if error.original_error is not None and not isinstance(error.original_error, GraphQLError):
        return GraphQLError(MASKED, error.nodes, path=error.path, extensions={"code": Code.INTERNAL.value})
    code = Code.PARSE_FAILED if isinstance(error, GraphQLSyntaxError) else Code.VALIDATION_FAILED
    error.extensions = {**(error.extensions or {}), "code": code.value}
    return error


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
        """Log what nobody foresaw; a client's mistakes are no events."""
        for error in errors:
            if error.original_error is not None and "code" not in (error.extensions or {}):
                log.error("%s", error, exc_info=error.original_error)


QUERY, *REST = reversed(make_types())


def schema(trace: bool = False) -> Schema:
    """The schema. `trace`: answers carry their Cypher and times, for developers."""
    return Schema(
        QUERY,
        types=REST,
        execution_context_class=CompiledExecution,
        extensions=[CodedErrors, ParserCache, ValidationCache, *([Traced] if trace else [])],
        config=StrawberryConfig(scalar_map=SCALARS),
    )


def sdl() -> str:
    """The schema in GraphQL's schema language, as api/schema.graphql holds it."""
    return schema().as_str() + "\n"
