"""Sources in, a published generation out: only what changed is read and embedded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.building.build import build, build_articles
from index.errors.library import (
    NothingPublishedError,
)
from index.searching.search import Searcher
from index.store.library import Library
from tests.index.building.ten_pages import PAGES, words_of
from tests.index.hashing_embedder import HashingEmbedder
from tests.index.vectors.test_kept import Interrupted
from tests.making import FILLER, ROOT, article, built, library_of, page, record

if TYPE_CHECKING:
    from pathlib import Path

    from index.building.report import BuildReport
    from index.store.generation import Generation


def locators(library: Library) -> list[str]:
    with library.open() as generation:
        return [record.locator.rpartition("/")[2] for record in generation.records.articles()]


def test_a_first_build_takes_everything_in(tmp_path: Path) -> None:
    """The report says what went in, and what is published is what was given."""
    library = Library(tmp_path / "library")
    report = built(library, *PAGES)
    assert report.published
    assert report.generation == library.current()
    assert (report.counts.articles, len(report.changes.added)) == (10, 10)
    assert (
        report.changes.changed,
        report.changes.removed,
        report.changes.unchanged,
        report.skipped,
    ) == ((), (), 0, ())
    assert locators(library) == sorted(p.locator.rpartition("/")[2] for p in PAGES)
    with library.open() as generation:
        hits = Searcher(generation, HashingEmbedder()).search("page 7").hits
        assert hits[0].metadata.title == "page-7.md"


def test_an_unchanged_run_does_nothing(library: Library) -> None:
    """Nothing is published, and nothing is embedded."""
    embedder = HashingEmbedder()
    current = library.current()
    report = built(library, *PAGES, embedder=embedder)
    assert (report.published, report.generation) == (False, current)
    assert (report.embedded, embedder.embedded) == (0, [])
    assert report.changes.unchanged == 10
    assert library.generations() == (current,)


def test_a_changed_file_embeds_only_what_is_new(library: Library) -> None:
    """Its new sentence and the passage around it; the rest of it and of the library is as it was."""
    embedder = HashingEmbedder()
    changed = page("page-3.md", f"{FILLER} This is page 3.", f"{FILLER} Zebras are new here.")
    report = built(library, *PAGES[:3], changed, *PAGES[4:], embedder=embedder)
    assert report.published
    assert len(report.changes.changed) == 1
    assert (report.changes.unchanged, report.changes.added, report.changes.removed) == (9, (), ())
    sentence = "Zebras are new here."
    assert embedder.embedded == [sentence, f"page-3.md\n{FILLER} {sentence}"]
    assert "Zebras" in words_of(library, "page-3.md")


def test_a_vanished_file_takes_its_article_with_it(library: Library) -> None:
    """Whoever removes a file wants its article gone."""
    report = built(library, *PAGES[1:])
    assert len(report.changes.removed) == 1
    assert "page-0.md" not in locators(library)


def test_an_article_of_nothing_new_embeds_nothing(library: Library) -> None:
    """A page that comes back after a build without it is known by its words."""
    built(library, *PAGES[1:])
    embedder = HashingEmbedder()
    report = built(library, *PAGES, embedder=embedder)
    assert (len(report.changes.added), embedder.embedded) == (1, [])


def test_progress_is_told_of_every_stage(tmp_path: Path) -> None:
    """A bar over a stage ends at its end."""
    stages: list[tuple[str, int | None]] = []
    work: list[int] = []

    class Told:
        def begin(self, stage: str, total: int | None) -> None:
            stages.append((stage, total))
            work.append(0)

        def advance(self, done: int) -> None:
            work[-1] += done

    build(
        Library(tmp_path / "library"),
        PAGES,
        roots=[ROOT],
        embedder=HashingEmbedder(),
        progress=Told(),
    )
    assert [stage for stage, _ in stages] == ["Reading", "Splitting", "Embedding", "Publishing"]
    assert work[0] == 10
    assert all(now == total for (_, total), now in zip(stages, work, strict=True) if total)


def test_articles_that_are_no_files(tmp_path: Path) -> None:
    """A collection in memory is published as it is, and replaces what was there."""
    library = library_of(tmp_path / "library", article("Bees", FILLER))
    report = build_articles(library, [record(article("Owls", FILLER))], embedder=HashingEmbedder())
    assert locators(library) == ["Owls"]
    assert report.counts.articles == 1


def test_a_refused_generation_leaves_no_trace(library: Library) -> None:
    """Whoever looks at it before it is published may say no."""
    current = library.current()

    def refuse(last: Generation | None, staged: Generation, report: BuildReport) -> None:
        assert last is not None
        assert staged.manifest.counts.articles == last.manifest.counts.articles + 1
        assert not report.published
        raise NothingPublishedError

    with pytest.raises(NothingPublishedError):
        built(library, *PAGES, page("new.md", f"{FILLER} New."), approve=refuse)
    assert library.generations() == (current,)
    assert library.current() == current


def test_a_killed_build_resumes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had embedded is kept, and the next build embeds the rest alone."""
    monkeypatch.setattr("index.vectors.kept._BLOCK", 4)
    whole = HashingEmbedder()
    built(Library(tmp_path / "whole"), *PAGES, embedder=whole)
    library = Library(tmp_path / "library")
    killed, resumed = Interrupted(calls=2), HashingEmbedder()
    with pytest.raises(KeyboardInterrupt):
        built(library, *PAGES, embedder=killed)
    assert not library.generations()
    built(library, *PAGES, embedder=resumed)
    assert len(killed.embedded) == 8
    assert sorted(killed.embedded + resumed.embedded) == sorted(whole.embedded)
