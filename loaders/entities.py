"""Typed spans of one article to its entities: one node for each real thing, with a canonical name and an id."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import get_args

from graph.article import Entity, EntityLabel, Mention, Sentence
from graph.identity import fold, government_id, local_id, organization_id, person_id, place_id
from loaders.locations import place_clusters
from loaders.mentions import Cluster, TypedSpan
from loaders.names import trim
from loaders.organizations import organization_clusters
from loaders.organs import authority, government_clusters
from loaders.persons import person_clusters


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
    parts.sort(key=lambda cluster: cluster.spans[0].start)
    return tuple(_entity(cluster, text, sentences, article_id) for cluster in parts)


def _entity(cluster: Cluster, text: str, sentences: Sequence[Sentence], article_id: str) -> Entity:
    names = dict.fromkeys([cluster.name, *(trim(text[span.start : span.end]) for span in cluster.spans)])
    return Entity(
        id=_id(cluster, article_id),
        label=cluster.label,
        name=cluster.name,
        names=tuple(names),
        named=cluster.named,
        kind=cluster.kind,
        country=cluster.country,
        mentions=_mentions(cluster.spans, text, sentences),
    )


def _id(cluster: Cluster, article_id: str) -> str:
    if not cluster.named:
        return local_id(cluster.label.lower(), article_id, fold(cluster.name))
    if cluster.label == "Person":
        return person_id(cluster.name)
    if cluster.label == "Organization":
        return organization_id(cluster.name)
    if cluster.label == "Place":
        return place_id(cluster.name, cluster.country)
    return government_id(cluster.country, None if cluster.state else authority(cluster.name).organ)


def _mentions(spans: Sequence[TypedSpan], text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    starts = [sentence.start for sentence in sentences]
    found: list[Mention] = []
    for span in spans:
        at = max(bisect_right(starts, span.start) - 1, 0)
        kind = "name" if span.named else "description"
        found.append(Mention(span.start, span.end, text[span.start : span.end], sentences[at].id, kind))
    return tuple(found)
