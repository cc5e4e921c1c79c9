"""Edits of one message at a rate that Discord takes: the newest is shown, those it overtook are not."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

EDIT_SECONDS: Final = 1.2
"""Between two edits of a message: Discord lets five pass in five seconds, and others edit too."""

News = TypeVar("News")


class _Pace(Generic[News]):
    """Hands on the newest of what it is given, one at a time, so many seconds apart."""

    def __init__(self, show: Callable[[News], Awaitable[None]] | None, seconds: float) -> None:
        self._show = show
        self._seconds = seconds
        self._newest: News | None = None
        self._showing: asyncio.Future[None] | None = None
        self._pause: asyncio.TimerHandle | None = None

    def tell(self, news: News) -> None:
        """Show this as soon as it may be, unless something newer comes."""
        self._newest = news
        if self._showing is None and self._pause is None:
            self._next()

    async def stop(self) -> None:
        """Show nothing more; return once nothing is under way, so that none overtakes what follows."""
        self._show = None
        if self._pause:
            self._pause.cancel()
        if self._showing:
            await asyncio.wait([self._showing])

    def _next(self) -> None:
        self._pause = None
        if self._show and self._newest is not None:
            news, self._newest = self._newest, None
            self._showing = asyncio.ensure_future(self._show(news))
            self._showing.add_done_callback(self._shown)

    def _shown(self, showing: asyncio.Future[None]) -> None:
        self._showing = None
        if showing.cancelled() or showing.exception() or not self._show:
            self._show = None
            return
        self._pause = asyncio.get_running_loop().call_later(self._seconds, self._next)


@asynccontextmanager
async def paced(
    show: Callable[[News], Awaitable[None]] | None, *, seconds: float
) -> AsyncGenerator[Callable[[News], None]]:
    """A function that has the newest shown at most every so many seconds, until the block ends.

    One that fails is the last: whoever shows it says what went wrong, if anybody should know.

    Args:
        show: Shows it; None to show nothing.
        seconds: Between the end of one and the next.
    """
    pace = _Pace(show, seconds)
    try:
        yield pace.tell
    finally:
        await pace.stop()
