"""What a build takes in: what failed keeps its article, other roots stay, and nothing is emptied by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.errors.library import (
    NothingPublishedError,
    TooManyRemovalsError,
)
from index.sources.reading import Read, read_source
from index.sources.source import Skipped, Source, Unchanged
from index.store.library import Library
from tests.index.building.ten_pages import OTHER, PAGES, words_of
from tests.making import FILLER, ROOT, built, page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def empty(name: str) -> Source:
    """A file whose article is gone."""
    return Source(f"articles/{name}", ROOT, b" ")


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(empty("page-5.md"), id="nothing in it any more"),
        pytest.param(Skipped("articles/page-5.md", ROOT, "permission denied"), id="not readable"),
    ],
)
def test_a_failing_file_keeps_its_last_good_article(
    library: Library, failure: Source | Skipped
) -> None:
    """A half-written file or a lost permission loses nothing, and is named in the report."""
    report = built(library, *PAGES[:5], failure, *PAGES[6:])
    assert not report.published
    assert [s.locator for s in report.skipped] == ["articles/page-5.md"]
    assert report.skipped[0].reason
    assert "page 5" in words_of(library, "page-5.md")
    mended = page("page-5.md", f"{FILLER} This is page 5, mended.")
    assert built(library, *PAGES[:5], mended, *PAGES[6:]).changes.changed


def test_an_unreadable_folder_keeps_what_stood_in_it(tmp_path: Path) -> None:
    """A folder that is not mounted today is not a folder that was emptied."""
    library = Library(tmp_path / "library")
    deep = [page(f"in/deep/{n}.md", f"{FILLER} Deep {n}.") for n in range(3)]
    beside = page("in/deepest.md", f"{FILLER} Beside.")
    built(library, *PAGES, *deep, beside)
    report = built(library, *PAGES, beside, Skipped("articles/in/deep", ROOT, "not mounted"))
    assert (report.published, report.changes.removed) == (False, ())
    gone = Skipped("articles", ROOT, "not mounted")
    assert built(library, gone).changes.removed == ()


def test_a_name_that_only_begins_alike_does_not_stand_in_a_failed_folder(tmp_path: Path) -> None:
    """`in/deep` failing says nothing of `in/deepest.md`."""
    library = Library(tmp_path / "library")
    built(library, *PAGES, page("in/deepest.md", f"{FILLER} Beside."))
    report = built(library, *PAGES, Skipped("articles/in/deep", ROOT, "not mounted"))
    assert len(report.changes.removed) == 1


def test_other_roots_stay_untouched(library: Library) -> None:
    """A build of one folder says nothing of the articles of another."""
    theirs = page("their.md", f"{FILLER} Theirs.", root=OTHER)
    report = built(library, theirs, roots=[OTHER])
    assert (report.changes.removed, report.counts.articles) == ((), 11)
    report = built(library, page("new.md", f"{FILLER} New."), *PAGES)
    assert (report.changes.removed, report.counts.articles) == ((), 12)
    assert "Theirs." in words_of(library, "their.md")


def test_removing_more_than_a_fifth_stops(library: Library) -> None:
    """More often a disk was not mounted; who means it says so."""
    current = library.current()
    with pytest.raises(TooManyRemovalsError, match=r"3 of 10.*--allow-removals"):
        built(library, *PAGES[3:])
    assert library.current() == current
    assert len(built(library, *PAGES[2:]).changes.removed) == 2
    assert len(built(library, *PAGES[5:], allow_removals=True).changes.removed) == 3


@pytest.mark.parametrize(
    "found",
    [
        pytest.param((), id="nothing"),
        pytest.param((empty("a.md"),), id="an empty file"),
        pytest.param((Skipped("articles/a.md", ROOT, "permission denied"),), id="unreadable"),
    ],
)
def test_nothing_is_published_of_nothing(tmp_path: Path, found: Sequence[Source | Skipped]) -> None:
    """The error carries what was skipped, for the report."""
    library = Library(tmp_path / "library")
    with pytest.raises(NothingPublishedError) as caught:
        built(library, *found)
    assert [s.locator for s in caught.value.skipped] == [f.locator for f in found]
    assert library.generations() == ()


def test_a_library_is_never_emptied(library: Library) -> None:
    """Not even by one who allows removals."""
    current = library.current()
    with pytest.raises(NothingPublishedError):
        built(library, allow_removals=True)
    assert library.current() == current


def test_what_failed_is_not_tried_again_in_vain(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named every time; it is read again once it changes, or when the operator asks."""
    tried: list[str] = []

    def read(source: Source) -> Read:
        tried.append(source.locator)
        return read_source(source)

    monkeypatch.setattr("index.building.intake.read_source", read)
    bad = empty("bad.md")
    reports = [built(library, *PAGES, bad) for _ in range(3)]
    assert tried == ["articles/bad.md"]
    assert {tuple(report.skipped) for report in reports} == {reports[0].skipped}
    built(library, *PAGES, bad, retry_failed=True)
    assert len(tried) == 2
    built(library, *PAGES, Source("articles/bad.md", ROOT, b"\n"))
    assert len(tried) == 3
    built(library, *PAGES, page("bad.md", f"{FILLER} Good at last."))
    assert "at last" in words_of(library, "bad.md")
    assert not built(library, *PAGES, page("bad.md", f"{FILLER} Good at last.")).skipped


def test_garbage_in_the_list_of_failures_harms_nothing(library: Library) -> None:
    """It only saves time."""
    library.failures.write_text("garbage")
    assert built(library, *PAGES, empty("bad.md")).skipped
    assert not built(library, *PAGES).published


def test_a_source_that_its_server_calls_unchanged_stays(library: Library) -> None:
    """Without its bytes; one that the library never held is nothing."""
    unchanged = [Unchanged(p.locator, ROOT) for p in PAGES]
    assert not built(library, *unchanged).published
    assert not built(library, *unchanged, Unchanged("articles/new.md", ROOT)).published


def test_a_source_that_is_gone_takes_its_article_with_it(library: Library) -> None:
    """HTTP's 410 is no failure, and is named all the same."""
    gone = Skipped(PAGES[0].locator, ROOT, "it is gone", gone=True)
    report = built(library, *PAGES[1:], gone)
    assert len(report.changes.removed) == 1
    assert report.skipped == (gone,)
