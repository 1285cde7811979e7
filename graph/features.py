"""What several articles call one thing, folded into one: in any order and as often as one likes, always the same."""

from collections.abc import Iterable, Mapping
from typing import Any

FOLDED = ("name", "names", "named", "kind", "country", "geonames", "latitude", "longitude")
"""Properties of a node that are a fold over its FEATURES relationships."""
FIRST = FOLDED[3:]
Feature = Mapping[str, Any]
"""How one article calls it, or the fold of some: the properties FOLDED, where they are known."""


def fold(features: Iterable[Feature]) -> dict[str, Any]:
    """All FOLDED properties; None where no article knows.

    The name is the one with most words, then letters. Of other properties that differ, the least counts.
    """
    known = [feature for feature in features if feature.get("name")]
    return {
        "name": min((feature["name"] for feature in known), key=fullness, default=None),
        "names": sorted({name for feature in known for name in [feature["name"], *(feature.get("names") or ())]}),
        "named": any(feature.get("named") for feature in known),
        **{key: least(feature.get(key) for feature in known) for key in FIRST},
    }


def fullness(name: str) -> tuple[int, int, str]:
    """The fuller, the less."""
    return -len(name.split()), -len(name), name


def least(values: Iterable[Any]) -> Any:
    return min((value for value in values if value is not None), default=None)
