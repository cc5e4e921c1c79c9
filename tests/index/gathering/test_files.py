"""Files and folders become sources, or reasons why not; what stands beside them is taken along."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from index.gathering import files
from index.gathering.files import gather, root_name
from index.sources.source import Skipped, Source

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with two files and one inside a folder."""
    folder = tmp_path / "shelf"
    (folder / "inner").mkdir(parents=True)
    (folder / "b.txt").write_text("b")
    (folder / "a.html").write_text("a")
    (folder / "inner" / "c.md").write_text("c")
    return folder


def found(*paths: Path) -> tuple[dict[str, Source], dict[str, str]]:
    """Sources by locator, and reasons by locator."""
    everything = list(gather(paths))
    sources = {one.locator: one for one in everything if isinstance(one, Source)}
    return sources, {one.locator: one.reason for one in everything if isinstance(one, Skipped)}


def test_a_folder_is_walked_in_order(shelf: Path) -> None:
    """Locators begin with the folder's name, and the root is its whole path."""
    everything = list(gather([shelf]))
    assert [one.locator for one in everything] == [
        "shelf/a.html",
        "shelf/b.txt",
        "shelf/inner/c.md",
    ]
    assert {one.root for one in everything} == {str(shelf.resolve())} == {root_name(shelf)}


def test_a_single_file_is_its_own_root(shelf: Path) -> None:
    """Its locator is its name."""
    (one,) = gather([shelf / "a.html"])
    assert (one.locator, one.root) == ("a.html", str((shelf / "a.html").resolve()))


def test_a_path_named_twice_counts_once(shelf: Path) -> None:
    """By whatever name."""
    assert len(list(gather([shelf, shelf / "inner" / ".."]))) == 3


def test_hidden_files_and_descriptions_are_no_sources(shelf: Path) -> None:
    """Neither are files in hidden folders."""
    (shelf / ".git").mkdir()
    (shelf / ".git" / "config").write_text("x")
    (shelf / ".DS_Store").write_text("x")
    (shelf / "a.meta.yaml").write_text("title: A\n")
    (shelf / "articles.csv").write_text("file,title\nb.txt,B\n")
    sources, skipped = found(shelf)
    assert list(sources) == ["shelf/a.html", "shelf/b.txt", "shelf/inner/c.md"]
    assert not skipped


def test_the_nearest_description_wins(shelf: Path) -> None:
    """The file's own sidecar, then its stem's, then its folder's list, then those above."""
    (shelf / "articles.csv").write_text(
        "file,title,genre,outlet,language\na.html,csv,csv,csv,en\ninner/c.md,above,above,,\n"
    )
    (shelf / "a.meta.yaml").write_text("title: stem\ngenre: stem\n")
    (shelf / "a.html.meta.yaml").write_text("title: own\n")
    (shelf / "inner" / "articles.csv").write_text("file,title\nc.md,near\n")
    sources, _ = found(shelf)
    a, c = sources["shelf/a.html"].supplied, sources["shelf/inner/c.md"].supplied
    assert (a.title, a.genre, a.outlet) == ("own", "stem", "csv")
    assert (c.title, c.genre) == ("near", "above")
    (alone, _) = found(shelf / "a.html")
    assert alone["a.html"].supplied == a


def test_a_bad_sidecar_skips_its_article_alone(shelf: Path) -> None:
    """With the sidecar's name, the key and what to do."""
    (shelf / "a.meta.yaml").write_text("titel: A\n")
    sources, skipped = found(shelf)
    assert "shelf/a.html" not in sources
    assert len(sources) == 2
    assert "a.meta.yaml" in skipped["shelf/a.html"]
    assert '"titel" is unknown' in skipped["shelf/a.html"]


def test_what_describes_nothing_is_reported(shelf: Path) -> None:
    """A row or a sidecar whose file is not there, a row given twice, a column nobody knows."""
    (shelf / "articles.csv").write_text(
        "file,title,colour\ngone.txt,x,\n../b.txt,x,\nb.txt,x,\nb.txt,y,\n"
    )
    (shelf / "lost.meta.yaml").write_text("title: x\n")
    reasons = [one.reason for one in gather([shelf]) if isinstance(one, Skipped)]
    assert any('"gone.txt"' in reason for reason in reasons)
    assert any('"../b.txt"' in reason for reason in reasons)
    assert any("again" in reason for reason in reasons)
    assert any('"colour"' in reason for reason in reasons)
    assert any("not there" in reason for reason in reasons)


def test_a_bad_row_skips_its_article(shelf: Path) -> None:
    """The reason names the line."""
    (shelf / "articles.csv").write_text("file,published\nb.txt,someday\n")
    _, skipped = found(shelf)
    assert "line 2" in skipped["shelf/b.txt"]


def test_links_are_safe(shelf: Path, tmp_path: Path) -> None:
    """A loop ends, a broken link is named, and a link to another folder is followed."""
    (shelf / "loop").symlink_to(shelf)
    (shelf / "broken.txt").symlink_to(shelf / "nowhere")
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.txt").write_text("d")
    (shelf / "other").symlink_to(other)
    sources, skipped = found(shelf)
    assert "shelf/other/d.txt" in sources
    assert len(sources) == 4
    assert "leads nowhere" in skipped["shelf/broken.txt"]
    assert "leads back" in skipped["shelf/loop"]


def test_what_cannot_be_read_is_named(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe is never opened, and a large file never read whole."""
    os.mkfifo(shelf / "pipe")
    (shelf / "large.txt").write_bytes(b"x" * 200)
    monkeypatch.setattr(files, "MAX_SOURCE_BYTES", 100)
    monkeypatch.setattr(files.read_bounded, "__defaults__", (100,))
    sources, skipped = found(shelf)
    assert len(sources) == 3
    assert "not a regular file" in skipped["shelf/pipe"]
    assert "larger" in skipped["shelf/large.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_what_is_forbidden_is_named(shelf: Path) -> None:
    """The rest goes on."""
    (shelf / "b.txt").chmod(0)
    _, skipped = found(shelf)
    assert "permission denied" in skipped["shelf/b.txt"]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    """Is reported, so that a misspelt folder is not taken for an empty one."""
    (one,) = gather([tmp_path / "nope"])
    assert isinstance(one, Skipped)
    assert "no such file" in one.reason


def test_names_that_are_no_text_are_printable(shelf: Path) -> None:
    """A name in another encoding neither stops the build nor breaks its report."""
    try:
        (shelf / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    sources, _ = found(shelf)
    assert all(locator.encode("utf-8") for locator in sources)


def test_accents_in_names_match_however_they_are_written(shelf: Path) -> None:
    """One system writes the letter and its accent apart."""
    (shelf / "cafe\u0301.txt").write_text("x")
    (shelf / "articles.csv").write_text("file,title\ncaf\u00e9.txt,Coffee\n")
    sources, skipped = found(shelf)
    assert sources["shelf/cafe\u0301.txt"].supplied.title == "Coffee"
    assert not skipped
