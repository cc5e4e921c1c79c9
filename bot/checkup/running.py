"""Checks run in processes of their own: one that hangs is ended, one that crashes is told.

A compiled package made for another machine ends its whole process; so does a disk that no longer
answers. Neither may keep the other checks from being made.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.checkup import configuration, content, installation, language_model, machine
from bot.checkup.finding import Finding, Level, problem
from bot.checkup.places import ROOT, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.checkup.places import Places

_CHILD: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); from bot.checkup.running import made; made()"
)
_AT_ONCE: Final = 2


class Check(NamedTuple):
    """Something to look at.

    Attributes:
        name: What people know it by.
        look: Finds; imports what it needs inside.
        seconds: After which it is ended.
    """

    name: str
    look: Callable[[Places], Iterable[Finding]]
    seconds: float = 60.0


CHECKS: Final = (
    Check("python", installation.python),
    Check("packages", installation.packages),
    Check("compiled packages", installation.native, 180.0),
    Check("torch", installation.torch, 180.0),
    Check("settings", configuration.settings),
    Check(".env", configuration.env_file),
    Check("disk", machine.disk),
    Check("memory", machine.memory),
    Check("clock", machine.clock),
    Check("database", content.database),
    Check("model", content.model, 300.0),
    # As long as the settings let an answer take.
    Check(language_model.NAME, language_model.language_model, 900.0),
    Check("library", content.library, 900.0),  # every byte of it is compared with its seal
)
"""In the order they are told; what the later ones rest on comes first."""


def examine(library: Path | None = None, *, checks: Sequence[Check] = CHECKS) -> Iterator[Finding]:
    """Make the checks, and tell what each found in their order, as soon as it is known.

    Args:
        library: Another one than the settings'.
        checks: Which.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for findings in pool.map(partial(_apart, library=library), checks):
            yield from findings


def made() -> None:
    """What the process of one check does; its findings go to its output as JSON."""
    name, folder = sys.argv[1:3]
    check = next(check for check in CHECKS if check.name == name)
    try:
        found = list(check.look(places(Path(folder) if folder else None)))
    except ImportError as error:
        missing = error.name or str(error)
        found = [
            problem(name, f"cannot be checked: {missing} is not installed; run `make install`")
        ]
    sys.stdout.write("\n" + json.dumps(found))


def _apart(check: Check, *, library: Path | None) -> list[Finding]:
    command = [sys.executable, "-c", _CHILD, str(ROOT), check.name, str(library or "")]
    try:
        ended = subprocess.run(  # noqa: S603 - this Python, and a check's name
            command,
            capture_output=True,
            timeout=check.seconds,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return [problem(check.name, f"no result within {check.seconds:.0f} seconds; {_LOOK}")]
    except OSError as error:
        return [problem(check.name, f"cannot be checked: {error.strerror}; {_LOOK}")]
    if ended.returncode:
        return [problem(check.name, f"{_how(ended.returncode, ended.stderr)}; {_LOOK}")]
    written = ended.stdout.decode("utf-8", "replace").rpartition("\n")[2]
    return [Finding(name, Level(level), said) for name, level, said in json.loads(written)]


_LOOK: Final = (
    "see whether the machine is overloaded or its disk fails, then run `make clean install`"
)


def _how(code: int, errors: bytes) -> str:
    """How a process ended; of its words only the kind of failure, for the rest may hold a secret."""
    if code < 0:
        return f"the check was ended by {signal.Signals(-code).name}"
    last = errors.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return f"the check failed with {last.partition(':')[0] or f'code {code}'}"
