from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.article import Medium, Metadata
from index.building.build import build, build_articles
from index.building.making import VERSION
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    NothingPublishedError,
    TooManyRemovalsError,
)
from index.searching.search import Searcher
from index.sources.reading import Read, read_source
from index.sources.source import Skipped, Source, Unchanged
from index.store.library import Library
from tests.index.hashing_embedder import HashingEmbedder
from tests.index.vectors.test_kept import Interrupted
from tests.making import FILLER, ROOT, article, built, library_of, page, record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.building.report import BuildReport
    from index.store.generation import Generation


OTHER = "/elsewhere/articles"
PAGES = tuple(page(f"page-{n}.md", f"{FILLER} This is page {n}.") for n in range(10))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Ten pages of one root."""
    library = Library(tmp_path / "library")
    built(library, *PAGES)
    return library


def locators(library: Library) -> list[str]:
    with library.open() as generation:
        return [record.locator.rpartition("/")[2] for record in generation.records.articles()]


def words_of(library: Library, locator: str) -> str:
    with library.open() as generation:
        [found] = [r for r in generation.records.articles() if r.locator.endswith(locator)]
        return found.article.text


def ids(library: Library) -> dict[tuple[str, str], str]:
    with library.open() as generation:
        return {(r.root, r.locator): r.article.id for r in generation.records.articles()}


def empty(name: str) -> Source:
    """A file whose article is gone."""
    return Source(f"articles/{name}", ROOT, b" ")


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


def test_no_title_means_nothing(tmp_path: Path) -> None:
    """An article without a title is not found by the vector of no words."""
    library = library_of(
        tmp_path / "library", article("Zebras", FILLER), article("", f"{FILLER} Two.")
    )
    with library.open() as generation:
        titles = [record.article.metadata.title for record in generation.records.articles()]
        lengths = np.linalg.norm(generation.titles, axis=1)
        assert generation.titles.dtype == np.float32
    assert dict(zip(titles, lengths.round(3).tolist(), strict=True)) == {"Zebras": 1.0, "": 0.0}


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


def test_afresh_leaves_the_last_generation_aside(library: Library) -> None:
    """It is the way out of a damaged one, and a roll back still leads to the one before."""
    current = library.current()
    (library.folder / "generations" / current / "vectors.faiss").write_bytes(b"")
    with pytest.raises(DamagedGenerationError, match="--afresh"):
        built(library, *PAGES)
    report = built(library, *PAGES[:4], afresh=True)
    assert report.published
    assert report.counts.articles == 4
    assert library.manifest(report.generation).parent == current


def test_afresh_mends_a_garbage_pointer(library: Library) -> None:
    """Nothing else is needed."""
    (library.folder / "CURRENT").write_text("garbage")
    with pytest.raises(DamagedGenerationError):
        built(library, *PAGES)
    assert built(library, *PAGES, afresh=True).generation == library.current()


def test_another_model_embeds_everything_again(library: Library) -> None:
    """And the old generation's vectors are refused with the new model."""
    other = HashingEmbedder("other", dimension=16)
    with library.open() as old, pytest.raises(IncompatibleGenerationError, match="other"):
        Searcher(old, other)
    report = built(library, *PAGES, embedder=other)
    assert (report.published, report.changes.unchanged) == (True, 10)
    assert report.embedded > 10
    assert not built(library, *PAGES, embedder=other).published


@pytest.mark.parametrize(
    ("module", "name"),
    [("index.building.making", "PASSAGE_RULE"), ("index.building.intake", "READERS_VERSION")],
)
def test_a_new_rule_makes_a_new_generation(
    library: Library, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    """An upgrade that would split or read otherwise takes effect by itself."""
    monkeypatch.setattr(f"{module}.{name}", "another")
    if name == "READERS_VERSION":
        monkeypatch.setattr("index.building.making.READERS_VERSION", "another")
    assert built(library, *PAGES).published
    assert not built(library, *PAGES).published


def test_vectors_are_those_of_the_spans(library: Library) -> None:
    """Each row stands for the very words its offsets name."""
    embedder = HashingEmbedder()
    with library.open() as generation:
        for record in generation.records.articles():
            for passage in generation.records.passages_of(record.article.id):
                found = generation.records.passage(passage.id)
                assert found is not None
                rows = np.arange(found.spans.start, found.spans.stop)
                texts = [record.article.text[s:e] for _, s, e in generation.spans[rows].tolist()]
                np.testing.assert_allclose(
                    generation.vectors.vectors(rows), embedder.embed_passages(texts), atol=1e-6
                )


def test_passages_keep_their_ids_from_build_to_build(library: Library) -> None:
    """A link to a passage in an old message still finds it."""

    def passage_ids() -> set[str]:
        with library.open() as generation:
            return {r.passage.id for r in generation.records.passages(range(10))}

    before = passage_ids()
    built(library, *PAGES, page("a-first.md", f"{FILLER} First of all."))
    assert len(before & passage_ids()) >= 9


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


def test_an_article_without_words_publishes(tmp_path: Path) -> None:
    """An index of no passage is an index."""
    library = library_of(tmp_path / "library", article("Nothing"))
    with library.open() as generation:
        assert generation.manifest.counts.passages == 0
        assert generation.lexical.search(["anything"], count=5) == ()
        question = HashingEmbedder().embed_question("anything")
        assert len(generation.vectors.nearest(question, count=5).rows) == 0


def test_the_version_is_the_projects() -> None:
    """A manifest tells which release made it."""
    project = Path(__file__).resolve().parents[3] / "pyproject.toml"
    assert tomllib.loads(project.read_text())["project"]["version"] == VERSION


def test_search_finds_by_meaning_and_by_words(library: Library) -> None:
    """Each hit carries both scores and its spans verbatim."""
    with library.open() as generation:
        result = Searcher(generation, HashingEmbedder()).search("which is page 4?", limit=3)
        assert result.generation == library.current()
        assert len(result.hits) == 3
        for hit in result.hits:
            made = generation.records.article(hit.passage.article)
            assert made is not None
            for span in hit.spans:
                assert made.text[span.start : span.end] == span.text
            assert hit.dense == pytest.approx(max(s.similarity for s in hit.spans))


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
