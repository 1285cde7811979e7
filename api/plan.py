"""Plans: an operation's statement and shaper, made once for each document and shape of the variables."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast

from graphql import GraphQLObjectType, OperationDefinitionNode
from graphql.execution import Executor
from graphql.execution.collect_fields import GroupedFieldSet

from api.classes import Structural
from api.errors import Code, InputError
from api.selection import Selected, selected
from graph.reading import statement
from graph.reading_shape import Shaper, shaper

MAX_STATEMENT = 200_000
"""Characters of a statement: interfaces in interfaces make many cases, and the databases have to plan them all."""


@dataclass(frozen=True, slots=True)
class Plan:
    selected: Selected
    statement: str
    shape: Shaper

    def parameters(self, executor: Executor[Any]) -> dict[str, Any]:
        """The statement's parameters for the executor's variables. Raises InputError if one cannot be."""
        return {name: value for asked in self.selected.asked for name, value in asked.parameters(executor).items()}


def planned(executor: Executor[Any], root_type: GraphQLObjectType, fields: GroupedFieldSet) -> Plan:
    """The plan for root fields that are read by a statement. Raises InputError if an argument cannot be."""
    chosen = selected(executor, root_type, fields)
    text = statement(chosen.tree)
    if len(text) > MAX_STATEMENT:
        raise InputError("The operation has too many cases for one statement. Ask for less at once.", Code.TOO_LARGE)
    return Plan(chosen, text, shaper(chosen.tree))


class Plans:
    """The plans used last. Documents are told apart by identity, so the schema has to cache parsed documents."""

    def __init__(self, size: int = 1000) -> None:
        self.size = size
        self._kept: OrderedDict[tuple[Any, ...], tuple[OperationDefinitionNode, Plan]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, executor: Executor[Any], make: Callable[[], Plan]) -> Plan:
        """The plan for the executor's operation and variables; `make` makes it if it is not there."""
        key = (id(executor.operation), shape(executor.variable_values.coerced))
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept[1]
        plan = make()
        # The operation is kept as well, so that nothing else can get its identity.
        self._kept[key] = executor.operation, plan
        if len(self._kept) > self.size:
            self._kept.popitem(last=False)
        return plan


ANY = "*"
"""The shape of all values that only enter a statement as parameters."""


def shape(value: Any) -> Any:
    """What a plan depends on in the variables: null or not, Booleans, words that change the statement, keys of objects,
    lengths of lists of objects.
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return value.value if isinstance(value.value, bool | Structural) else ANY
    if isinstance(value, Mapping):
        return tuple((key, shape(inner)) for key, inner in cast(Mapping[str, Any], value).items())
    if isinstance(value, list):
        shapes = tuple(shape(inner) for inner in cast(list[Any], value))
        return ANY if all(inner == ANY for inner in shapes) else shapes
    return ANY
