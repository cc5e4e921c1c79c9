"""pdfium runs in one child process, reused from file to file: whatever a PDF does to it, the build goes on.

A PDF that crashes pdfium kills the child and is refused; one that hangs it is killed by the child's own
alarm after 6 s of computing; one that wants too much memory meets the child's limit. A start costs 0.2 s, once a build
and once after each such file; an answer of a 15-page paper crosses the pipe in about 10 ms. One lock: there
is one PDF at a time, for pdfium knows no threads.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError
from index.sources.pdf.pdfium.child import (
    LENGTH_BYTES,
    MAX_CHARACTERS,
    MAX_MEMORY,
    MAX_PAGES,
    MAX_SECONDS,
)

if TYPE_CHECKING:
    from typing import IO

COMMAND = (sys.executable, "-m", "index.sources.pdf.pdfium.child")
_ROOT = Path(__file__).resolve().parents[4]
_PATIENCE = 5
"""Seconds that a child may take to end when asked."""

_TOO_LATE = {-getattr(signal, name, 0) for name in ("SIGALRM", "SIGPROF")} - {0}
"""How a child ends that its own alarms stop."""


class _Died(Exception):  # noqa: N818 - caught in this module
    """The child ended before it answered."""


class _Child:
    """A running child process.

    Attributes:
        answered: How many files it read.
    """

    def __init__(self) -> None:
        self.answered = 0
        self._running = subprocess.Popen(  # noqa: S603 - our own command
            COMMAND,
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, content: bytes) -> dict[str, Any]:
        """What the child says to these bytes.

        Raises:
            _Died: it says nothing any more.
        """
        asked, answers = self._running.stdin, self._running.stdout
        if asked is None or answers is None:
            raise _Died
        try:
            asked.write(len(content).to_bytes(LENGTH_BYTES, "big"))
            asked.write(content)
            asked.flush()
        except OSError as error:
            raise _Died from error
        length = int.from_bytes(_whole(answers, LENGTH_BYTES), "big")
        answer: dict[str, Any] = json.loads(_whole(answers, length))
        self.answered += 1
        return answer

    def end(self) -> int:
        """Stop it if it runs; how it ended."""
        for pipe in (self._running.stdin, self._running.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was still to be written finds nobody
        try:
            return self._running.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._running.kill()
            return self._running.wait()


class Worker:
    """Asks one child after another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._child: _Child | None = None

    def words_of(self, content: bytes) -> dict[str, Any]:
        """What `document.document` says of these bytes.

        Raises:
            SourceError: pdfium cannot read them, or not within the limits.
        """
        with self._lock:
            answer = self._asked(content)
        if reason := answer.get("unreadable"):
            raise _refusal(str(reason))
        return answer

    def _asked(self, content: bytes) -> dict[str, Any]:
        while True:
            child = self._child = self._child or _Child()
            try:
                return child.ask(content)
            except _Died:
                ended = self.close()
                if ended in _TOO_LATE:
                    return {"unreadable": "time"}
                # A child that read many files may be short of memory through no fault of this one.
                if child.answered == 0:
                    return {"unreadable": "crash"}

    def close(self) -> int:
        """End the child, if there is one; how it ended."""
        child, self._child = self._child, None
        return child.end() if child else 0

    def forget(self) -> None:
        """Leave the child to the process that made it: two that share a pipe would mix their answers."""
        self._lock = Lock()
        self._child = None


def _whole(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) != length:
        raise _Died
    return content


_REFUSALS: dict[str, SourceError] = {
    "encrypted": UnreadableSourceError("an encrypted PDF: save it without its password first"),
    "damaged": UnreadableSourceError("a damaged PDF; open it and print it to a new PDF"),
    "crash": UnreadableSourceError("a damaged PDF, over which its reader breaks down"),
    "memory": OversizedSourceError(f"a PDF that needs more than {MAX_MEMORY // 2**20} MB to read"),
    "pages": OversizedSourceError(f"a PDF of more than {MAX_PAGES} pages"),
    "characters": OversizedSourceError(f"a PDF of more than {MAX_CHARACTERS} characters"),
    "time": OversizedSourceError(f"a PDF that takes longer than {MAX_SECONDS} s to read"),
}


def _refusal(reason: str) -> SourceError:
    known = _REFUSALS[reason]
    return type(known)(known.reason)


WORKER = Worker()
"""The one there is."""

atexit.register(WORKER.close)
if sys.platform != "win32":
    os.register_at_fork(after_in_child=WORKER.forget)
