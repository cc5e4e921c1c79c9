"""One complete, immutable build of the index, opened for reading.

A reader verifies before it serves: every file against the manifest, and the counts against each
other. While it is open it holds a shared lock on its manifest, so that nobody prunes it away.
"""

from __future__ import annotations

import fcntl
import sqlite3
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedGenerationError
from index.lexical import LexicalIndex
from index.manifest import MANIFEST, read_manifest, verify_files
from index.records import Records
from index.vectors.faiss_flat import FlatVectors

if TYPE_CHECKING:
    from pathlib import Path

    from index.manifest import Manifest
    from index.vectors.engine import VectorEngine

RECORDS: Final = "records.sqlite"
LEXICAL: Final = "lexical"
SPANS: Final = "spans.npy"
VECTORS: Final = "vectors.faiss"

SpanTable = NDArray[np.int64]
"""A row a span: its passage's row, and its first and after-last offsets in the article's text."""


class Generation:
    """An opened, verified generation; safe to share between threads.

    Raises:
        DamagedGenerationError: A file disagrees with the manifest.
        IncompatibleGenerationError: Another version of Footnote made it.
    """

    def __init__(self, folder: Path) -> None:
        self.id = folder.name
        self.manifest: Manifest = read_manifest(folder)
        self._pin = (folder / MANIFEST).open("rb")
        fcntl.flock(self._pin, fcntl.LOCK_SH)
        verify_files(folder, self.manifest)
        try:
            self.records = Records(folder / RECORDS)
            self.lexical = LexicalIndex(folder / LEXICAL)
            self.spans: SpanTable = np.load(folder / SPANS, mmap_mode="r", allow_pickle=False)
            vectors = FlatVectors(folder / VECTORS)
        except (OSError, ValueError, RuntimeError, sqlite3.DatabaseError) as error:
            raise DamagedGenerationError(self.id, "its files do not open") from error
        self.vectors: VectorEngine = vectors
        counts = self.manifest.counts
        if (len(self.lexical), len(self.spans)) != (counts.passages, counts.spans):
            raise DamagedGenerationError(self.id, "its counts disagree with its manifest")
        if (len(vectors), vectors.dimension) != (counts.spans, self.manifest.model.dimension):
            raise DamagedGenerationError(self.id, "its vectors disagree with its manifest")

    def close(self) -> None:
        """Let go of the files; it may be pruned from now on."""
        self.records.close()
        self._pin.close()


def is_open_somewhere(folder: Path) -> bool:
    """Whether any process on this machine has the generation in `folder` open."""
    with (folder / MANIFEST).open("rb") as pin:
        try:
            fcntl.flock(pin, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
