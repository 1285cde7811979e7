"""The command line, as a person calls it."""

import json
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from graph.database import Database, StoreError
from newsgraph import SAMPLES, main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = ("NEWSGRAPH_STORE", "NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE")
NOBODY = "bolt://127.0.0.1:1"
"""Where no database answers."""
GENEVA = str(SAMPLES / "2024-08-15-sudan-talks-geneva.txt")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, env=dict.fromkeys(SETTINGS), input=stdin)


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
    try:
        main.commands[name].make_context(name, arguments)
    except click.UsageError as error:
        pytest.fail(f"{page}: {line}: {error.format_message()}")


def test_help_names_the_commands() -> None:
    assert set(main.commands) == {"demo", "load", "extract", "serve", "cypher", "remove", "stats", "schema"}
    text = run("--help").output
    assert all(name in text for name in main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_each_command_explains_itself(name: str) -> None:
    assert run(name, "--help").output.startswith(f"Usage: main {name} ")
    assert all(option.help for option in main.commands[name].params if isinstance(option, click.Option))


def test_load_twice_then_remove(database: Database, store: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    first = run("load", GENEVA, str(tmp_path), "--store", store)
    assert (first.exit_code, f"refused {tmp_path}/empty.txt: empty" in first.stderr) == (3, True)
    assert figures(first.stdout) == {"articles": 2, "loaded": 1, "unchanged": 0, "refused": 1, "words": 296}
    before = database.read("MATCH (n) RETURN n.id AS id ORDER BY id")
    again = run("load", GENEVA, "--store", store)
    assert again.exit_code == 0
    assert figures(again.stdout) == {"articles": 1, "loaded": 0, "unchanged": 1, "refused": 0, "words": 296}
    assert database.read("MATCH (n) RETURN n.id AS id ORDER BY id") == before
    counts = run("stats", "--json", "--store", store).stdout.splitlines()
    assert {"what": "Article", "count": 1} in map(json.loads, counts)
    assert run("remove", GENEVA, "--store", store).stdout.endswith(": removed\n")
    assert run("remove", "article:0", "--store", store).stdout == "article:0: not in the graph\n"
    assert database.read("MATCH (n) RETURN n.id AS id") == []


def figures(output: str) -> dict[str, int]:
    """The rows of the summary but for time and speed."""
    rows = re.findall(r"│\s+([a-z ]+?)\s+│\s+([\d,]+) │", output)
    return {name: int(value.replace(",", "")) for name, value in rows if name not in {"articles a minute", "seconds"}}


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("--json", '{"n": 3, "name": "Zoë, [b]", "list": [1, null], "date": "2024-08-19T10:00:00.000000000+00:00"}\n'),
        ("--csv", 'n,name,list,date\n3,"Zoë, [b]","[1, null]",2024-08-19T10:00:00.000000000+00:00\n'),
    ],
)
def test_cypher_rows(opened: Database, store: str, shape: str, expected: str) -> None:
    statement = "RETURN $n AS n, $name AS name, [1, null] AS list, datetime('2024-08-19T10:00:00Z') AS date"
    asked = run("cypher", statement, "-p", "n=3", "-p", "name=Zoë, [b]", shape, "--store", store)
    assert (asked.exit_code, asked.stdout) == (0, expected)


def test_cypher_table(opened: Database, store: str) -> None:
    asked = run("cypher", "RETURN 'Zoë, [b]' AS name, 3 AS n", "--store", store)
    assert "│ Zoë, [b] │ 3 │" in asked.stdout
    assert "1 row" in asked.stdout


