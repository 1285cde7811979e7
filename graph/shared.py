"""Relationships that several articles support: what each adds, and what is left without one.

Their lists (`articles`, `sentences`, and for facts `starts` .. `triggers`) stay sorted, so that the order of loading
does not matter. A sentence's id begins with its article's.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from graph.article import Evidence

LISTS = ("sentences", "starts", "ends", "rules", "versions", "confidences", "triggers")
"""Parallel: a place in each for one piece of evidence."""
Properties = dict[str, Any]


def evidence_lists(evidence: Iterable[Evidence]) -> Properties:
    """LISTS of `evidence`."""
    rows = sorted({(e.sentence, e.start, e.end, e.rule, e.version, e.confidence, e.trigger) for e in evidence})
    return {key: [row[place] for row in rows] for place, key in enumerate(LISTS)}


def union(one: Mapping[str, Any], other: Mapping[str, Any]) -> Properties:
    """`other` with the evidence of both."""
    rows = sorted({*rows_of(one), *rows_of(other)})
    keys = [key for key in LISTS if key in other]
    return {**other, **{key: [row[place] for row in rows] for place, key in enumerate(keys)}}


def added(old: Mapping[str, Any], article: str, new: Mapping[str, Any]) -> Properties:
    """`old` with the support that `article` gives. `new` has the same keys as `old`, but for the articles."""
    left = without(old, article)
    return {**union(left, new), "articles": sorted({*left["articles"], article})}


def without(old: Mapping[str, Any], article: str) -> Properties:
    """`old` less what `article` supports. If its `articles` are empty then, nothing supports it."""
    keys = [key for key in LISTS if old.get(key) is not None]
    rows = [row for row in rows_of(old) if not row[0].startswith(article + ":")]
    return {
        **{key: [row[place] for row in rows] for place, key in enumerate(keys)},
        "articles": [other for other in old.get("articles") or () if other != article],
    }


def rows_of(lists: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The parallel lists, place by place."""
    return list(zip(*(lists[key] for key in LISTS if lists.get(key) is not None), strict=True))
