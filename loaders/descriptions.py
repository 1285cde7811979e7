"""Unnamed speakers and actors ("a senior Hamas official", "protesters"): one cluster for each description."""

from collections.abc import Sequence

from graph.article import EntityLabel
from graph.identity import fold
from loaders.mentions import Cluster, TypedSpan, by_text, groups
from loaders.names import head, trim, without_quantity


def description_groups(label: EntityLabel, spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """Spans that describe the same: equal but for articles and numbers, or one a longer form of the other."""
    surfaces = by_text(spans, text)
    return [_cluster(label, part, surfaces) for part in groups(surfaces, same_description)]


def same_description(a: str, b: str) -> bool:
    """ "supporters" and "thousands of supporters"; not "officials" and "a senior official"."""
    a, b = without_quantity(a), without_quantity(b)
    words_a, words_b = set(fold(a).split()), set(fold(b).split())
    return head(a) == head(b) and (words_a <= words_b or words_b <= words_a)


def _cluster(label: EntityLabel, part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    spans = tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))
    first = min(part, key=lambda surface: surfaces[surface][0].start)
    return Cluster(label, trim(first), any(span.named for span in spans), spans)
