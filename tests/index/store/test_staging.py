"""What is staged and not published leaves nothing behind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    DamagedGenerationError,
)
from tests.index.store.three import title_in
from tests.making import names

if TYPE_CHECKING:
    from pathlib import Path

    from index.store.library import Library


def test_what_killed_builds_left_is_cleared(library: Library) -> None:
    """Half a generation, half a pruning and half a pointer."""
    for name in (".staging-123", ".staging-gone-000001-0123456789ab"):
        (library.folder / "generations" / name / "lexical").mkdir(parents=True)
    stale, fresh = library.folder / ".CURRENT.1", library.folder / ".CURRENT.2"
    stale.write_text("half")
    fresh.write_text("a roll back may be writing this now")
    os.utime(stale, (0, 0))
    with library.building():
        assert names(library.folder / "generations") == list(library.generations())
    assert not stale.exists()
    assert fresh.exists()


def test_what_does_not_open_is_never_published(library: Library) -> None:
    """A build whose files came out wrong leaves the old generation and nothing else."""
    current, manifest = library.current(), library.manifest(library.current())

    def fill(folder: Path) -> None:
        (folder / "records.sqlite").write_bytes(b"no records")

    with library.building(), pytest.raises(DamagedGenerationError):
        library.publish(
            fill,
            lambda files: manifest.model_copy(update={"files": files, "number": 4}),
        )
    assert library.current() == current
    assert names(library.folder / "generations") == list(library.generations())
    assert len(library.generations()) == 3


def test_an_interrupted_build_leaves_nothing(library: Library) -> None:
    """Ctrl-C in the middle of writing."""

    def interrupted(folder: Path) -> None:
        (folder / "records.sqlite").write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), library.building():
        library.publish(interrupted, lambda _: library.manifest(library.current()))
    assert names(library.folder / "generations") == list(library.generations())
    assert title_in(library) == "Bees 2"
