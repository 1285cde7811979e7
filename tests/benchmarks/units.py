"""PETRARCH's unit sentences (`petrarch_units_dev.json`), most about states of Middle-earth.

Their codes are WEIS's, the system before CAMEO; `TYPES` gives the PLOVER type of each. Left out are units of codes that
only test PETRARCH's dictionaries (345, 9xx, 1717, …), of categories that do nothing else, and of actors without a name.
A coded event is right where an event of its type has the source among its actors and the target among its other
fillers; a unit is right where all its coded events are.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from graph.article import ArticleGraph, Entity
from tests.benchmarks.articles import Extract
from tests.benchmarks.records import graph_of, state_code
from tests.benchmarks.scoring import Count, Json, folded

TYPES = {
    "023": "STATEMENT", "030": "AGREE", "031": "CONSULT", "032": "CONSULT", "033": "CONSULT", "041": "SUPPORT",
    "050": "AGREE", "064": "SUPPORT", "070": "AID", "071": "AID", "081": "AGREE", "083": "AGREE", "085": "AGREE",
    "102": "REQUEST", "112": "REJECT", "121": "ACCUSE", "122": "ACCUSE", "131": "ACCUSE", "160": "THREATEN",
    "162": "THREATEN", "191": "SANCTION", "194": "ASSAULT", "201": "SANCTION", "212": "COERCE", "222": "ASSAULT",
    "223": "ASSAULT", "224": "ASSAULT", "1721": "COERCE",
}  # fmt: skip
"""WEIS: comment, consult, approve, promise, grant, reward, agree, request, oppose, accuse, complain, warn, reduce
relations, expel, seize, force; 194 and 1721 are CAMEO's."""
LEFT_OUT = frozenset({"DATE", "PATTERN", "VERB", "ERROR"})
NAMES = {
    "ARN": "arnor", "BRE": "bree", "CAL": "calenardhon", "DAG": "dagolath", "DOL": "dol", "ERI": "eriador",
    "FOR": "fornost", "GON": "gondor minas tirith", "IGO": "eu european au african international criminal court",
    "ITH": "ithilen", "MOR": "mordor cirith ungol", "OSG": "osgiliath", "ROH": "rohan", "USA": "white house washington",
    "HOB": "frodo", "NGO": "msf",
}  # fmt: skip
"""Words of the names behind the first letters of an actor's code, where it is no country of ISO 3166."""


class Coded(NamedTuple):
    source: str
    target: str
    type: str


def measured(file: Path, extract: Extract) -> tuple[Count, Count]:
    """Right and all units; right types and all coded types of a unit."""
    units, types = Count(), Count()
    for unit in json.loads(file.read_text("utf-8")):
        coded = codings(unit)
        if coded:
            graph = graph_of(unit["text"], extract)
            units += Count(all(_right(one, graph) for one in coded), 1)
            wanted = {one.type for one in coded}
            types += Count(len(wanted & _types(graph)), len(wanted))
    return units, types


def codings(unit: Json) -> list[Coded]:
    """The coded events of a unit; none where it is left out."""
    found = [
        Coded(event["sourcecode"], event["targetcode"], TYPES[event["eventcode"]])
        for event in unit["events"]
        if event.get("eventcode") in TYPES and _named(event.get("sourcecode", "")) and event.get("targetcode")
    ]
    complete = len(found) == sum(not str(e.get("sourcecode", "-")).startswith("-") for e in unit["events"])
    return found if complete and unit["category"] not in LEFT_OUT else []


def _named(code: str) -> bool:
    return bool(code) and (code[:3] in NAMES or state_code(code) is not None)


def _types(graph: ArticleGraph) -> set[str]:
    return {event.type for event in graph.events} | ({"STATEMENT"} if graph.statements else set())


def _right(coded: Coded, graph: ArticleGraph) -> bool:
    return any(
        _among(coded.source, actors, graph) and (not _named(coded.target) or _among(coded.target, others, graph))
        for kind, actors, others in _facts(graph)
        if kind == coded.type
    )


def _facts(graph: ArticleGraph) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type, actors, all fillers of each event and statement; a statement is about its other fillers."""
    for event in graph.events:
        yield event.type, event.actors, (*event.recipients, *event.actors, *event.places)
    for statement in graph.statements:
        yield "STATEMENT", statement.speakers, (*statement.addressees, *statement.about)


def _among(code: str, fillers: tuple[str, ...], graph: ArticleGraph) -> bool:
    """Is the actor of a code one of the fillers, or does one hold an office of it?"""
    by_id = {entity.id: entity for entity in graph.entities}
    bodies = [office.of for office in graph.offices if office.holder in fillers and office.of is not None]
    return any(_is(code, by_id[one]) for one in (*fillers, *bodies))


def _is(code: str, entity: Entity) -> bool:
    country = state_code(code)
    if country is not None and entity.country == country:
        return True
    words = {word for name in (entity.name, *entity.names) for word in folded(name).split()}
    return any(word.startswith(known) for known in NAMES.get(code[:3], "").split() for word in words)
