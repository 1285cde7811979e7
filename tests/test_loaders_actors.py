"""Which mentions become entities: descriptions that facts point at, countries as places, decoration. Docs by hand."""

from collections.abc import Sequence

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from graph.article import Article, ArticleGraph, Entity, EntityLabel, Event, Evidence, Mention, Sentence
from loaders.entities import entities
from loaders.extraction.fillers import placed
from loaders.extraction.findings import Anchor, Pointed
from loaders.extraction.keeping import without_decoration
from loaders.extraction.phrases import described
from loaders.extraction.spans import tidy
from loaders.mentions import TypedSpan

VOCAB = English().vocab


def doc_of(*rows: tuple[str, str, str, int]) -> Doc:
    """Rows of word, part of speech, relation, index of the head."""
    words, pos, deps, heads = ([row[i] for row in rows] for i in range(4))
    return Doc(VOCAB, words=words, pos=pos, deps=deps, heads=heads, sent_starts=[True] + [False] * (len(rows) - 1))  # pyright: ignore[reportArgumentType]


def anchor(token: int, role: str, filler: int, score: float = 0.9, kind: str = "ASSAULT") -> Anchor:
    return Anchor(token, kind, score, "asserted", "none", {role: (Pointed(filler, 0.95),)}, {})


def span(doc: Doc, start: int, end: int, label: EntityLabel, score: float = 1.0) -> TypedSpan:
    part = doc[start:end]
    return TypedSpan(part.start_char, part.end_char, label, True, score)


OFFICERS = (
    ("The", "DET", "det", 3),
    ("two", "NUM", "nummod", 3),
    ("police", "NOUN", "compound", 3),
    ("officers", "NOUN", "nsubj", 4),
    ("attacked", "VERB", "root", 4),
    ("a", "DET", "det", 6),
    ("bomber", "NOUN", "obj", 4),
)
SOLDIERS = (("Israeli", "ADJ", "amod", 1), ("soldiers", "NOUN", "nsubj", 2), ("fired", "VERB", "root", 2))
PAPERS = (("Court", "NOUN", "compound", 1), ("papers", "NOUN", "nsubj", 2), ("say", "VERB", "root", 2))


def found(doc: Doc, *anchors: Anchor, spans: Sequence[TypedSpan] = ()) -> list[tuple[str, str, bool, bool]]:
    return [(doc.text[s.start : s.end], s.label, s.named, s.known) for s in described(doc, anchors, spans)]


def test_a_described_actor_is_its_noun_phrase_without_article() -> None:
    doc = doc_of(*OFFICERS)
    assert found(doc, anchor(4, "recipient", 6)) == [("bomber", "Person", False, False)]


def test_a_definite_description_speaks_of_somebody_known() -> None:
    doc = doc_of(*OFFICERS)
    assert found(doc, anchor(4, "actor", 3)) == [("two police officers", "Government", False, True)]


def test_who_acts_for_a_state_is_that_state() -> None:
    doc = doc_of(*SOLDIERS)
    spans = [span(doc, 0, 1, "Government")]
    assert found(doc, anchor(2, "actor", 1), spans=spans) == [("Israeli soldiers", "Government", True, False)]


def test_a_thing_is_no_actor() -> None:
    assert found(doc_of(*PAPERS), anchor(2, "actor", 1, kind="STATEMENT")) == []


@pytest.mark.parametrize(("role", "label"), [("place", "Place"), ("actor", "Government")])
def test_a_country_where_a_fact_happens_is_a_place(role: str, label: str) -> None:
    doc = doc_of(("Fighting", "NOUN", "root", 0), ("in", "ADP", "case", 2), ("Sudan", "PROPN", "nmod", 0))
    assert [s.label for s in placed([span(doc, 2, 3, "Government")], doc, [anchor(0, role, 2)])] == [label]


@pytest.mark.parametrize(("kind", "label"), [("OFFICE", "Government"), ("ASSAULT", "Place")])
def test_a_country_that_an_office_is_of_is_a_state(kind: str, label: str) -> None:
    doc = doc_of(
        ("The", "DET", "det", 1), ("president", "NOUN", "root", 1),
        ("of", "ADP", "case", 3), ("Kenya", "PROPN", "nmod", 1),
    )  # fmt: skip
    assert [s.label for s in placed([span(doc, 3, 4, "Place")], doc, [anchor(1, "of", 3, kind=kind)])] == [label]


@pytest.mark.parametrize(
    ("text", "surface", "label", "expected"),
    [
        ("Afghan police fired.", "Afghan", "Government", [("Afghan police", "Government")]),
        ("The U.N. said so.", "U.N.", "Government", [("U.N.", "Organization")]),
        ("The University of Virginia won.", "University of Virginia", "Government",
         [("University of Virginia", "Organization")]),
        ("It cost US$5.", "US", "Government", []),
        ("The European Union (E.U.) met.", "European Union (E.U.", "Organization",
         [("European Union (E.U.)", "Organization")]),
        ("He went with Indian police.", "with Indian police", "Government", [("Indian police", "Government")]),
    ],
)  # fmt: skip
def test_spans_are_whole_and_of_the_type_that_the_name_tells(
    text: str, surface: str, label: EntityLabel, expected: list[tuple[str, str]]
) -> None:
    start = text.index(surface)
    spans = tidy([TypedSpan(start, start + len(surface), label)], text)
    assert [(text[s.start : s.end], s.label) for s in spans] == expected


@pytest.mark.parametrize(
    ("text", "named", "label", "known"),
    [
        ("Judge Ann Cole ruled; the judge left.", "Judge Ann Cole", "Person", "judge"),
        ("The High Court ruled; the court rose.", "High Court", "Government", "court"),
        ("The Red Party won; the party drank.", "Red Party", "Organization", "party"),
    ],
)
def test_known_descriptions_belong_to_the_named(text: str, named: str, label: EntityLabel, known: str) -> None:
    start, again = text.index(named), text.rindex(known)
    spans = [
        TypedSpan(start, start + len(named), label),
        TypedSpan(again, again + len(known), label, named=False, known=True),
    ]
    sentence = Sentence("a:00000", 0, 0, len(text), text)
    (entity,) = entities(text, (sentence,), spans, "a")
    assert [mention.text for mention in entity.mentions] == [named, known]
    assert entities(text, (sentence,), spans[1:], "a") == ()


def test_decoration_goes_and_what_acts_stays() -> None:
    doc = doc_of(("Iranian", "ADJ", "amod", 1), ("carpets", "NOUN", "nsubj", 2), ("burn", "VERB", "root", 2))
    sentence = Sentence("a:00000", 0, 0, len(doc.text), doc.text)
    iran = Entity("government:ir", "Government", "Iran", mentions=(Mention(0, 7, "Iranian", sentence.id),))
    event = Event(
        "e", "ASSAULT", "burn", actors=(iran.id,), evidence=(Evidence(sentence.id, 0, 4, "facts:assault", "1", 0.9),)
    )
    graph = ArticleGraph(Article("a", doc.text), (sentence,), (iran,))
    mentions = [span(doc, 0, 1, "Government", 0.6)]
    assert without_decoration(graph, doc, mentions).entities == ()
    acting = ArticleGraph(Article("a", doc.text), (sentence,), (iran,), events=(event,))
    assert without_decoration(acting, doc, mentions).entities == (iran,)
