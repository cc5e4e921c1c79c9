from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, strategies as st

from index.vectors.faiss_flat import FlatVectors, write_flat

if TYPE_CHECKING:
    from pathlib import Path

    from index.vectors.arrays import Matrix


def unit_rows(count: int, dimension: int = 6, seed: int = 1) -> Matrix:
    rows = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


@given(st.integers(1, 40), st.integers(1, 60), st.integers(0, 5))
def test_the_nearest_are_the_greatest_inner_products(
    tmp_path_factory: pytest.TempPathFactory, rows: int, count: int, seed: int
) -> None:
    """Exact, best first, never more than there are."""
    matrix = unit_rows(rows, seed=seed)
    path = tmp_path_factory.mktemp("flat") / "vectors"
    write_flat(path, matrix)
    opened = FlatVectors(path)
    question = unit_rows(1, seed=seed + 100)[0]
    found = opened.nearest(question, count=count)
    products = np.sort(matrix @ question)[::-1][:count]
    np.testing.assert_allclose(found.scores, products, atol=1e-5)
    np.testing.assert_array_equal(opened.vectors(found.rows), matrix[found.rows])


@pytest.mark.parametrize(("rows", "count"), [(0, 5), (5, 0), (5, -1)])
def test_nothing_is_found_among_nothing(tmp_path: Path, rows: int, count: int) -> None:
    """An empty index and a count of none are no errors."""
    write_flat(tmp_path / "v", unit_rows(rows))
    opened = FlatVectors(tmp_path / "v")
    assert (len(opened), opened.dimension) == (rows, 6)
    assert len(opened.nearest(unit_rows(1)[0], count=count).rows) == 0
    assert opened.vectors(np.empty(0, dtype=np.int64)).shape == (0, 6)


def test_vectors_outlive_their_file(tmp_path: Path) -> None:
    """A generation that is pruned under a reader goes on serving."""
    matrix = unit_rows(10)
    write_flat(tmp_path / "v", matrix)
    opened = FlatVectors(tmp_path / "v")
    (tmp_path / "v").unlink()
    np.testing.assert_array_equal(opened.vectors(np.arange(10)), matrix)


def test_garbage_is_refused(tmp_path: Path) -> None:
    """What is no index does not open."""
    (tmp_path / "v").write_bytes(b"garbage")
    with pytest.raises((RuntimeError, ValueError)):
        FlatVectors(tmp_path / "v")


@pytest.mark.parametrize("room", [0, 10, 4096, 8192, 9000, 10_000, 24_000])
def test_a_file_that_was_cut_off_is_told(tmp_path: Path, room: int) -> None:
    """FAISS's own writer leaves half a file on a full disk and says nothing."""
    matrix = unit_rows(1000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        with pytest.raises(OSError, match=r"."):
            write_flat(tmp_path / "v", matrix)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
