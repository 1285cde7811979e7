"""States and what they are called: short names, other names, demonyms, capitals.

The table `tables/countries.tsv` is our own compilation: the members of the United Nations, Palestine, Kosovo, Taiwan,
the larger territories, and four states of the past with their withdrawn ISO 3166-3 codes (SU, YU, CS, DD).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias

NameKind: TypeAlias = Literal["name", "demonym", "capital"]

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W_]|[.'’-](?=[^\W_]))*", re.UNICODE)
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST = 9
"""Words of the longest name ("United Kingdom of Great Britain and Northern Ireland")."""


@dataclass(frozen=True, slots=True)
class Country:
    """One state. `code` is ISO 3166-1 alpha-2, `name` the usual short name, the first capital the seat of government.

    `former` are names that stand for it where an article uses no other ("Macedonia", "Zaire"); `aliases` hold them too.
    """

    code: str
    name: str
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    former: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """A span of a text that names a state by name, demonym or capital."""

    start: int
    end: int
    kind: NameKind
    country: Country


@cache
def countries() -> tuple[Country, ...]:
    """All states of the table, in its order."""
    lines = files("loaders.tables").joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line.split("\t")) for line in lines if line)


def _row(cells: list[str]) -> Country:
    code, name, *lists = cells
    demonyms, capitals, aliases = (tuple(filter(None, map(str.strip, cell.split(";")))) for cell in lists)
    former = tuple(alias[1:] for alias in aliases if alias.startswith("="))
    return Country(code, name, demonyms, capitals, tuple(alias.removeprefix("=") for alias in aliases), former)


@cache
def _index() -> dict[str, tuple[NameKind, Country]]:
    index: dict[str, tuple[NameKind, Country]] = {}
    for country in countries():
        for alias in (country.name, *country.aliases):
            index.setdefault(_key(alias), ("name", country))
    for country in countries():
        for demonym in country.demonyms:
            index.setdefault(_key(demonym), ("demonym", country))
            index.setdefault(_key(_plural(demonym)), ("demonym", country))
    for country in countries():
        for capital in country.capitals:
            index.setdefault(_key(capital), ("capital", country))
    return index


def _plural(demonym: str) -> str:
    return demonym if demonym.endswith(("s", "ese", "ish", "ch", "men")) else demonym + "s"


def _key(name: str) -> str:
    words = POSSESSIVE.sub("", name.replace("’", "'").strip()).removeprefix("the ").removeprefix("The ")
    return words.replace("US ", "U.S. ") if words.startswith("US ") else words


@cache
def by_code() -> dict[str, Country]:
    """The states by ISO 3166-1 alpha-2 code."""
    return {country.code: country for country in countries()}


def country(name: str) -> Country | None:
    """The state that `name` names by name or demonym ("the US", "Iraqi", "Iranians"), case as written; no capitals."""
    kind, found = _index().get(_key(name), (None, None))
    return found if kind in ("name", "demonym") else None


def named_country(name: str) -> Country | None:
    """The state of this name or alias; no demonyms, no capitals."""
    kind, found = _index().get(_key(name), (None, None))
    return found if kind == "name" else None


def demonym_country(name: str) -> Country | None:
    """The state whose demonym (adjective, inhabitant, inhabitants) this is."""
    kind, found = _index().get(_key(name), (None, None))
    return found if kind == "demonym" else None


def capital_country(name: str) -> Country | None:
    """The state of this capital; a capital with the state's own name (Singapore) is none."""
    kind, found = _index().get(_key(name), (None, None))
    return found if kind == "capital" else None


def state_name(state: Country, text: str) -> str:
    """Its usual short name, or a former one where `text` has that and not the usual one."""
    return next((name for name in state.former if name in text and state.name not in text), state.name)


def namings(text: str) -> Iterator[Naming]:
    """All spans of `text` that name a state, longest first at each word, in order, without overlap."""
    index = _index()
    words = [(m.start(), m.end()) for m in WORD.finditer(text)]
    at = 0
    while at < len(words):
        step = 1
        if text[words[at][0]].isupper():
            for size in range(min(LONGEST, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + size - 1][1]
                found = index.get(_key(text[start:end]))
                if found:
                    yield Naming(start, start + len(POSSESSIVE.sub("", text[start:end])), *found)
                    step = size
                    break
        at += step


def demonyms(code: str) -> tuple[str, ...]:
    """Adjectives and inhabitants of a state, by its code; empty for an unknown code."""
    found = by_code().get(code)
    return tuple(dict.fromkeys(word for d in found.demonyms for word in (d, _plural(d)))) if found else ()
