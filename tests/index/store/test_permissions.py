"""A library that its reader may not write, or not even read.

Root is stopped by no permission, so everything here is done by a process that is not root: it gives
up its rights once it has loaded what it needs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest

from index.store.library import Library
from tests.making import FILLER, article, library_of

if TYPE_CHECKING:
    from collections.abc import Generator

PROJECT = Path(__file__).resolve().parents[3]

AS_NOBODY = """
import os, sys
from pathlib import Path
from index.errors.library import LibraryError
from index.store.library import Library
from index.searching.search import Searcher
from index.words.telling import telling
from tests.index.hashing_embedder import HashingEmbedder
from tests.making import FILLER, article, built, page, library_of
telling("bees")  # read while it can be: nobody may not enter root's Python
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
library = Library(Path(sys.argv[1]))
embedder = HashingEmbedder()
embedder.tokens()
try:
    match sys.argv[2]:
        case "ask":
            with library.open() as generation:
                hits = Searcher(generation, embedder).search("bees", limit=1).hits
                print("found", hits[0].metadata.title, len(library.generations()))
        case "build":
            built(library, page("owls.md", FILLER))
        case "prune":
            library.prune(keep=0)
        case "roll back":
            library.roll_back()
except LibraryError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def library() -> Generator[Library]:
    """Two generations about bees, in a folder that everybody can reach."""
    # Not in pytest's own temporary folder, which only its owner may enter.
    folder = Path(mkdtemp(prefix="footnote-permissions-"))
    folder.chmod(0o755)
    for number in range(2):
        library_of(folder / "library", article(f"Bees {number}", f"{FILLER} Bees."))
    yield Library(folder / "library")
    for path in (folder, *(p for p in folder.rglob("*") if p.is_dir())):
        path.chmod(0o755)
    shutil.rmtree(folder)


def everything(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What stands in a folder, and when it was changed."""
    states = {str(path): path.stat() for path in (folder, *folder.rglob("*"))}
    return {path: (s.st_mode, s.st_size, s.st_mtime_ns) for path, s in states.items()}


def make_read_only(folder: Path) -> None:
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)


def done_by_nobody(library: Library, act: str) -> str:
    ended = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", AS_NOBODY, str(library.folder), act],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_a_read_only_library_serves(library: Library) -> None:
    """Nothing is written in it, not even a lock."""
    make_read_only(library.folder)
    before = everything(library.folder)
    assert done_by_nobody(library, "ask") == "found Bees 1 2\n"
    assert everything(library.folder) == before


@pytest.mark.parametrize("act", ["build", "prune", "roll back"])
def test_a_read_only_library_is_not_changed(library: Library, act: str) -> None:
    """Who tries is told in a sentence."""
    make_read_only(library.folder)
    before = everything(library.folder)
    said = done_by_nobody(library, act)
    assert said.startswith("LibraryNotWritableError cannot write to ")
    assert "ermission denied" in said
    assert everything(library.folder) == before


@pytest.mark.parametrize(
    "name", ["CURRENT", "generations", "generation", "manifest.json", "records.sqlite", "lexical"]
)
def test_what_may_not_be_read_is_not_called_damaged(library: Library, name: str) -> None:
    """The operator is told to mend permissions, not to restore a backup."""
    current = library.folder / "generations" / library.current()
    within = {"CURRENT": library.folder, "generations": library.folder}
    path = current if name == "generation" else within.get(name, current) / name
    path.chmod(0)
    said = done_by_nobody(library, "ask")
    assert said.startswith("LibraryNotReadableError cannot read ")
    assert "mend its permissions" in said


def test_the_files_are_as_readable_as_their_folder(tmp_path: Path) -> None:
    """A bot that runs as another user reads what the operator's umask allows, all or nothing."""
    umask = os.umask(0o027)
    try:
        library = library_of(tmp_path / "library", article("Bees", FILLER))
    finally:
        os.umask(umask)
    modes = {
        path.stat().st_mode & 0o777
        for path in (library.folder / "generations" / library.current()).rglob("*")
        if path.is_file()
    }
    assert modes == {0o640}
