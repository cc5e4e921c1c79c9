"""Threads that ask several hosts at once, and each host one thing at a time."""

from __future__ import annotations

from collections import deque
from queue import Full, Queue
from threading import Condition, Event, Thread
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from index.errors.sources import SourceError
from index.gathering.web.network.failures import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")

_LOOK_SECONDS: Final = 0.5


class Crew(Generic[_Job, _Answer]):
    """Works jobs off as they are added; close it in the end.

    Args:
        work: What is done for a job, in a thread of the crew; may raise SourceError.
        hands: How many threads.
        stopped: Ends them all.
    """

    def __init__(self, work: Callable[[_Job], _Answer], *, hands: int, stopped: Event) -> None:
        self._work = work
        self._hands = hands
        self._stopped = stopped
        self._change = Condition()
        self._waiting: dict[str, deque[_Job]] = {}
        self._busy: set[str] = set()
        self._open = 0
        self._threads = 0
        # Bounded: who reads the answers slowly must not fill the memory with them.
        self._done: Queue[tuple[_Job, _Answer | SourceError]] = Queue(maxsize=2 * hands)

    def add(self, host: str, job: _Job) -> None:
        """Have this done, after what was added before for the same host."""
        with self._change:
            self._waiting.setdefault(host, deque()).append(job)
            self._open += 1
            if self._threads < self._hands:
                self._threads += 1
                # A daemon: nobody waits for a slow server at the end of a process.
                Thread(target=self._run, daemon=True, name=f"web-{self._threads}").start()
            self._change.notify()

    def answers(self) -> Iterator[tuple[_Job, _Answer | SourceError]]:
        """What came of every job, as it comes, until all are done; jobs may be added meanwhile."""
        while self._open:
            job, answer = self._done.get()
            self._open -= 1
            yield job, answer

    def close(self) -> None:
        """Leave what is not done."""
        self._stopped.set()
        with self._change:
            self._change.notify_all()

    def _run(self) -> None:
        while taken := self._next():
            host, job = taken
            answer = self._answer(job)
            with self._change:
                self._busy.discard(host)
                self._change.notify()
            self._hand_over(job, answer)

    def _answer(self, job: _Job) -> _Answer | SourceError:
        try:
            return self._work(job)
        except SourceError as error:
            return error
        except Exception as error:  # noqa: BLE001 - what a library raises on a stranger's bytes must stop no build
            return FetchError(f"asking for it fails ({type(error).__name__})")

    def _next(self) -> tuple[str, _Job] | None:
        with self._change:
            while not self._stopped.is_set():
                for host in self._waiting:
                    if host not in self._busy:
                        return host, self._taken(host)
                self._change.wait(_LOOK_SECONDS)
        return None

    def _taken(self, host: str) -> _Job:
        jobs = self._waiting.pop(host)
        job = jobs.popleft()
        if jobs:
            self._waiting[host] = jobs  # behind all others
        self._busy.add(host)
        return job

    def _hand_over(self, job: _Job, answer: _Answer | SourceError) -> None:
        while not self._stopped.is_set():
            try:
                self._done.put((job, answer), timeout=_LOOK_SECONDS)
            except Full:
                continue
            return
