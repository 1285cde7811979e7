"""PLOVER's gold records (`plover_gsr_dev.json`): one sentence, one event with its type, sources and targets.

The records follow PLOVER 0.5; four of its types were merged into others since. The made event that agrees most is
compared. An actor is right where a filler is mentioned inside the record's words for it, or is the state of its code.
An announced act ("will provide aid") is AGREE or THREATEN in PLOVER, which has no modality, and in our graph a planned
event of its own type: that counts as right as well.
Targets may be recipients, the other actors of a meeting, or places: what is visited or invaded is a place in our graph.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pycountry

from graph.article import Article, ArticleGraph, Entity, Event
from graph.identity import article_id
from tests.benchmarks.articles import Extract
from tests.benchmarks.scoring import Count, Json

MERGED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE"})
HOSTILE = frozenset({"REJECT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
ANNOUNCED = {"AGREE": FRIENDLY, "THREATEN": HOSTILE}
ROLES = ("type", "source", "target")
Verdict = dict[str, bool]
"""Of a record: is the type, are all sources, all targets right? Without a key where the record has none."""


def graph_of(text: str, extract: Extract) -> ArticleGraph:
    """What one sentence says."""
    return extract(Article(article_id(text), text))


def state_code(code: str) -> str | None:
    """ISO 3166-1 alpha-2 of an actor code that begins with alpha-3."""
    found = pycountry.countries.get(alpha_3=code[:3])
    return found.alpha_2 if found else None


def measured(file: Path, extract: Extract) -> dict[str, Count]:
    """Right and all of the types, the sources, the targets."""
    records: list[Json] = json.loads(file.read_text("utf-8"))
    verdicts = [verdict(record, graph_of(record["text"].strip(), extract)) for record in records]
    return {
        role: Count(sum(v[role] for v in verdicts if role in v), sum(role in v for v in verdicts)) for role in ROLES
    }


def verdict(record: Json, graph: ArticleGraph) -> Verdict:
    wanted = {role: actors(record, role) for role in ("source", "target")}
    compared = [_compared(record, event, graph, wanted) for event in graph.events]
    nothing = {"type": False, **{role: False for role, named in wanted.items() if named}}
    return max(compared, key=lambda found: tuple(found.get(role, False) for role in ROLES), default=nothing)


def actors(record: Json, role: str) -> list[Json]:
    named = record.get(role)
    return [actor for actor in named if actor.get("actorText")] if isinstance(named, list) else []


def _compared(record: Json, event: Event, graph: ArticleGraph, wanted: dict[str, list[Json]]) -> Verdict:
    by_id = {entity.id: entity for entity in graph.entities}
    fillers = {"source": event.actors, "target": (*event.recipients, *event.actors, *event.places)}
    found = {"type": _of_type(event, MERGED.get(record["event"]) or record["event"])}
    for role, named in wanted.items():
        if named:
            given = [by_id[one] for one in fillers[role]]
            found[role] = all(any(_is(entity, actor, graph.article.text) for entity in given) for actor in named)
    return found


def _of_type(event: Event, wanted: str) -> bool:
    announced = event.modality in {"planned", "possible"} and event.type in ANNOUNCED.get(wanted, ())
    return event.type == wanted or announced


def _is(entity: Entity, actor: Json, text: str) -> bool:
    if entity.country is not None and entity.country == state_code(actor.get("code") or ""):
        return True
    return any(
        m.start < end and start < m.end for m in entity.mentions for start, end in pieces(actor["actorText"], text)
    )


def pieces(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the record's words for an actor stand; "…" parts words that stand apart."""
    for piece in words.split("..."):
        start = text.find(piece.strip())
        if piece.strip() and start >= 0:
            yield start, start + len(piece.strip())
