"""What all vectors of a library have in common is taken off before they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, strategies as st

from index.vectors.arrays import units
from index.vectors.common import Common, cosines, without
from index.vectors.faiss_flat import FlatVectors, write_flat

if TYPE_CHECKING:
    from pathlib import Path

    from index.vectors.arrays import Matrix

DIMENSION = 8


def drawn(seed: int, rows: int) -> Matrix:
    numbers = np.random.default_rng(seed).normal(0.3, 1.0, (rows, DIMENSION))
    return units(numbers).astype(np.float32)


@given(st.integers(0, 10**6), st.integers(1, 20))
def test_cosines_are_those_of_the_vectors_without_it(seed: int, rows: int):
    """However they are reckoned."""
    vectors = drawn(seed, rows)
    common, question = vectors.mean(axis=0), drawn(seed + 1, 1)[0]
    found = cosines(common, vectors, question)
    assert found == pytest.approx(without(common, vectors) @ without(common, question), abs=1e-4)


def test_a_title_that_is_not_there_stays_away():
    zeros = np.zeros((2, DIMENSION), dtype=np.float32)
    assert not without(drawn(1, 1)[0], zeros).any()


def test_nothing_in_common_changes_nothing():
    vectors = drawn(2, 5)
    assert without(Common.nothing(DIMENSION).wholes, vectors) == pytest.approx(vectors)


@pytest.mark.parametrize("rows", [0, 1, 50_000])
def test_means_are_of_the_whole_library_or_of_a_fair_part_of_it(tmp_path: Path, rows: int):
    """An empty one has none."""
    vectors, file = drawn(3, rows), tmp_path / "vectors"
    write_flat(file, vectors)
    opened = FlatVectors(file)
    found = Common.of(opened, vectors, count=len(opened))
    mean = vectors.mean(axis=0) if rows else np.zeros(DIMENSION)
    assert found.sentences == pytest.approx(mean, abs=0.01)
    assert found.wholes == pytest.approx(mean, abs=0.01)
