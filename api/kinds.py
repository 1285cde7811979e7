"""All types together: the fields of each, its own and those of its interfaces, and the types an interface can be."""

from functools import cache

from api import accounts, articles, entities, facts, groups, paths, search
from api.roots import QUERY
from api.table import Choice, Field, Kind

ANSWERS = (accounts, search, paths, groups)
"""Modules whose types only questions and aggregates give."""
KINDS: dict[str, Kind] = {
    **{kind.name: kind for module in (*ANSWERS, articles, entities, facts) for kind in module.KINDS},
    QUERY.name: QUERY,
}
CHOICES: dict[str, Choice] = {
    choice.name: choice for module in (entities, facts, *ANSWERS) for choice in module.CHOICES
}


@cache
def fields_of(name: str) -> dict[str, Field]:
    """The fields of a type by name: those of its interfaces first, its own instead where both have one."""
    kind = KINDS[name]
    inherited = {key: field for parent in kind.interfaces for key, field in fields_of(parent).items()}
    return {**inherited, **{field.name: field for field in kind.fields}}


@cache
def ancestors(name: str) -> tuple[str, ...]:
    """The interfaces of a type, and theirs."""
    parents = KINDS[name].interfaces
    return tuple(dict.fromkeys([*parents, *(a for parent in parents for a in ancestors(parent))]))


@cache
def possible(name: str) -> tuple[Kind, ...]:
    """The types with a label that an interface can be; a label that others have too comes after theirs."""
    if not KINDS[name].abstract:
        return (KINDS[name],)
    kinds = [kind for kind in KINDS.values() if kind.label and not kind.abstract and name in ancestors(kind.name)]
    return tuple(sorted(kinds, key=lambda kind: kind.label == "Event"))


@cache
def related(name: str) -> tuple[Kind, ...]:
    """The types of relationships that an interface can be."""
    return tuple(kind for kind in KINDS.values() if kind.relationships and name in ancestors(kind.name))
