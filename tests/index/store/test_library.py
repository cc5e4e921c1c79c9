from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    DamagedGenerationError,
    LibraryBusyError,
    LibraryError,
    NoGenerationError,
    UnknownGenerationError,
)
from index.store.library import Library
from tests.making import FILLER, article, library_of, names

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import tzinfo

PROJECT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library to be copied before anything is done to it."""
    folder = tmp_path_factory.mktemp("three") / "library"
    for number in range(3):
        library_of(folder, article(f"Bees {number}", FILLER))
    return folder


@pytest.fixture
def library(three: Path, tmp_path: Path) -> Library:
    """Three generations; the third is current."""
    return Library(Path(shutil.copytree(three, tmp_path / "library")))


def folder_of(library: Library, generation: str) -> Path:
    return library.folder / "generations" / generation


def title_in(library: Library) -> str:
    with library.open() as generation:
        return next(generation.records.articles()).article.metadata.title


class Child:
    """Another Python that works on a library and says when it is ready."""

    def __init__(self, code: str, *arguments: object) -> None:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        self._process = subprocess.Popen(  # noqa: S603 - this very Python
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def end(self) -> None:
        if self._process.returncode is None:
            self._process.communicate("\n", timeout=30)
            assert self._process.returncode == 0


OPEN_AND_WAIT = """
import sys
from pathlib import Path
from index.store.library import Library
with Library(Path(sys.argv[1])).open(sys.argv[2]):
    print("ready", flush=True)
    sys.stdin.readline()
"""

BUILD_AND_WAIT = """
import sys
from pathlib import Path
from index.store.library import Library
with Library(Path(sys.argv[1])).building():
    print("ready", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def child() -> Generator[Callable[..., Child]]:
    """Starts children and ends those a test left."""
    children: list[Child] = []

    def start(code: str, *arguments: object) -> Child:
        children.append(Child(code, *arguments))
        return children[-1]

    yield start
    for one in children:
        one.end()


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


def test_prune_does_nothing_while_the_pointer_is_garbage(library: Library) -> None:
    """Nobody knows then which generation is the one to keep."""
    (library.folder / "CURRENT").write_text("garbage")
    with pytest.raises(DamagedGenerationError):
        library.prune(keep=1)
    assert len(library.generations()) == 3


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


def test_a_roll_back_needs_no_build_to_end(library: Library, child: Callable[..., Child]) -> None:
    """Who must leave a bad generation now does not wait an hour for a build."""
    child(BUILD_AND_WAIT, library.folder)
    assert library.roll_back() == library.generations()[1]


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


def test_a_file_where_the_library_should_be(tmp_path: Path) -> None:
    """A mistyped path is told in a sentence, reading and writing."""
    (tmp_path / "file").write_text("a file")
    library = Library(tmp_path / "file")
    with pytest.raises(LibraryError):
        library.open()
    with pytest.raises(LibraryError), library.building():
        pass


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
