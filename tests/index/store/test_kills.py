"""Whatever is killed at whatever moment, the library opens to the old or the new generation."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.index.store.builds_to_kill import pages
from tests.index.store.file_events import FileEvent, watching
from tests.making import built, names

if TYPE_CHECKING:
    from collections.abc import Generator

PROJECT = Path(__file__).resolve().parents[3]


class Builder:
    """The process that forks builds, see `tests.index.store.builds_to_kill`."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.index.store.builds_to_kill"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self, folder: Path, version: int, *, event: int = 0, seconds: float = 0) -> bool:
        """Whether the build came to its end before it was killed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{folder} {version} {event} {seconds}\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        assert status in {0, -signal.SIGKILL}
        return status == 0

    def stop(self) -> None:
        self._process.communicate(timeout=30)


@pytest.fixture(scope="module")
def builder() -> Generator[Builder]:
    """One for all the kills of a module."""
    builder = Builder()
    yield builder
    builder.stop()


def version_of(library: Library, generation: str | None = None) -> int:
    """The version the generation holds, verified; the same in all its pages."""
    with library.open(generation) as opened:
        texts = [record.article.text for record in opened.records.articles()]
    [version] = {int(text.rpartition("version ")[2].rstrip(".")) for text in texts}
    assert len(texts) == len(pages(version))
    return version


def check_after_kill(library: Library, old: int, new: int) -> None:
    """It opens to one or the other, all that is listed is whole, and the next build clears up."""
    assert version_of(library) in {old, new}
    for generation in library.generations():
        version_of(library, generation)
    built(library, *pages(new))
    assert version_of(library) == new
    assert names(library.folder / "generations") == list(library.generations())
    library.prune(keep=1)


@pytest.mark.timeout(300)
def test_a_build_killed_before_any_of_its_steps(tmp_path: Path, builder: Builder) -> None:
    """Every step on a file, one kill each, from the first to the last."""
    library = Library(tmp_path / "library")
    built(library, *pages(0))
    kills = 0
    while not builder.build(library.folder, kills + 1, event=kills + 1):
        kills += 1
        check_after_kill(library, kills - 1, kills)
    assert kills > 20, "the build has fewer steps than it must have: nothing was tested"


@pytest.mark.timeout(300)
def test_a_first_build_killed_before_any_of_its_steps(tmp_path: Path, builder: Builder) -> None:
    """There is no old generation to open: then there is none, or the new one."""
    for event in count(1):
        library = Library(tmp_path / str(event))
        if builder.build(library.folder, 1, event=event):
            break
        for generation in library.generations():
            version_of(library, generation)
        built(library, *pages(1))
        assert version_of(library) == 1
        assert names(library.folder / "generations") == list(library.generations())


@pytest.mark.timeout(3600)  # three hundred kills on a slow disk
def test_a_build_killed_at_random_moments(
    tmp_path: Path, builder: Builder, request: pytest.FixtureRequest
) -> None:
    """From outside, as an operator or a machine out of memory kills: also inside native code."""
    kills = int(str(request.config.getoption("--kills")))
    library = Library(tmp_path / "library")
    built(library, *pages(0))
    started = time.perf_counter()
    assert builder.build(library.folder, 1)
    lasts = time.perf_counter() - started
    moments = random.Random(1)  # noqa: S311 - moments, not secrets
    killed = 0
    for version in range(2, kills + 2):
        ended = builder.build(library.folder, version, seconds=moments.uniform(0.001, lasts))
        killed += not ended
        lasts *= 0.8 if ended else 1.1  # a machine is now busy and now idle
        check_after_kill(library, version - 1, version)
    assert killed > kills / 4, "most builds ended before they were killed: nothing was tested"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("act", ["roll_back", "prune"])
def test_other_acts_interrupted_before_any_of_their_steps(tmp_path: Path, act: str) -> None:
    """A roll back or a pruning that stops anywhere leaves a library that opens."""

    class Stopped(BaseException):
        """Nothing in the code catches it, and nothing may be undone after a kill."""

    original = Library(tmp_path / "original")
    for version in range(3):
        built(original, *pages(version))
    for event in count(1):
        library = Library(Path(shutil.copytree(original.folder, tmp_path / str(event))))
        numbers = count(1)

        def see(step: FileEvent, numbers: count[int] = numbers, event: int = event) -> None:
            # From then on nothing works, not even clearing up.
            if step.changes and next(numbers) >= event:
                raise Stopped

        try:
            with watching(library.folder, see):
                library.roll_back() if act == "roll_back" else library.prune(keep=1)
        except Stopped:
            assert version_of(library) in ({1, 2} if act == "roll_back" else {2})
            for generation in library.generations():
                version_of(library, generation)
            built(library, *pages(9))
            assert version_of(library) == 9
            assert names(library.folder / "generations") == list(library.generations())
        else:
            assert event > 3
            break


def test_all_is_on_the_disk_before_the_pointer_moves(tmp_path: Path) -> None:
    """A power cut keeps what was synced: each file, then its folder, then the pointer's text."""
    library = Library(tmp_path / "library")
    built(library, *pages(0))
    seen: list[FileEvent] = []
    with watching(library.folder, seen.append):
        built(library, *pages(1))
    generations = library.folder / "generations"
    moved = [at for at, e in enumerate(seen) if e.name == "os.rename"]
    [sealed] = [at for at in moved if seen[at].paths[0].endswith(f".manifest.json.{os.getpid()}")]
    [placed] = [at for at in moved if seen[at].paths[1] == str(generations / library.current())]
    [pointed] = [at for at in moved if seen[at].paths[1] == str(library.folder / "CURRENT")]
    assert sealed < placed < pointed

    def synced(path: str, *, after: int, before: int) -> bool:
        return any(e.name == "footnote.fsync" and e.paths == (path,) for e in seen[after:before])

    staging = seen[placed].paths[0]
    current = generations / library.current()
    for path in current.rglob("*"):
        if path.name != "manifest.json":
            there = f"{staging}/{path.relative_to(current).as_posix()}"
            assert synced(there, after=0, before=sealed), there
    assert synced(seen[sealed].paths[0], after=0, before=sealed)
    assert synced(staging, after=sealed, before=placed)
    assert synced(str(generations), after=placed, before=pointed)
    assert synced(seen[pointed].paths[0], after=placed, before=pointed)
    assert synced(str(library.folder), after=pointed, before=len(seen))
