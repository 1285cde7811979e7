"""Arguments of fields as parameters of a statement: taken anew from the variables at each run of a plan."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLField
from graphql.execution import Executor
from graphql.execution.values import get_argument_values

from api.checks import page_size
from api.errors import InputError
from api.table import Arguments
from graph.reading_cursor import CursorError, place
from graph.reading_tree import Parameter

Path = tuple[str | int, ...]
Getter = Callable[[Arguments], Any]
"""Takes the value of a parameter from a field's arguments. Raises InputError if it cannot be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with arguments, and the parameters that they give."""

    definition: GraphQLField
    node: FieldNode
    getters: dict[str, Getter] = field(default_factory=dict[str, Getter])

    def arguments(self, executor: Executor[Any]) -> dict[str, Any]:
        return get_argument_values(self.definition, self.node, executor.variable_values)

    def parameters(self, executor: Executor[Any]) -> dict[str, Any]:
        """The parameters' values for the executor's variables. Raises InputError if one cannot be."""
        arguments = self.arguments(executor)
        return {name: getter(arguments) for name, getter in self.getters.items()}


class Parameters:
    """The parameters of one statement."""

    def __init__(self) -> None:
        self.asked: dict[int, Asked] = {}
        self._known: dict[tuple[object, ...], Parameter] = {}

    def field(self, definition: GraphQLField, node: FieldNode) -> Asked:
        return self.asked.setdefault(id(node), Asked(definition, node))

    def parameter(self, asked: Asked, path: Path, getter: Getter) -> Parameter:
        """A field that is asked for on several types gives the same parameters, so that equal trees are equal."""
        key = (id(asked.node), *path)
        if key not in self._known:
            self._known[key] = Parameter(f"p{len(self._known)}")
            asked.getters[self._known[key].name] = getter
        return self._known[key]

    def at(self, asked: Asked, path: Path, change: Callable[[Any], Any]) -> Parameter:
        """The parameter for the value at a path of the arguments, changed by a function."""
        return self.parameter(asked, path, lambda arguments: change(_at(arguments, path)))

    def size(self, asked: Asked, name: str) -> Parameter:
        """The parameter for the number of rows, which the argument `name` gives."""
        return self.parameter(asked, ("size",), lambda arguments: page_size(arguments, name))

    def bound(self, asked: Asked, side: str, given: str | None, mark: str, length: int) -> tuple[Parameter, ...]:
        """A parameter for each key in the cursor that the argument `side` holds; nothing if it is null."""
        if given is None:
            return ()
        return tuple(
            self.parameter(asked, (side, n), lambda arguments, n=n: _place(arguments[side], mark, length)[n])
            for n in range(length)
        )


def _at(arguments: Any, path: Path) -> Any:
    for step in path:
        arguments = arguments[step]
    return arguments


def _place(text: str, mark: str, length: int) -> list[Any]:
    try:
        return place(mark, text, length)
    except CursorError as error:
        raise InputError(str(error)) from None
