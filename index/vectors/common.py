"""What all vectors of a library have in common, and vectors without it.

In a library about one thing every text is near to every question, and the most general ones nearest of all. With
the mean taken off, what sets texts apart is left (Suzuki et al. 2013, "Centering Similarity Measures to Reduce Hubs").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Self

import numpy as np

from index.vectors.arrays import units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.vectors.arrays import Matrix, Vector
    from index.vectors.engine import VectorEngine

_SHARE: Final = 0.8
"""How much of the mean is taken off: chosen on SciFact, Cranfield, COVID-QA, ExpertQA and HealthVer, of which only the
last tells; `python -m scripts.bench.ablation` shows what it is worth on each."""

_SAMPLE: Final = 20_000
"""Rows, spread evenly, by which a mean is known as well as by a million."""


class Common(NamedTuple):
    """The means of a library's vectors.

    Attributes:
        sentences: Of its spans, shape (dimension,).
        wholes: Of its passages as one text each.
    """

    sentences: Vector
    wholes: Vector

    @classmethod
    def of(cls, spans: VectorEngine, wholes: Matrix, *, count: int) -> Self:
        """The means of `count` spans and of the passages."""
        return cls(_mean(spans.vectors(_spread(count))), _mean(wholes[_spread(len(wholes))]))

    @classmethod
    def nothing(cls, dimension: int) -> Self:
        """Of vectors that have nothing in common."""
        zeros = np.zeros(dimension, dtype=np.float32)
        return cls(zeros, zeros)


def without(common: Vector, vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    """The vectors with most of what is common taken off, at unit length; zeros stay zeros."""
    present = vectors.any(axis=-1, keepdims=True)
    return units(np.where(present, vectors - _SHARE * common, vectors))


def cosines(common: Vector, vectors: Matrix, question: Vector) -> NDArray[np.floating]:
    """The cosine of each of these unit vectors and the question's, all `without` what is common."""
    asked = without(common, question)
    squares = 1 - 2 * _SHARE * (vectors @ common) + _SHARE**2 * (common @ common)
    return (vectors @ asked - _SHARE * (common @ asked)) / np.sqrt(squares)


def _spread(count: int) -> NDArray[np.int64]:
    return np.linspace(0, max(count - 1, 0), num=min(count, _SAMPLE)).astype(np.int64)


def _mean(vectors: Matrix) -> Vector:
    rows = max(len(vectors), 1)
    return (vectors.sum(axis=0) / rows).astype(np.float32)
