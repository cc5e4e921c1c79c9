"""One complete, immutable build of the index, opened for reading.

A reader verifies before it serves: every file against the manifest, and the counts against each
other. While it is open it holds a shared lock on its manifest, so that nobody prunes it away.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING, Final, Self
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from index.errors.library import DamagedGenerationError, LibraryNotReadableError
from index.store.manifest import MANIFEST, read_manifest, verify_files
from index.store.records import Records
from index.vectors.common import Common
from index.vectors.faiss_flat import FlatVectors
from index.words.acronyms import read_acronyms
from index.words.lexical import LexicalIndex
from index.words.spelling import read_words

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from types import TracebackType

    from index.store.adapted import Adapted
    from index.store.manifest import Manifest
    from index.vectors.arrays import Matrix
    from index.vectors.engine import VectorEngine

RECORDS: Final = "records.sqlite"
LEXICAL: Final = "lexical"
SPANS: Final = "spans.npy"
VECTORS: Final = "vectors.faiss"
TITLES: Final = "titles.npy"
WHOLES: Final = "passages.npy"
ACRONYMS: Final = "acronyms.json"
WORDS: Final = "words.tsv"

SpanTable = NDArray[np.int64]
"""A row a span: its passage's row, and its first and after-last offsets in the article's text."""


class Generation:
    """An opened, verified generation; safe to share between threads.

    It is closed when told, at the end of a `with`, or with the last reference to it: whoever serves
    a newer one drops this one, and a question in flight keeps it open to its end.

    Raises:
        DamagedGenerationError: A file disagrees with the manifest.
        IncompatibleGenerationError: Another version of Footnote made it.
        LibraryNotReadableError: This user may not read it.
        NoTemporaryFolderError: This machine has no room to open it.
    """

    def __init__(self, folder: Path, *, adapted: Adapted | None = None) -> None:
        self.id = folder.name
        with ExitStack() as held:
            held.callback(os.close, _pin(folder))
            self.manifest: Manifest = read_manifest(folder)
            verify_files(folder, self.manifest)
            try:
                self.records = held.enter_context(closing(Records(folder / RECORDS)))
                self.lexical = LexicalIndex(folder / LEXICAL)
                self.spans: SpanTable = np.load(folder / SPANS, allow_pickle=False)
                self.titles: Matrix = np.load(folder / TITLES, allow_pickle=False)
                self.wholes: Matrix = np.load(folder / WHOLES, allow_pickle=False)
                self.acronyms = read_acronyms(folder / ACRONYMS)
                self.spelling = read_words(folder / WORDS)
                vectors = FlatVectors(folder / VECTORS)
            except (OSError, ValueError, RuntimeError, sqlite3.DatabaseError) as error:
                raise DamagedGenerationError(self.id, "its files do not open") from error
            self.vectors: VectorEngine = vectors
            # Weights are of no use with vectors of another model than they were tried on.
            known = adapted is not None and adapted.model == self.manifest.model.fingerprint
            self.weights = adapted.weights if adapted is not None and known else None
            self._check_counts(vectors)
            self.common = Common.of(vectors, self.wholes, count=len(vectors))
            # Not of this object: it would never be the last reference to itself.
            self._release = finalize(self, held.pop_all().close)

    def close(self) -> None:
        """Let go of the files; it may be pruned from now on."""
        self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_counts(self, vectors: FlatVectors) -> None:
        counts, model = self.manifest.counts, self.manifest.model
        if self.records.counts() != (counts.articles, counts.passages):
            raise DamagedGenerationError(self.id, "its records disagree with its manifest")
        if len(self.lexical) != counts.passages:
            raise DamagedGenerationError(self.id, "its lexical index disagrees with its manifest")
        if self.spans.shape != (counts.spans, 3):
            raise DamagedGenerationError(self.id, "its spans disagree with its manifest")
        if self.titles.shape != (counts.articles, model.dimension):
            raise DamagedGenerationError(self.id, "its titles disagree with its manifest")
        if self.wholes.shape != (counts.passages, model.dimension):
            raise DamagedGenerationError(self.id, "its passages disagree with its manifest")
        if (len(vectors), vectors.dimension) != (counts.spans, model.dimension):
            raise DamagedGenerationError(self.id, "its vectors disagree with its manifest")


@contextmanager
def held_alone(folder: Path) -> Generator[bool]:
    """Whether no process on this machine has the generation in `folder` open.

    If so, none can open it inside the block.
    """
    try:
        # For writing, though nothing is written: NFS gives an exclusive lock on nothing else.
        pin = os.open(folder / MANIFEST, os.O_RDWR)
    except FileNotFoundError:
        # Tampered with: nobody can have it open.
        yield True
        return
    try:
        yield _locked_alone(pin)
    finally:
        os.close(pin)


def _locked_alone(pin: int) -> bool:
    try:
        fcntl.flock(pin, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        # Held by a reader, or the file system has no locks: then nobody knows, so nobody removes.
        return False
    return True


def _pin(folder: Path) -> int:
    """The manifest's file handle, with a shared lock on it."""
    path = folder / MANIFEST
    try:
        pin = os.open(path, os.O_RDONLY)
    except PermissionError as error:
        raise LibraryNotReadableError(path, str(error.strerror)) from error
    except OSError as error:
        missing = f"{MANIFEST} cannot be read: {error.strerror}"
        detail = missing if folder.is_dir() else "its folder is missing"
        raise DamagedGenerationError(folder.name, detail) from error
    # Where a file system has no locks, serving matters more than pruning, which then does nothing.
    with suppress(OSError):
        fcntl.flock(pin, fcntl.LOCK_SH)
    return pin
