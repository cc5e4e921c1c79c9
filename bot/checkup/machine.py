"""Whether the machine has room, memory and a clock that can be believed."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.checkup.finding import ok, problem, warning
from bot.checkup.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.checkup.finding import Finding
    from bot.checkup.places import Places

_MB: Final = 1_000_000
_LEAST_FREE: Final = 100 * _MB
_EASY_FREE: Final = 1_000 * _MB
"""A build writes a whole new generation beside the old one."""

_LEAST_MEMORY: Final = 600 * _MB
"""What the bot holds with a small library; see docs/operator.md."""

_EASY_MEMORY: Final = 1_200 * _MB
_DAY: Final = 86_400.0

_LIMITS: Final = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
"""Of a container, by version 2 and by version 1 of Linux's control groups."""


def disk(where: Places) -> Iterator[Finding]:
    """Whether the folders can be written and have room."""
    for name, folder, to_mend in (
        ("library", where.library, "only who runs `python -m scripts.index` needs to"),
        ("state", where.state, ""),
    ):
        standing = _nearest(folder)
        if not standing.is_dir():
            yield problem(name, f"{standing} is no folder; move it away, or name another")
            continue
        yield folder_finding(
            name,
            folder,
            free=shutil.disk_usage(standing).free,
            writable=os.access(standing, os.W_OK | os.X_OK),
            spared=to_mend,
        )
    if where.temp is None:
        yield problem(
            "temp", "no temporary folder can be used; free space in it, or set TMPDIR to another"
        )
        return
    yield folder_finding(
        "temp",
        where.temp,
        free=shutil.disk_usage(where.temp).free,
        writable=_takes_files(where.temp),
    )


def folder_finding(
    name: str, folder: Path, *, free: int, writable: bool, spared: str = ""
) -> Finding:
    """What there is to say of a folder.

    Args:
        name: What it is for.
        folder: Where it stands or will stand.
        free: Bytes.
        writable: Whether this user may write there.
        spared: Why it need not be writable; "" where it must.
    """
    if not writable and not spared:
        return problem(
            name, f"{folder} cannot be written by this user; mend its permissions or its owner"
        )
    if free < _LEAST_FREE:
        return problem(name, f"{folder} has {free // _MB} MB left; free some space")
    if not writable:
        return warning(name, f"{folder} cannot be written by this user, and {spared}")
    if free < _EASY_FREE:
        return warning(
            name,
            f"{folder} has {free // _MB} MB left, less than the 1,000 MB a build may need; free some",
        )
    return ok(name, f"{folder} can be written, with {free / 1e9:,.1f} GB left")


def memory(_: Places) -> Iterable[Finding]:
    """Whether the bot fits into what is free, and into what a container allows."""
    limit, free = _limit(), _available()
    if free is not None:
        yield memory_finding(
            min(free, limit) if limit else free, limited=bool(limit and limit < free)
        )
    else:
        yield ok("memory", "this system does not tell how much is free; the bot needs about 0.6 GB")


def memory_finding(free: int, *, limited: bool) -> Finding:
    """What there is to say of so many bytes of memory.

    Args:
        free: Bytes.
        limited: Whether a container's limit sets them.
    """
    said = f"{free / 1e9:.1f} GB {'is the limit here' if limited else 'is free'}"
    raise_it = "raise the limit" if limited else "stop something else, or take a larger machine"
    if free < _LEAST_MEMORY:
        return problem("memory", f"{said}, and the bot needs about 0.6 GB; {raise_it}")
    if free < _EASY_MEMORY:
        return warning(
            "memory", f"{said}: enough for a small library; to index beside the bot, {raise_it}"
        )
    return ok("memory", said)


def clock(where: Places) -> Iterable[Finding]:
    """Whether the clock is behind what was written in its past."""
    known = [ROOT / "pyproject.toml", where.library / "CURRENT"]
    written = [path.stat().st_mtime for path in known if os.path.exists(path)]  # noqa: PTH110 - as below
    yield clock_finding(time.time(), newest=max(written, default=0.0))


def clock_finding(now: float, *, newest: float) -> Finding:
    """What there is to say of a clock.

    Args:
        now: Its word, in seconds since 1970.
        newest: When the newest thing was written that must be past.
    """
    said = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(now))
    if now + _DAY < newest:
        return problem(
            "clock",
            f"it says {said}, which is before the installation's own files were written: Discord's "
            f"certificates will not be believed; set it, best by NTP",
        )
    return ok("clock", f"it says {said}")


def _nearest(folder: Path) -> Path:
    """The folder, or the one above that stands already."""
    folder = folder.absolute()
    # What may not be looked into is as good as missing: the folder above it tells why.
    return next(place for place in (folder, *folder.parents) if os.path.exists(place))  # noqa: PTH110 - as Path's may raise


def _takes_files(folder: Path) -> bool:
    try:
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"x")
    except OSError:
        return False
    return True


def _limit() -> int | None:
    for file in _LIMITS:
        try:
            written = file.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if written.isdigit():
            return int(written)
    return None


def _available() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    told = {name: rest for name, _, rest in (line.partition(":") for line in lines)}
    kilobytes = told.get("MemAvailable", "").split()
    return int(kilobytes[0]) * 1024 if kilobytes else None
