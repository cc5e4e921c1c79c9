"""Vectors kept by text, so that nothing is embedded twice.

One SQLite file a model, beside the generations: a killed build finds what it had embedded, the next
build finds what has not changed, and an evaluation run again costs searches only.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from index.errors import LibraryNotWritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index.embedding import Embedder, Matrix

_BLOCK: Final = 2048
"""Texts between two commits: about half a minute of embedding, the most a killed build loses."""

_LOOKUP: Final = 500
"""Keys a query, under SQLite's oldest limit of 999 variables."""


class KeptVectors:
    """The vectors of one model by the texts they stand for.

    Raises:
        LibraryNotWritableError: Where the folder cannot be written.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._embedder = embedder
        self._folder = folder
        self._path = folder / f"{embedder.fingerprint[:16]}.sqlite"

    def embed(
        self, texts: Sequence[str], *, advance: Callable[[int], None] = lambda _: None
    ) -> tuple[Matrix, int]:
        """A unit vector a text, and how many texts had to be embedded.

        Args:
            texts: In any order, repeats allowed.
            advance: Told of every batch of texts that is done, by how many.
        """
        try:
            with closing(self._open()) as store:
                return self._embed(store, texts, advance)
        except (sqlite3.OperationalError, OSError) as error:
            raise LibraryNotWritableError(self._folder, str(error)) from error
        except sqlite3.DatabaseError:
            # The store only saves time: a damaged one is thrown away, never a reason to stop.
            self._path.unlink(missing_ok=True)
            with closing(self._open()) as store:
                return self._embed(store, texts, advance)

    def _open(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(self._path, timeout=30)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute(
            "CREATE TABLE IF NOT EXISTS vectors (text BLOB PRIMARY KEY, vector BLOB NOT NULL) "
            "WITHOUT ROWID"
        )
        return store

    def _embed(
        self, store: sqlite3.Connection, texts: Sequence[str], advance: Callable[[int], None]
    ) -> tuple[Matrix, int]:
        keys = [_key(text) for text in texts]
        found = _found(store, sorted(set(keys)))
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        advance(len(texts) - sum(key in missing for key in keys))
        # Sorted by length, a batch holds texts of one size and pads little: 1.7 times the speed.
        waiting = sorted(missing.items(), key=lambda entry: (len(entry[1]), entry[0]))
        for start in range(0, len(waiting), _BLOCK):
            block = waiting[start : start + _BLOCK]
            vectors = self._embedder.embed_passages([text for _, text in block])
            rows = [(key, v.tobytes()) for (key, _), v in zip(block, vectors, strict=True)]
            with store:
                store.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            found.update(rows)
            advance(len(block))
        width = self._embedder.dimension
        matrix = np.empty((len(keys), width), dtype=np.float32)
        for row, key in enumerate(keys):
            matrix[row] = np.frombuffer(found[key], dtype=np.float32, count=width)
        return matrix, len(missing)


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _found(store: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for start in range(0, len(keys), _LOOKUP):
        some = keys[start : start + _LOOKUP]
        marks = ",".join("?" * len(some))
        query = f"SELECT text, vector FROM vectors WHERE text IN ({marks})"  # noqa: S608 - marks only
        found.update(store.execute(query, some))
    return found
