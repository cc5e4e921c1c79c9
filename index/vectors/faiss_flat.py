"""Every touch of FAISS, kept in one module so that its quirks have one address.

A flat index compares the question with every row: exact, and under 20 ms up to 200,000 spans.
"""

from __future__ import annotations

from errno import ENOSPC
from typing import TYPE_CHECKING

import faiss
import numpy as np

from index.vectors.engine import Nearest

if TYPE_CHECKING:
    from pathlib import Path

    from index.vectors.arrays import Matrix, Vector
    from index.vectors.engine import Rows


class WrongKindError(ValueError):
    """The file holds an index of another kind."""


class FlatVectors:
    """An opened flat index; safe to share between threads.

    Raises:
        RuntimeError: FAISS cannot read the file.
        WrongKindError: It is no flat inner-product index.
    """

    def __init__(self, path: Path) -> None:
        index = faiss.read_index(str(path))
        if not isinstance(index, faiss.IndexFlatIP):
            raise WrongKindError
        self._index = index
        shape = (index.ntotal, index.d)
        # FAISS owns this memory: the view lives as long as the index beside it.
        self._matrix: Matrix = (
            faiss.rev_swig_ptr(index.get_xb(), index.ntotal * index.d).reshape(shape)
            if index.ntotal
            else np.empty(shape, dtype=np.float32)
        )

    def __len__(self) -> int:
        return len(self._matrix)

    @property
    def dimension(self) -> int:
        """Columns of a row."""
        return self._matrix.shape[1]

    def nearest(self, question: Vector, *, count: int, among: Rows | None = None) -> Nearest:
        """At most `count` rows, best first; of those in `among` where it is given."""
        count = min(count, len(self) if among is None else len(among))
        if count <= 0:  # which FAISS asserts away
            return Nearest(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
        wanted = None if among is None else faiss.SearchParameters(sel=faiss.IDSelectorBatch(among))
        scores, rows = self._index.search(question.reshape(1, -1), count, params=wanted)
        return Nearest(rows[0], scores[0])

    def vectors(self, rows: Rows) -> Matrix:
        """The vectors of these rows, shape (len(rows), dimension)."""
        return self._matrix[rows]


def write_flat(path: Path, matrix: Matrix) -> None:
    """Write an inner-product index over `matrix`, shape (rows, dimension), float32.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    index = faiss.IndexFlatIP(matrix.shape[1])
    index.add(matrix)
    try:
        # FAISS's own writer does not look whether the disk took the last block: on a full one it
        # leaves half a file and says nothing.
        with path.open("wb") as file:
            faiss.write_index(index, faiss.PyCallbackIOWriter(file.write))
    except RuntimeError as error:  # how FAISS reports that the callback failed
        raise OSError(ENOSPC, f"the vectors cannot be written: {error}") from error
