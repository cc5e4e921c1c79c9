"""A process that starts builds on demand, each in a fork of its own that may be killed.

Python and its libraries are loaded once here, so that a kill costs milliseconds, not seconds. It
reads lines `FOLDER VERSION EVENT SECONDS` and answers each with the build's exit status. EVENT is the
number of the step at which the build kills itself, and SECONDS how long it has before it is killed
from outside; 0 means never.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from index.store.library import Library
from tests.index.store.file_events import FileEvent, watching
from tests.making import FILLER, built, page

if TYPE_CHECKING:
    from index.sources.source import Source


def pages(version: int) -> list[Source]:
    """A small library whose every page tells its version."""
    return [page(f"{n}.md", f"{FILLER} Page {n} is of version {version}.") for n in range(3)]


def build_until(folder: Path, version: int, event: int) -> None:
    """Build this version, and die before the event with this number."""
    numbers = count(1)

    def see(step: FileEvent) -> None:
        if step.changes and next(numbers) == event:
            os.kill(os.getpid(), signal.SIGKILL)

    with watching(folder, see):
        built(Library(folder), *pages(version))


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        folder, version, event, seconds = line.split()
        child = os.fork()
        if child == 0:
            try:
                build_until(Path(folder), int(version), int(event))
            except BaseException:  # noqa: BLE001 - a fork must never come back into this loop
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        if float(seconds):
            time.sleep(float(seconds))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
