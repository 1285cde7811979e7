"""Events that one sentence tells by two words."""

from graph.article import Event, Evidence
from loaders.extraction.retelling import told_once


def event(identity: str, confidence: float, sentence: str = "s1", **roles: object) -> Event:
    evidence = Evidence(sentence, int(identity), int(identity) + 5, "facts:request", "1", confidence, "asked")
    return Event(identity, "REQUEST", "asked", (evidence,), **roles)  # pyright: ignore[reportArgumentType]


def test_two_words_for_one_event_are_one_with_both_pieces_of_evidence() -> None:
    (one,) = told_once([event("1", 0.4, actors=("a",), date="2024"), event("2", 0.6, recipients=("b",), actors=("a",))])
    assert (one.id, one.actors, one.recipients, one.date, len(one.evidence)) == ("2", ("a",), ("b",), "2024", 2)


def test_what_speaks_against_each_other_stays_apart() -> None:
    events = [
        event("1", 0.5, actors=("a",), recipients=("b",)),
        event("2", 0.5, actors=("a",), recipients=("c",)),
        event("3", 0.5, sentence="s2", actors=("a",), recipients=("b",)),
        event("4", 0.5, actors=("a",), recipients=("b",), polarity="negative"),
        event("5", 0.5, actors=("d",), recipients=("b",)),
    ]
    assert [e.id for e in told_once(events)] == ["1", "2", "4", "5", "3"]
    assert len(told_once([event("1", 0.5, date="2024-08"), event("2", 0.5, date="2024-09")])) == 2
