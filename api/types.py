"""The Strawberry types, made of the declarations. No field has a resolver: api.selection reads what each declares."""

from dataclasses import dataclass

import strawberry
from strawberry.types.field import StrawberryField

from api.checks import DEFAULT_PAGE, MAX_PAGE
from api.classes import NAMES, made, made_choice, output
from api.conditions import AS_OF
from api.inputs import links, make_inputs
from api.kinds import CHOICES, KINDS, fields_of
from api.table import (
    Aggregate,
    Argument,
    End,
    Evidence,
    Field,
    Group,
    Items,
    Kind,
    Link,
    Lookup,
    Lookups,
    Marks,
    Measure,
    Property,
    Question,
    Single,
    Span,
    Told,
)


@dataclass(frozen=True, slots=True)
class Read:
    """What a field stands for: `field` of `kind`."""

    kind: Kind
    field: Field


@dataclass(frozen=True, slots=True)
class PagePart:
    """What a field of a connection, of an edge or of page information stands for, by its name."""

    name: str


Member = tuple[str, StrawberryField]


def make_types() -> tuple[type, ...]:
    """All types, the query's last."""
    for choice in CHOICES.values():
        made_choice(choice)
    every = links()
    make_inputs(every)
    _make_page_info()
    asked = [field for field in fields_of("Query").values() if isinstance(field, Question) and field.edge]
    for link in {link.prefix: link for link in (*every, *asked)}.values():
        _make_edge(link)
        _make_connection(link)
    return tuple(_make_kind(kind) for kind in KINDS.values() if not kind.name.endswith("Edge"))


def _make_kind(kind: Kind) -> type:
    bases = tuple(NAMES[name] for name in kind.interfaces)
    fields = {field.name: member(kind, field) for field in kind.fields}
    return made(strawberry.interface if kind.abstract else strawberry.type, kind.name, kind.description, fields, bases)


def member(kind: Kind, field: Field) -> Member:
    """The type of a field, and the field."""
    return _type(field), output(field.description, Read(kind, field), _arguments(field))


def _type(field: Field) -> str:
    match field:
        case Property():
            return _nullable(field)
        case Link():
            return f"{field.prefix}Connection!"
        case Single() | Lookup():
            return field.target
        case Lookups():
            return f"[{field.target}]!"
        case End():
            return f"{field.target}!"
        case Group() | Measure():
            return field.type + ("!" if isinstance(field, Measure) and field.function == "count" else "")
        case Items() | Told() | Marks() | Evidence() | Aggregate():
            return f"[{field.target}!]!"
        case Question():
            types = {"connection": f"{field.prefix}Connection!", "list": f"[{field.target}!]!", "one": field.target}
            return types[field.gives]
        case Span():
            return "String!"


def _arguments(field: Field) -> tuple[Argument, ...]:
    match field:
        case Link():
            return page_arguments(field)
        case Evidence() | Told():
            return (FIRST,)
        case Lookup():
            return lookup_arguments(field)
        case Lookups():
            return (IDS,)
        case Aggregate():
            return aggregate_arguments(field)
        case Question():
            return (*field.arguments, *(PAGE if field.gives == "connection" else ()))
        case _:
            return ()


FIRST = Argument("first", "Int", f"At most so many; {DEFAULT_PAGE} unless you say.")


IDS = Argument("ids", "[ID!]!", f"The ids, in the order in which you want the answers; at most {MAX_PAGE}.")


def _nullable(field: Property) -> str:
    if field.type == "Strings":
        return "[String!]!"
    return field.type + ("!" if field.required else "")


PAGE = (
    Argument(
        "first",
        "Int",
        f"So many from the beginning, or after `after`; at most {MAX_PAGE}, {DEFAULT_PAGE} unless you say.",
    ),
    Argument("after", "String", "A cursor: go on after it."),
    Argument("last", "Int", f"So many from the end, or before `before`; at most {MAX_PAGE}."),
    Argument("before", "String", "A cursor: stop before it."),
)


AS_OF_DATE = Argument(
    "asOf",
    "Date",
    "What articles had said by the end of this year, month or day, less what later ones of them say otherwise.",
)


def page_arguments(link: Link) -> tuple[Argument, ...]:
    return (
        *PAGE,
        Argument("where", f"{link.prefix}Where", "Which to keep."),
        Argument("sort", f"[{link.prefix}Sort!]", "What to sort by, the most important first."),
        *((AS_OF_DATE,) if link.target in AS_OF else ()),
    )


def aggregate_arguments(aggregate: Aggregate) -> tuple[Argument, ...]:
    return (
        Argument("where", f"{aggregate.of}Where", "Which to count."),
        Argument("groupBy", f"[{aggregate.choice}!]!", "What each group has in common; nothing: one group of all."),
        Argument("order", "GroupOrder", "In which order; the largest first unless you say."),
        Argument("first", "Int", f"Groups at most: up to {MAX_PAGE}, {DEFAULT_PAGE} unless you say."),
    )


def lookup_arguments(lookup: Lookup) -> tuple[Argument, ...]:
    if not lookup.by_name:
        return (Argument("id", "ID!", "The id."),)
    return (
        Argument("id", "ID", "The id. Give this or `name`."),
        Argument("name", "String", "The name, or one of the names, just as the articles write it. Give this or `id`."),
    )


def _make_page_info() -> None:
    texts = {
        "hasNextPage": ("Boolean!", "Whether more follow."),
        "hasPreviousPage": ("Boolean!", "Whether there are any before."),
        "startCursor": ("String", "The cursor of the first edge; null if there is none."),
        "endCursor": ("String", "The cursor of the last edge; null if there is none."),
    }
    fields = {name: (of, output(text, PagePart(name))) for name, (of, text) in texts.items()}
    made(strawberry.type, "PageInfo", "Where a page lies in its list.", fields)


def _make_edge(link: Link | Question) -> None:
    kind = KINDS[link.edge] if link.edge else Kind("", "", ())
    whole = isinstance(link, Question) and "node" not in link.columns
    at = "same" if whole or KINDS[link.target].on_edge else "node"
    fields: dict[str, Member] = {
        "cursor": ("String!", output("Where it lies in the list: for `after` and `before`.", PagePart("cursor"))),
        **{field.name: member(kind, field) for field in kind.fields},
        "node": member(kind, End("node", link.target, at, f"The {link.target}.")),
    }
    text = kind.description or f"One {link.target} in a list."
    made(strawberry.type, f"{link.prefix}Edge", text, fields)


def _make_connection(link: Link | Question) -> None:
    target, edge = f"[{link.target}!]!", f"[{link.prefix}Edge!]!"
    fields: dict[str, Member] = {
        "edges": (edge, output("Each with its cursor.", PagePart("edges"))),
        "nodes": (target, output("Short for `edges { node }`.", PagePart("nodes"))),
        "pageInfo": ("PageInfo!", output("Where this page lies in the list.", PagePart("pageInfo"))),
        "totalCount": (
            "Int!",
            output("How many there are on all pages. Counted only if asked for.", PagePart("totalCount")),
        ),
    }
    made(strawberry.type, f"{link.prefix}Connection", f"A page of a list of {link.target}.", fields)
