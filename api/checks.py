"""What the values of arguments may be."""

from api.errors import InputError
from api.table import Arguments
from graph.identity import KINDS, is_id

DEFAULT_PAGE = 50
"""Rows of a page where neither `first` nor `last` is given."""
MAX_PAGE = 5000
"""Rows of a page at most."""


def known_id(text: str) -> str:
    """`text`. Raises InputError if it cannot be the id of a node."""
    if not is_id(text):
        kinds = ", ".join(f"{kind}:.." for kind in KINDS)
        raise InputError(f"{text!r} is not an id of a node. Take one from the field `id` of an answer: {kinds}.")
    return text


def known_ids(texts: list[str]) -> list[str]:
    """`texts`. Raises InputError if one cannot be the id of a node, or if there are too many."""
    if len(texts) > MAX_PAGE:
        raise InputError(f"`ids` has {len(texts)} ids; it may have {MAX_PAGE}. Ask for the rest in another operation.")
    return [known_id(text) for text in texts]


def page_size(arguments: Arguments, name: str) -> int:
    """The number of rows asked for. Raises InputError if it cannot be."""
    return within(arguments, name, 0, MAX_PAGE, DEFAULT_PAGE, " Ask for the rest with `after` or `before`.")


def within(arguments: Arguments, name: str, least: int, most: int, usual: int, advice: str = "") -> int:
    """The argument `name`, or what is usual where it is null. Raises InputError if it is too small or too large."""
    value = arguments.get(name)
    if value is None:
        return usual
    if not least <= value <= most:
        raise InputError(f"`{name}` is {value}; it has to be from {least} to {most}.{advice}")
    return value
