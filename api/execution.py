"""Execution: the fields of a query that say where they are read become one statement, the others keep their resolvers.

Strawberry takes the class by `Schema(execution_context_class=...)`. `execute_root_grouped_field_set`,
`collect_subfields` and `collected_errors` are private in graphql-core 3.3, so its version is pinned and
tests/test_api_execution.py holds every behaviour that is relied upon.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graphql import FieldNode, GraphQLError, GraphQLObjectType, OperationType
from graphql.execution.collect_fields import GroupedFieldSet
from graphql.pyutils import Path
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from api.errors import MASKED, Code, InputError, refusal
from api.plan import Plan, Plans, planned
from api.selection import reads
from graph.database_async import AsyncDatabase
from graph.errors import StoreError, TimeLimitError
from graph.reading_check import checked
from graph.reading_shape import Missing

log = logging.getLogger(__name__)

GRACE_SECONDS = 2.0
"""How much longer than the database's own limit a statement may take, before the request stops waiting for it."""


@dataclass(slots=True)
class Trace:
    """What a statement was and how long each part took, for developers."""

    statement: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any])
    milliseconds: dict[str, float] = field(default_factory=dict[str, float])


@dataclass(slots=True)
class Context:
    """What a request is executed with."""

    database: AsyncDatabase
    plans: Plans
    timeout: float
    """Seconds that the database may take."""
    trace: Trace = field(default_factory=Trace)


class CompiledExecution(StrawberryGraphQLCoreExecutionContext):
    """Reads all fields of a query that say where, by one statement."""

    def execute_root_grouped_field_set(
        self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, serially: bool,
        position_context: Any,
    ) -> Any:  # fmt: skip
        ours, others = self.divided(root_type, grouped_field_set)
        if not ours:
            return super().execute_root_grouped_field_set(
                root_type, root_value, grouped_field_set, serially, position_context
            )
        if not others:
            return self.read(root_type, ours)
        other = super().execute_root_grouped_field_set(root_type, root_value, others, serially, position_context)
        return self.together(grouped_field_set, self.read(root_type, ours), other)

    def divided(self, root_type: GraphQLObjectType, fields: GroupedFieldSet) -> tuple[GroupedFieldSet, GroupedFieldSet]:
        """The fields that are read by a statement, and the others."""
        ours: GroupedFieldSet = {}
        others: GroupedFieldSet = {}
        for key, details in fields.items():
            definition = self.schema.get_field(root_type, details[0].node.name.value)
            mine = self.operation.operation is OperationType.QUERY and reads(definition) is not None
            (ours if mine else others)[key] = details
        return ours, others

    async def together(
        self,
        fields: GroupedFieldSet,
        read: Awaitable[dict[str, Any]],
        other: dict[str, Any] | Awaitable[dict[str, Any]],
    ) -> dict[str, Any]:
        """Both answers in the order of the fields. Both are awaited to the end, whatever becomes of one."""
        outcomes = await asyncio.gather(read, _awaited(other), return_exceptions=True)
        found: dict[str, Any] = {}
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
            found |= outcome
        return {key: found[key] for key in fields if key in found}

    async def read(self, root_type: GraphQLObjectType, fields: GroupedFieldSet) -> dict[str, Any]:
        """The answer to the fields."""
        context = cast(Context, self.context_value)
        key, details = next(iter(fields.items()))
        node = details[0].node
        try:
            return await self.answer(context, root_type, fields)
        except GraphQLError:
            raise
        except Exception as error:
            message, code = explained(error)
            if code in (Code.INTERNAL, Code.DATABASE_UNAVAILABLE):
                trace = error if code is Code.INTERNAL else None
                log.error("a read failed: %s\n%s", error, context.trace.statement, exc_info=trace)
            raise refusal(message, code, [node], [key]) from error

    async def answer(self, context: Context, root_type: GraphQLObjectType, fields: GroupedFieldSet) -> dict[str, Any]:
        times = [time.perf_counter()]
        plan = context.plans.get(self, lambda: planned(self, root_type, fields))
        parameters = plan.parameters(self)
        context.trace.statement, context.trace.parameters = plan.statement, parameters
        times.append(time.perf_counter())
        async with asyncio.timeout(context.timeout + GRACE_SECONDS):
            ((data,),) = await context.database.read(plan.statement, parameters, context.timeout)
        times.append(time.perf_counter())
        shaped = self.shaped(plan, data, parameters)
        times.append(time.perf_counter())
        parts = zip(("compile", "database", "shape"), times, times[1:], strict=False)
        context.trace.milliseconds = {name: round((end - start) * 1000, 3) for name, start, end in parts}
        return shaped

    def shaped(self, plan: Plan, data: list[Any], parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The answer; where a value that must be there is missing, the errors, and null by GraphQL's rules."""
        try:
            return plan.shape(data, parameters)
        except Missing:
            result = checked(plan.selected.tree, data, parameters)
        errors = [self.missing(plan, path) for path in result.missing]
        for error in errors[:-1] if result.data is None else errors:
            self.collected_errors.add(error, located(error))
        if result.data is None:
            raise errors[-1]
        return result.data

    def missing(self, plan: Plan, path: tuple[str | int, ...]) -> GraphQLError:
        keys = tuple(step for step in path if isinstance(step, str))
        name, node = plan.selected.places.get(keys, (".".join(keys), None))
        nodes: list[FieldNode] = [node] if node else []
        return refusal(f"Cannot return null for non-nullable field {name}.", Code.MISSING_VALUE, nodes, path)


UNAVAILABLE = "The database does not answer. Try again in a moment; /readyz tells when it is back."


def explained(error: Exception) -> tuple[str, Code]:
    """What a client is told of an error: nothing of the inside."""
    match error:
        case InputError():
            return str(error), error.code
        case TimeLimitError():
            return str(error), Code.TIMEOUT
        case TimeoutError():
            return "The database took longer than a request may.", Code.TIMEOUT
        case StoreError():
            return UNAVAILABLE, Code.DATABASE_UNAVAILABLE
        case _:
            return MASKED, Code.INTERNAL


def located(error: GraphQLError) -> Path | None:
    """The error's path as graphql-core links it."""
    path: Path | None = None
    for step in error.path or ():
        path = Path(path, step, None)
    return path


async def _awaited(value: dict[str, Any] | Awaitable[dict[str, Any]]) -> dict[str, Any]:
    return value if isinstance(value, dict) else await value
