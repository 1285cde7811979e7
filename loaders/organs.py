"""States as actors and their organs: "the Iraqi government" is Iraq, "the Israeli military" an organ of Israel."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity import fold
from loaders.bodies import same_body, tokens
from loaders.countries import Country, capital_country, country, namings
from loaders.mentions import Cluster, TypedSpan, by_text, groups
from loaders.names import trim

STATE_TAIL = re.compile(
    r"\s+(?:(?:federal|national|central|interim|transitional|current|new|coalition)\s+)?(?:government|governments|govt|"
    r"authorities|authority|troops|forces|soldiers|regime|leadership|state|side|delegation|negotiators|government officials)$",
    re.IGNORECASE,
)
STATE_LEAD = re.compile(
    r"^(?:(?:the|former|new|neighbou?ring|independent|(?:federal |national )?government|govt|state|republic|kingdom|people|"
    r"citizens|nation|leadership|regime)\s+(?:of\s+(?:the\s+)?)?)+",
    re.IGNORECASE,
)
OWNER = re.compile(r"^((?:[A-Z][\w.’'-]*\s+){0,2}?[A-Z][\w.-]*)(?:['’]s?)?\s+(.+)$")
IN_STATE = re.compile(r"^(.+?)\s+(?:of|in|for)\s+(?:the\s+)?([A-Z].*)$")


@dataclass(frozen=True, slots=True)
class Authority:
    """What a surface of a government means: a state (`organ` empty) or an organ, of a state if it is said."""

    country: Country | None
    organ: str


@cache
def _organs() -> dict[str, tuple[str, str]]:
    lines = files("loaders.tables").joinpath("organs.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines if line]
    return {fold(n.strip()): (row[0], row[1]) for row in rows for n in (row[0], *row[2].split(";")) if n.strip()}


def organ_of_state(name: str) -> tuple[str, str] | None:
    """(usual name, country code) of a well-known organ ("Pentagon", "Knesset"); None for any other name."""
    return _organs().get(fold(trim(name)))


@lru_cache(4096)
def authority(surface: str) -> Authority:
    """Read a government's surface: "Washington", "U.S. government" -> US; "Iraq's interior ministry" -> IQ, the ministry."""
    text = trim(surface)
    state = _state(text)
    if state:
        return Authority(state, "")
    owner = _owner(text)
    if owner:
        return owner
    return Authority(None, text)


def _state(text: str) -> Country | None:
    found = country(text) or capital_country(text)
    if found:
        return found
    plain = STATE_TAIL.sub("", text)
    plain = STATE_LEAD.sub("", plain) or plain
    return (country(plain) or capital_country(plain)) if plain != text else None


def _owner(text: str) -> Authority | None:
    found = OWNER.match(text)
    while found:
        state = country(found[1])
        if state:
            return Authority(state, found[2])
        found = None
    start = next((n for n in namings(text) if n.start == 0 and n.kind != "capital"), None)
    if start and start.end < len(text):
        return Authority(start.country, re.sub(r"^['’]s?\s+", "", text[start.end :]).strip())
    inside = IN_STATE.match(text)
    state = country(inside[2]) if inside else None
    return Authority(state, inside[1]) if inside and state else None


def government_clusters(spans: Sequence[TypedSpan], text: str) -> list[Cluster]:
    """One cluster for each state and each organ."""
    surfaces = by_text(spans, text)
    states: dict[str, list[str]] = {}
    organs: list[str] = []
    for surface in surfaces:
        read = authority(surface)
        if read.country and not read.organ:
            states.setdefault(read.country.code, []).append(surface)
        else:
            organs.append(surface)
    parts = groups(organs, same_organ)
    return [
        *(_state_cluster(code, part, surfaces) for code, part in states.items()),
        *(_organ_cluster(part, surfaces) for part in parts),
    ]


@lru_cache(65536)
def same_organ(a: str, b: str) -> bool:
    """ "U.S. military" and "the military"; not "Iraqi police" and "Afghan police"."""
    read_a, read_b = authority(a), authority(b)
    if read_a.country and read_b.country and read_a.country != read_b.country:
        return False
    return fold(read_a.organ) == fold(read_b.organ) or _ministry(read_a.organ) == _ministry(read_b.organ) or same_body(
        read_a.organ, read_b.organ
    )


def _ministry(organ: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in tokens(organ) if word not in {"national", "federal"}))


def _spans(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> tuple[TypedSpan, ...]:
    return tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))


def _state_cluster(code: str, part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    read = authority(part[0]).country
    assert read is not None
    return Cluster("Government", read.name, True, _spans(part, surfaces), code, state=True, kind="state")


def _organ_cluster(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    named = [surface for surface in part if any(span.named for span in surfaces[surface])]
    best = max(named or part, key=lambda surface: (surface[0].isupper(), len(trim(surface))))
    states = [read.country.code for surface in part if (read := authority(surface)).country]
    known = next((found[1] for surface in part if (found := organ_of_state(surface))), None)
    return Cluster("Government", trim(best), bool(named), _spans(part, surfaces), states[0] if states else known)
