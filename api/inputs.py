"""Filters and orders for every type, made of its fields."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, cast

import strawberry

from api.classes import NAMES, made_input
from api.kinds import ANSWERS, CHOICES, KINDS, fields_of
from api.table import End, Field, Link, Property, Single

EQUAL = {"eq": "Is this; null: is missing.", "ne": "Is not this; null: is there."}
ONE_OF = {"in": "Is one of these.", "notIn": "Is none of these."}
ORDERED = {
    "lt": "Comes before this.",
    "lte": "Is this or comes before it.",
    "gt": "Comes after this.",
    "gte": "Is this or comes after it.",
}
TEXT = {"contains": "Has this in it.", "startsWith": "Begins with this.", "endsWith": "Ends with this."}
QUANTIFIERS = {
    "some": "At least one of them is so.", "none": "None of them is so.",
    "all": "All of them are so (also if there are none).", "single": "Just one of them is so.",
}  # fmt: skip
COMBINED = {"AND": "All of these hold.", "OR": "At least one of these holds."}


def make_scalar_filters() -> None:
    """A filter for each scalar and enum."""
    for scalar in ("ID", "Boolean", *(name for name, choice in CHOICES.items() if not choice.structural)):
        _scalar_filter(scalar, {})
    for scalar in ("Int", "Float", "DateTime", "Duration"):
        _scalar_filter(scalar, ORDERED)
    _scalar_filter("String", {**ORDERED, **TEXT}, {"ignoreCase": ("Boolean", CASE)})
    within = {"within": ("Date", "Lies in this year, month or day.")}
    _scalar_filter("Date", ORDERED, within)
    names = {
        "has": ("String", "One of them is just this."),
        "contains": ("String", "One of them has this in it, in upper or lower case."),
    }
    made_input("StringsFilter", "Which lists of texts to keep. All conditions must hold.", names)


UNFILTERED = {kind.name for module in ANSWERS for kind in module.KINDS} | {"Query", "Evidence"}
"""Types that no list with a filter holds."""
CASE = "Whether `contains`, `startsWith` and `endsWith` take upper and lower case as one; they do unless you say false."


def _scalar_filter(scalar: str, more: dict[str, str], extra: dict[str, tuple[str, str]] | None = None) -> None:
    fields = {key: (scalar, text) for key, text in {**EQUAL, **more}.items()}
    lists = {key: (f"[{scalar}!]", text) for key, text in ONE_OF.items()}
    description = f"Which values of the type {scalar} to keep. All conditions must hold."
    made_input(f"{scalar}Filter", description, {**fields, **lists, **(extra or {})})


def make_inputs(links: Iterable[Link]) -> None:
    """A filter and an order for each type, and for each kind of edge that has properties."""
    made_direction()
    make_scalar_filters()
    for name in KINDS:
        if name not in UNFILTERED and not name.endswith("Edge"):
            _make(name, name, tuple(fields_of(name).values()))
    for prefix, link in {link.prefix: link for link in links if link.edge}.items():
        node = End("node", link.target, "node", "The other end.")
        _make(prefix, link.edge, (*KINDS[link.edge].fields, node))


def made_direction() -> None:
    """The values are Booleans, since the plan of a read depends on them (see api.plan)."""
    members = {
        "ASC": strawberry.enum_value(False, description="Smallest, earliest or first of the alphabet first."),
        "DESC": strawberry.enum_value(True, description="Largest, latest or last of the alphabet first."),
    }
    NAMES["SortDirection"] = strawberry.enum(
        cast(Any, Enum("SortDirection", members)), description="Which way to sort."
    )


def _make(prefix: str, name: str, fields: tuple[Field, ...]) -> None:
    where = f"{prefix}Where"
    conditions = {
        field.name: _condition(field) for field in fields if isinstance(field, Property | Link | Single | End)
    }
    combined = {key: (f"[{where}!]", text) for key, text in COMBINED.items()}
    made_input(where, f"Which to keep, by the fields of {name}. All conditions must hold.", {
        **combined, "NOT": (where, "This does not hold."), **conditions,
    })  # fmt: skip
    made_input(f"{prefix}Relation", f"How many of these must be so, by the fields of {name}.", {
        key: (where, text) for key, text in QUANTIFIERS.items()
    })  # fmt: skip
    made_input(
        f"{prefix}Sort", f"What to sort by: one field of {name}.",
        {field.name: _key(field) for field in fields if sortable(field)}, one_of=True,
    )  # fmt: skip


def _condition(field: Property | Link | Single | End) -> tuple[str, str]:
    if isinstance(field, Property):
        return f"{field.type}Filter", field.description
    return (f"{field.prefix}Relation" if isinstance(field, Link) else f"{field.target}Where"), field.description


def sortable(field: Field) -> bool:
    return (isinstance(field, Property) and field.type != "Strings") or isinstance(field, End)


def _key(field: Field) -> tuple[str, str]:
    return (f"{field.target}Sort" if isinstance(field, End) else "SortDirection"), field.description


def links() -> tuple[Link, ...]:
    """All connections of the schema."""
    return tuple(field for name in KINDS for field in fields_of(name).values() if isinstance(field, Link))
