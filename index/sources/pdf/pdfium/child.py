"""The process that pdfium may crash, starve or hang without harm: a PDF in, its words out.

Framed by lengths on stdin and stdout: eight bytes, big-endian, then the content; the answer is JSON.
`python -m index.sources.pdf.pdfium.child`, started by `index.sources.pdf.pdfium.worker` and by nobody else. It ends
when its stdin does, so it outlives no build.
"""

from __future__ import annotations

import json
import os
import signal
import sys

from index.sources.pdf.pdfium.document import Limits, UnreadablePdf, document

LENGTH_BYTES = 8
MAX_PAGES = 2_000
MAX_CHARACTERS = 1_500_000
"""A paper has 50,000, a thick book a million."""

MAX_SECONDS = 6
"""Of computing, for one document: a paper of 15 pages takes a third of a second, 300 dense pages nearly all of it."""

MAX_WAIT = 30
"""By the clock, where the machine is busy with other things."""

MAX_MEMORY = 768 * 1024 * 1024
"""Of address space, which is more than what is used."""


def main() -> None:
    """Answer until nobody asks."""
    _bound()
    asked = sys.stdin.buffer
    # pdfium may write to the terminal: what goes to the real stdout is ours alone.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while len(length := asked.read(LENGTH_BYTES)) == LENGTH_BYTES:
        content = asked.read(int.from_bytes(length, "big"))
        _alarm(on=True)
        answer = json.dumps(_answer(content)).encode()
        _alarm(on=False)
        answers.write(len(answer).to_bytes(LENGTH_BYTES, "big") + answer)
        answers.flush()


def _answer(content: bytes) -> dict[str, object]:
    try:
        return document(content, Limits(MAX_PAGES, MAX_CHARACTERS))
    except UnreadablePdf as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": "memory"}


def _bound() -> None:
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # the terminal's Ctrl-C is for the parent to answer
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _alarm(*, on: bool) -> None:
    """Have the system kill this process when its time is up: no call into pdfium can be interrupted."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, MAX_SECONDS if on else 0)
        signal.alarm(MAX_WAIT if on else 0)


if __name__ == "__main__":
    main()
