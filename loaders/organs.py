# ruff: noqa: E501 - patterns and tables read best on one line
"""States as actors and their organs: "the Iraqi government" is Iraq, "the Israeli military" an organ of Israel."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity import fold
from loaders.bodies import body_head, same_body, tokens
from loaders.countries import Country, by_code, capital_country, country, namings, state_name
from loaders.descriptions import description_groups
from loaders.generics import attach, is_generic
from loaders.mentions import Cluster, TypedSpan, by_text, equated, groups
from loaders.names import is_acronym, near, split_acronym, trim

RULERS = (
    r"(?:[Gg]overnment|governments|[Gg]ov['’]?t|administration|[Aa]uthorities|regime|leadership|leaders|officials|state|side|"
    r"delegation|negotiators|troops|troopers|forces|soldiers?|convoy|gunboats|citizens|nation|republic|experts|people)"
)
MODIFIERS = r"(?:new|current|former|ruling|coalition|federal|central|own|top|whole|entire|internationally|recogni[sz]ed|pro-\w+|\w+-led)"
STATE_TAIL = re.compile(rf"(?:['’]s?)?[\s-](?:{MODIFIERS}\s+)*{RULERS}(?:\s+{RULERS})?(?:\s+in\s+[A-Z]\w+)?$")
STATE_LEAD = re.compile(
    rf"^(?:(?:[Mm]ainland|[Ff]ormer|[Nn]ew|[Cc]aptured|neighbou?ring|independent|kingdoms?|{RULERS})\s+(?:(?:of|in)\s+(?:the\s+)?)?|"
    rf"(?:State|Kingdom|Republic)\s+of\s+|[A-Za-z]+\s+government\s+in\s+)+"
)
PERSONAL = re.compile(r"^(?:.*\s)?(\w[\w-]*)(?:['’]s?)?\s+(?:[a-z-]+\s+)?[Gg]overnment$")
IN_STATE = re.compile(r"^(.+?)\s+(?:of|in|for)\s+(?:the\s+)?([A-Z].*)$")
GOVERNMENT = re.compile(r"(?:government|govt|cabinet)(?: troops| forces)?$", re.IGNORECASE)
STATE_NOUNS = frozenset(
    "government authorities regime administration state country nation leadership republic govt executive officials troops"
    " forces soldiers body side".split()
)
PARLIAMENTS = frozenset(
    {"Knesset", "State Duma", "Bundestag", "Verkhovna Rada", "Sejm", "Diet", "Majlis", "Dail", "Lok Sabha"}
)
PALESTINE = "PS"


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
    text = split_acronym(trim(surface))[0]
    state = _state(text)
    return Authority(state, "") if state else _owner(text) or Authority(None, text)


def _state(text: str) -> Country | None:
    found = country(text) or capital_country(text)
    if found:
        return found
    plain = STATE_LEAD.sub("", STATE_TAIL.sub("", text)).removesuffix("-based").removesuffix("-led")
    return (country(plain) or capital_country(plain)) if plain and plain != text else None


def _owner(text: str) -> Authority | None:
    start = next((n for n in namings(text) if n.start == 0 and n.kind != "capital"), None)
    if start and start.end < len(text):
        return Authority(start.country, re.sub(r"^['’]s?\s+", "", text[start.end :]).strip())
    inside = IN_STATE.match(text)
    state = country(inside[2]) if inside else None
    return Authority(state, inside[1]) if inside and state else None


def government_clusters(spans: Sequence[TypedSpan], text: str, people: Collection[str] = ()) -> list[Cluster]:
    """One cluster for each state and each organ. `people`: folded words of the names of persons in the article."""
    named = [span for span in spans if span.named]
    surfaces = by_text([span for span in named if not is_generic(text[span.start : span.end])], text)
    present = {naming.country.code for naming in namings(text) if naming.kind != "capital"}
    states: dict[str, list[str]] = {}
    organs: list[str] = []
    for surface in surfaces:
        read = authority(surface)
        state = read.country if not read.organ else None
        state = state if state and (state.code in present or surface in MAJOR_SEATS) else misspelt(surface, present)
        if state:
            states.setdefault(state.code, []).append(surface)
        else:
            organs.append(surface)
    pairs = equated([span for surface in organs for span in surfaces[surface]], text)
    proper = [
        *(_state_cluster(code, part, surfaces, text) for code, part in states.items()),
        *(_organ_cluster(part, surfaces) for part in groups(organs, lambda a, b: (a, b) in pairs or same_organ(a, b))),
    ]
    generic = [span for span in named if is_generic(text[span.start : span.end])]
    clusters, left = attach(generic, _join_governments(proper, people), text, _is_state)
    unnamed = [*left, *(span for span in spans if not (span.named or span.known))]
    clusters += description_groups("Government", unnamed, text)
    return attach([span for span in spans if span.known], clusters, text, _is_state)[0]


MAJOR_SEATS = frozenset(
    "Washington Moscow Beijing London Paris Berlin Tehran Pyongyang Seoul Tokyo Kiev Kyiv Ankara".split()
)


def _is_state(noun: str, cluster: Cluster) -> bool:
    return cluster.state and noun in STATE_NOUNS


def _join_governments(clusters: list[Cluster], people: Collection[str]) -> list[Cluster]:
    """ "Erdoğan's government", "the Howard Government" go to the state that the article names most."""
    states = [cluster for cluster in clusters if cluster.state]
    owners = [(cluster, PERSONAL.match(cluster.name)) for cluster in clusters if not cluster.state]
    joined = [cluster for cluster, owner in owners if owner and fold(owner[1]) in people]
    if not states or not joined:
        return clusters
    main = max(states, key=lambda state: len(state.spans))
    spans = [*main.spans, *(span for cluster in joined for span in cluster.spans)]
    whole = replace(main, spans=tuple(sorted(spans, key=lambda span: span.start)))
    return [whole if cluster is main else cluster for cluster in clusters if cluster not in joined]


def misspelt(surface: str, present: set[str]) -> Country | None:
    """The state of the article whose name or demonym is one letter away ("Ugunda"); five letters or more."""
    word = trim(surface)
    if " " in word or len(word) < 5 or country(word):
        return None
    return next(
        (by_code()[c] for c in present if any(near(word, n) for n in (by_code()[c].name, *by_code()[c].demonyms))), None
    )


@lru_cache(65536)
def same_organ(a: str, b: str) -> bool:
    """ "U.S. military" and "the military"; not "Iraqi police" and "Afghan police"."""
    read_a, read_b = authority(a), authority(b)
    if read_a.country and read_b.country and read_a.country != read_b.country:
        return False
    if _known(a) and _known(a) == _known(b):
        return True
    if _is_parliament(a) and _is_parliament(b) and (read_a.country or read_b.country):
        return _chamber(a) == _chamber(b) or None in (_chamber(a), _chamber(b))
    if _ministry(read_a.organ) == _ministry(read_b.organ):
        return True
    return same_body(read_a.organ, read_b.organ) or same_body(a, b)


def _known(surface: str) -> str | None:
    found = organ_of_state(surface) or organ_of_state(authority(surface).organ)
    return found[0] if found else None


def _is_parliament(surface: str) -> bool:
    return body_head(authority(surface).organ) in {"parliament", "legislature"} or _known(surface) in PARLIAMENTS


def _chamber(surface: str) -> str | None:
    return _known(surface)


def _ministry(organ: str) -> tuple[str, ...]:
    words = ("military" if word in {"army", "armed"} else word for word in tokens(organ))
    return tuple(
        sorted(word for word in words if word not in {"national", "federal", "officers", "officer", "members"})
    )


def _spans(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> tuple[TypedSpan, ...]:
    return tuple(sorted((span for surface in part for span in surfaces[surface]), key=lambda span: span.start))


def _state_cluster(code: str, part: list[str], surfaces: dict[str, list[TypedSpan]], text: str) -> Cluster:
    name = _palestine(part) if code == PALESTINE else state_name(by_code()[code], text)
    return Cluster("Government", name, True, _spans(part, surfaces), code, state=True, kind="state")


def _palestine(part: list[str]) -> str:
    """The authority by its name where the article has it, else Palestine; "the Palestinians" where nothing else is said."""
    names = [split_acronym(trim(surface))[0] for surface in part]
    whole = [name for name in names if "Authority" in name]
    return (
        whole[0] if whole else next((n for n in ("Palestine", "Palestinians") if n in names), "Palestinian Authority")
    )


def _organ_cluster(part: list[str], surfaces: dict[str, list[TypedSpan]]) -> Cluster:
    best = max(part, key=lambda surface: (surface[0].isupper(), not is_acronym(trim(surface)), len(trim(surface))))
    states = [read.country.code for surface in part if (read := authority(surface)).country]
    known = next((found[1] for surface in part if (found := organ_of_state(surface))), None)
    return Cluster("Government", trim(best), True, _spans(part, surfaces), states[0] if states else known)
