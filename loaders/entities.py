"""Typed spans of one article to its entities: one node for each real thing, with a canonical name and an id."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import get_args

from graph.article import Entity, EntityLabel, Mention, Sentence
from graph.identity import fold, government_id, local_id, organization_id, person_id, place_id
from loaders.bodies import body
from loaders.locations import place_clusters
from loaders.mentions import Cluster, TypedSpan
from loaders.names import trim
from loaders.organizations import organization_clusters
from loaders.organs import authority, government_clusters
from loaders.persons import person_clusters
from loaders.places import Location, context, place


def entities(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[TypedSpan], article_id: str
) -> tuple[Entity, ...]:
    """One Entity for each thing that `mentions` name or describe, in order of first mention.

    `mentions` may carry titles, articles and possessives; two spans may be nested, none may be empty.
    """
    of = {label: [span for span in mentions if span.label == label] for label in get_args(EntityLabel)}
    people = person_clusters(of["Person"], text)
    words = {word for person in people if person.named for word in fold(person.name).split()}
    parts = [
        *people,
        *government_clusters(of["Government"], text, words),
        *organization_clusters(of["Organization"], text),
        *place_clusters(of["Place"], text),
    ]
    around = context(text)
    parts.sort(key=lambda cluster: cluster.spans[0].start)
    return _distinct([_entity(cluster, text, sentences, article_id, around) for cluster in parts])


def _distinct(found: list[Entity]) -> tuple[Entity, ...]:
    """Entities of one id put together ("Gaza" and "Gaza City" are one place in GeoNames)."""
    by_id: dict[str, Entity] = {}
    for entity in found:
        first = by_id.get(entity.id)
        by_id[entity.id] = _joined(first, entity) if first else entity
    return tuple(by_id.values())


def _joined(a: Entity, b: Entity) -> Entity:
    mentions = sorted({*a.mentions, *b.mentions}, key=lambda mention: (mention.start, mention.end))
    return replace(
        a, names=tuple(dict.fromkeys((*a.names, *b.names))), named=a.named or b.named, mentions=tuple(mentions)
    )


def _entity(
    cluster: Cluster, text: str, sentences: Sequence[Sentence], article_id: str, around: Mapping[str, int]
) -> Entity:
    names = dict.fromkeys([cluster.name, *(trim(text[span.start : span.end]) for span in cluster.spans)])
    at = _location(cluster, text, around)
    return Entity(
        id=_id(cluster, article_id, at),
        label=cluster.label,
        name=cluster.name,
        names=tuple(names),
        named=cluster.named,
        kind=at.kind if at else cluster.kind,
        country=at.country if at else cluster.country,
        geonames=at.geonames if at else None,
        latitude=at.latitude if at else None,
        longitude=at.longitude if at else None,
        mentions=_mentions(cluster.spans, text, sentences),
    )


BESIDE = re.compile(r",\s+([A-Z][\w.’'-]*(?:\s[A-Z][\w.]*)*)")


def _location(cluster: Cluster, text: str, around: Mapping[str, int]) -> Location | None:
    """Of a named place; what stands after it ("Lebanon, Ohio") where that is a region or country."""
    if cluster.label != "Place" or not cluster.named:
        return None
    after = (BESIDE.match(text, span.end) for span in cluster.spans)
    return place(cluster.name, around, next((match[1] for match in after if match), ""))


def _id(cluster: Cluster, article_id: str, at: Location | None) -> str:
    if not cluster.named:
        return local_id(cluster.label.lower(), article_id, fold(cluster.name))
    if cluster.label == "Person":
        return person_id(cluster.name)
    if cluster.label == "Organization":
        known = body(cluster.name)
        return organization_id(known.name if known and known.kind != "party" else cluster.name)
    if at is not None:
        return place_id(cluster.name, at.country, at.geonames)
    return government_id(cluster.country, None if cluster.state else authority(cluster.name).organ)


def _mentions(spans: Sequence[TypedSpan], text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    starts = [sentence.start for sentence in sentences]
    found: list[Mention] = []
    for span in spans:
        at = max(bisect_right(starts, span.start) - 1, 0)
        kind = "name" if span.named else "description"
        found.append(Mention(span.start, span.end, text[span.start : span.end], sentences[at].id, kind))
    return tuple(found)
