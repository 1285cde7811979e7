"""Spans of organisations to one cluster per body."""

from collections.abc import Sequence

from loaders.bodies import LOWER_LEAD, MEMBERS, TAILS, body, same_body
from loaders.descriptions import description_groups
from loaders.generics import NOUNS, attach, is_generic
from loaders.mentions import Cluster, TypedSpan, by_text, equated, groups
from loaders.names import is_acronym, split_acronym, trim

UNIONS = frozenset({"United Nations", "European Union", "African Union"})
"""Better known by their full names; NATO or UNICEF are not."""


def organization_clusters(spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """The named by name, acronym and short form; the unnamed by their descriptions."""
    generic = [span for span in spans if span.named and is_generic(text[span.start : span.end])]
    surfaces = by_text([span for span in spans if span.named and span not in generic], text)
    pairs = equated([span for part in surfaces.values() for span in part], text)
    proper = [_cluster(part, surfaces) for part in groups(surfaces, lambda a, b: (a, b) in pairs or same_body(a, b))]
    clusters, left = attach(generic, proper, text, _stands_for)
    unnamed = [*left, *(span for span in spans if not (span.named or span.known))]
    clusters += description_groups("Organization", unnamed, text)
    return attach([span for span in spans if span.known], clusters, text, _stands_for)[0]


def _stands_for(noun: str, cluster: Cluster) -> bool:
    return cluster.named and noun in NOUNS


def _cluster(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    spans = tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))
    known = next((found for surface in part if (found := body(surface))), None)
    name = _name(part)
    if known and known.name in UNIONS and is_acronym(name):
        name = known.name
    return Cluster("Organization", name, True, spans, kind=known.kind if known else None)


def _name(part: list[str]) -> str:
    """The longest that is no acronym, without "fighters", "officials" and the like after it."""
    plain = [_bare(split_acronym(trim(surface))[0]) for surface in part]
    full = [name for name in plain if not is_acronym(name)] or plain
    return max(full, key=lambda name: (name[0].isupper(), len(name)))


def _bare(name: str) -> str:
    """ "suspected Taliban insurgents" -> "Taliban"."""
    words = LOWER_LEAD.sub("", MEMBERS.sub("", name)).split()
    while len(words) > 1 and words[-1] in TAILS and words[0][:1].isupper():
        words.pop()
    return " ".join(words)
