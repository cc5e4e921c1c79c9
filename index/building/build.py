"""Sources in, a published generation out: only what changed is read and embedded."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from index.building.changes import changes
from index.building.contents import fill, split
from index.building.intake import Before, Intake, take_in
from index.building.knowing import knowledge, known_articles
from index.building.making import Making
from index.building.options import REMOVAL_SHARE, BuildOptions
from index.building.report import BuildReport, Clock, joined_in, register_told
from index.errors.library import (
    LibraryNotReadableError,
    NoGenerationError,
    NothingPublishedError,
    TooManyRemovalsError,
)
from index.progress import Silent
from index.store.failures import read_failures, write_failures
from index.store.writing import writing
from index.vectors.kept import KeptVectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.building.changes import Changes
    from index.progress import Progress
    from index.sources.source import Skipped, Source, Unchanged
    from index.store.failures import Failure
    from index.store.generation import Generation
    from index.store.library import Library
    from index.store.manifest import Counts
    from index.store.records import ArticleRecord
    from index.vectors.embedding import Embedder


def build(
    library: Library,
    found: Iterable[Source | Skipped | Unchanged],
    *,
    roots: Sequence[str],
    embedder: Embedder,
    options: BuildOptions | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the library up to what stands under `roots`, and publish it if anything changed.

    Args:
        library: Where to publish; made if it does not exist.
        found: Everything that stands under `roots` now.
        roots: What this build is about; articles of other roots stay.
        embedder: A model other than the last generation's embeds every span again.
        options: How to go about it.
        progress: Told of stages and work.

    Raises:
        LibraryError: Nothing was published; the last generation stands.
    """
    how = options or BuildOptions()
    with library.building(wait=how.wait), ExitStack() as held:
        last = None if how.afresh else _last(library)
        if last is not None:
            held.callback(last.close)
        return _Build(library, last, embedder, how, progress or Silent()).run(found, roots)


def build_articles(
    library: Library,
    articles: Sequence[ArticleRecord],
    *,
    embedder: Embedder,
    progress: Progress | None = None,
) -> BuildReport:
    """Publish just these articles, whatever the library held; for collections that are no files."""
    with library.building():
        under_way = _Build(library, None, embedder, BuildOptions(), progress or Silent())
        intake = Intake((), (), (), ())
        return under_way.published(articles, intake, changes((), (a.article for a in articles)))


class _Build:
    """One build, with the library held."""

    def __init__(
        self,
        library: Library,
        last: Generation | None,
        embedder: Embedder,
        options: BuildOptions,
        progress: Progress,
    ) -> None:
        self._library = library
        self._last = last
        self._embedder = embedder
        self._options = options
        self._progress = progress
        self._clock = Clock()
        with writing(library.folder):
            self._knows = knowledge(library.register, options.register)
        self._making = Making(embedder, self._knows.seal)

    def run(
        self, found: Iterable[Source | Skipped | Unchanged], roots: Sequence[str]
    ) -> BuildReport:
        """Read, compare with the last generation, and publish if anything changed."""
        self._progress.begin("Reading", None)
        before = self._before()
        intake = take_in(
            found,
            roots=roots,
            before=before,
            retry_failed=self._options.retry_failed,
            progress=self._progress,
        )
        self._remember(intake.failures)
        self._clock.lap("read")
        sealed = self._last.manifest.enrichment if self._last else ""
        articles = known_articles(intake, before, self._knows, sealed=sealed)
        found_changes = changes(
            (record.article for record in before.articles), (record.article for record in articles)
        )
        self._clock.lap("join")
        self._check(found_changes, intake)
        if self._last is not None and self._stands(self._last, intake, found_changes):
            manifest = self._last.manifest
            return self._report(self._last.id, manifest.counts, articles, intake, found_changes)
        return self.published(articles, intake, found_changes)

    def published(
        self, articles: Sequence[ArticleRecord], intake: Intake, found_changes: Changes
    ) -> BuildReport:
        """Publish a generation of these articles."""
        progress, clock = self._progress, self._clock
        progress.begin("Splitting", len(articles))
        contents = split(
            articles, intake.sources, tokens=self._embedder.tokens(), progress=progress
        )
        clock.lap("split")
        texts = contents.embedded
        progress.begin("Embedding", len(texts))
        matrix, embedded = KeptVectors(self._library.kept, self._embedder).embed(
            texts, advance=progress.advance
        )
        clock.lap("embed")
        progress.begin("Publishing", None)

        def approve(opened: Generation) -> None:
            clock.lap("stage")
            if self._options.approve is not None:
                told = self._report(opened.id, contents.counts, articles, intake, found_changes)
                self._options.approve(self._last, opened, told)
                clock.lap("approve")

        generation = self._library.publish(
            lambda folder: fill(folder, contents, matrix),
            self._making.manifest_of(contents.counts, self._library.succession()),
            approve=approve,
        )
        report = self._report(generation, contents.counts, articles, intake, found_changes)
        return replace(report, published=True, embedded=embedded)

    def _before(self) -> Before:
        if self._options.afresh:
            return Before()
        try:
            failures = read_failures(self._library.failures)
        except OSError as error:
            detail = error.strerror or str(error)
            raise LibraryNotReadableError(self._library.failures, detail) from error
        return Before(self._last.records if self._last else None, failures)

    def _remember(self, failures: Sequence[Failure]) -> None:
        with writing(self._library.folder):
            write_failures(self._library.failures, failures)

    def _check(self, found_changes: Changes, intake: Intake) -> None:
        removed, before = len(found_changes.removed), found_changes.articles_before
        if removed > REMOVAL_SHARE * before and not self._options.allow_removals:
            raise TooManyRemovalsError(removed, before)
        if not intake.readings:
            raise NothingPublishedError(intake.skipped)

    def _stands(self, last: Generation, intake: Intake, found_changes: Changes) -> bool:
        """Whether a new generation would hold what the last one holds."""
        return (
            not found_changes
            and set(intake.sources) == set(last.records.sources())
            and self._making.made(last.manifest)
        )

    def _report(
        self,
        generation: str,
        counts: Counts,
        articles: Sequence[ArticleRecord],
        intake: Intake,
        found_changes: Changes,
    ) -> BuildReport:
        return BuildReport(
            generation=generation,
            published=False,
            counts=counts,
            changes=found_changes,
            skipped=intake.skipped,
            joined=joined_in(articles),
            embedded=0,
            seconds=self._clock.laps,
            register=register_told(self._knows),
        )


def _last(library: Library) -> Generation | None:
    try:
        return library.open()
    except NoGenerationError:
        return None
