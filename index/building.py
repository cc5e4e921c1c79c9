"""Sources in, a published generation out: only what changed is read and embedded."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from index.errors import NoGenerationError, NothingPublishedError, TooManyRemovalsError
from index.intake import take_in
from index.lexical import Indexed, write_lexical
from index.passages import PASSAGE_RULE, passages_of, spans_of
from index.progress import Silent
from index.sources.reading import READERS_VERSION
from index.store.generation import LEXICAL, RECORDS, SPANS, TITLES, VECTORS
from index.store.manifest import SCHEMA, Counts, Manifest, Model
from index.store.records import write_records
from index.vectors.faiss_flat import write_flat
from index.vectors.kept import KeptVectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.arrays import Matrix
    from index.article import ArticleId
    from index.embedding import Embedder
    from index.intake import Intake
    from index.passage import Passage, Span
    from index.passages import TokenRule
    from index.progress import Progress
    from index.sources.source import Skipped, Source
    from index.store.generation import Generation
    from index.store.library import Library
    from index.store.manifest import Seal

VERSION: Final = "0.1.0"

REMOVAL_SHARE: Final = 0.2
"""A build that would drop a greater share of the articles stops and asks: more often a folder was
not mounted than a fifth of a library unwanted."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        generation: The current generation's id after it.
        published: False where nothing had changed, and the last generation stands.
        counts: How much the current generation holds.
        added: Ids of new articles.
        changed: Ids of articles that differ from the last generation's.
        removed: Ids of articles that are gone.
        unchanged: How many are as they were.
        skipped: What gave no article, and why.
        embedded: How many texts had to be embedded.
        seconds: By stage.
    """

    generation: str
    published: bool
    counts: Counts
    added: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]
    removed: tuple[ArticleId, ...]
    unchanged: int
    skipped: tuple[Skipped, ...]
    embedded: int
    seconds: dict[str, float]


@dataclass(slots=True)
class _Split:
    """The passages and spans of the next generation, by row."""

    passages: list[tuple[int, Passage, range]] = field(
        default_factory=list["tuple[int, Passage, range]"]
    )
    spans: list[tuple[int, Span]] = field(default_factory=list["tuple[int, Span]"])
    texts: list[str] = field(default_factory=list[str])


def build(
    library: Library,
    found: Iterable[Source | Skipped],
    *,
    roots: Sequence[str],
    embedder: Embedder,
    allow_removals: bool = False,
    afresh: bool = False,
    wait: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Bring the library up to what stands under `roots`, and publish it if anything changed.

    Args:
        library: Where to publish; made if it does not exist.
        found: Everything that stands under `roots` now.
        roots: What this build is about; articles of other roots stay.
        embedder: A model other than the last generation's embeds every span again.
        allow_removals: Whether more than `REMOVAL_SHARE` of the articles may go.
        afresh: Leave the last generation aside, as where it is damaged: articles of other roots go.
        wait: Wait for another build to end, instead of refusing.
        progress: Told of stages and work.

    Raises:
        LibraryError: Nothing was published; the last generation stands.
    """
    progress = progress or Silent()
    clock = _Clock()
    with library.building(wait=wait):
        last = None if afresh else _last(library)
        try:
            progress.begin("Reading", None)
            records = last.records if last else None
            intake = take_in(found, roots=roots, before=records, progress=progress)
            clock.lap("read")
            _check(intake, allow_removals=allow_removals)
            if last is not None and _stands(last, intake, embedder):
                return _report(last.id, last.manifest.counts, intake, clock, published=False)
            return _published(library, intake, embedder=embedder, clock=clock, progress=progress)
        finally:
            if last is not None:
                last.close()


def build_intake(
    library: Library, intake: Intake, *, embedder: Embedder, progress: Progress | None = None
) -> BuildReport:
    """Publish just these articles, whatever the library held; for collections that are no files."""
    progress = progress or Silent()
    with library.building():
        return _published(library, intake, embedder=embedder, clock=_Clock(), progress=progress)


def _last(library: Library) -> Generation | None:
    try:
        return library.open()
    except NoGenerationError:
        return None


def _check(intake: Intake, *, allow_removals: bool) -> None:
    before = intake.unchanged + len(intake.changed) + len(intake.removed)
    if len(intake.removed) > REMOVAL_SHARE * before and not allow_removals:
        raise TooManyRemovalsError(len(intake.removed), before)
    if not intake.articles:
        raise NothingPublishedError(intake.skipped)


