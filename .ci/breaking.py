"""Refuses changes of the schema that break clients, unless CHANGELOG.md says each: python .ci/breaking.py [COMMIT].

Compares api/schema.graphql with the one of the last release, or of the commit before where nothing was released.
"""

import subprocess
import sys
from pathlib import Path

from graphql import build_schema, find_breaking_changes

SCHEMA = "api/schema.graphql"


def unsaid(old: str, new: str, changelog: str) -> list[str]:
    """The changes from one schema to another that break clients and that the changelog does not hold."""
    changes = find_breaking_changes(build_schema(old), build_schema(new))
    said = " ".join(changelog.split())
    return [change.description for change in changes if change.description.rstrip(".") not in said]


def git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout.strip()


def main(commit: str | None) -> None:
    base = commit or (git("tag", "--sort=-creatordate").splitlines() or ["HEAD~1"])[0]
    changes = unsaid(git("show", f"{base}:{SCHEMA}"), Path(SCHEMA).read_text(), Path("CHANGELOG.md").read_text())
    if changes:
        lines = "\n".join(f"- {change}" for change in changes)
        sys.exit(f"Since {base} the schema breaks clients. Undo it, or write it into CHANGELOG.md:\n{lines}")
    print(f"Nothing breaks clients since {base}, or CHANGELOG.md says it.")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
