"""The schema: complete, described, and as its exported file says."""

from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    build_schema,
    parse,
    validate,
    validate_schema,
)

import api
from api.entities import STANCES
from api.kinds import KINDS, fields_of, possible
from api.playground import QUERY
from api.schema import schema, sdl
from api.table import Evidence, Link, Property, Single, stored
from graph.model import ENTITIES, LABELS, RELATIONSHIPS
from graph.reading_tree import Walk

BUILT = build_schema(sdl())


def test_exported_schema_is_up_to_date() -> None:
    """Write it again with: newsgraph schema > api/schema.graphql"""
    assert Path(api.__path__[0], "schema.graphql").read_text(encoding="utf-8") == sdl()


def test_schema_is_valid() -> None:
    assert validate_schema(BUILT) == []


def test_everything_is_described() -> None:
    bare: list[str] = []
    for name, kind in BUILT.type_map.items():
        if name.startswith("__") or name in {"ID", "String", "Int", "Float", "Boolean"}:
            continue
        bare += [] if kind.description else [name]
        if isinstance(kind, GraphQLEnumType):
            bare += [f"{name}.{key}" for key, value in kind.values.items() if not value.description]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
            bare += [f"{name}.{key}" for key, field in kind.fields.items() if not field.description]
            bare += [
                f"{name}.{key}({argument_name})"
                for key, field in kind.fields.items()
                for argument_name, argument in field.args.items()
                if not argument.description
            ]
        if isinstance(kind, GraphQLInputObjectType):
            bare += [f"{name}.{key}" for key, field in kind.fields.items() if not field.description]
    assert bare == []


@pytest.mark.parametrize("label", [label.name for label in LABELS])
def test_every_label_has_a_type_with_all_its_properties(label: str) -> None:
    kind = {"Event": "Action"}.get(label, label)
    fields = fields_of(kind)
    known = {stored(KINDS[kind], field).name for field in fields.values() if isinstance(field, Property)}
    (model,) = (each for each in LABELS if each.name == label)
    # The digest says only whether an article has to be written again; kinds are those of meetings.
    hidden = {"digest"} | ({"kind"} if label == "Event" else set[str]())
    assert {p.name for p in model.properties} - hidden <= known


def ends(kind: str) -> set[str]:
    """The labels that nodes of a type can have."""
    labels = {each.label for each in possible(kind)} if kind in KINDS and not KINDS[kind].on_edge else set[str]()
    return labels | ({"Entity"} if labels & set(ENTITIES) else set())


@pytest.mark.parametrize("out", [True, False])
@pytest.mark.parametrize("relationship", [relationship.type for relationship in RELATIONSHIPS])
def test_every_relationship_has_a_field_in_both_directions(relationship: str, out: bool) -> None:
    fields = [field for name in KINDS for field in fields_of(name).values()]
    sources = [field.source for field in fields if isinstance(field, Link | Single | Evidence)]
    hops = [s.hops[0] for s in sources if isinstance(s, Walk) and len(s.hops) == 1]
    assert any(relationship in hop.types and hop.out == out for hop in hops)


def test_stances_are_all_asked_for_together() -> None:
    assert {r.type for r in RELATIONSHIPS if "stance" in r.type.lower() or r.type in STANCES} == set(STANCES)


@pytest.mark.parametrize("label", [label.name for label in LABELS if label.name not in {"Term"}])
def test_every_label_has_a_list_and_a_look_up(label: str) -> None:
    query = fields_of("Query").values()
    targets = {field.target for field in query if isinstance(field, Link)}
    assert label in targets


def test_the_playground_asks_what_can_be_asked() -> None:
    assert validate(BUILT, parse(QUERY)) == []


def test_defer_is_refused() -> None:
    errors = validate(BUILT, parse("{ persons { ... @defer { nodes { id } } } }"))
    assert [error.message for error in errors] == ["Unknown directive '@defer'."]


def test_schema_is_made_once_for_each_profile() -> None:
    assert schema().as_str() == schema(trace=True).as_str()