def _stands(last: Generation, intake: Intake, embedder: Embedder) -> bool:
    """Whether a new generation would hold what the last one holds."""
    manifest = last.manifest
    return (
        not (intake.added or intake.changed or intake.removed)
        and set(intake.sources) == set(last.records.sources())
        and manifest.model.fingerprint == embedder.fingerprint
        and (manifest.passage_rule, manifest.readers) == (PASSAGE_RULE, READERS_VERSION)
    )


def _published(
    library: Library, intake: Intake, *, embedder: Embedder, clock: _Clock, progress: Progress
) -> BuildReport:
    progress.begin("Splitting", len(intake.articles))
    split = _split(intake, embedder.tokens(), progress)
    clock.lap("split")
    progress.begin("Embedding", len(split.texts) + len(intake.articles))
    titles = [record.article.metadata.title for record in intake.articles]
    matrix, embedded = KeptVectors(library.kept, embedder).embed(
        [*split.texts, *titles], advance=progress.advance
    )
    clock.lap("embed")
    progress.begin("Publishing", None)
    counts = Counts(
        articles=len(intake.articles), passages=len(split.passages), spans=len(split.spans)
    )
    number, parent = library.succession()

    def manifest_of(files: dict[str, Seal]) -> Manifest:
        return Manifest(
            schema_version=SCHEMA,
            number=number,
            footnote=VERSION,
            created=datetime.now(UTC).isoformat(timespec="milliseconds"),
            parent=parent,
            model=Model(
                name=embedder.model,
                fingerprint=embedder.fingerprint,
                dimension=embedder.dimension,
            ),
            passage_rule=PASSAGE_RULE,
            readers=READERS_VERSION,
            counts=counts,
            files=files,
        )

    generation = library.publish(lambda folder: _fill(folder, intake, split, matrix), manifest_of)
    clock.lap("publish")
    return _report(generation, counts, intake, clock, published=True, embedded=embedded)


def _split(intake: Intake, tokens: TokenRule, progress: Progress) -> _Split:
    split = _Split()
    for article_row, record in enumerate(intake.articles):
        for passage in passages_of(record.article, tokens=tokens):
            spans = spans_of(passage, tokens=tokens)
            rows = range(len(split.spans), len(split.spans) + len(spans))
            split.spans.extend((len(split.passages), span) for span in spans)
            split.texts.extend(record.article.text[span.start : span.end] for span in spans)
            split.passages.append((article_row, passage, rows))
        progress.advance(1)
    return split


def _fill(folder: Path, intake: Intake, split: _Split, matrix: Matrix) -> None:
    write_records(
        folder / RECORDS,
        sources=intake.sources,
        articles=intake.articles,
        passages=split.passages,
    )
    lexical = folder / LEXICAL
    lexical.mkdir()
    titles = [record.article.metadata.title for record in intake.articles]
    write_lexical(
        lexical,
        (Indexed(titles[article], p.section, p.text) for article, p, _ in split.passages),
    )
    table = [(passage, span.start, span.end) for passage, span in split.spans]
    np.save(folder / SPANS, np.array(table, dtype=np.int64).reshape(-1, 3), allow_pickle=False)
    titles_from = len(split.spans)
    write_flat(folder / VECTORS, matrix[:titles_from])
    # "" has a vector too, which would lie near some questions.
    untitled = np.array([not title for title in titles], dtype=np.bool_)
    known = np.where(untitled[:, np.newaxis], np.float32(0), matrix[titles_from:])
    np.save(folder / TITLES, known, allow_pickle=False)


def _report(
    generation: str,
    counts: Counts,
    intake: Intake,
    clock: _Clock,
    *,
    published: bool,
    embedded: int = 0,
) -> BuildReport:
    return BuildReport(
        generation=generation,
        published=published,
        counts=counts,
        added=intake.added,
        changed=intake.changed,
        removed=intake.removed,
        unchanged=intake.unchanged,
        skipped=intake.skipped,
        embedded=embedded,
        seconds=clock.laps,
    )


class _Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._since = perf_counter()

    def lap(self, stage: str) -> None:
        now = perf_counter()
        self.laps[stage] = round(now - self._since, 3)
        self._since = now
