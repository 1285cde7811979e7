"""Search: entities and proposals by their names, sentences and statements by their words, the best first."""

import re
import unicodedata
from typing import Any

from api.dates import first_moment, next_moment
from api.errors import InputError
from api.table import Argument, Arguments, Choice, Kind, Marks, Property, Question
from graph.reading_tree import Attribute, Key
from graph.reading_value import LEAST_BEGINNING
from graph.reading_written import text

WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
"""A word as Lucene's standard analyzer sees it: "U.S", "32.9" and "don't" are one, "Secretary-General" is two."""
ENTITIES = ("PERSON", "GOVERNMENT", "ORGANIZATION", "PLACE")

TYPES = Choice(
    "SearchType",
    "What a search can find.",
    (
        ("PERSON", "Persons, by their names."),
        ("GOVERNMENT", "Governments and their organs, by their names."),
        ("ORGANIZATION", "Organisations, by their names."),
        ("PLACE", "Places, by their names."),
        ("PROPOSAL", "Proposals, by their names."),
        ("SENTENCE", "Sentences, by their words."),
        ("STATEMENT", "What somebody says, by its words."),
    ),
    lower=False,
)

RESULT = Kind(
    "SearchResult",
    "What a search can find: a person, government, organisation, place, proposal, sentence or statement.",
    (Property("id", "ID", "Tells this from everything else in the graph.", required=True),),
    abstract=True,
)

EDGE = Kind(
    "SearchEdge",
    "What a search found, and where the words stand in it.",
    (
        Property(
            "rank",
            "Float",
            "0 to 1. Names come first: the text itself, what begins with it, what contains it, what has all its words; "
            "then sentences and statements that contain it, or have all its words. Short ones come before long ones.",
            required=True,
            attribute=Attribute("rank", "row"),
        ),
        Property(
            "text", "String", "The name, sentence or statement that holds the words.",
            required=True, attribute=Attribute("text", "row"),
        ),
        Marks("highlights", "Highlight", "Where the words stand in `text`, in order."),
    ),
    on_edge=True,
)  # fmt: skip

HIGHLIGHT = Kind(
    "Highlight",
    "Characters of a text, counted in code points from 0.",
    (
        Property("start", "Int", "The first character.", required=True),
        Property("end", "Int", "The character after the last.", required=True),
    ),
)


def values(arguments: Arguments) -> dict[str, Any]:
    """The parameters of graph/reads/search.cypher. Raises InputError if there is no word to search for."""
    phrase = " ".join(unicodedata.normalize("NFC", arguments["text"]).lower().split())
    words = WORD.findall(phrase)
    if not words:
        raise InputError(f"`text` is {arguments['text']!r}, which has no word to search for.")
    query = " ".join(f"+{word}{'*' if len(word) >= LEAST_BEGINNING else ''}" for word in words)
    types = [kind.value for kind in arguments.get("types") or ()] or [name for name, _ in TYPES.values]
    since, until = arguments.get("from"), arguments.get("to")
    return {
        "phrase": phrase,
        "words": words,
        "labels": [kind.capitalize() for kind in types if kind in ENTITIES],
        "entities": [query] if any(kind in ENTITIES for kind in types) else [],
        "proposals": [query] if "PROPOSAL" in types else [],
        "sentences": [query] if "SENTENCE" in types else [],
        "statements": [query] if "STATEMENT" in types else [],
        "dated": bool(since or until),
        "since": first_moment(since or "0001"),
        "until": next_moment(until or "9998"),
    }


SEARCH = Question(
    "search",
    "SearchResult",
    text("search"),
    "What holds all these words, the best first. A word stands for all that begin with it, if it has three letters.",
    (
        Argument("text", "String!", "The words. Nothing in them has a special meaning."),
        Argument("types", "[SearchType!]", "What to find; everything unless you say."),
        Argument("from", "Date", "Only what articles say that were published in or after this year, month or day."),
        Argument("to", "Date", "Only what articles say that were published in or before this year, month or day."),
    ),
    values,
    columns=("node", "rank", "text"),
    order=(Key(Attribute("rank", "row"), descending=True), Key(Attribute("id"))),
    edge="SearchEdge",
)

KINDS = (RESULT, EDGE, HIGHLIGHT)
CHOICES = (TYPES,)
