"""What breaks clients has to be said in the changelog."""

import runpy
from pathlib import Path
from typing import Any

import pytest

UNSAID: Any = runpy.run_path(str(Path(__file__).parent.parent / ".ci" / "breaking.py"))["unsaid"]
OLD = "type Query { name: String size(of: ID): Int }"


@pytest.mark.parametrize(
    ("new", "changes"),
    [
        ("type Query { name: String size(of: ID): Int! more: Int }", []),
        ("type Query { size(of: ID): Int }", ["Field Query.name was removed."]),
        (
            "type Query { name: Int size(of: ID!): Int }",
            [
                "Field Query.name changed type from String to Int.",
                "Argument Query.size(of:) has changed type from ID to ID!.",
            ],
        ),
    ],
)
def test_what_breaks(new: str, changes: list[str]) -> None:
    assert UNSAID(OLD, new, "") == changes
    assert UNSAID(OLD, new, "### Changed\n\n- " + "\n- ".join(changes).replace(" changed", "\n  changed")) == []
