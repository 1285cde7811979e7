"""Search: what it finds is what a search in Python finds, in the order of the rank, on both databases."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from asking import GRAPHS, Asker, asking
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.dates import first_moment, next_moment
from api.search import WORD, values
from graph.reading_value import marks


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


HITS = """query($text: String!, $types: [SearchType!], $from: Date, $to: Date, $first: Int = 1000, $after: String) {
  search(text: $text, types: $types, from: $from, to: $to, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { rank text highlights { start end } node { id __typename } }
  }
}"""

NAMES: dict[str, set[str]] = {}
for graph in GRAPHS:
    for thing in (*graph.entities, *graph.proposals):
        NAMES.setdefault(thing.id, set()).update((thing.name, *thing.names))
TEXTS = {each.id: each.text for graph in GRAPHS for each in (*graph.sentences, *graph.statements)}
TOKENS = sorted({word for text in (*TEXTS.values(), *chain(*NAMES.values())) for word in WORD.findall(text.lower())})


def holds(text: str, words: list[str]) -> bool:
    """Whether each word begins (a short one: is) a word of the text."""
    tokens = WORD.findall(text.lower())
    return all(any(t.startswith(w) if len(w) > 2 else t == w for t in tokens) for w in words)


def rank(text: str, phrase: str, name: bool) -> float:
    low = text.lower()
    level = 0.4 if phrase in low else 0.2
    if name:
        level = 0.9 if low == phrase else 0.7 if low.startswith(phrase) else 0.5 if phrase in low else 0.3
    return level + 0.1 * len(phrase) / len(text)


def found(phrase: str) -> dict[str, float]:
    """The rank of each thing that the phrase should find."""
    words = WORD.findall(phrase)
    ranks = {
        key: max((rank(name, phrase, True) for name in names if holds(name, words)), default=0.0)
        for key, names in NAMES.items()
    }
    ranks |= {key: rank(text, phrase, False) for key, text in TEXTS.items() if holds(text, words)}
    return {key: rank for key, rank in ranks.items() if rank}


@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=2), st.integers(0, 4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_finds_what_python_finds(ask: Asker, words: list[str], cut: int) -> None:
    phrase = " ".join([*words[:-1], words[-1][: max(3, len(words[-1]) - cut)]]).strip(".,'’")
    edges = ask(HITS, text=phrase)["search"]["edges"]
    expected = found(phrase)
    assert {edge["node"]["id"]: pytest.approx(edge["rank"]) for edge in edges} == expected
    order = [(-edge["rank"], edge["node"]["id"]) for edge in edges]
    assert order == sorted(order)
    for edge in edges:
        marked = [edge["text"][mark["start"] : mark["end"]].lower() for mark in edge["highlights"]]
        assert all(any(text.startswith(word) for text in marked) for word in WORD.findall(phrase))


@given(st.text(max_size=30) | st.text(alphabet='+-&|!(){}[]^"~*?:\\/ aANDORNOT', max_size=30))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_it(ask: Asker, text: str) -> None:
    asked = ask.all(HITS, {"text": text})
    assert [error["extensions"]["code"] for error in asked.errors] == ([] if re.search(r"\w", text) else ["BAD_INPUT"])


def test_names_come_before_texts(ask: Asker) -> None:
    edges = ask(HITS, text="black sea", first=2)["search"]["edges"]
    assert [(edge["node"]["__typename"], edge["text"], edge["highlights"]) for edge in edges] == [
        ("Proposal", "Black Sea Grain Initiative", [{"start": 0, "end": 5}, {"start": 6, "end": 9}]),
        (
            "Sentence",
            "Russia said on Monday that it was leaving the Black Sea Grain Initiative.",
            [{"start": 46, "end": 51}, {"start": 52, "end": 55}],
        ),
    ]


@pytest.mark.parametrize(
    ("types", "kinds"),
    [
        (["PERSON", "PROPOSAL"], {"Person", "Proposal"}),
        (["GOVERNMENT"], {"Government"}),
        (["STATEMENT", "SENTENCE"], {"Statement", "Sentence"}),
        (None, {"Person", "Government", "Place", "Proposal", "Statement", "Sentence"}),
    ],
)
def test_only_some_types(ask: Asker, types: list[str] | None, kinds: set[str]) -> None:
    texts = ("erdogan", "deal", "turkey")
    edges = chain(*(ask(HITS, text=text, types=types)["search"]["edges"] for text in texts))
    assert {edge["node"]["__typename"] for edge in edges} == kinds


@pytest.mark.parametrize(
    ("dates", "articles"),
    [
        ({"from": "2023"}, {1, 2}),
        ({"to": "2022"}, {0}),
        ({"from": "2023-07-17", "to": "2023-07-17"}, {1}),
        ({"from": "2023-07-18", "to": "2023-08"}, set[int]()),
    ],
)
def test_only_some_dates(ask: Asker, dates: dict[str, str], articles: set[int]) -> None:
    some = [GRAPHS[n] for n in articles]
    expected = {entity.id for graph in some for entity in graph.entities if "Russia" in (entity.name, *entity.names)}
    expected |= {each.id for graph in some for each in (*graph.sentences, *graph.statements) if "Russia" in each.text}
    assert {edge["node"]["id"] for edge in ask(HITS, text="russia", **dates)["search"]["edges"]} == expected


def test_pages_joined_are_all(ask: Asker) -> None:
    whole = ask(HITS, text="the")["search"]
    joined: list[Any] = []
    page = {"hasNextPage": True, "endCursor": None}
    while page["hasNextPage"]:
        got = ask(HITS, text="the", first=3, after=page["endCursor"])["search"]
        joined += got["edges"]
        page = got["pageInfo"]
    assert joined == whole["edges"]
    assert len(joined) == whole["totalCount"] > 6


def test_it_goes_on_from_what_it_finds(ask: Asker) -> None:
    query = '{ search(text: "guterres", types: [PERSON]) { nodes { ... on Person { offices { totalCount } } } } }'
    assert ask(query)["search"]["nodes"] == [{"offices": {"totalCount": 1}}]


@pytest.mark.parametrize(
    ("date", "first", "following"),
    [
        ("2024", "2024-01-01", "2025-01-01"),
        ("2024-02", "2024-02-01", "2024-03-01"),
        ("2024-12", "2024-12-01", "2025-01-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
    ],
)
def test_moments_of_dates(date: str, first: str, following: str) -> None:
    assert (first_moment(date), next_moment(date)) == (f"{first}T00:00:00Z", f"{following}T00:00:00Z")


def test_words_as_the_index_has_them() -> None:
    got = values({"text": 'The U.S. "Secretary-General" & 32.9%'})
    assert got["words"] == ["the", "u.s", "secretary", "general", "32.9"]
    assert got["sentences"] == ["+the* +u.s* +secretary* +general* +32.9*"]


def test_marks_count_code_points() -> None:
    assert marks("🕊️ Peace, peaceful; no appeasement of UN or unity", ["peace", "un"]) == [(3, 8), (10, 18), (38, 40)]
