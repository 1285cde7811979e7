# ruff: noqa: E501 - patterns and tables read best on one line
"""Common nouns that stand for a named thing of the article: "the court", "the government", "the city"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.identity import fold
from loaders.mentions import Cluster, TypedSpan
from loaders.names import head, trim

NOUNS = frozenset(
    "police government parliament court council commission committee ministry department university party agency board church"
    " club union authorities army military congress assembly senate government tribunal cabinet company group organization"
    " organisation team association school college hospital embassy consulate administration executive opposition coalition"
    " alliance front movement newspaper network institute foundation bank order city town country state province region".split()
)
SAME_NOUN = {
    "tribunal": ("court",), "court": ("tribunal",), "organisation": ("organization",), "legislature": ("parliament", "assembly"),
    "commission": ("committee", "mission"), "agency": ("bureau",), "army": ("military", "forces"), "military": ("army", "forces"),
    "officers": ("police",), "officer": ("police",), "policemen": ("police",), "station": ("radio", "tv"), "paper": ("times", "post"),
    "mps": ("parliament",), "members": ("council", "parliament", "committee"), "bloc": ("union",), "alliance": ("organization",),
    "jail": ("prison",), "prison": ("jail",),
}  # fmt: skip


def is_generic(surface: str) -> bool:
    """No proper word: lower-case throughout, but for a capital at its start or of a mere noun ("the Court")."""
    words = trim(surface).split()
    first, rest = words[0], words[1:]
    if (
        any(word.casefold() != word and word.casefold() not in NOUNS for word in rest)
        or first[1:] != first[1:].casefold()
    ):
        return False
    return first[:1].islower() or first.casefold() in NOUNS or (bool(rest) and first[:1].isdigit())


def attach(
    spans: Sequence[TypedSpan], clusters: Sequence[Cluster], text: str, otherwise: Callable[[str, Cluster], bool]
) -> tuple[list[Cluster], list[TypedSpan]]:
    """Give each generic span to the cluster that it stands for; (clusters with them, spans that found none).

    A cluster fits that has the noun in a name of its own, else one that `otherwise(noun, cluster)` allows; of several the
    one mentioned last before the span.
    """
    added: dict[int, list[TypedSpan]] = {}
    left: list[TypedSpan] = []
    words = [_words(cluster, text) for cluster in clusters]
    for span in spans:
        noun = head(trim(text[span.start : span.end]))
        fit = [at for at, own in enumerate(words) if _fits(noun, own)]
        fit = fit or [at for at, cluster in enumerate(clusters) if otherwise(noun, cluster)]
        if fit:
            added.setdefault(min(fit, key=lambda at: distance(clusters[at], span)), []).append(span)
        else:
            left.append(span)
    return [_with(cluster, added.get(at, [])) for at, cluster in enumerate(clusters)], left


def _words(cluster: Cluster, text: str) -> frozenset[str]:
    surfaces = [text[span.start : span.end] for span in cluster.spans]
    return frozenset(word for surface in (cluster.name, *surfaces) for word in fold(surface).split())


def _fits(noun: str, words: frozenset[str]) -> bool:
    return any(form in words for form in (noun, noun.removesuffix("s"), *SAME_NOUN.get(noun, ())))


def distance(cluster: Cluster, span: TypedSpan) -> tuple[int, int]:
    """How far the cluster's nearest mention before `span` is; mentions after it count as farther."""
    before = [other.start for other in cluster.spans if other.start <= span.start]
    return (0, span.start - max(before)) if before else (1, min(other.start for other in cluster.spans) - span.start)


def _with(cluster: Cluster, spans: list[TypedSpan]) -> Cluster:
    return (
        replace(cluster, spans=tuple(sorted((*cluster.spans, *spans), key=lambda span: span.start)))
        if spans
        else cluster
    )
