"""What goes to a model's endpoint and how much may come back, whatever the client library would do.

The library adds headers out of `OPENAI_` variables and about this machine; an endpoint may answer
without end, or with a few packed kilobytes that unpack to gigabytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx2
from typing_extensions import override

from bot.answering.model.failures import ModelError, Reason

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MOST_BYTES: Final = 4_000_000
"""Of one response: 8,000 tokens, each in an event of 500 bytes."""

_CONNECT_SECONDS: Final = 5.0
_SENT: Final = frozenset({"host", "accept", "connection", "content-type", "content-length"})


class _Counted(httpx2.AsyncByteStream):
    """A body that ends in an error when it grows past `MOST_BYTES`."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = MOST_BYTES
        async for part in self._body:
            left -= len(part)
            if left < 0:
                raise ModelError(Reason.FLOOD)
            yield part

    @override
    async def aclose(self) -> None:
        await self._body.aclose()


def http_client(*, key: str, local: bool, seconds: float) -> httpx2.AsyncClient:
    """A client for one endpoint; no redirect takes a passage to another.

    Args:
        key: What the endpoint knows us by; "" for none.
        local: Whether it stands near, so that no proxy comes between.
        seconds: How long to wait for each part of an answer.
    """

    async def bare(request: httpx2.Request) -> None:
        for name in set(request.headers) - _SENT:
            del request.headers[name]
        request.headers["accept-encoding"] = "identity"
        request.headers["user-agent"] = "Footnote"
        if key:
            request.headers["authorization"] = f"Bearer {key}"

    async def counted(response: httpx2.Response) -> None:
        packed = response.headers.get("content-encoding", "").strip().lower()
        body = response.stream
        if packed not in {"", "identity"} or not isinstance(body, httpx2.AsyncByteStream):
            raise ModelError(Reason.MALFORMED, status=response.status_code)
        response.stream = _Counted(body)

    return httpx2.AsyncClient(
        timeout=httpx2.Timeout(seconds, connect=min(_CONNECT_SECONDS, seconds)),
        trust_env=not local,
        follow_redirects=False,
        event_hooks={"request": [bare], "response": [counted]},
    )
