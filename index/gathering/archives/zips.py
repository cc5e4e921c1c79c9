"""Zip archives, by the standard library; only what it unpacks piece by piece (stored and deflated)."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from index.errors.sources import OversizedSourceError, UnknownFormatError, UnreadableSourceError
from index.gathering.archives.bounds import MAX_MEMBERS
from index.gathering.archives.entries import Entry, member_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.gathering.archives.bounds import Budget

SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1
_OFFICE: Final = frozenset({"[Content_Types].xml", "mimetype"})
"""Members that make a zip an office document (OPC) or an e-book (OCF, ODF)."""


class ZipArchive:
    """A zip by its bytes.

    Raises:
        SourceError: it is broken, too large, or a document in the guise of an archive.
    """

    def __init__(self, content: bytes) -> None:
        # ZipFile makes an object of some 500 bytes for every entry before anybody can count them.
        if content.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
            raise OversizedSourceError(f"it has more than {MAX_MEMBERS:,} members")
        try:
            self._zip = ZipFile(io.BytesIO(content))
            self._infos = self._zip.infolist()
        except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise UnreadableSourceError("a zip archive that is broken") from error
        if any(info.filename in _OFFICE for info in self._infos):
            raise UnknownFormatError(
                "it looks like an office document or an e-book, which no reader takes; "
                "save it as PDF or HTML"
            )

    def entries(self, budget: Budget) -> Sequence[Entry]:
        """See `Archive`."""
        found: list[Entry] = []
        for place, info in enumerate(self._infos):
            budget.count()
            # `is_dir` fails on a name without letters.
            if not info.filename.endswith("/") and (name := member_name(info.filename)):
                found.append(Entry(name, place, _problem(info)))
        return found

    def read(self, entry: Entry, budget: Budget) -> bytes | None:
        """See `Archive`."""
        try:
            with self._zip.open(self._infos[entry.place]) as member:
                return budget.read(member)
        except (
            BadZipFile,
            zlib.error,
            ValueError,
            NotImplementedError,
            OSError,
            EOFError,
        ) as error:
            raise UnreadableSourceError("its bytes in the archive are broken") from error
        except RuntimeError as error:  # a local header that says otherwise than the directory
            raise UnreadableSourceError("it is encrypted") from error


def _problem(info: ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted; unpack the archive with its password"
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "it is packed in a way that is not read; pack it with deflate"
    return ""
