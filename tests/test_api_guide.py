"""The guide for frontend developers: its examples run, and find something."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from asking import Asker, asking

GUIDE = (Path(__file__).parent.parent / "docs" / "graphql.md").read_text()
EXAMPLES: list[str] = re.findall(r"```graphql\n(.*?)```", GUIDE, re.DOTALL)
VARIABLES = {
    "who": "Recep Tayyip Erdogan",
    "text": "grain",
    "one": "person:antonio-guterres",
    "other": "person:vladimir-putin",
    "of": "government:ru",
}


@pytest.fixture(scope="module")
def ask(store: str) -> Iterator[Asker]:
    with asking(store) as asker:
        yield asker


def filled(value: Any) -> bool:
    """Whether there is anything in an answer but counts, flags and empty lists."""
    match value:
        case dict():
            return any(map(filled, cast(dict[str, Any], value).values()))
        case list():
            return any(map(filled, cast(list[Any], value)))
        case _:
            return isinstance(value, str)


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.split("{")[0].strip() for example in EXAMPLES])
def test_examples(ask: Asker, example: str) -> None:
    variables = {name: VARIABLES[name] for name in re.findall(r"\$(\w+):", example)}
    assert filled(ask(example, **variables))
