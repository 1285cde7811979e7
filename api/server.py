"""The server: the application on a port of this machine."""

import asyncio
import socket

import uvicorn

from api.app import Settings, app, opened

HOST = "127.0.0.1"
PORT = 8000


def serve(settings: Settings, host: str = HOST, port: int = PORT, log_level: str = "warning") -> None:
    """Serve until the process is told to stop (SIGINT, SIGTERM).

    Raises StoreError if the database does not answer, OSError if the port is taken.
    """
    asyncio.run(_answers(settings))
    config = uvicorn.Config(
        app(settings),
        log_level=log_level,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    with socket.create_server((host, port)) as listening:
        uvicorn.Server(config).run([listening])


async def _answers(settings: Settings) -> None:
    """Before the server starts, so that the error is the store's and not the server's."""
    async with opened(settings) as database:
        await database.ping()
