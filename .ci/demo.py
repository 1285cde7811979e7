"""Runs README's demo command as written, asks the server a question, ends it with Ctrl-C; fails if any of it does."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import Request, urlopen

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/graphql")
QUESTION = "{ persons(first: 100) { nodes { name } } }"
LIMIT = 900.0
"""Seconds, downloads included."""


def answer(address: str) -> object:
    """What the server says; it may need a moment after it has printed its address."""
    request = Request(address, json.dumps({"query": QUESTION}).encode(), {"Content-Type": "application/json"})
    for _ in range(600):
        try:
            with urlopen(request, timeout=30) as response:
                return json.load(response)
        except URLError:
            time.sleep(0.1)
    raise SystemExit(f"nothing answered at {address}")


def address(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    for line in process.stdout:
        print("  demo |", line.rstrip(), flush=True)
        if found := ADDRESS.search(line):
            return found[0]
    raise SystemExit(f"demo ended with {process.wait()} before it printed an address")


def main(command: str) -> None:
    begin = time.monotonic()
    signal.alarm(int(LIMIT))
    process = subprocess.Popen(
        ["bash", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        found = answer(address(process))
        print(f"demo answered after {time.monotonic() - begin:.0f} s, downloads included: {json.dumps(found)[:200]}")
        if "Antony Blinken" not in json.dumps(found):
            raise SystemExit("demo does not know Antony Blinken")
        os.killpg(process.pid, signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
        print(rest)
        if process.returncode or "Traceback" in rest:
            raise SystemExit(f"demo ended with {process.returncode} after Ctrl-C")
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1])
