"""Sentences that deny: 24 patterns with ten pairs of actors each. None of them says that anything happened."""

from graph.article import Event
from tests.benchmarks.articles import Extract
from tests.benchmarks.records import graph_of
from tests.benchmarks.scoring import Count

PAIRS = (
    ("France", "Germany"),
    ("Israel", "Hamas"),
    ("The Ethiopian government", "the rebels"),
    ("Russia", "Ukraine"),
    ("Iran", "the United States"),
    ("Turkey", "Greece"),
    ("President Emmanuel Macron", "Prime Minister Keir Starmer"),
    ("South Korea", "North Korea"),
    ("Kenyan police", "opposition leader Raila Odinga"),
    ("India", "Pakistan"),
)
PATTERNS = (
    "{a} did not meet {b} on Monday.",
    "{a} has not attacked {b}.",
    "{a} never signed an agreement with {b}.",
    "{a} refused to meet {b}.",
    "{a} declined to hold talks with {b}.",
    "No talks were held between {a} and {b}.",
    "There was no meeting between {a} and {b}.",
    "There have been no attacks by {a} on {b}.",
    "{a} denied attacking {b}.",
    "{a} has not accused {b} of anything.",
    "{a} will not impose sanctions on {b}.",
    "{a} did not threaten {b} with war.",
    "{a} failed to reach a deal with {b}.",
    "{a} cancelled a visit to {b}.",
    "{a} called off talks with {b}.",
    "{a} ruled out negotiations with {b}.",
    "Neither {a} nor {b} agreed to a ceasefire.",
    "{a} has never provided aid to {b}.",
    "Months passed without {a} meeting {b}.",
    "{a} does not support {b}.",
    "{a} did not withdraw its troops from the territory of {b}.",
    "{a} was not invited to meet {b}, and no visit is planned.",
    "It is not true that {a} bombed {b}.",
    "{a} stopped short of condemning {b}.",
)
OWN_FORCE = frozenset({"REJECT", "STATEMENT", "SANCTION", "CONCEDE"})
"""To refuse, to deny or to call off is an act of its own: what it refuses is not."""


def sentences() -> list[str]:
    found = [pattern.format(a=a, b=b) for pattern in PATTERNS for a, b in PAIRS]
    return [sentence[0].upper() + sentence[1:] for sentence in found]


def measured(extract: Extract) -> Count:
    """Sentences of which something positive is made, and all."""
    graphs = [graph_of(sentence + "\n", extract) for sentence in sentences()]
    return Count(sum(any(map(happened, graph.events)) for graph in graphs), len(graphs))


def happened(event: Event) -> bool:
    return event.polarity == "positive" and event.modality == "asserted" and event.type not in OWN_FORCE
