"""The database server of one folder: `python -m graph.server FOLDER`. Started by `graph.embedded`, never by hand.

Hosts ArcadeDB on loopback: Bolt for the drivers and, because ArcadeDB cannot do without it, its HTTP port.
It ends when no client has held the folder for IDLE_SECONDS, on SIGTERM, or when the folder is gone.
"""

import contextlib
import fcntl
import json
import os
import re
import secrets
import signal
import socket
import sys
import time
from pathlib import Path
from typing import IO, Any

from graph import embedded
from graph.errors import StoreError
from graph.model import FULL_TEXTS

IDLE_SECONDS = 20.0
"""Long enough that `load`, then `serve` find the server still there; short enough that nobody wonders what runs."""
WATCH_SECONDS = 0.05
"""How often running statements are compared with their time limits."""
HEAP = "1g"
DATABASE = "newsgraph"
LIMIT = re.compile(r"/\* at most (\d+) ms \*/")
"""ArcadeDB reads no `tx_timeout`, so a statement carries its limit at its head (graph.database writes it)."""
READ_ONLY = '{"resultSetLimit":-1,"readTimeout":-1,"access":[],"types":{"*":{"access":["readRecord"]}}}'


def main(folder: Path) -> None:
    """Serve `folder` until nobody needs it. Returns at once if another process already serves it."""
    with (folder / embedded.SERVER).open("ab") as lock, (folder / embedded.CLIENTS).open("ab") as clients:
        if not take(lock):
            return
        lock.truncate(0)
        lock.write(str(os.getpid()).encode())
        lock.flush()
        signal.signal(signal.SIGTERM, leave)
        server, access = start(folder)
        try:
            embedded.write_access(folder, access)
            serve(folder, server, clients)
        finally:
            server.stop()
            # ArcadeDB leaves threads behind that would keep the process alive.
            os._exit(0)


def leave(_signal: int, _frame: object) -> None:
    sys.exit(0)


def take(lock: IO[bytes], seconds: float = 1.0) -> bool:
    """Lock for good. A client that looks whether a server lives holds the lock for an instant, hence the patience."""
    with contextlib.suppress(StoreError):
        embedded.wait_for(lock, fcntl.LOCK_EX, time.monotonic() + seconds)
        return True
    return False


def start(folder: Path) -> tuple[Any, embedded.Access]:
    """Start ArcadeDB with the passwords and, where they are free, the ports that the folder had before."""
    before = previous(folder)
    access = embedded.Access(
        pid=os.getpid(),
        port=free_port(before.get("port")),
        http=free_port(before.get("http")),
        writer=before.get("writer") or secrets.token_urlsafe(24),
        reader=before.get("reader") or secrets.token_urlsafe(24),
    )
    server = create(folder, access)
    server.start()
    define_full_texts(server.create_database(DATABASE))
    admit_users(server, access)
    return server, access


def create(folder: Path, access: embedded.Access) -> Any:
    """An ArcadeDB server that is not started yet."""
    from arcadedb_embedded.server import ArcadeDBServer  # pyright: ignore[reportMissingTypeStubs]

    settings = {
        "host": "127.0.0.1",
        "http_port": access.http,
        "bolt_port": access.port,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        # "production" hides the reason of an error from the client.
        "mode": "development",
        # Flushed to the disk before a commit is acknowledged: it survives the loss of the process and of power.
        "txWalFlush": 2,
        "opencypher_loadCsv_allowFileUrls": False,
        "opencypher_loadCsv_allowRemoteUrls": False,
        "server_httpWorkerThreads": 4,
        "polyglotEngineEnabled": False,
        # As Neo4j gives them: moments with their zone.
        "dateTimeImplementation": "java.time.ZonedDateTime",
        "serverMetrics": False,
    }
    # Without -Xrs the JVM would take SIGTERM for itself.
    java = {"heap_size": HEAP, "jvm_args": "-Xrs -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m"}
    return ArcadeDBServer(str(folder), access.writer, settings, jvm_kwargs=java)


def define_full_texts(database: Any) -> None:
    """Indexes on words, which ArcadeDB makes by SQL only."""
    for kept in FULL_TEXTS:
        type_, item = ("LIST OF STRING", " BY ITEM") if kept.items else ("STRING", "")
        for command in (
            f"CREATE VERTEX TYPE {kept.label} IF NOT EXISTS",
            f"CREATE PROPERTY {kept.label}.{kept.property} IF NOT EXISTS {type_}",
            f"CREATE INDEX {kept.name} IF NOT EXISTS ON {kept.label} ({kept.property}{item}) FULL_TEXT",
        ):
            database.command("sql", command)


def admit_users(server: Any, access: embedded.Access) -> None:
    """`root` with the folder's password, and `reader`, whom ArcadeDB itself lets read only."""
    import jpype  # pyright: ignore[reportMissingTypeStubs]

    security = server._java_server.getSecurity()
    as_json: Any = jpype.JClass("com.arcadedb.serializer.json.JSONObject")  # pyright: ignore[reportUnknownMemberType]
    security.saveGroup("*", "reader", as_json(READ_ONLY))
    for name, password, rights in [
        ("root", access.writer, {"*": ["admin"]}),
        ("reader", access.reader, {DATABASE: ["reader"]}),
    ]:
        user = {"name": name, "password": str(security.encodePassword(password)), "databases": rights}
        change = security.updateUser if security.existsUser(name) else security.createUser
        change(as_json(json.dumps(user)))


def serve(folder: Path, server: Any, clients: IO[bytes]) -> None:
    """Hold statements to their limits until nobody has held the folder for IDLE_SECONDS, or it is gone.

    `clients` stays locked then: a client that comes now waits, and starts a new server when this one has ended.
    """
    running = server._java_server.getRunningQueries()
    seen, look = time.monotonic(), 0.0
    while (folder / embedded.ACCESS).exists():
        if running.size():
            end_overdue(running)
        if time.monotonic() > look:
            look = time.monotonic() + 1
            if not taken(clients):
                seen = time.monotonic()
            elif time.monotonic() - seen > IDLE_SECONDS:
                return
            else:
                fcntl.flock(clients, fcntl.LOCK_UN)
        time.sleep(WATCH_SECONDS)


def taken(clients: IO[bytes]) -> bool:
    """Lock `clients` if no client holds it."""
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(clients, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def end_overdue(running: Any) -> None:
    """Terminate each statement that runs longer than the limit at its head."""
    for query in running.getRunning():
        limit = LIMIT.match(str(query.getText()))
        if limit and query.getElapsedMillis() > int(limit[1]):
            query.terminate(f"the time limit of {limit[1]} ms")


def previous(folder: Path) -> dict[str, Any]:
    """What the last server of the folder wrote; nothing, if it cannot be read."""
    try:
        return dict(json.loads((folder / embedded.ACCESS).read_text()))
    except (OSError, ValueError):
        return {}


def free_port(wanted: int | None = None) -> int:
    """`wanted` if nobody listens there, else any free port of the loopback interface."""
    for port in [*([wanted] if wanted else []), 0]:
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise StoreError("No port of 127.0.0.1 is free. End some servers.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
