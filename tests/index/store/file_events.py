"""What a piece of code does to the files under a folder, event by event, as Python's audit tells.

Audit hooks see every open, rename, folder made and lock taken, whichever library asks; `os.fsync` is
the one step that matters and is not audited, so `watching` announces it.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_FSYNC = "footnote.fsync"


_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "sqlite3.connect"}
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class FileEvent(NamedTuple):
    """One step.

    Attributes:
        name: The audit event's.
        paths: Those it names, those outside the folder too.
        changes: Whether the disk is another after it: a kill before a step that only reads is a
            kill after the last that wrote.
    """

    name: str
    paths: tuple[str, ...]
    changes: bool


_watch: tuple[str, Callable[[FileEvent], None]] | None = None
_hooked = False


@contextmanager
def watching(folder: Path, see: Callable[[FileEvent], None]) -> Generator[None]:
    """Call `see` before every step on something under `folder`; what it raises, the step raises."""
    global _hooked, _watch  # noqa: PLW0603 - a hook cannot be taken away, only be told to look away
    if not _hooked:
        sys.addaudithook(_hook)
        _hooked = True
    fsync = os.fsync

    def announced(handle: int) -> None:
        sys.audit(_FSYNC, str(Path(f"/proc/self/fd/{handle}").readlink()))
        fsync(handle)

    os.fsync = announced
    _watch = (str(folder), see)
    try:
        yield
    finally:
        _watch = None
        os.fsync = fsync


def _hook(name: str, arguments: tuple[object, ...]) -> None:
    global _watch  # noqa: PLW0603 - see above
    if _watch is None or not name.startswith(("open", "os.", "sqlite3.connect", "shutil.", _FSYNC)):
        return
    folder, see = _watch
    paths = tuple(
        os.fsdecode(a) for a in arguments if isinstance(a, str | bytes | os.PathLike) and a
    )
    if any(folder in path for path in paths):
        _watch = None  # what `see` itself does is not seen
        try:
            see(FileEvent(name, paths, _changes(name, arguments)))
        finally:
            _watch = (folder, see)


def _changes(name: str, arguments: tuple[object, ...]) -> bool:
    if name == "sqlite3.connect":
        return "immutable" not in str(arguments[0])
    if name != "open":
        return name in _CHANGES
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _FOR_WRITING)
