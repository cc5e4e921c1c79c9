"""Tar archives, packed by gzip or not, and single files packed by gzip."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from typing import TYPE_CHECKING, Final, cast

from typing_extensions import override

from index.errors.sources import OversizedSourceError, UnreadableSourceError
from index.gathering.archives.entries import Entry, member_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from index.gathering.archives.bounds import Budget

GZIP: Final = b"\x1f\x8b"
_MARK: Final = b"ustar"
_MARK_AT: Final = 257
"""POSIX.1-1988; older archives without a mark cannot be told from other bytes."""

_LONGEST_READ: Final = 1024 * 1024
"""Members are read piece by piece; only a header is ever asked for whole."""

_BROKEN: Final = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, LookupError)


def is_tar(content: bytes) -> bool:
    """Whether these bytes, or what gzip packed in them, are a tar archive."""
    opening = content[: _MARK_AT + len(_MARK)]
    if content.startswith(GZIP):
        try:
            with _unpacked(content) as file:
                opening = file.read(_MARK_AT + len(_MARK))
        except _BROKEN:
            return False
    return opening[_MARK_AT:] == _MARK


def _unpacked(content: bytes) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=io.BytesIO(content)))


class GzipArchive:
    """A single file packed by gzip."""

    def __init__(self, content: bytes, name: str) -> None:
        self._content = content
        packed = name.rpartition("/")[2]
        bare = packed.removesuffix(".gz")
        self._name = (bare if bare != packed else "") or "content"

    def entries(self, budget: Budget) -> Sequence[Entry]:
        """See `Archive`."""
        budget.count()
        return (Entry(self._name, 0),)

    def read(self, entry: Entry, budget: Budget) -> bytes | None:  # noqa: ARG002 - there is but one
        """See `Archive`."""
        try:
            with _unpacked(self._content) as member:
                return budget.read(member)
        except _BROKEN as error:
            raise UnreadableSourceError("a gzip archive that is broken") from error


class TarArchive:
    """A tar, packed or not, by its bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._members: list[tarfile.TarInfo] = []

    def entries(self, budget: Budget) -> Sequence[Entry]:
        """See `Archive`."""
        found: list[Entry] = []
        try:
            self._tar = tarfile.open(fileobj=_Spending(self._content, budget), mode="r:")  # noqa: SIM115 - its bytes are in memory
            for place, member in enumerate(self._tar):
                budget.count()
                member.pax_headers = {}  # as long as its maker likes, and never looked at again
                self._members.append(member)
                if not member.isdir() and (name := member_name(member.name)):
                    problem = "" if member.isfile() else "a link or a device in an archive"
                    found.append(Entry(name, place, problem))
        except OversizedSourceError:
            raise
        except _BROKEN as error:
            raise UnreadableSourceError("a tar archive that is broken") from error
        return found

    def read(self, entry: Entry, budget: Budget) -> bytes | None:
        """See `Archive`."""
        try:
            member = self._tar.extractfile(self._members[entry.place])
            return budget.read(member) if member else b""
        except OversizedSourceError:
            raise
        except _BROKEN as error:
            raise UnreadableSourceError("its bytes in the archive are broken") from error


class _Spending(io.RawIOBase):
    """What tarfile reads from: every byte that is unpacked on the way is counted, skipped ones too."""

    def __init__(self, content: bytes, budget: Budget) -> None:
        self._file = _unpacked(content) if content.startswith(GZIP) else io.BytesIO(content)
        self._budget = budget

    @override
    def read(self, size: int = -1, /) -> bytes:
        if not 0 <= size <= _LONGEST_READ:
            raise OversizedSourceError("a header in it is longer than any file's name")
        content = self._file.read(size)
        self._budget.spend(len(content))
        return content

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        self._budget.spend(max(0, offset - self._file.tell()))
        return self._file.seek(offset, whence)

    @override
    def tell(self) -> int:
        return self._file.tell()

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True
