"""Vectors kept by text, so that nothing is embedded twice.

One SQLite file a model, beside the generations: a killed build finds what it had embedded, the next
build finds what has not changed, and an evaluation run again costs searches only. It only saves
time: what in it is damaged is thrown away and embedded again.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np

from index.errors.library import LibraryNotWritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set as AbstractSet
    from pathlib import Path

    from index.vectors.arrays import Matrix, Vector
    from index.vectors.embedding import Embedder

_BLOCK: Final = 512
"""Texts between two commits: about eight seconds of embedding, the most a killed build loses."""

_LOOKUP: Final = 500
"""Keys a query, under SQLite's oldest limit of 999 variables."""

_PATIENCE_SECONDS: Final = 60.0
"""How long another process may hold the store for one of its commits."""

_UNIT_TOLERANCE: Final = 1e-3
"""How far a kept vector's length may lie from 1: further, and its bytes are not those written."""

_DAMAGE: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""No database, a broken one, or another program's; every other failure is the disk's."""

_PRIMARY: Final = 0xFF
"""The low byte of an extended result code is the kind of failure (sqlite.org/rescode.html)."""

_T = TypeVar("_T")


class Dropped(NamedTuple):
    """What was forgotten.

    Attributes:
        vectors: How many vectors.
        size: By how many bytes the folder is smaller.
    """

    vectors: int
    size: int


class KeptVectors:
    """The vectors of one model by the texts they stand for; processes may share the folder.

    Raises:
        LibraryNotWritableError: From `embed`, where the folder cannot be written.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._embedder = embedder
        self._folder = folder
        self._path = _store_of(folder, embedder.fingerprint)

    def embed(
        self, texts: Sequence[str], *, advance: Callable[[int], None] = lambda _: None
    ) -> tuple[Matrix, int]:
        """A unit vector a text, and how many texts had to be embedded.

        Args:
            texts: In any order, repeats allowed.
            advance: Told of every batch of texts that is done, by how many.
        """
        matrix = np.empty((len(texts), self._embedder.dimension), dtype=np.float32)
        places: dict[bytes, list[int]] = defaultdict(list)
        for row, text in enumerate(texts):
            places[key_of(text)].append(row)
        found = self._stored(lambda store: self._read(store, places, matrix))
        missing = [(key, texts[rows[0]]) for key, rows in places.items() if key not in found]
        advance(sum(len(places[key]) for key in found))
        # Sorted by length, a batch holds texts of one size and pads little: 1.7 times the speed.
        missing.sort(key=lambda entry: (len(entry[1]), entry[0]))
        for start in range(0, len(missing), _BLOCK):
            block = missing[start : start + _BLOCK]
            vectors = self._embedder.embed_passages([text for _, text in block])
            rows = [
                (key, vector.tobytes()) for (key, _), vector in zip(block, vectors, strict=True)
            ]
            self._stored(partial(_write, rows))
            for (key, _), vector in zip(block, vectors, strict=True):
                matrix[places[key]] = vector
            advance(sum(len(places[key]) for key, _ in block))
        return matrix, len(missing)

    def _read(
        self, store: sqlite3.Connection, places: Mapping[bytes, list[int]], matrix: Matrix
    ) -> set[bytes]:
        """Fill the rows of the texts that were kept, and tell which they are."""
        found: set[bytes] = set()
        for key, written in _rows(store, list(places)):
            vector = _sound(written, self._embedder.dimension)
            if vector is not None:
                matrix[places[key]] = vector
                found.add(key)
        return found

    def _stored(self, use: Callable[[sqlite3.Connection], _T]) -> _T:
        """What `use` makes of the store, which is made anew once if it is damaged."""
        try:
            try:
                with closing(self._open()) as store:
                    return use(store)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                # Its journal goes with it, or the next store would be rolled back into damage.
                for file in self._folder.glob(f"{self._path.name}*"):
                    file.unlink(missing_ok=True)
                with closing(self._open()) as store:
                    return use(store)
        except (sqlite3.DatabaseError, OSError) as error:
            raise LibraryNotWritableError(self._folder, str(error)) from error

    def _open(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(self._path, timeout=_PATIENCE_SECONDS)
        try:
            store.execute(
                # With row ids: rows of 1.5 KB in the key's own tree would fill half of every page.
                "CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB NOT NULL)"
            )
        except BaseException:
            store.close()
            raise
        return store


def keep_only(folder: Path, used: Mapping[str, AbstractSet[bytes]]) -> Dropped:
    """Forget every vector but those of these texts; only while nobody builds.

    Args:
        folder: Where vectors are kept.
        used: Keys of texts, by the fingerprint of their model.

    Raises:
        LibraryNotWritableError: the folder cannot be written.
    """
    stores = {_store_of(folder, fingerprint): keys for fingerprint, keys in used.items()}
    before, dropped = _size(folder), 0
    try:
        for path in sorted(folder.glob("*.sqlite")):
            dropped += _thinned(path, stores[path]) if path in stores else _removed(path)
    except (sqlite3.DatabaseError, OSError) as error:
        raise LibraryNotWritableError(folder, str(error)) from error
    return Dropped(dropped, before - _size(folder))


def _store_of(folder: Path, fingerprint: str) -> Path:
    return folder / f"{fingerprint[:16]}.sqlite"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*"))


def _count(store: sqlite3.Connection) -> int:
    return store.execute("SELECT count(*) FROM vectors").fetchone()[0]


def _thinned(path: Path, keys: AbstractSet[bytes]) -> int:
    with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS)) as store:
        try:
            before = _count(store)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            return 0  # the next build makes it anew
        with store:
            store.execute("CREATE TEMP TABLE used (text BLOB PRIMARY KEY)")
            store.executemany("INSERT INTO used VALUES (?)", ((key,) for key in keys))
            store.execute("DELETE FROM vectors WHERE text NOT IN (SELECT text FROM used)")
        store.execute("VACUUM")  # else the file stays as large as it was
        return before - _count(store)


def _removed(path: Path) -> int:
    """Of a model that no generation was made with."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE_SECONDS)) as store:
            count = _count(store)
    except sqlite3.DatabaseError:
        count = 0
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    return count


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code: int | None = getattr(error, "sqlite_errorcode", None)  # absent where Python raised it
    return code is not None and code & _PRIMARY in _DAMAGE


def key_of(text: str) -> bytes:
    """What a text is kept by."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _sound(written: object, dimension: int) -> Vector | None:
    """The vector, if this is the bytes of one with that dimension and of unit length."""
    size = dimension * np.dtype(np.float32).itemsize
    if not isinstance(written, bytes) or len(written) != size:
        return None
    vector = np.frombuffer(written, dtype=np.float32)
    return vector if abs(float(vector @ vector) - 1) <= _UNIT_TOLERANCE else None


def _rows(store: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[bytes, object]]:
    for start in range(0, len(keys), _LOOKUP):
        some = keys[start : start + _LOOKUP]
        marks = ",".join("?" * len(some))
        query = f"SELECT text, vector FROM vectors WHERE text IN ({marks})"  # noqa: S608 - marks only
        yield from store.execute(query, some)


def _write(rows: Sequence[tuple[bytes, bytes]], store: sqlite3.Connection) -> None:
    with store:
        store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
