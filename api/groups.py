"""Aggregates: how many events, statements, figures and articles there are of each sort, and from when to when."""

from api.table import Aggregate, Arguments, Choice, Group, Kind, Link, Measure
from graph.reading_tree import Attribute, Filter, Grouped, Hop, Key, Nodes, Prefix

DATE = Attribute("date", sort="text")
VALUE = Attribute("value")
PUBLISHED = Attribute("published", sort="time")
COUNT = Measure("count", "Int", "count", "How many there are.")


def by(relationship: str, out: bool, label: str) -> Hop:
    return Hop((relationship,), out, (label,))


def times(attribute: Attribute) -> tuple[Group, Group]:
    return (
        Group("year", "Date", Prefix(attribute, 4), "The year; null if it is not known."),
        Group("month", "Date", Prefix(attribute, 7), "The month, or the year if no more is known."),
    )


def span(attribute: Attribute, type_: str) -> tuple[Measure, Measure]:
    return (
        Measure("earliest", type_, "min", "The earliest date; null if none is known.", attribute),
        Measure("latest", type_, "max", "The latest date; null if none is known.", attribute),
    )


EVENTS = Kind(
    "EventGroup",
    "Events that have something in common. Fields that they are not grouped by are null.",
    (
        Group("type", "EventType", Attribute("type"), "Their type."),
        Group("modality", "Modality", Attribute("modality"), "In which way the texts tell of them."),
        Group("polarity", "Polarity", Attribute("polarity"), "Whether the texts affirm them."),
        *times(DATE),
        Group("actor", "Entity", by("ACTOR_IN", False, "Entity"), "Who does them; those of two count with each."),
        Group("recipient", "Entity", by("RECIPIENT_OF", False, "Entity"), "To whom they are done."),
        Group("place", "Place", by("LOCATED_IN", True, "Place"), "Where they are."),
        COUNT,
        *span(DATE, "Date"),
    ),
)

STATEMENTS = Kind(
    "StatementGroup",
    "Statements that have something in common. Fields that they are not grouped by are null.",
    (
        Group("speaker", "Entity", by("SAID", False, "Entity"), "Who says them; those of two count with each."),
        Group("addressee", "Entity", by("RECIPIENT_OF", False, "Entity"), "To whom they are said."),
        Group("about", "Subject", by("ABOUT", True, "Entity"), "The entity that they are about."),
        Group("polarity", "Polarity", Attribute("polarity"), "Whether they affirm."),
        Group("quoted", "Boolean", Attribute("quoted"), "Whether they are the speakers' own words."),
        COUNT,
    ),
)

FIGURES = Kind(
    "FigureGroup",
    "Figures that have something in common. Fields that they are not grouped by are null.",
    (
        Group("unit", "String", Attribute("unit"), "What is counted."),
        Group("state", "String", Attribute("state"), "Killed, held, released, displaced."),
        *times(DATE),
        Group("source", "Entity", by("GIVES", False, "Entity"), "Who gives them; null: the article itself."),
        Group("place", "Place", by("LOCATED_IN", True, "Place"), "For which place they are given."),
        COUNT,
        Measure("least", "Float", "min", "The smallest value.", VALUE),
        Measure("greatest", "Float", "max", "The largest value.", VALUE),
        *span(DATE, "Date"),
    ),
)

ARTICLES = Kind(
    "ArticleGroup",
    "Articles that have something in common. Fields that they are not grouped by are null.",
    (
        Group("publisher", "String", Attribute("publisher"), "Who published them."),
        Group("language", "String", Attribute("language"), "ISO 639-1 code."),
        *times(PUBLISHED),
        COUNT,
        *span(PUBLISHED, "DateTime"),
    ),
)

KINDS = (EVENTS, STATEMENTS, FIGURES, ARTICLES)


def aggregate(of: str, kind: Kind) -> Aggregate:
    text = f"How many {of.lower()}s there are of each sort."
    return Aggregate(f"{of.lower()}Aggregate", kind.name, of, text, kind.fields)


AGGREGATES = tuple(
    aggregate(of, kind)
    for of, kind in {"Event": EVENTS, "Statement": STATEMENTS, "Figure": FIGURES, "Article": ARTICLES}.items()
)


def grouping(aggregate: Aggregate) -> Choice:
    """The enum of what an aggregate can group by."""
    keys = ((key.name.upper(), key.description) for key in aggregate.groups)
    return Choice(aggregate.choice, f"What {aggregate.of.lower()}s can have in common.", tuple(keys), structural=True)


ORDER = Choice(
    "GroupOrder",
    "In which order groups come.",
    (("COUNT", "The largest first."), ("KEY", "By what they are grouped by: months in order, names by their ids.")),
    structural=True,
)
CHOICES = (ORDER, *map(grouping, AGGREGATES))


def nodes(aggregate: Aggregate) -> Link:
    """All nodes that an aggregate is about, as a filter sees them."""
    return Link(aggregate.name, aggregate.of, Nodes((aggregate.of,)), aggregate.description)


def chosen(aggregate: Aggregate, arguments: Arguments) -> tuple[Group, ...]:
    """What to group by."""
    names = {choice.value.lower() for choice in arguments["groupBy"]}
    return tuple(group for group in aggregate.groups if group.name in names)


def source(aggregate: Aggregate, groups: tuple[Group, ...], where: Filter) -> Grouped:
    return Grouped(
        Nodes((aggregate.of,)),
        where,
        tuple((group.name, group.of) for group in groups),
        tuple((measure.name, measure.function, measure.attribute) for measure in aggregate.measures),
    )


def order(groups: tuple[Group, ...], arguments: Arguments) -> tuple[Key, ...]:
    by_key = tuple(Key(_key(group)) for group in groups)
    wanted = arguments.get("order")
    if wanted and wanted.value == "KEY":
        return by_key
    return Key(Attribute("count", "row"), descending=True), *by_key


def _key(group: Group) -> Attribute:
    return Attribute("id", group.name, "text") if isinstance(group.of, Hop) else Attribute(group.name, "row", "text")
