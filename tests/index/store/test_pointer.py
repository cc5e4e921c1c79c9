"""The pointer: garbage is refused, and rolling back moves it to a sound generation."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    DamagedGenerationError,
    UnknownGenerationError,
)
from index.store.library import Library
from tests.index.store.three import BUILD_AND_WAIT, Child, folder_of, title_in
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "pointer",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"../../etc/passwd", id="a path"),
        pytest.param(b"000001", id="half a name"),
        pytest.param(b"000042-0123456789ab\n", id="a generation that is gone"),
    ],
)
def test_a_garbage_pointer_is_refused(library: Library, pointer: bytes) -> None:
    """It is a damaged library, from which a roll back leads out."""
    (library.folder / "CURRENT").write_bytes(pointer)
    with pytest.raises(DamagedGenerationError):
        library.open()
    assert library.roll_back() == library.generations()[-1]
    assert title_in(library) == "Bees 2"


def test_roll_back_steps_to_the_one_before(library: Library) -> None:
    """Again and again, until there is none."""
    first, second, _ = library.generations()
    assert library.roll_back() == second
    assert library.roll_back() == first == library.current()
    with pytest.raises(UnknownGenerationError):
        library.roll_back()
    assert library.roll_back(second) == second
    assert title_in(library) == "Bees 1"


def test_roll_back_passes_over_what_was_pruned(library: Library) -> None:
    """The oldest was open while the one between was pruned: it is the one to go back to."""
    first, second, _ = library.generations()
    shutil.rmtree(folder_of(library, second))
    assert library.roll_back() == first == library.current()


def test_a_build_after_a_roll_back_is_the_newest(library: Library) -> None:
    """It names the one it replaced, and no number comes twice."""
    library.roll_back()
    library_of(library.folder, article("Bees anew", FILLER))
    assert library.current().startswith("000004-")
    assert library.manifest(library.current()).parent == library.generations()[1]


def test_roll_back_never_leads_to_a_damaged_one(library: Library) -> None:
    """The pointer stays where it is."""
    first, second, third = library.generations()
    (folder_of(library, second) / "spans.npy").write_bytes(b"")
    with pytest.raises(DamagedGenerationError):
        library.roll_back()
    assert library.current() == third
    assert library.roll_back(first) == first


@pytest.mark.parametrize("harm", ["manifest", "folder"])
def test_roll_back_from_a_generation_that_cannot_name_its_parent(
    library: Library, harm: str
) -> None:
    """The operator whose current generation is broken needs it most."""
    _, second, third = library.generations()
    if harm == "manifest":
        (folder_of(library, third) / "manifest.json").write_text("garbage")
    else:
        shutil.rmtree(folder_of(library, third))
    assert library.roll_back() == second


def test_a_roll_back_needs_no_build_to_end(library: Library, child: Callable[..., Child]) -> None:
    """Who must leave a bad generation now does not wait an hour for a build."""
    child(BUILD_AND_WAIT, library.folder)
    assert library.roll_back() == library.generations()[1]


def test_a_reader_follows_the_pointer_past_a_pruning(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the pointer and following it, what it named may have gone."""
    stale = iter(library.generations()[:1])
    shutil.rmtree(folder_of(library, library.generations()[0]))
    read = Library.current

    def behind(self: Library) -> str:
        return next(stale, None) or read(self)

    monkeypatch.setattr(Library, "current", behind)
    assert title_in(library) == "Bees 2"
