"""Every touch of FAISS, kept in one module so that its quirks have one address.

A flat index compares the question with every row: exact, and under 20 ms up to 200,000 spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import faiss
import numpy as np

from index.vectors.engine import Nearest

if TYPE_CHECKING:
    from pathlib import Path

    from index.embedding import Matrix, Vector
    from index.vectors.engine import Rows


class FlatVectors:
    """An opened flat index."""

    def __init__(self, path: Path) -> None:
        self._index = faiss.read_index(str(path))
        count, dimension = self._index.ntotal, self._index.d
        # FAISS owns this memory: the view lives as long as the index beside it.
        flat = faiss.rev_swig_ptr(self._index.get_xb(), count * dimension) if count else []
        self._matrix: Matrix = np.asarray(flat, dtype=np.float32).reshape(count, dimension)

    def __len__(self) -> int:
        return len(self._matrix)

    @property
    def dimension(self) -> int:
        """Columns of a row."""
        return self._matrix.shape[1]

    def nearest(self, question: Vector, *, count: int) -> Nearest:
        """At most `count` rows, best first."""
        scores, rows = self._index.search(question.reshape(1, -1), min(count, len(self)))
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
        faiss.write_index(index, str(path))
    except RuntimeError as error:   # how FAISS reports what the disk refused
        raise OSError(f"the vectors cannot be written: {error}") from error
