"""A limit on the size of a request's body."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class TooLarge(Exception):
    """The body is larger than it may be."""


class BodyLimit:
    """Answers 413 to requests whose body has more than `limit` bytes, whether or not they say so before."""

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen = 0

        async def counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self.limit:
                raise TooLarge
            return message

        try:
            await self.app(scope, counted, send)
        except TooLarge:
            text = f"The request's body has more than {self.limit} bytes. Ask for less at once."
            await PlainTextResponse(text, 413)(scope, receive, send)
