"""What the fact heads tell apart: shared by training and run time, so the order of each tuple is part of a model."""

EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONCEDE",
)  # fmt: skip
"""The event types of PLOVER."""
STANCES = ("STANCE:supports", "STANCE:rejects", "STANCE:doubts")
ANCHORS = (*EVENTS, "STATEMENT", "OFFICE", "FIGURE", "PROPOSAL", *STANCES)
"""Kinds of facts that hang on a word: a verb or noun, the cue of a statement, the title of an office, a number."""
MODALITIES = ("asserted", "planned", "possible", "denied")
ENTITY_TYPES = ("Person", "Government", "Organization", "Place")
NAMED_TAGS = ("O", *(f"{prefix}-{kind}" for kind in ENTITY_TYPES for prefix in "BI"))
UNNAMED_TAGS = ("O", *(f"{prefix}-{kind}" for kind in ENTITY_TYPES for prefix in "BI"))
ARGUMENTS = ("actor", "recipient", "place", "holder", "of", "source", "mediator", "time", "duration")
"""Roles that point from an anchor at a mention (or, the last two, at a time expression)."""
SPANS = ("text", "topic", "title", "unit", "name")
"""Roles that are a span of the article."""
SPAN_OF = {
    "STATEMENT": "text",
    "OFFICE": "title",
    "FIGURE": "unit",
    "PROPOSAL": "name",
    **dict.fromkeys(STANCES, "name"),
    **dict.fromkeys(EVENTS, "topic"),
}
"""The span that a kind of fact has."""
TERM = "term"
"""Inside a term of a proposal: trained beside the others, but read from the tree (`loaders.extraction.terms`)."""
POINTERS = (*ARGUMENTS, TERM, *(f"{span}:start" for span in SPANS), *(f"{span}:end" for span in SPANS))
"""What an anchor scores every word as."""
PAIRS = ("PART_OF", "WITHIN")
"""Facts between two mentions without a word of their own."""
STATES = (
    "killed",
    "injured",
    "deployed",
    "dead",
    "held",
    "arrested",
    "displaced",
    "protesting",
    "released",
    "missing",
    "other",
    "none",
)
"""States of the people or things of a figure that are common enough to be learnt."""

_ARGUMENT = {
    "actor": "actor", "speaker": "actor", "proposer": "actor", "recipient": "recipient", "addressee": "recipient",
    "party": "recipient", "place": "place", "of": "of", "source": "source", "mediator": "mediator",
}  # fmt: skip
_SPAN = {"text": "text", "topic": "topic", "title": "title", "unit": "unit", "name": "name", "proposal": "name"}


def argument_label(kind: str, role: str) -> str:
    """The label that a fact's role is learnt as: roles that mean the same share one ("speaker" and "actor")."""
    if role == "holder":
        return "holder" if kind == "OFFICE" else "actor"
    return _ARGUMENT.get(role) or _SPAN.get(role) or role
