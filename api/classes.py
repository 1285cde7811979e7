"""Strawberry classes made of declarations: annotations are texts, so that types may name each other in any order."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from keyword import iskeyword
from typing import Any, Optional, cast

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from api import scalars
from api.table import Argument, Choice

NAMES: dict[str, Any] = {
    "ID": strawberry.ID, "String": str, "Int": int, "Float": float, "Boolean": bool, "list": list, "Optional": Optional,
    "Date": scalars.Date, "DateTime": scalars.DateTime, "Duration": scalars.Duration,
}  # fmt: skip
"""What an annotation may name; every class that is made here joins in."""


def annotation(of: str) -> StrawberryAnnotation:
    """The type `of` in GraphQL's notation ("[Person!]!")."""
    return StrawberryAnnotation(_python(of), namespace=NAMES)


def _python(of: str) -> str:
    if of.endswith("!"):
        inner = of[:-1]
        return f"list[{_python(inner[1:-1])}]" if inner.startswith("[") else inner
    return f"Optional[{_python(of + '!')}]"


def output(description: str, reads: object, arguments: Sequence[Argument] = ()) -> StrawberryField:
    """A field that is read as `reads` says (api.selection), without a resolver."""
    field = StrawberryField(description=description, metadata={"reads": reads})
    field.arguments = [
        StrawberryArgument(a.name, a.name, annotation(a.type), description=a.description) for a in arguments
    ]
    return field


def made(
    make: Callable[..., Any], name: str, description: str, fields: Mapping[str, tuple[str, StrawberryField]],
    bases: tuple[type, ...] = (), **options: Any,
) -> Any:  # fmt: skip
    """The class `name` with `fields` (name -> type, field), decorated by `make` (strawberry.type, for one)."""
    body: dict[str, Any] = {"__annotations__": {}, "__module__": __name__}
    for key, (of, field) in fields.items():
        field.graphql_name = key
        name_here = key + "_" if iskeyword(key) else key
        body["__annotations__"][name_here] = annotation(of)
        body[name_here] = field
    NAMES[name] = make(_class(name, bases, body), name=name, description=description, **options)
    return NAMES[name]


def _class(name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
    return type(name, bases, body)


def made_input(name: str, description: str, fields: Mapping[str, tuple[str, str]], one_of: bool = False) -> Any:
    """The input type `name` with optional `fields` (name -> type, description)."""
    options: dict[str, Any] = {"one_of": True} if one_of else {}
    members = {
        key: (of, StrawberryField(description=text, default=strawberry.UNSET)) for key, (of, text) in fields.items()
    }
    return made(strawberry.input, name, description, members, **options)


def made_choice(choice: Choice) -> Any:
    """The enum for `choice`; the values of its members are what the graph keeps."""
    members = {name: strawberry.enum_value(_value(choice, name), description=text) for name, text in choice.values}
    NAMES[choice.name] = strawberry.enum(cast(Any, Enum(choice.name, members)), description=choice.description)
    return NAMES[choice.name]


class Structural(str):
    """A value of an enum on which the text of a statement depends."""


def _value(choice: Choice, name: str) -> str:
    word = name.lower() if choice.lower else name
    return Structural(word) if choice.structural else word
