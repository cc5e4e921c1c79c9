from __future__ import annotations

import sqlite3
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from typing_extensions import override

from index.errors.library import LibraryNotWritableError
from index.vectors import kept
from index.vectors.kept import KeptVectors
from tests.index.hashing_embedder import HashingEmbedder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from index.vectors.arrays import Matrix

TEXTS = ["bees dance", "ants march in long lines", "bees dance", "", "owls"]


class Interrupted(HashingEmbedder):
    """Embeds so many calls, and is then killed."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self._calls = calls

    @override
    def embed_passages(self, texts: Sequence[str]) -> Matrix:
        if self._calls == 0:
            raise KeyboardInterrupt
        self._calls -= 1
        return super().embed_passages(texts)


def store_of(folder: Path) -> Path:
    [path] = folder.glob("*.sqlite")
    return path


def test_a_text_is_embedded_once(tmp_path: Path) -> None:
    """Repeats in a list, and lists that come again, cost nothing."""
    embedder = HashingEmbedder()
    _, embedded = KeptVectors(tmp_path, embedder).embed(TEXTS)
    assert embedded == 4
    assert sorted(embedder.embedded) == sorted(set(TEXTS))
    _, again = KeptVectors(tmp_path, embedder).embed([*reversed(TEXTS), "new"])
    assert again == 1
    assert embedder.embedded[4:] == ["new"]


def test_the_store_changes_no_vector(tmp_path: Path) -> None:
    """Rows stand in the order of the texts, and are the very floats the model gave."""
    plain = HashingEmbedder().embed_passages(TEXTS)
    for _ in range(2):
        matrix, _ = KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS)
        np.testing.assert_array_equal(matrix, plain)


def test_nothing_to_embed(tmp_path: Path) -> None:
    """No text is no row, of the model's width."""
    matrix, embedded = KeptVectors(tmp_path, HashingEmbedder()).embed([])
    assert (matrix.shape, embedded) == ((0, 24), 0)


def test_each_model_has_a_store_of_its_own(tmp_path: Path) -> None:
    """Vectors of one model never stand for another's."""
    KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS)
    other = HashingEmbedder("other", dimension=8)
    matrix, embedded = KeptVectors(tmp_path, other).embed(TEXTS)
    assert (matrix.shape, embedded) == ((5, 8), 4)


def test_progress_counts_every_text_once(tmp_path: Path) -> None:
    """A bar over the texts ends at its end, whether they were kept or not."""
    KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS[:2])
    told: list[int] = []
    KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS, advance=told.append)
    assert sum(told) == len(TEXTS)


def test_what_a_killed_run_embedded_is_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build that is killed loses at most one block of embedding."""
    monkeypatch.setattr(kept, "_BLOCK", 10)
    texts = [f"text {number}" for number in range(35)]
    with pytest.raises(KeyboardInterrupt):
        KeptVectors(tmp_path, Interrupted(calls=2)).embed(texts)
    _, embedded = KeptVectors(tmp_path, HashingEmbedder()).embed(texts)
    assert embedded == 15


def _garbage(path: Path) -> None:
    path.write_bytes(b"no database at all" * 400)


def _another_programs(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE vectors (something TEXT)")
    store.close()


def _cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 7])


def _rewritten(query: str) -> Callable[[Path], None]:
    def damage(path: Path) -> None:
        with sqlite3.connect(path) as store:
            store.execute(query)
        store.close()

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(_garbage, id="no database"),
        pytest.param(_another_programs, id="another program's table"),
        pytest.param(_cut_in_half, id="half of it"),
        pytest.param(_rewritten("UPDATE vectors SET vector = x'00'"), id="short vectors"),
        pytest.param(_rewritten("UPDATE vectors SET vector = zeroblob(96)"), id="zeroed vectors"),
        pytest.param(_rewritten("UPDATE vectors SET vector = 'words'"), id="vectors of text"),
        pytest.param(_rewritten("DROP TABLE vectors"), id="no table"),
    ],
)
def test_a_damaged_store_is_replaced(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """The store only saves time: whatever became of it, the vectors are the model's."""
    texts = [f"text {number}" for number in range(200)]
    KeptVectors(tmp_path, HashingEmbedder()).embed(texts)
    damage(store_of(tmp_path))
    for expected in (200, 0):
        matrix, embedded = KeptVectors(tmp_path, HashingEmbedder()).embed(texts)
        np.testing.assert_array_equal(matrix, HashingEmbedder().embed_passages(texts))
        assert embedded == expected


def test_a_stale_journal_does_not_outlive_its_store(tmp_path: Path) -> None:
    """The journal beside a damaged store would roll the next one back into damage."""
    KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS)
    store = store_of(tmp_path)
    store.write_bytes(b"garbage" * 1000)
    journals = [store.with_name(store.name + ending) for ending in ("-journal", "-wal", "-shm")]
    for journal in journals:
        journal.write_bytes(b"stale")
    _, embedded = KeptVectors(tmp_path, HashingEmbedder()).embed(TEXTS)
    assert embedded == 4
    assert not any(journal.exists() for journal in journals)


def test_two_runs_share_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs at one time wait for each other's commits, and both get every vector."""
    monkeypatch.setattr(kept, "_BLOCK", 5)
    texts = [f"text {number}" for number in range(120)]
    plain = HashingEmbedder().embed_passages(texts)
    matrices: list[Matrix] = []

    def run() -> None:
        matrices.append(KeptVectors(tmp_path, HashingEmbedder()).embed(texts)[0])

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(matrices) == 4
    for matrix in matrices:
        np.testing.assert_array_equal(matrix, plain)


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A folder that is a file is an operator's mistake, told in a sentence."""
    (tmp_path / "kept").write_text("a file")
    with pytest.raises(LibraryNotWritableError, match="kept"):
        KeptVectors(tmp_path / "kept", HashingEmbedder()).embed(TEXTS)
