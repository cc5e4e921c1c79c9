"""Vectors that no generation needs are forgotten, and no others."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.building.sweeping import sweep
from index.errors.library import LibraryBusyError
from index.store.library import Library
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, built, page

if TYPE_CHECKING:
    from pathlib import Path

OLD = page("bees.md", f"{FILLER} Bees danced in the old days.")
NEW = page("bees.md", f"{FILLER} Bees dance today.")
OWLS = page("owls.md", f"{FILLER} Owls hunt.", f"{FILLER} Mice hide from owls in the grass.")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Two generations; one sentence, and so one passage, stands in the first only."""
    library = Library(tmp_path / "library")
    built(library, OLD, OWLS)
    built(library, NEW, OWLS)
    return library


def kept(library: Library) -> int:
    count = 0
    for path in library.kept.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as store:
            count += store.execute("SELECT count(*) FROM vectors").fetchone()[0]
    return count


def test_what_a_generation_holds_is_kept(library: Library) -> None:
    """Also one that is not the current: nothing is embedded when the words come back."""
    before = kept(library)
    assert sweep(library).vectors == 0
    assert kept(library) == before
    embedder = HashingEmbedder()
    built(library, OLD, OWLS, embedder=embedder)
    assert embedder.embedded == []


def test_what_no_generation_holds_is_forgotten(library: Library) -> None:
    """Once the last generation that held it is pruned."""
    before = kept(library)
    library.prune(keep=1)
    assert sweep(library).vectors == 2
    assert kept(library) == before - 2
    embedder = HashingEmbedder()
    built(library, OLD, OWLS, embedder=embedder)
    sentence = "Bees danced in the old days."
    assert embedder.embedded == [sentence, f"bees.md\n{FILLER} {sentence}"]


def test_another_models_vectors_go_with_its_last_generation(library: Library) -> None:
    """And its file with them."""
    other = HashingEmbedder("other", dimension=8)
    built(library, NEW, OWLS, embedder=other)
    assert len(list(library.kept.iterdir())) == 2
    sweep(library)
    assert len(list(library.kept.iterdir())) == 2
    library.prune(keep=1)
    assert sweep(library).size > 0
    assert [path.stem for path in library.kept.iterdir()] == [other.fingerprint[:16]]


def test_nothing_is_forgotten_under_a_build(library: Library) -> None:
    """What it has embedded stands in no generation yet."""
    with library.building(), pytest.raises(LibraryBusyError):
        sweep(library)


@pytest.mark.parametrize("harm", [b"garbage" * 500, b""], ids=["garbage", "empty"])
def test_a_damaged_store_is_left_to_the_next_build(library: Library, harm: bytes) -> None:
    """Of the model in use and of another."""
    (store,) = library.kept.iterdir()
    store.write_bytes(harm)
    (library.kept / "other.sqlite").write_bytes(harm)
    assert sweep(library).vectors == 0
    built(library, OLD, OWLS)
    assert kept(library) > 0
