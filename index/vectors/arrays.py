"""The arrays that pass between modules, by what they hold."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
"""A unit vector a row, shape (rows, dimension)."""

Vector = NDArray[np.float32]
"""A unit vector, shape (dimension,)."""


def units(vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    """Each row at unit length; zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)
