"""The reference page of the model: `python -m graph.reference > docs/model.md`."""

from collections.abc import Iterable, Iterator

from graph.model import LABELS, RELATIONSHIPS, Label, Property, Relationship

HEAD = """# The graph's model

Made from `graph/model.py` by `python -m graph.reference > docs/model.md`; a test compares the two.

- Every node has an `id` that is unique among the nodes of its label, made from content: the same article, person or
  place has the same id in every graph. Ids of what only one article knows hold a digest of the article.
- Persons, governments, organisations and places have the label `Entity` as well; a `Meeting` is an `Event` as well.
- Positions count code points in the article's text, from 0; ends are exclusive.
- Facts that are nodes (`Event`, `Statement`, `Figure`, `Proposal`) are told by `(:Sentence)-[:EVIDENCES]->(fact)`.
  Facts that are relationships have an `id` and lists with a place for each piece of evidence: `sentences[i]` says so,
  found by `rules[i]` with `confidences[i]`. `articles` lists the articles that support a relationship.
- Properties marked * are indexed.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, "## Nodes", "", *nodes(), "## Relationships", "", *relationships()])


def nodes() -> Iterator[str]:
    for label in LABELS:
        yield from (f"### {':'.join((label.name, *label.also))}", "", label.description, "")
        yield from table(label.properties or inherited(label))


def inherited(label: Label) -> tuple[Property, ...]:
    """The properties of a label that has none of its own are those of the labels it has besides."""
    return tuple(kept for other in LABELS if other.name in label.also for kept in other.properties)


def relationships() -> Iterator[str]:
    yield from ("| from | type | to | meaning |", "|---|---|---|---|")
    for kind in RELATIONSHIPS:
        yield f"| {', '.join(kind.starts)} | `{kind.type}` | {', '.join(kind.ends)} | {kind.description} |"
    yield ""
    for kinds in alike():
        yield from (f"### {', '.join(kind.type for kind in kinds)}", "")
        yield from table(kinds[0].properties)


def alike() -> list[list[Relationship]]:
    """Types with properties, those with the same ones together."""
    groups: dict[tuple[Property, ...], list[Relationship]] = {}
    for kind in RELATIONSHIPS:
        if kind.properties:
            groups.setdefault(kind.properties, []).append(kind)
    return list(groups.values())


def table(properties: Iterable[Property]) -> Iterator[str]:
    yield from ("| property | type | meaning |", "|---|---|---|")
    for kept in properties:
        yield f"| `{kept.name}`{' *' if kept.index else ''} | {kept.type} | {kept.description} |"
    yield ""


if __name__ == "__main__":
    print(page(), end="")