def test_named_queries_are_listed_and_run(opened: Database, store: str) -> None:
    listed = [json.loads(line) for line in run("cypher", "--list", "--json").stdout.splitlines()]
    assert len(listed) >= 20
    assert {row["name"] for row in listed} >= {"meetings", "offices", "stances"}
    assert all(row["answers"] for row in listed)
    assert run("cypher", "meetings", "-p", "person=Nobody", "--json", "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("cypher", "CREATE (n:Person) RETURN n"), 1, "The statement would write, and this is for reading only."),
        (("cypher", "RETURN 1", "-p", "x"), 1, "'x' has no value. Write it as NAME=VALUE."),
        (("cypher",), 2, "Give a statement, or the name of a query from --list."),
        (("cypher", "nothing"), 1, "There is no query 'nothing'. There are: against, "),
        (("cypher", "meetings", "-p", "who=x"), 1, "meetings has no parameter 'who'."),
        (("remove", "no/such/file.txt"), 0, ""),
        (("load", "x", "--published", "soon"), 2, "'soon' is no date. Write it as 2024-08-19."),
    ],
)
def test_errors_say_what_to_do(
    opened: Database, store: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    asked = run(*arguments, "--store", store)
    assert (asked.exit_code, message in asked.stderr) == (code, True)
    assert "Traceback" not in asked.output


def test_a_store_that_does_not_answer_is_one_line_and_a_traceback_with_v() -> None:
    asked = run("stats", "--store", NOBODY)
    assert asked.exit_code == 1
    assert asked.stderr == f"Error: No database answered at {NOBODY}. Start it with: docker compose up -d\n"
    assert isinstance(run("stats", "-v", "--store", NOBODY).exception, StoreError)


@pytest.mark.parametrize("name", ["NEWSGRAPH_STORE", "NEO4J_URI"])
def test_the_environment_and_env_files_name_the_store(tmp_path: Path, name: str) -> None:
    (tmp_path / ".env").write_text(f"{name}={NOBODY}\n")
    command = [sys.executable, "-m", "newsgraph", "stats"]
    from_file = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert f"No database answered at {NOBODY}." in from_file.stderr
    other = environment() | {"NEWSGRAPH_STORE": "http://x"}
    from_shell = subprocess.run(command, cwd=tmp_path, env=other, capture_output=True, text=True, check=False)
    assert "http://x is no address of a database." in from_shell.stderr


def test_an_env_file_that_is_not_utf8_is_one_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"NEO4J_PASSWORD=caf\xe9\n")
    command = [sys.executable, "-m", "newsgraph", "schema"]
    asked = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout) == (1, "")
    assert asked.stderr.startswith(f"Error: {tmp_path / '.env'} cannot be read: 'utf-8' codec can't decode byte 0xe9")
    assert len(asked.stderr.splitlines()) == 1


def environment() -> dict[str, str]:
    """Of a shell in which nothing of ours is set."""
    return {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)}


def test_extract_writes_a_graph_for_each_article(tmp_path: Path) -> None:
    lines = "\n".join([json.dumps({"text": "Antony Blinken met Benjamin Netanyahu in Jerusalem."}), "{"])
    (tmp_path / "wire.jsonl").write_text(lines)
    done = run("extract", GENEVA, str(tmp_path), "--out", str(tmp_path / "out"))
    assert (done.exit_code, figures(done.stdout)["written"], figures(done.stdout)["refused"]) == (3, 2, 1)
    files = {file.name: json.loads(file.read_text()) for file in (tmp_path / "out").iterdir()}
    assert set(files) == {Path(GENEVA).stem + ".json", "wire-1.json"}
    names = {(entity["type"], entity["name"]) for entity in files["wire-1.json"]["entities"]}
    assert {("Person", "Antony Blinken"), ("Person", "Benjamin Netanyahu")} <= names


def test_ctrl_c_finishes_the_article_in_hand(tmp_path: Path) -> None:
    out = tmp_path / "out"
    copies = [{"text": f"{Path(GENEVA).read_text()}\nThis is copy {number} of it."} for number in range(500)]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, copies)))
    command = [sys.executable, "-m", "newsgraph", "extract", str(tmp_path / "many.jsonl"), "--out", str(out)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    limit = time.monotonic() + 60
    while not list(out.glob("*.json")) and time.monotonic() < limit:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    text, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    written = [json.loads(file.read_text()) for file in out.iterdir()]
    assert 0 < len(written) == figures(text)["written"] < 500


def test_a_taken_port_is_named(opened: Database, store: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        asked = run("serve", "--port", str(port), "--store", store)
    assert asked.exit_code == 1
    assert f"127.0.0.1:{port} cannot be served" in asked.stderr
    assert "--port 0 takes any free port." in asked.stderr


def test_schema_prints_the_schema() -> None:
    assert "type Query {" in run("schema").stdout
