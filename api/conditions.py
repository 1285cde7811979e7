"""Filters and orders that a client gives, as the tree of reads knows them.

Values never enter the tree: each becomes a parameter, with the path at which the arguments hold it.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, cast

from api.dates import AFTER_ALL
from api.entities import OFFICES, STANCES
from api.kinds import KINDS, fields_of
from api.table import End, Field, Kind, Link, Property, Single, into, stored
from graph.reading_tree import (
    AsOf,
    Attribute,
    Both,
    Compare,
    Either,
    Filter,
    Key,
    Not,
    Operator,
    Parameter,
    Quantifier,
    Related,
)  # fmt: skip
from graph.reading_tree import End as EndFilter

Path = tuple[str | int, ...]
Named = Callable[[Path, Callable[[Any], Any]], Parameter]
"""Gives the parameter for the value at a path of the arguments, changed by a function."""


def condition(link: Link, value: Mapping[str, Any], path: Path, named: Named) -> Filter:
    """The filter that `value`, the argument `where` of `link`, stands for."""
    return _all(*scope(link), value, path, named)


AS_OF = ("Office", "Stance", "Proposal")
"""What changes with time, so that lists of it can be asked for as of a date."""


def as_of(link: Link, before: Parameter) -> Filter:
    """What was known before a moment, of a list of AS_OF."""
    match link.target:
        case "Office":
            return AsOf(OFFICES.types, before, ("title",))
        case "Stance":
            return AsOf(STANCES, before)
        case _:
            told = Compare(Attribute("published", sort="time"), "lt", before)
            return Related("some", into("FEATURES", "Article"), told)


def scope(link: Link) -> tuple[Kind, Mapping[str, Field]]:
    """The fields that a filter or an order of a link can speak of, and the type whose they are."""
    if not link.edge:
        return KINDS[link.target], fields_of(link.target)
    return KINDS[link.edge], {**fields_of(link.edge), "node": End("node", link.target, "node", "")}


def _all(kind: Kind, fields: Mapping[str, Field], value: Mapping[str, Any], path: Path, named: Named) -> Filter:
    def inner(given: Any, *steps: str | int) -> Filter:
        return _all(kind, fields, given, (*path, *steps), named)

    parts: list[Filter] = []
    for key, given in value.items():
        if given is None:
            continue
        if key == "AND":
            parts += [inner(one, key, n) for n, one in enumerate(given)]
        elif key == "OR":
            parts.append(Either(tuple(inner(one, key, n) for n, one in enumerate(given))))
        elif key == "NOT":
            parts.append(Not(inner(given, key)))
        else:
            parts.append(_field(kind, fields[key], given, (*path, key), named))
    return Both(tuple(parts))


def _field(kind: Kind, field: Field, value: Mapping[str, Any], path: Path, named: Named) -> Filter:
    match field:
        case Property():
            return _property(field, stored(kind, field), value, path, named)
        case Link():
            return _relation(field, value, path, named)
        case Single():
            return Related("some", field.source, _all(KINDS[field.target], fields_of(field.target), value, path, named))
        case End():
            there = _all(KINDS[field.target], fields_of(field.target), value, path, named)
            return EndFilter(cast(Any, field.at), there)
        case _:
            raise ValueError(f"{field} cannot be filtered by")


def _relation(link: Link, value: Mapping[str, Any], path: Path, named: Named) -> Filter:
    return Both(tuple(
        Related(cast(Quantifier, key), cast(Any, link.source), _all(*scope(link), given, (*path, key), named))
        for key, given in value.items()
        if given is not None
    ))  # fmt: skip


def _property(field: Property, attribute: Attribute, value: Mapping[str, Any], path: Path, named: Named) -> Filter:
    fold = value.get("ignoreCase") is not False
    return Both(tuple(
        _compare(field, attribute, key, given, fold, lambda change, key=key: named((*path, key), change))
        for key, given in value.items()
        if key != "ignoreCase" and (given is not None or key in ("eq", "ne"))
    ))  # fmt: skip


def _compare(
    field: Property,
    attribute: Attribute,
    key: str,
    value: Any,
    fold: bool,
    named: Callable[[Callable[[Any], Any]], Parameter],
) -> Filter:
    if key in ("ne", "notIn"):
        positive = "eq" if key == "ne" else "in"
        return Not(_compare(field, attribute, positive, value, fold, named))
    if value is None:
        return Compare(attribute, "missing")
    if field.type == "Date" and key in ("lte", "gt"):
        return Compare(attribute, cast(Operator, key), named(lambda date: date + AFTER_ALL))
    operator = {"within": "startsWith", "contains": "hasLike" if field.type == "Strings" else "contains"}.get(key, key)
    text = field.type == "String" and operator in ("contains", "startsWith", "endsWith")
    return Compare(attribute, cast(Operator, operator), named(plain), fold and text)


def plain(value: Any) -> Any:
    """A value as the database takes it: of an enum, what the graph keeps."""
    if isinstance(value, list):
        return [plain(each) for each in cast(list[Any], value)]
    if isinstance(value, datetime):
        # ArcadeDB compares moments of different offsets by their local time.
        return value.astimezone(UTC).isoformat()
    return value.value if isinstance(value, Enum) else value


def order(link: Link, value: list[Mapping[str, Any]] | None) -> tuple[Key, ...]:
    """The keys to sort by: those that `value`, the argument `sort`, names, then those that tell any two rows apart."""
    kind, fields = scope(link)
    asked = [_key(kind, fields, *entry) for given in value or () for entry in given.items()]
    keys: dict[Attribute, Key] = {}
    for key in (*(asked or link.order), *link.unique):
        keys.setdefault(key.attribute, key)
    return tuple(keys.values())


def _key(kind: Kind, fields: Mapping[str, Field], name: str, value: Any) -> Key:
    field = fields[name]
    if isinstance(field, End):
        ((inner_name, direction),) = value.items()
        key = _key(KINDS[field.target], fields_of(field.target), inner_name, direction)
        return Key(Attribute(key.attribute.name, cast(Any, field.at), key.attribute.sort), key.descending)
    return Key(stored(kind, cast(Property, field)), value.value)
