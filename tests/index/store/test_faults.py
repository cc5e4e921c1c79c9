"""A disk that is full or refuses: a sentence for the operator, and the old generation untouched."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.errors.library import LibraryError, LibraryNotWritableError
from index.store.library import Library
from tests.index.store.builds_to_kill import pages
from tests.index.store.file_events import FileEvent, watching
from tests.making import built, names

if TYPE_CHECKING:
    from collections.abc import Generator

PROJECT = Path(__file__).resolve().parents[3]
FULL = OSError(errno.ENOSPC, "No space left on device")


def versions(library: Library) -> set[int]:
    """The versions of the current generation's pages, verified."""
    with library.open() as opened:
        texts = [record.article.text for record in opened.records.articles()]
    return {int(text.rpartition("version ")[2].rstrip(".")) for text in texts}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("lasting", [False, True], ids=["one step fails", "all further steps fail"])
def test_a_build_whose_every_step_fails_in_turn(tmp_path: Path, *, lasting: bool) -> None:
    """Never a bare OSError, never a half generation, and the next build is as good as any."""
    library = Library(tmp_path / "library")
    built(library, *pages(0))
    failed = 0
    told: list[str] = []
    for event in count(1):
        numbers = count(1)

        def see(step: FileEvent, numbers: count[int] = numbers, event: int = event) -> None:
            # A full disk still removes, renames and reads.
            takes_room = step.name in {"open", "os.mkdir", "footnote.fsync", "sqlite3.connect"}
            if (step.changes or step.name == "footnote.fsync") and takes_room:
                number = next(numbers)
                if number == event or (lasting and number > event):
                    raise FULL

        try:
            with watching(library.folder, see):
                built(library, *pages(event))
        except LibraryError as error:
            failed += 1
            told.append(str(error))
            assert versions(library) <= {event - 1, event}
            assert [n for n in names(library.folder / "generations") if n.startswith(".")] == []
            built(library, *pages(event))
        if next(numbers) <= event:
            break
        assert versions(library) == {event}
        library.prune(keep=1)
    assert failed > 20, "nearly no step failed: nothing was tested"
    assert all(str(library.folder) in sentence for sentence in told)


BUILD_ON_A_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from index.errors.library import LibraryError
from index.store.library import Library
from tests.index.store.builds_to_kill import pages
from tests.making import built
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    built(Library(Path(sys.argv[1])), *pages(1))
except LibraryError as error:
    print(error)
else:
    print("built")
"""


@pytest.mark.parametrize("largest", [4, 100, 2_000, 5_000, 9_000])
def test_a_file_that_may_grow_no_larger(tmp_path: Path, largest: int) -> None:
    """Wherever the limit bites, also inside SQLite, FAISS and tantivy, it is told in a sentence."""
    library = Library(tmp_path / "library")
    built(library, *pages(0))
    ended = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", BUILD_ON_A_SMALL_DISK, str(library.folder), str(largest)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "cannot write" in ended.stdout or "no temporary folder" in ended.stdout
    assert versions(library) == {0}
    built(library, *pages(1))
    assert versions(library) == {1}
    assert names(library.folder / "generations") == list(library.generations())


@pytest.fixture
def small_disk(tmp_path: Path) -> Generator[Path]:
    """A file system of 400 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603 - constant words
        pytest.skip("only root may mount a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607 - constant words


@pytest.mark.timeout(300)
def test_a_disk_that_is_full_sooner_and_sooner(small_disk: Path) -> None:
    """Each library opens to the old or the new generation, however little room there was."""
    library = Library(small_disk / "library")
    built(library, *pages(0))
    ballast = small_disk / "ballast"
    status = os.statvfs(small_disk)
    free = status.f_bavail * status.f_bsize
    failed = 0
    for version, room in enumerate(range(0, free, 8192), start=1):
        status = os.statvfs(small_disk)
        ballast.write_bytes(b"\0" * max(0, status.f_bavail * status.f_bsize - room))
        try:
            built(library, *pages(version))
        except LibraryNotWritableError:
            failed += 1
            assert versions(library) != {version}
        else:
            assert versions(library) == {version}
        ballast.unlink()
        library.prune(keep=1)
    assert failed > 5, "the disk was never full: nothing was tested"
    built(library, *pages(99))
    assert versions(library) == {99}
