"""How much of an archive is unpacked before it counts as a bomb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.errors.sources import OversizedSourceError
from index.sources.source import MAX_SOURCE_BYTES

if TYPE_CHECKING:
    from typing import IO

MAX_ARCHIVE_BYTES: Final = 256 * 1024 * 1024
"""The largest archive that is opened; it is held in memory while its members are read one by one."""

MAX_MEMBERS: Final = 100_000
"""Of one archive and of all those inside it; bioRxiv's monthly packages hold under 10,000."""

MAX_NESTING: Final = 3
"""Archives inside archives inside archives."""

MAX_DEPTH: Final = 64
"""Folders inside folders in an archive."""

MAX_DESCRIBED_BYTES: Final = 32 * 1024 * 1024
"""Of all sidecars and tables in one archive."""

_MOST_UNPACKED: Final = 8 * 1024 * 1024 * 1024
_MOST_RATIO: Final = 200
"""Deflate cannot pass 1,032; records of one shape, all but the same, stand near 50."""

_ALWAYS_ALLOWED: Final = 64 * 1024 * 1024
"""A small archive may unpack to this much whatever its ratio."""

_PIECE: Final = 256 * 1024


class BombError(OversizedSourceError):
    """An archive, with all that is inside it, unpacks to too much; nothing more of it is read."""


class Budget:
    """What may still be unpacked of one outermost archive, whatever is inside it."""

    def __init__(self, packed: int) -> None:
        self._bytes = min(_MOST_UNPACKED, max(_ALWAYS_ALLOWED, _MOST_RATIO * packed))
        self._members = MAX_MEMBERS

    def spend(self, size: int) -> None:
        """So many bytes were unpacked.

        Raises:
            BombError: they were too many.
        """
        self._bytes -= size
        if self._bytes < 0:
            raise BombError("it unpacks to more than an archive of its size may hold")

    def count(self) -> None:
        """One more member was met.

        Raises:
            BombError: they were too many.
        """
        self._members -= 1
        if self._members < 0:
            raise BombError(f"it has more than {MAX_MEMBERS:,} members")

    def read(self, member: IO[bytes], most: int = MAX_SOURCE_BYTES) -> bytes | None:
        """The bytes of a member, None where there are more than `most`.

        Raises:
            BombError: the archive as a whole unpacks to too much.
        """
        content = bytearray()
        while piece := member.read(min(_PIECE, most + 1 - len(content))):
            self.spend(len(piece))
            content += piece
            if len(content) > most:
                return None
        return bytes(content)
