"""Fields made of the properties that graph.model declares."""

from collections.abc import Mapping, Sequence

from api.table import Property, Scalar
from graph.model import LABELS, RELATIONSHIPS
from graph.model import Property as ModelProperty

PLAIN: dict[str, Scalar] = {
    "string": "String",
    "integer": "Int",
    "float": "Float",
    "boolean": "Boolean",
    "datetime": "DateTime",
    "strings": "Strings",
}
FINER = {
    "date": "Date",
    "duration": "Duration",
    "polarity": "Polarity",
    "modality": "Modality",
    "status": "OfficeStatus",
}
"""Types of properties that the graph keeps as strings, by name."""


def of_label(
    label: str, required: Sequence[str] = (), without: Sequence[str] = (), **types: str
) -> tuple[Property, ...]:
    """The properties of a label as graph.model has them, but `id`. `types`: types other than the usual ones."""
    (model,) = (each for each in LABELS if each.name == label)
    return _properties(model.properties, required, ("id", *without), types)


def of_relationship(
    relationship: str, required: Sequence[str] = (), without: Sequence[str] = (), **types: str
) -> tuple[Property, ...]:
    """The properties of a relationship type as graph.model has them."""
    (model,) = (each for each in RELATIONSHIPS if each.type == relationship)
    return _properties(model.properties, required, without, types)


def _properties(
    model: Sequence[ModelProperty], required: Sequence[str], without: Sequence[str], types: Mapping[str, str]
) -> tuple[Property, ...]:
    return tuple(
        Property(p.name, {**FINER, **types}.get(p.name, PLAIN.get(p.type, "")), p.description, p.name in required)
        for p in model
        if p.name not in without
    )
