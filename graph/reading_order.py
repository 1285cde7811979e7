"""The order of a read in Cypher, and the place in it from which a page goes on."""

from graph.reading_row import Row, parameter, sortable
from graph.reading_tree import Key, Page, Parameter


def order(keys: tuple[Key, ...], row: Row, reverse: bool = False) -> str:
    """ORDER BY for `keys`; the evidence in a relationship's lists keeps its own order."""
    if row.index and not keys:
        return f" ORDER BY {row.index}"
    if not keys:
        return ""
    each = (sortable(k.attribute, row) + (" DESC" if k.descending != reverse else "") for k in keys)
    return " ORDER BY " + ", ".join(each)


def within(page: Page, row: Row) -> str:
    """The condition for rows after `after` and before `before`."""
    after = beyond(page.sort, page.after, row) if page.after else ""
    before = beyond(page.sort, page.before, row, reverse=True) if page.before else ""
    return " AND ".join(f"({c})" for c in (after, before) if c)


def outside(page: Page, row: Row) -> str:
    """The condition for rows on the other side of the place where the page begins."""
    place = page.before if page.backward else page.after
    return f"NOT ({beyond(page.sort, place, row, reverse=page.backward)})"


def beyond(keys: tuple[Key, ...], place: tuple[Parameter, ...], row: Row, reverse: bool = False) -> str:
    """The condition for rows that follow `place`.

    The bound on the first key stands alone in front, since the planner finds an index by it: `d <= $d AND (d < ..)`.
    """
    value, bound = sortable(keys[0].attribute, row), parameter(keys[0].attribute, place[0])
    sign = "<" if keys[0].descending != reverse else ">"
    if len(keys) == 1:
        return f"{value} {sign} {bound}"
    rest = beyond(keys[1:], place[1:], row, reverse)
    return f"{value} {sign}= {bound} AND ({value} {sign} {bound} OR ({rest}))"
