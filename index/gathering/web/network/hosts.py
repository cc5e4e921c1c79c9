"""One host is asked one thing at a time, with a pause in between, and left alone when it is unwell."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING, Final

from index.gathering.web.network.failures import FetchError

if TYPE_CHECKING:
    from collections.abc import Generator

_FAILURES_IN_A_ROW: Final = 3
"""Addresses of one host that fail by the host's fault before the rest of them is left for another run."""


class Host:
    """One host's turn-taking; use it only inside `turn`."""

    def __init__(self, name: str, stopped: Event) -> None:
        self.name = name
        self._stopped = stopped
        self._turn = Lock()
        self._ready = 0.0
        self._failures = 0
        self._closed = ""

    @contextmanager
    def turn(self) -> Generator[None]:
        """Nobody else asks this host meanwhile; failures that are the host's own are counted.

        Raises:
            FetchError: the host is given up for this run.
        """
        with self._turn:
            if self._closed:
                raise FetchError(self._closed)
            try:
                yield
            except FetchError as error:
                self._failures = self._failures + 1 if error.host else 0
                if error.leave or self._failures >= _FAILURES_IN_A_ROW:
                    self.close(f"its host was given up for this run: {error.reason}")
                raise
            self._failures = 0

    def close(self, reason: str) -> None:
        """Ask this host nothing more in this run."""
        self._closed = reason

    def pause(self, seconds: float) -> None:
        """Return once so many seconds have passed since the host was last asked.

        Raises:
            FetchError: nobody waits for the answer any more.
        """
        if self._stopped.wait(max(0.0, self._ready + seconds - monotonic())):
            raise FetchError("stopped")

    def asked(self) -> None:
        """The pause begins now."""
        self._ready = monotonic()


class Hosts:
    """Every host of a run, by name; `http` and `https` of one host are one."""

    def __init__(self, stopped: Event) -> None:
        self._stopped = stopped
        self._lock = Lock()
        self._hosts: dict[str, Host] = {}

    def of(self, name: str) -> Host:
        """The host of this name."""
        with self._lock:
            return self._hosts.setdefault(name, Host(name, self._stopped))
