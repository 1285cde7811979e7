# ruff: noqa: E501 - patterns and tables read best on one line
"""What a name is made of: titles, core, initials, the gender that a title or first name tells. Strings only."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from graph.identity import fold
from loaders.countries import country, demonym_country
from loaders.tables.titles import DESCRIBERS, FEMALE_FIRST, FEMALE_TITLES, MALE_FIRST, MALE_TITLES, PARTICLES, TITLES

Gender: TypeAlias = Literal["male", "female"]

ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
EDGES = ' \t\n\r,;:.!?"“”‘()[]{}–—-'
BRACKETED = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,40})\s*[)\]]")
SMALL = frozenset("of the and for in on de du des la le del da do dos di et y e und für to at &".split())
QUANTITY = re.compile(
    r"^(?:(?:about|around|nearly|almost|over|more than|at least|up to|some|several|many|most|few|all|both|other|various|certain|"
    r"numerous|dozens|scores|hundreds|thousands|tens|millions|a group|groups?|members?|number|crowds?|\d[\d,.]*|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|hundred|thousand|of|the|a|an|and)\s+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """`title` as written before (or after) the name, `words` of the name itself, empty for a mere description."""

    title: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


@lru_cache(4096)
def trim(surface: str) -> str:
    """The surface without article, possessive and loose punctuation: "the Taliban's " -> "Taliban"."""
    text = " ".join(surface.split()).strip(EDGES.replace(".", ""))
    text = POSSESSIVE.sub("", text).replace(" 's ", "'s ").removesuffix(" 's")
    if text.count("(") != text.count(")"):
        lacking = text.count("(") > text.count(")") and (text[-1].isalpha() or text[-1] == ".")
        text = text + ")" if lacking else re.sub(r"[()]", "", text)
    text = text.removesuffix(".") if not re.search(r"\b\w\.$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|D\.C)\.$", text) else text
    return ARTICLE.sub("", text).strip() or text


@lru_cache(4096)
def person_name(surface: str) -> PersonName:
    """Title and name apart: "Iraqi Prime Minister Nouri al-Maliki" -> "Iraqi Prime Minister", ("Nouri", "al-Maliki").

    "president of Romania, Traian Băsescu" and "Traian Băsescu, president of Romania" work too; a surface without
    a name of its own ("former Iraqi President") has no words.
    """
    text = trim(surface)
    if "," in text:
        title, text = _named_part(text)
        found = person_name(text)
        return PersonName(" ".join(filter(None, [title, found.title])), found.words)
    text = re.sub(r"[\[\]]", "", text)
    words = text.split()
    cut = _name_start(words)
    if 0 < cut < len(words) and words[cut] in PREPOSITIONS:
        noble = words[cut - 1].casefold() in NOBLE and words[cut] == "of"
        return PersonName("", tuple(words[cut - 1 :])) if noble else PersonName(text, ())
    end = next(
        (at for at in range(cut + 1, len(words)) if words[at].casefold() in {"of", "from", "who", "in"}), len(words)
    )
    name = tuple(word.strip(',;:"“”') for word in words[cut:end])
    while len(name) > 1 and name[-1].casefold().strip(".") in SUFFIXES:
        name = name[:-1]
    return PersonName(" ".join(words[:cut]), name)


PREPOSITIONS = frozenset({"of", "for", "to", "in", "at", "and"})
PORTFOLIO = frozenset(
    "state staff defense defence foreign affairs interior finance justice treasury health education energy labor labour commerce"
    " homeland security trade external internal relations humanitarian transport agriculture environment culture state"
    " information communications police parliament war the and of for government peacekeeping operations political".split()
)
NOBLE = frozenset(
    {"duke", "duchess", "prince", "princess", "earl", "baron", "baroness", "count", "countess", "archbishop", "bishop"}
)
REGNAL = frozenset(
    {
        "king",
        "queen",
        "pope",
        "lord",
        "lady",
        "baroness",
        "baron",
        "prince",
        "princess",
        "emperor",
        "saint",
        "sultan",
        "emir",
    }
)
SURNAME_TITLES = frozenset(
    {"king", "pope", "judge", "dean", "major", "bishop", "baron", "prince", "marshal", "duke", "earl", "guard", "farmer", "head",
     "general", "driver", "father", "son", "worker", "chancellor", "constable", "priest", "pastor", "monk", "justice"}
)  # fmt: skip
SUFFIXES = frozenset({"phd", "md", "mp", "qc", "msp", "mep", "esq"})


def _named_part(text: str) -> tuple[str, str]:
    """(title, name) of parts between commas; "" for a title that is not there."""
    parts = [part.strip() for part in text.split(",") if part.strip()] or [text.replace(",", " ")]
    named = next((part for part in parts if not _title_words(part) and part[:1].isupper()), None)
    title = next((part for part in parts if part != named and _title_words(part)), "")
    return (title, named) if named else ("", max(parts, key=lambda part: bool(person_name(part).words)))


def _title_words(text: str) -> bool:
    return any(word.casefold().strip(".,") in TITLES for word in text.split())


def _name_start(words: list[str]) -> int:
    """The index of the first word of the name itself; `len(words)` where there is none."""
    cut, closed = 0, False
    for at, word in enumerate(words):
        plain = POSSESSIVE.sub("", word).strip(".,'’\"“”").casefold()
        surname = (
            at and at == len(words) - 1 and plain in SURNAME_TITLES and _is_name(words[at - 1]) and word[0].isupper()
        )
        if (
            ((plain in TITLES or set(plain.split("-")) <= TITLES) and not surname)
            or (at == cut and (plain in DESCRIBERS or (_is_lead(word) and not (cut and word in PREPOSITIONS))))
            or (not closed and _is_middle(words, at))
        ):
            cut = at + 1
        elif at == cut and cut and word in PREPOSITIONS:
            cut = _after_portfolio(words, at)
            closed = cut == at
    return cut if any(w[:1].isupper() or _is_mixed(w) for w in words[cut:]) else len(words)


def _is_middle(words: list[str], at: int) -> bool:
    """A lower-case word before a name that is no part of it: "Broncos player Williams"."""
    word, rest = words[at], words[at + 1 :]
    plain = word.isalpha() and word.islower() and word not in PARTICLES and word not in PREPOSITIONS | {"from", "who"}
    return plain and bool(rest) and rest[0][:1].isupper()


def _after_portfolio(words: list[str], at: int) -> int:
    """The index after "of State", "for Foreign Affairs"; `at` itself where no name follows."""
    after = at + 1
    while after < len(words) and words[after].casefold() in PORTFOLIO:
        after += 1
    said = {word.casefold() for word in words[at + 1 : after]} - {"the", "of", "and", "for"}
    return after if said and after < len(words) else at


def _is_lead(word: str) -> bool:
    """A word that cannot begin a name: lower-case, a demonym, a possessive."""
    plain = POSSESSIVE.sub("", word)
    if plain != word:
        return True
    lower = word[:1].islower() and word.casefold().split("-")[0] not in PARTICLES and not _is_mixed(word)
    return lower or word[:1].isdigit() or (country(word) is not None and word not in FIRST_LIKE_STATES)


FIRST_LIKE_STATES = frozenset(
    {"Chad", "Jordan", "Georgia", "Israel", "Kenya", "India", "Ireland", "German", "France", "Pole"}
)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.casefold().strip(".") not in TITLES and demonym_country(word) is None


def _is_mixed(word: str) -> bool:
    return bool(re.search(r"[-'’][A-ZÀ-Ž]", word)) or (word[:1].islower() and any(c.isupper() for c in word[1:]))


@cache
def initials(name: str) -> frozenset[str]:
    """Acronyms that `name` may have: "Liberation Tigers of Tamil Eelam" -> {"LTTE", "LTOTE"}."""
    words = [word for word in re.split(r"[\s/-]+", trim(name)) if word[:1].isalpha()]
    big = [word for word in words if word.casefold() not in SMALL]
    if len(big) < 2:
        return frozenset()
    forms = {"".join(w[0] for w in big), "".join(w[0] for w in words)}
    whole = [word for word in trim(name).split() if word[:1].isalpha() and word.casefold() not in SMALL]
    forms.add("".join(w[0] for w in whole))
    return frozenset(form.upper() for form in forms if len(form) > 1)


def is_acronym(name: str) -> bool:
    """ "UN", "U.N.", "AFL-CIO", "RosAtom" is none."""
    plain = name.replace(".", "").replace("-", "").replace("&", "")
    return 2 <= len(plain) <= 7 and plain.isalnum() and sum(c.isupper() for c in plain) >= max(2, len(plain) - 1)


def plain_acronym(name: str) -> str:
    return re.sub(r"[.\-&\s]", "", name).upper()


@cache
def split_acronym(surface: str) -> tuple[str, str | None]:
    """ "African Union (AU)" -> ("African Union", "AU"); "AU (African Union)" likewise; without brackets (surface, None)."""
    found = BRACKETED.search(surface)
    if not found:
        return surface, None
    outer, inner = (surface[: found.start()] + surface[found.end() :]).strip(), found[1].strip()
    if not outer:
        return inner, None
    return (inner, outer) if is_acronym(outer) and not is_acronym(inner) else (outer, inner)


def near(a: str, b: str) -> bool:
    """Spelling variants of one name: equal but for one letter put in, left out, changed or swapped (5 letters or more)."""
    a, b = fold(a), fold(b)
    if a == b or a.replace(" ", "") == b.replace(" ", ""):
        return True
    if min(len(a), len(b)) < 4 or max(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    return _one_edit(a, b)


def _one_edit(a: str, b: str) -> bool:
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = len(rest_a) > 1 and rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
    return rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:] or swapped


def gender(name: PersonName) -> Gender | None:
    """By title ("Mrs", "King") or by a first name that tells; None where neither does."""
    words = {word.casefold().strip(".,") for word in name.title.split()}
    if words & FEMALE_TITLES:
        return "female"
    if words & MALE_TITLES:
        return "male"
    first = fold(name.words[0]) if len(name.words) > 1 else ""
    return "female" if first in FEMALE_FIRST else "male" if first in MALE_FIRST else None


def without_quantity(surface: str) -> str:
    """ "thousands of supporters" -> "supporters"; what is nothing but a quantity stays."""
    return QUANTITY.sub("", trim(surface)) or trim(surface)


def head(description: str) -> str:
    """The head noun of a description, lower-case: the last word before "of", "in", "who" and the like."""
    words = re.split(
        r"\s+(?:of|in|for|from|at|to|on|with|who|that|which|near|by|led|against|inside|about|and|under|,)\b|,",
        description,
    )[0].split()
    return POSSESSIVE.sub("", words[-1]).casefold().strip(".,\"'“”") if words else ""
