"""The server of a folder: shared, replaced when it dies, gone when nobody needs it."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import graphs
import pytest
from snapshots import snapshot

import graph.database
from graph import embedded, server
from graph.embedded import StoreError
from graph.save import save
from graph.stats import stats

ROOT = Path(__file__).parent.parent
OPEN = """
import sys, graph.database
with graph.database.open(sys.argv[1]) as database:
    database.write(lambda run: run("CREATE (n:Place:Entity {id: $id})", {"id": sys.argv[2]}))
"""


def pid(folder: Path) -> int:
    access = embedded.read_access(folder)
    assert access
    return access.pid


def kill(folder: Path) -> int:
    """Kill the folder's server as hard as can be; its process id."""
    killed = pid(folder)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: not embedded.alive(folder))
    return killed


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.slow
def test_first_openers_share_one_server(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", OPEN, str(tmp_path), f"place:{i}"] for i in range(3)]
    children = [subprocess.Popen(command, cwd=ROOT) for command in commands]
    assert [child.wait(180) for child in children] == [0, 0, 0]
    with graph.database.open(str(tmp_path)) as database:
        rows = database.read("MATCH (n:Place) RETURN n.id AS id ORDER BY id")
        assert [row["id"] for row in rows] == ["place:0", "place:1", "place:2"]
    assert (tmp_path / embedded.LOG).read_text().count("ArcadeDB Server started") == 1
    stop(tmp_path)


def test_a_server_that_outlives_its_client_is_no_warning(tmp_path: Path) -> None:
    open_and_close = "import sys, graph.database; graph.database.open(sys.argv[1]).close()"
    command = [sys.executable, "-W", "default", "-c", open_and_close, str(tmp_path)]
    client = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert embedded.alive(tmp_path)
    assert "ResourceWarning" not in client.stderr
    stop(tmp_path)


def test_an_empty_store_counts_zeros(tmp_path: Path) -> None:
    with graph.database.open(str(tmp_path)) as database:
        counts = stats(database)
    assert set(counts.values()) == {0}
    assert {"Article", "Meeting", "HAS_SENTENCE"} <= counts.keys()
    stop(tmp_path)


def stop(folder: Path) -> None:
    os.kill(pid(folder), signal.SIGTERM)
    wait_until(lambda: not embedded.alive(folder))


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_killed_server(folder: Path) -> None:
    with graph.database.open(str(folder)) as database:
        database.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        for article in graphs.ALL:
            save(database, article())
        before = snapshot(database)
        killed = kill(folder)
        assert snapshot(database) == before
        assert pid(folder) != killed
        assert [save(database, article()) for article in graphs.ALL] == [False, False, False]


@pytest.mark.slow
async def test_an_event_loop_finds_the_new_server(folder: Path) -> None:
    database = await graph.database.open_async(str(folder))
    try:
        kill(folder)
        assert await database.read("RETURN 1 AS one") == [[1]]
        await database.ping()
    finally:
        await database.close()


def test_only_the_owner_reads_the_passwords(folder: Path) -> None:
    with graph.database.open(str(folder)):
        access = folder / embedded.ACCESS
        assert stat.S_IMODE(access.stat().st_mode) == 0o600
        told = json.loads(access.read_text())
    assert min(len(told["reader"]), len(told["writer"])) >= 32
    assert told["reader"] != told["writer"]


def test_it_listens_on_loopback_only(folder: Path) -> None:
    with graph.database.open(str(folder)):
        sockets = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout
        own = [line.split()[3] for line in sockets.splitlines() if f"pid={pid(folder)}," in line]
    assert len(own) == 2
    assert all("127.0.0.1" in address for address in own)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        graph.database.open(str(tmp_path / "file"))


def test_a_folder_with_other_files_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match=r"holds other files \(letter.txt\)"):
        graph.database.open(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written"):
        graph.database.open(str(tmp_path / "store"))


def test_a_place_where_no_folder_can_be() -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        graph.database.open("/proc/store")


def test_a_server_that_cannot_start_is_told(tmp_path: Path) -> None:
    (tmp_path / "databases").write_text("this should be a folder")
    with pytest.raises(StoreError, match="did not start"):
        embedded.ready(tmp_path)


def test_stale_files_of_a_dead_server_do_not_count(tmp_path: Path) -> None:
    embedded.write_access(tmp_path, embedded.Access(4000000, 1, 2, "w", "r"))
    (tmp_path / embedded.SERVER).write_text("4000000")
    assert not embedded.alive(tmp_path)
    assert server.previous(tmp_path)["port"] == 1


def test_access_of_another_server_does_not_count(tmp_path: Path) -> None:
    embedded.write_access(tmp_path, embedded.Access(11, 1, 2, "w", "r"))
    (tmp_path / embedded.SERVER).write_text("12")
    assert embedded.read_access(tmp_path) is None
    (tmp_path / embedded.ACCESS).write_text("{half")
    assert embedded.read_access(tmp_path) is None


def test_writers_take_turns(folder: Path) -> None:
    with graph.database.open(str(folder)) as one, graph.database.open(str(folder)) as other:
        one.write(lambda run: run("MATCH (n) DETACH DELETE n"))
        one.write(lambda run: run("CREATE (n:Place:Entity {id: 'place:1', geonames: 0})"))

        def count(database: graph.database.Database) -> None:
            for _ in range(10):
                database.write(lambda run: run("MATCH (n:Place) SET n.geonames = n.geonames + 1"))

        with ThreadPoolExecutor() as pool:
            list(pool.map(count, [one, other, one, other]))
        assert one.read("MATCH (n:Place) RETURN n.geonames AS count") == [{"count": 40}]


@pytest.mark.slow
def test_it_leaves_when_nobody_needs_it(tmp_path: Path) -> None:
    command = (
        "import graph.server, sys, pathlib; graph.server.IDLE_SECONDS = 1; graph.server.main(pathlib.Path(sys.argv[1]))"
    )
    with subprocess.Popen([sys.executable, "-c", command, str(tmp_path)], cwd=ROOT) as child:
        wait_until(lambda: (tmp_path / embedded.ACCESS).exists())
        with graph.database.open(str(tmp_path)) as database:
            time.sleep(3)
            assert database.read("RETURN 1 AS one") == [{"one": 1}]
        assert child.wait(60) == 0
    assert not embedded.alive(tmp_path)
