# ruff: noqa: E501 - patterns and tables read best on one line
"""When two names mean the same body (organisation, party, company, ministry, army): acronyms, short forms, spellings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.identity import fold
from loaders.names import SMALL, head, initials, is_acronym, near, plain_acronym, split_acronym, trim

SPELLINGS = {
    "defence": "defense", "labour": "labor", "organisation": "organization", "centre": "center", "programme": "program",
    "affairs": "", "external": "foreign", "relations": "", "republicans": "republican", "democrats": "democrat",
    "st": "saint", "co-operation": "cooperation", "dept": "department", "govt": "government",
}  # fmt: skip
EXPANDED = {
    "un": "united nations",
    "eu": "european union",
    "us": "united states",
    "uk": "united kingdom",
    "au": "african union",
}
GENERIC = frozenset(
    "party group movement organization agency council committee commission court army force forces police ministry department"
    " office parliament assembly government union association front news company corporation corp inc ltd university church"
    " bank club team newspaper magazine television tv radio network channel institute center foundation board authority".split()
)
MEMBERS = re.compile(
    r"^(?:[a-z]+ )*(?:members|member|leaders|officials|supporters|elements|parts|troops|fighters|part) of (?:the )?"
)
LOWER_LEAD = re.compile(r"^(?:[a-z][\w'’-]*\s+)+(?=[A-ZÀ-Ž])")
TAILS = frozenset(
    "movement militia militias militants militant fighters rebels rebel members member officials official guerrillas guerrilla"
    " newspaper newspapers website leaders leader leadership troops troop insurgents insurgent supporters regime peacekeepers"
    " keepers delegation terrorists terrorist soldiers personnel project peoples people organisers organizers inspectors"
    " nations countries reporters faction gunmen activists lawmakers candidates spokesmen".split()
)

UNITED = re.compile(r"^(?:UN|U\.N\.) (?=[A-Z])")
"""As a part of the names of its bodies: "UN Security Council"."""


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known body: its full name, acronyms, kind (international body, media, armed group, party, organisation)."""

    name: str
    acronyms: tuple[str, ...]
    kind: str
    aliases: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """The table `tables/bodies.tsv`."""
    lines = files("loaders.tables").joinpath("bodies.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_row(line.split("\t")) for line in lines if line)


def _row(cells: list[str]) -> Body:
    split = [tuple(filter(None, map(str.strip, cell.split(";")))) for cell in (cells[1], cells[3])]
    return Body(cells[0], split[0], cells[2], split[1])


@cache
def _index() -> dict[str, Body]:
    return {key: body for body in bodies() for key in (fold(body.name), *body.acronyms, *map(fold, body.aliases))}


def body(name: str) -> Body | None:
    """The well-known body of this name, acronym (case as written) or alias."""
    plain = UNITED.sub("United Nations ", trim(name))
    found = _index().get(plain) if is_acronym(plain) else None
    return found or _index().get(fold(plain) if not is_acronym(plain) else plain)


@lru_cache(4096)
def tokens(name: str) -> tuple[str, ...]:
    """Words of a body's name in one spelling: "the U.N. Defence Organisation" -> united nations defense organization."""
    plain = MEMBERS.sub("", split_acronym(trim(name))[0])
    words = fold(LOWER_LEAD.sub("", plain)).split()
    while len(words) > 1 and words[-1] in TAILS:
        words.pop()
    spelt = " ".join(EXPANDED.get(w, w) for w in (SPELLINGS.get(word, word) for word in words))
    return tuple(word for word in spelt.split() if word not in SMALL)


@lru_cache(65536)
def same_body(a: str, b: str) -> bool:
    """Two surfaces of one body within one article."""
    forms_a, forms_b = _forms(a), _forms(b)
    return any(_same_form(x, y) for x in forms_a for y in forms_b)


@lru_cache(4096)
def _forms(surface: str) -> tuple[str, ...]:
    outer, inner = split_acronym(trim(surface))
    known = body(outer)
    named = (known.name, *known.acronyms) if known else ()
    return tuple(dict.fromkeys([outer, *([inner] if inner else []), *named]))


def _same_form(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if is_acronym(short) and not is_acronym(long):
        return plain_acronym(short) in initials(long) or short.upper() == plain_acronym(long)
    if is_acronym(a) and is_acronym(b):
        return plain_acronym(a) == plain_acronym(b)
    return _same_words(tokens(a), tokens(b)) or _extended(a, b)


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b:
        return False
    if a == b or sorted(a) == sorted(b) or near(" ".join(a), " ".join(b)):
        return True
    short, long = sorted((a, b), key=len)
    return _contained(short, long)


def _contained(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "Security Council" in "UN Security Council", "Hamas" in "Hamas movement"; not "UN" in "UN Security Council"."""
    size = len(short)
    if long[-size:] == short:
        return not (size == 1 and short[0] in GENERIC)
    return long[:size] == short and size == 1 and long[1:] in {(word,) for word in GENERIC}


def _extended(a: str, b: str) -> bool:
    """ "Green Party" and "Green Party of Canada", "the Kurdistan Workers' Party in Turkey"."""
    short, long = sorted((fold(a), fold(b)), key=len)
    return " " in short and re.match(re.escape(short) + r" (?:of|in|for|de|du) ", long) is not None


def body_head(name: str) -> str:
    """The word that says what a body is: "council" of "Council on Foreign Relations"."""
    return re.sub(r"\W", "", head(trim(name)))


NOT_OF_STATES = frozenset(
    "party union university association democrats press times news institute foundation corporation league church movement"
    " club society airlines airways bank militia rebels guerrillas".split()
)
BEYOND_STATES = re.compile(
    r"\b(?:International|European|World|African|Inter-American|Pan-African|Arab|UN|U\.N\.|EU|NATO)\b"
)
"""Courts, parliaments and commissions of no single state have it in their names."""


def of_no_state(name: str) -> bool:
    """A name that tells that its bearer is no organ of a state: a well-known body, a party, an international court."""
    plain = trim(name)
    return body(plain) is not None or (
        " " in plain and (body_head(plain) in NOT_OF_STATES or BEYOND_STATES.match(plain) is not None)
    )
