"""One piece that stands in several places is one article of a library, and two pieces of one name are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.article import Medium, Metadata
from index.sources.source import Source
from index.store.library import Library
from tests.index.building.ten_pages import OTHER, PAGES, words_of
from tests.making import FILLER, ROOT, built, page

if TYPE_CHECKING:
    from pathlib import Path


def ids(library: Library) -> dict[tuple[str, str], str]:
    with library.open() as generation:
        return {(r.root, r.locator): r.article.id for r in generation.records.articles()}


def test_one_address_is_one_article(tmp_path: Path) -> None:
    """The same page saved twice is one witness; the report names both places."""
    library = Library(tmp_path / "library")
    address = "https://example.org/bees"
    first = page("a.md", f"{FILLER} First.", url=address)
    second = page("b.md", f"{FILLER} Second.", url=address)
    report = built(library, first, second)
    assert (report.counts.articles, report.skipped) == (1, ())
    [double] = report.joined
    assert double.locators == ("articles/a.md", "articles/b.md")
    assert not built(library, first, second).published


def test_a_double_takes_over_when_the_first_goes(tmp_path: Path) -> None:
    """The article keeps its id."""
    library = Library(tmp_path / "library")
    address = "https://example.org/bees"
    first = page("a.md", f"{FILLER} First.", url=address)
    second = page("b.md", f"{FILLER} Second.", url=address)
    before = built(library, *PAGES, first, second)
    report = built(library, *PAGES, second)
    assert (len(report.changes.changed), report.changes.removed) == (1, ())
    assert report.changes.changed[0] in before.changes.added
    assert words_of(library, "b.md").endswith("Second.")


def test_one_doi_is_one_paper(tmp_path: Path) -> None:
    """But two stories that report one paper are two articles."""
    library = Library(tmp_path / "library")

    def source(name: str, medium: Medium) -> Source:
        made = page(name, f"{FILLER} {name}.")
        supplied = Metadata(doi="10.1/abc", medium=medium)
        return Source(made.locator, made.root, made.content, supplied, frozenset({"medium"}))

    papers = [source("a.md", Medium.PAPER), source("b.md", Medium.PAPER)]
    assert built(library, *papers).counts.articles == 1
    stories = [source("a.md", Medium.WEB), source("b.md", Medium.WEB)]
    assert built(library, *stories, allow_removals=True).counts.articles == 2


def test_two_folders_of_one_name(tmp_path: Path) -> None:
    """Files of one name in them are two articles, whose ids stay whoever is indexed first."""
    library = Library(tmp_path / "library")
    mine = page("same.md", f"{FILLER} Mine.", root="/z/articles")
    theirs = page("same.md", f"{FILLER} Theirs.", root="/a/articles")
    built(library, mine, roots=["/z/articles"])
    before = ids(library)
    built(library, theirs, roots=["/a/articles"])
    after = ids(library)
    assert len(set(after.values())) == 2
    assert before.items() <= after.items()
    changed = page("same.md", f"{FILLER} Mine, changed.", root="/z/articles")
    built(library, changed, roots=["/z/articles"])
    assert ids(library) == after


def test_a_folder_indexed_under_two_names_is_one(tmp_path: Path) -> None:
    """A library that was moved, or mounted elsewhere, does not bear witness twice."""
    library = Library(tmp_path / "library")
    built(library, *PAGES)
    moved = [Source(p.locator, OTHER, p.content) for p in PAGES]
    report = built(library, *moved, roots=[OTHER])
    assert report.counts.articles == 10
    assert len(report.joined) == 10
    assert ids(library).keys() == {(ROOT, p.locator) for p in PAGES}
