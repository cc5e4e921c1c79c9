"""What every kind of archive offers: names to choose from, and the bytes behind one of them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from index.gathering.beside import TABLE, is_sidecar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.gathering.archives.bounds import Budget

_APPLE: Final = "__MACOSX"
"""Where macOS packs what its file system knows beside the bytes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A member of an archive.

    Attributes:
        name: Its path in the archive, as `member_name` gives it.
        place: Where it stands in the archive.
        problem: Why it cannot be read; empty where it can.
    """

    name: str
    place: int
    problem: str = ""


class Archive(Protocol):
    """An archive that was opened; its bytes are all in memory."""

    def entries(self, budget: Budget) -> Sequence[Entry]:
        """All members that are files, in the archive's order.

        Raises:
            SourceError: the archive is broken, or there are too many.
        """
        ...

    def read(self, entry: Entry, budget: Budget) -> bytes | None:
        """The bytes of a member without a problem, None where they are too many.

        Raises:
            SourceError: they are broken, or the archive unpacks to too much.
        """
        ...


def member_name(stated: str) -> str:
    """A path that leads nowhere but into the archive, whatever it states; "" for one that is hidden."""
    written = stated.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    name = posixpath.normpath("/" + written.replace("\\", "/")).lstrip("/")
    parts = name.split("/")
    return "" if any(part.startswith(".") or part == _APPLE for part in parts) else name


def describes(name: str) -> bool:
    """Whether a member of this name is about others."""
    last = name.rpartition("/")[2]
    return last == TABLE or is_sidecar(last)
