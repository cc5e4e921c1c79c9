"""What stands beside a file about it: its sidecar first, then the row of the nearest articles.csv."""

from __future__ import annotations

import posixpath
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Literal, Protocol

from index.errors.sources import SourceError, UnreadableSourceError
from index.sources.decoding import decoded
from index.sources.front_yaml import MAX_WRITTEN_CHARS
from index.sources.supplied import Row, Supplied, Table, read_sidecar, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TABLE = "articles.csv"
_SIDECAR_ENDINGS = (".meta.yaml", ".meta.yml")
_MAX_TABLE_BYTES = 16 * 1024 * 1024


def is_sidecar(name: str) -> bool:
    """Whether a file of this name describes another."""
    return name.endswith(_SIDECAR_ENDINGS)


class Place(Protocol):
    """A folder or a file, on a disk or in an archive."""

    @property
    def name(self) -> str:
        """The last part of its path."""
        ...

    def __truediv__(self, name: str, /) -> Place: ...

    def is_file(self) -> bool:
        """Whether it is there, and a file."""
        ...

    def open(self, mode: Literal["rb"]) -> IO[bytes]:
        """Its bytes."""
        ...


@dataclass(frozen=True)
class Beside:
    """What is written down in one folder, and in those above it, about its files.

    Attributes:
        folder: Where the sidecars are.
        names: The files in it.
        rows: Rows of its articles.csv by file, relative to this folder.
        faults: What is wrong with the table itself.
    """

    folder: Place
    names: frozenset[str]
    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    faults: tuple[str, ...] = ()
    above: tuple[dict[str, Row], ...] = ()

    @classmethod
    def of_folder(cls, folder: Place, names: Sequence[str]) -> Beside:
        """All that is written down in this folder."""
        table = _table(folder / TABLE) if TABLE in names else Table((), ())
        rows: dict[str, Row] = {}
        faults = list(table.problems)
        for row in table.rows:
            name = _normal(row.file)
            if name in rows:
                faults.append(f'line {row.line} names "{row.file}" again; the first row counts')
            rows.setdefault(name, row)
        return cls(folder, frozenset(names), rows, tuple(faults))

    @classmethod
    def single(cls, file: Path) -> Beside:
        """What the folder of this one file says."""
        names = [name for name in (TABLE, *_sidecars(file.name)) if (file.parent / name).is_file()]
        return cls.of_folder(file.parent, names)

    def under(self, *tables: Beside) -> Beside:
        """The same folder, seen from folders above it that have tables of their own."""
        return Beside(
            self.folder, self.names, self.rows, above=tuple(table.rows for table in tables)
        )

    def inside(self, name: str) -> Beside:
        """The rows that are about files in the inner folder of this name."""
        lead = _normal(name) + "/"
        rows = {
            file.removeprefix(lead): row for file, row in self.rows.items() if file.startswith(lead)
        }
        return Beside(self.folder / name, frozenset(), rows)

    def about(self, name: str) -> Supplied:
        """What is written down about the file of this name.

        Raises:
            SourceError: something is, and it cannot be taken.
        """
        known = Supplied()
        for rows in (*self.above, self.rows):
            if row := rows.get(_normal(name)):
                if row.problem:
                    raise UnreadableSourceError(row.problem)
                known = row.supplied.and_over(known)
        for sidecar in _sidecars(name):
            if sidecar in self.names:
                known = _read_sidecar(self.folder / sidecar).and_over(known)
        return known

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is written down about nothing: the name of the file that says it, and the reason."""
        for fault in self.faults:
            yield TABLE, fault
        here = {_normal(name) for name in self.names}
        for file, row in self.rows.items():
            if not row.file:
                yield TABLE, f"line {row.line} names no file"
            elif not _is_within(file) or not (file in here or (self.folder / file).is_file()):
                yield TABLE, f'line {row.line} names "{row.file}", and there is no such file'
        described = {sidecar for name in self.names for sidecar in _sidecars(name)}
        for name in sorted(self.names - described):
            if is_sidecar(name) and not name.startswith("."):
                yield name, "describes a file that is not there"


def _sidecars(name: str) -> tuple[str, ...]:
    """Names a sidecar of this file may have, the one that wins last."""
    if is_sidecar(name) or name.startswith(".") or name == TABLE:
        return ()
    stems = dict.fromkeys((PurePosixPath(name).stem, name))
    return tuple(stem + ending for stem in stems for ending in reversed(_SIDECAR_ENDINGS))


def _read_sidecar(path: Place) -> Supplied:
    try:
        with path.open("rb") as file:
            content = file.read(4 * MAX_WRITTEN_CHARS)
        return read_sidecar(decoded(content))
    except SourceError as error:
        raise UnreadableSourceError(
            f"its sidecar {path.name} cannot be taken: {error.reason}"
        ) from error
    except OSError as error:
        said = (error.strerror or "unknown").lower()
        raise UnreadableSourceError(f"its sidecar {path.name} cannot be read: {said}") from error


def _table(path: Place) -> Table:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_TABLE_BYTES + 1)
        if len(content) > _MAX_TABLE_BYTES:
            return Table((), ("it is too large to be a list of a folder's articles",))
        return read_table(decoded(content))
    except SourceError as error:
        return Table((), (error.reason,))
    except OSError as error:
        return Table((), ((error.strerror or "cannot be read").lower(),))


def _normal(file: str) -> str:
    """One spelling for a file's name: macOS writes accents apart, Windows slants the other way."""
    name = unicodedata.normalize("NFC", file.replace("\\", "/"))
    return posixpath.normpath(name) if name else ""


def _is_within(file: str) -> bool:
    return not file.startswith(("/", "../"))
