"""Old generations are removed, and none that somebody needs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    DamagedGenerationError,
)
from tests.index.store.three import Child, folder_of, title_in
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from index.store.library import Library

OPEN_AND_WAIT = """
import sys
from pathlib import Path
from index.store.library import Library
with Library(Path(sys.argv[1])).open(sys.argv[2]):
    print("ready", flush=True)
    sys.stdin.readline()
"""


def test_prune_does_nothing_while_the_pointer_is_garbage(library: Library) -> None:
    """Nobody knows then which generation is the one to keep."""
    (library.folder / "CURRENT").write_text("garbage")
    with pytest.raises(DamagedGenerationError):
        library.prune(keep=1)
    assert len(library.generations()) == 3


@pytest.mark.parametrize(("keep", "left"), [(0, [3]), (1, [3]), (2, [2, 3]), (9, [1, 2, 3])])
def test_prune_keeps_the_newest(library: Library, keep: int, left: list[int]) -> None:
    """And the current one always."""
    removed = library.prune(keep=keep)
    assert [int(name.partition("-")[0]) for name in library.generations()] == left
    assert len(removed) == 3 - len(left)
    assert title_in(library) == "Bees 2"


def test_prune_keeps_what_a_roll_back_leads_to(library: Library) -> None:
    """After a roll back, the generation that was left goes before those that may be gone back to."""
    first, second, third = library.generations()
    library.roll_back()
    assert library.prune(keep=2) == (third,)
    assert library.generations() == (first, second)
    assert library.prune(keep=1) == (first,)
    assert title_in(library) == "Bees 1"


def test_a_clock_that_goes_backwards_harms_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest is the one that was built last, whatever the clock said."""

    class Yesterday:
        @staticmethod
        def now(zone: tzinfo) -> datetime:
            return datetime(1999, 12, 31, tzinfo=zone)

    monkeypatch.setattr("index.building.making.datetime", Yesterday)
    library_of(library.folder, article("Bees of yesterday", FILLER))
    assert library.generations()[-1] == library.current()
    library.prune(keep=1)
    assert title_in(library) == "Bees of yesterday"


def test_prune_spares_what_another_process_has_open(
    library: Library, child: Callable[..., Child]
) -> None:
    """A bot that still answers from an old generation is not robbed of it."""
    first, second, _ = library.generations()
    reader = child(OPEN_AND_WAIT, library.folder, first)
    assert library.prune(keep=1) == (second,)
    reader.end()
    assert library.prune(keep=1) == (first,)


def test_prune_leaves_strange_folders(library: Library) -> None:
    """What it did not make it does not remove."""
    (library.folder / "generations" / "backup of mine").mkdir()
    library.prune(keep=1)
    assert (library.folder / "generations" / "backup of mine").is_dir()


def test_prune_removes_damaged_ones(library: Library) -> None:
    """Also one without a manifest."""
    first, second, _ = library.generations()
    (folder_of(library, first) / "manifest.json").unlink()
    (folder_of(library, second) / "manifest.json").write_text("garbage")
    assert library.prune(keep=1) == (first, second)


READ_WITHOUT_END = """
import sys
from pathlib import Path
from index.store.library import Library
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
opened = 0
while not (library.folder / "enough").exists():
    with library.open() as generation:
        assert generation.records.counts() == (1, 1)
    opened += 1
assert opened > 3
"""


def test_a_reader_never_finds_the_library_shut(
    library: Library, child: Callable[..., Child]
) -> None:
    """While generations come and old ones go, whoever opens it gets a whole one."""
    reader = child(READ_WITHOUT_END, library.folder)
    for number in range(15):
        library_of(library.folder, article(f"Bees {number}", f"{FILLER} Build {number}."))
        library.prune(keep=1)
    (library.folder / "enough").touch()
    reader.end()
