"""The seam between search and whatever finds the nearest vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from index.vectors.arrays import Matrix, Vector

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


class Nearest(NamedTuple):
    """Rows and their inner products with the question, best first."""

    rows: Rows
    scores: Scores


class VectorEngine(Protocol):
    """Finds the rows whose vectors have the greatest inner product with a question's."""

    def nearest(self, question: Vector, *, count: int, among: Rows | None = None) -> Nearest:
        """At most `count` rows, best first; of those in `among` where it is given."""
        ...

    def vectors(self, rows: Rows) -> Matrix:
        """The vectors of these rows, shape (len(rows), dimension)."""
        ...
