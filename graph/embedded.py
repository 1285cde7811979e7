"""Find or start the database server of a folder.

Each store folder has at most one server, a process of its own (`graph.server`) that all clients share and that
leaves when the last of them has gone. What both sides agree on:

- `server.lock`: the server holds it exclusively while it lives; the kernel lets go when the server dies.
- `clients.lock`: each client holds it shared; when the server gets it exclusively, nobody is there.
- `writer.lock`: a client holds it exclusively while it writes.
- `access.json` (mode 0600): where the server listens and the passwords, written when it is ready.
"""

import contextlib
import fcntl
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from graph.errors import StoreError

START_SECONDS = 90.0
"""A cold start takes 4 to 7 s on two cores; a machine under load gets the rest."""
TURN_SECONDS = 120.0
"""A write takes tens of ms, a big removal seconds."""
CLIENTS, SERVER, WRITER, ACCESS, LOG = "clients.lock", "server.lock", "writer.lock", "access.json", "server.log"
OURS = {CLIENTS, SERVER, WRITER, ACCESS, LOG, "databases", "config", "log", "backups"}
"""What a server makes in a store folder."""


@dataclass(frozen=True, slots=True)
class Access:
    """Where the server of a folder listens (loopback only), and the passwords of its two users."""

    pid: int
    port: int
    http: int
    writer: str
    """Password of the user `root`."""
    reader: str
    """Password of the user `reader`, whom the database lets read only."""

    @property
    def address(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"


class Child(subprocess.Popen[bytes]):
    """A server that this process started. It may outlive us, and Popen would warn of that when we end."""

    def __del__(self) -> None:
        pass


_children: list[Child] = []
"""Kept so that those that ended can be waited for."""


class Lease:
    """A client's hold on the server of a folder: while one is open, the server stays."""

    def __init__(self, folder: Path, lock: IO[bytes], access: Access) -> None:
        self.folder = folder
        self.access = access
        self._lock = lock

    def renew(self) -> Access:
        """The server's address, after starting it anew if it is gone."""
        self.access = ready(self.folder)
        return self.access

    @contextlib.contextmanager
    def turn(self) -> Generator[None]:
        """One writer at a time: ArcadeDB does not let racing writers wait, it fails the one that is late."""
        with (self.folder / WRITER).open("ab") as lock:
            wait_for(lock, fcntl.LOCK_EX, time.monotonic() + TURN_SECONDS)
            yield

    def close(self) -> None:
        self._lock.close()

    def __enter__(self) -> "Lease":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(folder: Path) -> Lease:
    """Hold the server of `folder`, made and started where there is none.

    Raises StoreError when the folder is no store, cannot be written, or its server does not start.
    """
    check(folder)
    lock = (folder / CLIENTS).open("ab")
    try:
        wait_for(lock, fcntl.LOCK_SH, time.monotonic() + START_SECONDS)
        return Lease(folder, lock, ready(folder))
    except BaseException:
        lock.close()
        raise


def check(folder: Path) -> None:
    """Make `folder` if it is missing; raise StoreError if it cannot hold a store."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file. A store is a folder: name another place.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        strangers = sorted({p.name for p in folder.iterdir()} - OURS)
        if strangers and not (folder / "databases").is_dir():
            raise StoreError(f"{folder} holds other files ({strangers[0]}). Name a new or empty folder for the store.")
        (folder / CLIENTS).open("ab").close()
    except OSError as error:
        reason = error.strerror or error
        raise StoreError(
            f"The folder {folder} cannot be written ({reason}). Name another or change its owner."
        ) from error


def ready(folder: Path) -> Access:
    """Wait until the folder's server answers, starting one if none lives."""
    deadline = time.monotonic() + START_SECONDS
    child: Child | None = None
    while time.monotonic() < deadline:
        if alive(folder):
            if (access := read_access(folder)) and listening(access.port):
                return access
        elif child is None:
            child = spawn(folder)
        elif child.poll() not in (None, 0):
            raise StoreError(f"The database server of {folder} did not start:\n{last_lines(folder / LOG)}")
        elif child.poll() == 0:
            child = None
        time.sleep(0.05)
    raise StoreError(
        f"The database server of {folder} did not answer within {START_SECONDS:.0f} s. See {folder / LOG}."
    )


def spawn(folder: Path) -> Child:
    """Start `graph.server` in a session of its own, so that no signal to the client reaches it."""
    package = Path(__file__).resolve().parent.parent
    path = os.pathsep.join([str(package), *filter(None, [os.environ.get("PYTHONPATH")])])
    with (folder / LOG).open("ab") as log:
        child = Child(
            [sys.executable, "-m", "graph.server", str(folder.resolve())],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    _children[:] = [*(other for other in _children if other.poll() is None), child]
    return child


def alive(folder: Path) -> bool:
    """Whether a server holds the folder."""
    try:
        with (folder / SERVER).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def read_access(folder: Path) -> Access | None:
    """What `access.json` says, if the living server wrote it."""
    try:
        access = Access(**json.loads((folder / ACCESS).read_text()))
        return access if access.pid == int((folder / SERVER).read_text() or 0) else None
    except (OSError, ValueError, TypeError):
        return None


def write_access(folder: Path, access: Access) -> None:
    """Replace `access.json` in one step; nobody but the owner may read it, at no moment."""
    draft = folder / f"{ACCESS}.{access.pid}"
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(asdict(access), file)
    draft.replace(folder / ACCESS)


def listening(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
        return True
    return False


def wait_for(file: IO[bytes], kind: int, deadline: float) -> None:
    """Lock `file` (fcntl.LOCK_SH or LOCK_EX), or raise StoreError at `deadline` (time.monotonic)."""
    while True:
        try:
            return fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise StoreError(f"{file.name} stayed locked. Is another process stuck on this store?") from None
            time.sleep(0.005)


def last_lines(log: Path, lines: int = 12) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
