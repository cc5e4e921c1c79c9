"""An endpoint on loopback that says and does what a test tells it, over real sockets.

It speaks as much of OpenAI's protocol as a streamed chat needs, and breaks it on demand. It keeps every
request, so that a test can look at what left the machine.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable

    Handler = Callable[[web.Request, "Scripted"], Awaitable[web.StreamResponse]]


@dataclass
class Scripted:
    """What the endpoint does next, and what it was asked."""

    does: Handler
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    @property
    def prompt(self) -> str:
        """All that it was told the last time."""
        return "\n".join(message["content"] for message in self.asked[-1]["messages"])


def event(text: str | None) -> bytes:
    """One piece of an answer, as an endpoint sends it."""
    chunk = {
        "id": "1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "m",
        "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}],
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


async def _begun(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    return response


def says(*pieces: str, pause: float = 0.0) -> Handler:
    """Writes these pieces, this many seconds apart, and ends."""

    async def does(request: web.Request, _: Scripted) -> web.StreamResponse:
        response = await _begun(request)
        for piece in pieces:
            await response.write(event(piece))
            await asyncio.sleep(pause)
        await response.write(b"data: [DONE]\n\n")
        return response

    return does


def sends(parts: Iterable[bytes], *, pause: float = 0.0) -> Handler:
    """Sends these bytes in place of a stream of events."""

    async def does(request: web.Request, _: Scripted) -> web.StreamResponse:
        response = await _begun(request)
        for part in parts:
            await response.write(part)
            await asyncio.sleep(pause)
        return response

    return does


def fails(status: int, body: str = "", headers: dict[str, str] | None = None) -> Handler:
    """Answers with this status."""

    async def does(_: web.Request, __: Scripted) -> web.StreamResponse:
        return web.Response(status=status, text=body, headers=headers)

    return does


async def hangs(_: web.Request, __: Scripted) -> web.StreamResponse:
    """Takes the question and says nothing."""
    await asyncio.sleep(60)
    return web.Response()


async def breaks_off(request: web.Request, _: Scripted) -> web.StreamResponse:
    """Cuts the connection in the middle of an event."""
    response = await _begun(request)
    await response.write(event("Ketamine lifted mood [1]. ") + b'data: {"choices": [{"del')
    assert request.transport
    request.transport.abort()
    return response


@asynccontextmanager
async def scripted(does: Handler) -> AsyncGenerator[Scripted]:
    """The endpoint, listening."""
    state = Scripted(does)

    async def handle(request: web.Request) -> web.StreamResponse:
        state.headers.append(dict(request.headers))
        state.asked.append(await request.json() if request.can_read_body else {})
        return await state.does(request, state)

    app = web.Application()
    app.router.add_route("*", "/v1/chat/completions", handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    state.url = f"http://{host}:{port}/v1"
    try:
        yield state
    finally:
        await runner.cleanup()
