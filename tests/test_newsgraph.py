"""The command line, as a person calls it."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from newsgraph import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TEXT = "Talks in Doha\n\nAntony Blinken met Benjamin Netanyahu in Jerusalem on Monday. Hamas rejected the plan.\n"


def run(*arguments: str, env: dict[str, str] | None = None, stdin: str | None = None) -> Result:
    clean: dict[str, str | None] = dict.fromkeys(("NEWSGRAPH_STORE", "NEO4J_URI", "NEO4J_PASSWORD"))
    return CliRunner().invoke(main, arguments, env={**clean, **(env or {})}, input=stdin)


def shown_commands() -> list[tuple[str, str]]:
    """Every `newsgraph ...` in a block of the pages, without its comment."""
    found: list[tuple[str, str]] = []
    for page in PAGES:
        for block in re.findall(r"```(?:console|sh|bash)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            lines = re.findall(r"^(?:\$ )?(?:\S*/)?(newsgraph [^#|>\n]*)", block.replace("\\\n", " "), re.MULTILINE)
            found += [(page.name, line.strip()) for line in lines]
    return found


@pytest.mark.parametrize(("page", "line"), shown_commands())
def test_commands_of_the_pages_exist_with_their_options(page: str, line: str) -> None:
    name, *arguments = shlex.split(line)[1:]
    if name.startswith("-"):
        return
    command = main.commands[name]
    try:
        command.make_context(name, [a for a in arguments if a != "..."])
    except click.UsageError as error:
        pytest.fail(f"{page}: {line}: {error.format_message()}")


def test_help_names_the_commands() -> None:
    assert set(main.commands) == {"demo", "load", "extract", "serve", "cypher", "remove", "stats", "schema"}
    text = run("--help").output
    assert all(name in text for name in main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_explains_itself(name: str) -> None:
    assert run(name, "--help").output.startswith(f"Usage: main {name} ")
    assert all(p.help for p in main.commands[name].params if isinstance(p, click.Option))
