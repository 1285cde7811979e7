"""What holds for the project as a whole: who imports whom, what README promises, what must not be in the repository."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = {"loaders": {"loaders", "graph"}, "graph": {"graph"}, "api": {"api", "graph"}}
"""What of us each package may import: loaders -> graph <- api."""
LIBRARIES = {
    "neo4j": "graph",
    "arcadedb_embedded": "graph",
    "jpype": "graph",
    "spacy": "loaders",
    "onnxruntime": "loaders",
    "tokenizers": "loaders",
    "trafilatura": "loaders",
    "strawberry": "api",
    "starlette": "api",
    "uvicorn": "api",
    "graphql": "api",
}
"""The one package that may import each library."""
LONGEST_FUNCTION = 40
"""Lines."""
FORBIDDEN = re.compile(
    "pypi" r"\.org|python" r"hosted\.org|npm" r"js\.org|repo\d?\.maven|proxy\.golang"
    r"|crates" r"\.io|deb\.debian" r"\.org|/wo" "rk/|/op" "t/w"
)  # fmt: skip
"""Hosts of package registries (mirrors have others) and paths of one machine."""
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def package(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def test_imports_go_one_way() -> None:
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in modules()
        for name in imported(path)
        if (name in PACKAGES or name == "newsgraph") and name not in PACKAGES[package(path)]
    ]
    assert not wrong


def test_each_library_has_one_home() -> None:
    files = [*modules(), ROOT / "newsgraph.py"]
    wrong = [
        (str(path.relative_to(ROOT)), name)
        for path in files
        for name in imported(path)
        if LIBRARIES.get(name, package(path)) != package(path)
    ]
    assert not wrong


def test_no_function_is_longer_than_a_page() -> None:
    functions = [
        (str(path.relative_to(ROOT)), node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for path in [*modules(), ROOT / "newsgraph.py"]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert [found for found in functions if found[2] > LONGEST_FUNCTION] == []


def test_no_registry_hosts_and_no_paths_of_one_machine() -> None:
    texts = [path for path in tracked() if path.suffix not in {".onnx", ".png"} and path.is_file()]
    found = [
        (str(path.relative_to(ROOT)), match[0])
        for path in texts
        for match in FORBIDDEN.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert not found


def test_first_screen_of_the_readme_holds_the_two_commands() -> None:
    screen = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:24]
    commands = [line for line in screen if line.startswith("python3 -m venv ")]
    assert [command.rpartition(" ")[2] for command in commands] == ["demo", ".venv/bin/pytest"]


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "loaders").rglob("*.md")]
    dead = [
        (str(page.relative_to(ROOT)), target)
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not dead


def test_the_dependencies_have_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [name for name in project["dependencies"] if not re.search("[<=]", name.replace(">=", ""))] == []
