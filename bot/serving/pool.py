"""Threads for answering, and one line in front of them that everybody can see their place in.

A thread cannot be killed: a job that is given up keeps its thread until it really ends, and only
then is the next in line called. So the machine never works on more than `workers` answers at once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from bot.errors import LineFullError, NotReadyError, TooSlowError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Moved = Callable[[int], Awaitable[None]]
    """Told the asker's place in line, 1 for the next, whenever it changes."""

Result = TypeVar("Result")


class _Ticket:
    """One place in line; only the event loop touches it."""

    def __init__(self) -> None:
        self.called = False
        self.news = asyncio.Event()


class _Notices:
    """Tells one asker its place, one notice at a time, while the line goes on without it.

    Discord takes a few edits a second in one channel and makes the rest wait: a thread that stands
    free must not wait with them.
    """

    def __init__(self, moved: Moved | None) -> None:
        self._moved = moved
        self._told = 0
        self._sending: asyncio.Future[None] | None = None

    def tell(self, ticket: _Ticket, place: int) -> None:
        """Send the place if it is new and no notice is under way; news tells when that one is."""
        if self._sending and self._sending.done():
            self._sending.result()
            self._sending = None
        if self._moved and self._sending is None and place != self._told:
            self._told = place
            self._sending = asyncio.ensure_future(self._moved(place))
            self._sending.add_done_callback(lambda _: ticket.news.set())

    async def sent(self) -> None:
        """Return once no notice is under way: none may overtake the answer."""
        if self._sending:
            await self._sending

    def stop(self) -> None:
        """Send nothing more."""
        if self._sending:
            self._sending.cancel()


class Pool:
    """Runs jobs in at most `workers` threads; at most `line` wait.

    Used from one event loop.
    """

    def __init__(self, *, workers: int, line: int) -> None:
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="answer")
        self._free = workers
        self._longest = line
        self._line: deque[_Ticket] = deque()
        self._going_on: deque[_Ticket] = deque()

    @property
    def waiting(self) -> int:
        """How many stand in line."""
        return len(self._line)

    def has_room(self, *, after: int) -> bool:
        """Whether the line would take one more once `after` others have joined it."""
        return after < self._free + self._longest - len(self._line)

    @property
    def busy(self) -> bool:
        """Whether a job would have to wait."""
        return not self._free or bool(self._line)

    async def run(
        self,
        job: Callable[[], Result],
        *,
        seconds: float,
        moved: Moved | None = None,
        goes_on: bool = False,
    ) -> Result:
        """The job's result, once a thread was free and did it.

        Args:
            job: What to do.
            seconds: How long it may wait and take.
            moved: Told the place in line.
            goes_on: Whether it finishes what was begun: such jobs are never refused, and go first.

        Raises:
            LineFullError: At once, where too many wait already.
            TooSlowError: Waiting and working together took more than `seconds`.
        """
        notices = _Notices(moved)
        try:
            async with asyncio.timeout(seconds):
                await (self._turn_to_go_on() if goes_on else self._turn(notices))
                result = await self._in_thread(job)
                await notices.sent()
                return result
        except TimeoutError as error:
            raise TooSlowError(seconds) from error
        finally:
            notices.stop()

    async def _turn_to_go_on(self) -> None:
        """Return holding a free thread, before all who have not begun."""
        if self._free:
            self._free -= 1
            return
        ticket = _Ticket()
        self._going_on.append(ticket)
        try:
            await ticket.news.wait()
        except BaseException:
            if ticket.called:
                self._release()
            else:
                self._going_on.remove(ticket)
            raise

    async def _turn(self, notices: _Notices) -> None:
        """Return holding a free thread."""
        if self._free and not self._line:
            self._free -= 1
            return
        if len(self._line) >= self._longest:
            raise LineFullError(len(self._line))
        ticket = _Ticket()
        self._line.append(ticket)
        try:
            while not ticket.called:
                ticket.news.clear()
                notices.tell(ticket, self._line.index(ticket) + 1)
                await ticket.news.wait()
        except BaseException:
            if ticket.called:
                self._release()
            else:
                self._line.remove(ticket)
                self._tell_line()
            raise

    async def _in_thread(self, job: Callable[[], Result]) -> Result:
        loop = asyncio.get_running_loop()

        def ended(_: object) -> None:
            # The loop may be gone when a job outlives the bot; nobody waits in line then.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._release)

        try:
            future = self._threads.submit(contained, job)
        except RuntimeError as error:  # closed meanwhile
            self._release()
            raise NotReadyError("notice.going-down") from error
        future.add_done_callback(ended)
        return await asyncio.wrap_future(future)

    def _release(self) -> None:
        """A thread is free: the first in line has it."""
        if self._going_on:
            ticket = self._going_on.popleft()
            ticket.called = True
            ticket.news.set()
        elif self._line:
            ticket = self._line.popleft()
            ticket.called = True
            ticket.news.set()
            self._tell_line()
        else:
            self._free += 1

    def _tell_line(self) -> None:
        for ticket in self._line:
            ticket.news.set()

    def close(self) -> None:
        """Take no more jobs; those at work end by themselves."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def contained(job: Callable[[], Result]) -> Result:
    """The job's result; nothing that it raises passes the doors that catch errors."""
    try:
        return job()
    except Exception:
        raise
    except BaseException as error:
        # A panic in Rust, where tantivy and tokenizers are written, is no Exception: nobody would
        # tell the member, who would see us think for ever.
        raise RuntimeError(f"{type(error).__name__}: {error}") from error
