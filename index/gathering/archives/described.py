"""Sidecars and tables inside an archive, read as those of a folder are."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from index.gathering.beside import TABLE, Beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Literal

    from index.sources.supplied import Supplied


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder or a file in an archive; of files, only those that describe others have bytes."""

    path: str
    written: Mapping[str, bytes]
    names: frozenset[str]

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    def __truediv__(self, name: str) -> _Place:
        return _Place(f"{self.path}/{name}" if self.path else name, self.written, self.names)

    def is_file(self) -> bool:
        return self.path in self.names

    def open(self, mode: Literal["rb"]) -> IO[bytes]:  # noqa: ARG002 - as a path is opened
        return io.BytesIO(self.written[self.path])


class Descriptions:
    """What an archive says about its own members.

    Args:
        written: The bytes of sidecars and tables, by name.
        names: Of all members.
    """

    def __init__(self, written: Mapping[str, bytes], names: Iterable[str]) -> None:
        self._inside: defaultdict[str, list[str]] = defaultdict(list)
        every = frozenset(names)
        for name in sorted(every):
            folder, _, last = name.rpartition("/")
            # A table that could not be read describes nothing.
            if last != TABLE or name in written:
                self._inside[folder].append(last)
        self._top = _Place("", written, every)
        self._known: dict[str, tuple[Beside, tuple[Beside, ...]]] = {}

    def about(self, name: str) -> Supplied:
        """What is written down about the member of this name.

        Raises:
            SourceError: something is, and it cannot be taken.
        """
        folder, _, last = name.rpartition("/")
        beside, above = self._folder(folder)
        return beside.under(*above).about(last)

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is written down about nothing: the name of the member that says it, and the reason."""
        for folder in sorted(self._inside):
            for name, problem in self._folder(folder)[0].problems():
                yield f"{folder}/{name}".lstrip("/"), problem

    def _folder(self, folder: str) -> tuple[Beside, tuple[Beside, ...]]:
        """What is beside the files of a folder, and what folders above it say of them."""
        if folder not in self._known:
            place, above = self._top, ()
            if folder:
                outer, _, last = folder.rpartition("/")
                beside, tables = self._folder(outer)
                place = beside.folder / last
                above = tuple(table.inside(last) for table in (*tables, beside))
            names = self._inside.get(folder, [])
            self._known[folder] = Beside.of_folder(place, names), above
        return self._known[folder]
