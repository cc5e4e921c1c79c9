"""Every file under the paths an operator names becomes a source, or a reason why not.

Nothing is lost in silence but what is meant to be: hidden files, sidecars and `articles.csv` itself.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from index.errors.sources import OversizedSourceError, SourceError
from index.gathering.archives.bounds import MAX_ARCHIVE_BYTES
from index.gathering.archives.opening import is_archive
from index.gathering.beside import TABLE, Beside, is_sidecar
from index.sources.source import MAX_SOURCE_BYTES, Skipped, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_DEPTH = 64
"""Folders inside folders; deeper is a loop of mounts or a mistake."""


_PROBED = 512
"""One block of a tar: what an archive is, is told from it."""


def gather(paths: Iterable[Path]) -> Iterator[Source | Skipped]:
    """The sources under `paths`, sorted by name within each; a path named twice counts once.

    A locator is a POSIX path that begins with the name of the root, which is the path itself,
    resolved. Each file is read when it is asked for.
    """
    roots = dict.fromkeys(path.resolve() for path in paths)
    for root in roots:
        yield from _under(root)


def root_name(path: Path) -> str:
    """The root that `gather` gives for this path."""
    return printable(str(path.resolve()))


def printable(name: str) -> str:
    """A file's name as text, also where its bytes are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _under(root: Path) -> Iterator[Source | Skipped]:
    named = root_name(root)
    if not os.path.lexists(root):
        yield Skipped(printable(root.name), named, "no such file or folder")
    elif root.is_dir():
        folder = _Folder(named, root, printable(root.name) or named)
        yield from folder.walk((), frozenset())
    else:
        beside = Beside.single(root)
        yield _source(root, printable(root.name), named, beside)


class _Folder:
    """A root that is a folder, while it is walked."""

    def __init__(self, root: str, path: Path, name: str) -> None:
        self._root = root
        self._path = path
        self._name = name

    def walk(
        self,
        parts: tuple[str, ...],
        above: frozenset[tuple[int, int]],
        tables: tuple[Beside, ...] = (),
    ) -> Iterator[Source | Skipped]:
        """Sources of this folder and those inside it; `above` are the folders we came through."""
        here = self._path.joinpath(*parts)
        try:
            state = here.stat()
            names = sorted(entry.name for entry in os.scandir(here))
        except OSError as error:
            yield self._skipped(parts, _reason(error))
            return
        if (state.st_dev, state.st_ino) in above or len(parts) > MAX_DEPTH:
            yield self._skipped(parts, "a link that leads back to a folder above it")
            return
        above |= {(state.st_dev, state.st_ino)}
        beside = Beside.of_folder(here, names)
        for name, problem in beside.problems():
            yield self._skipped((*parts, name), problem)
        for name in names:
            if name.startswith(".") or name == TABLE or is_sidecar(name):
                continue
            if (here / name).is_dir():
                inner = tuple(table.inside(name) for table in (*tables, beside))
                yield from self.walk((*parts, name), above, inner)
            else:
                known = beside.under(*tables)
                yield _source(here / name, self._locator((*parts, name)), self._root, known)

    def _locator(self, parts: tuple[str, ...]) -> str:
        return "/".join((self._name, *map(printable, parts)))

    def _skipped(self, parts: tuple[str, ...], reason: str) -> Skipped:
        return Skipped(self._locator(parts), self._root, reason)


def _source(path: Path, locator: str, root: str, beside: Beside) -> Source | Skipped:
    try:
        supplied = beside.about(path.name)
        content = _read_whole(path)
    except SourceError as error:
        return Skipped(locator, root, error.reason)
    except OSError as error:
        return Skipped(locator, root, _reason(error))
    return Source(locator, root, content, supplied.metadata, supplied.settled)


def _read_whole(path: Path) -> bytes:
    """The bytes of a file; an archive may have more of them.

    Raises:
        OversizedSourceError: there are too many.
        OSError: see `read_bounded`.
    """
    if (content := read_bounded(path)) is not None:
        return content
    with path.open("rb") as file:
        opening = file.read(_PROBED)
    if not is_archive(opening):
        raise OversizedSourceError(f"larger than {MAX_SOURCE_BYTES // 2**20} MB")
    if (content := read_bounded(path, MAX_ARCHIVE_BYTES)) is None:
        raise OversizedSourceError(f"an archive larger than {MAX_ARCHIVE_BYTES // 2**20} MB")
    return content


def read_bounded(path: Path, limit: int = MAX_SOURCE_BYTES) -> bytes | None:
    """The bytes of a regular file, None where there are more than `limit`.

    Raises:
        OSError: it cannot be read, or is a pipe or a device, which could block for ever.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(0, "not a regular file")
    with path.open("rb") as file:
        content = file.read(limit + 1)
    return content if len(content) <= limit else None


def _reason(error: OSError) -> str:
    said = (error.strerror or "cannot be read").lower()
    return "a link that leads nowhere" if isinstance(error, FileNotFoundError) else said
