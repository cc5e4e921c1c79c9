"""A library: its generations by name, and one build at a time."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    LibraryBusyError,
    LibraryError,
    NoGenerationError,
    UnknownGenerationError,
)
from index.store.library import Library
from tests.index.store.three import BUILD_AND_WAIT, Child, title_in
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_last_published_is_current(library: Library) -> None:
    """Numbers count up from 1, and each generation names the one before it."""
    generations = library.generations()
    assert [name.partition("-")[0] for name in generations] == ["000001", "000002", "000003"]
    assert library.current() == generations[-1]
    assert [library.manifest(g).parent for g in generations] == [None, *generations[:2]]
    assert title_in(library) == "Bees 2"


def test_an_earlier_one_opens_by_name(library: Library) -> None:
    """For comparing, whatever is current."""
    with library.open(library.generations()[0]) as generation:
        assert next(generation.records.articles()).article.metadata.title == "Bees 0"


@pytest.mark.parametrize("name", ["", "latest", "..", "000009-0123456789ab", ".staging-1", "/etc"])
def test_a_name_that_is_no_generation(library: Library, name: str) -> None:
    """Nothing but a generation of this library is ever opened."""
    with pytest.raises(UnknownGenerationError):
        library.open(name)
    with pytest.raises(UnknownGenerationError):
        library.manifest(name)


def test_a_library_that_is_not_there(tmp_path: Path) -> None:
    """The sentence says what to run, and looking makes nothing."""
    library = Library(tmp_path / "none")
    with pytest.raises(NoGenerationError, match=r"scripts\.index"):
        library.open()
    with pytest.raises(NoGenerationError):
        library.roll_back()
    assert library.generations() == ()
    assert not library.folder.exists()


def test_a_second_build_is_refused_at_once(library: Library, child: Callable[..., Child]) -> None:
    """The operator is told that another is under way."""
    child(BUILD_AND_WAIT, library.folder)
    started = time.perf_counter()
    with pytest.raises(LibraryBusyError, match="--wait"), library.building():
        pass
    with pytest.raises(LibraryBusyError):
        library.prune(keep=1)
    assert time.perf_counter() - started < 1
    assert title_in(library) == "Bees 2"


def test_a_second_build_can_wait(library: Library, child: Callable[..., Child]) -> None:
    """It begins when the first has ended."""
    first = child(BUILD_AND_WAIT, library.folder)
    timer = threading.Timer(0.3, first.end)
    timer.start()
    with library.building(wait=True):
        timer.join()
    library_of(library.folder, article("Bees after", FILLER))


def test_a_file_where_the_library_should_be(tmp_path: Path) -> None:
    """A mistyped path is told in a sentence, reading and writing."""
    (tmp_path / "file").write_text("a file")
    library = Library(tmp_path / "file")
    with pytest.raises(LibraryError):
        library.open()
    with pytest.raises(LibraryError), library.building():
        pass
