"""What the sources say now, read anew only where one changed.

A source is known by its root and locator. One whose fingerprint stands is not read again, and one
that failed is not tried again before it changes; one that fails now keeps its last good readings; one
that vanished from a root of this build takes its readings with it; those of other roots stay.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from index.building.sketches import sketch_of
from index.errors import SourceError
from index.sources.reading import READERS_VERSION, articles_of
from index.sources.source import Skipped, Source, Unchanged
from index.store.failures import Failure
from index.store.records import Reading, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set as AbstractSet

    from index.article import Article, ArticleId
    from index.building.joining import Place
    from index.progress import Progress
    from index.store.records import ArticleRecord, Records

_Known = TypeVar("_Known", SourceRecord, Failure)

_Source = tuple[str, str]
"""A source's root and locator."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What every source says, read now or before.

    Attributes:
        readings: Of all sources.
        sources: What was read.
        skipped: What gave no article, and why.
        failures: What was tried and failed, now or before.
    """

    readings: tuple[Reading, ...]
    sources: tuple[SourceRecord, ...]
    skipped: tuple[Skipped, ...]
    failures: tuple[Failure, ...]


class Before:
    """What the last generation held, and what failed since; nothing, where there is none.

    Attributes:
        articles: All of them.
        named: What it called the articles whose words came from these places.
        sources: By root and locator.
        readings: By root and locator.
        failures: By root and locator.
    """

    def __init__(self, records: Records | None = None, failures: Iterable[Failure] = ()) -> None:
        self.failures = {(one.root, one.locator): one for one in failures}
        self.articles: tuple[ArticleRecord, ...] = ()
        self.sources: dict[_Source, SourceRecord] = {}
        self.readings: defaultdict[_Source, list[Reading]] = defaultdict(list)
        if records is not None:
            self.articles = tuple(records.articles())
            self.sources = {(s.root, s.locator): s for s in records.sources()}
        for record in self.articles:
            for reading in record.readings:
                self.readings[reading.root, reading.locator].append(reading)
        self.named: dict[Place, ArticleId] = {
            (first.root, first.locator, first.number): record.article.id
            for record in self.articles
            for first in record.readings[:1]
        }


class _Taking:
    """An intake under way."""

    def __init__(self, before: Before, *, retry_failed: bool) -> None:
        self._before = before
        self._retry_failed = retry_failed
        self.sources: dict[_Source, SourceRecord] = {}
        self.readings: dict[_Source, Sequence[Reading]] = {}
        self.failures: dict[_Source, Failure] = {}
        self.skipped: list[Skipped] = []

    def take(self, source: Source | Skipped | Unchanged) -> None:
        """Read the source, or see that it need not be read."""
        place = (source.root, source.locator)
        if isinstance(source, Skipped):
            self.skipped.append(source)
        elif isinstance(source, Unchanged):
            self.keep(place)
        elif place not in self.sources and place not in self.failures:
            self._read(place, source)

    def keep(self, place: _Source) -> None:
        """Take over what the last generation knew of this source, faults and all."""
        record = self._before.sources.get(place)
        if record is None or place in self.sources:
            return
        self.sources[place] = record
        self.readings[place] = self._before.readings[place]
        self._fault(place, record.faults)

    def keep_failure(self, place: _Source) -> None:
        """Remember a failure of another root."""
        self.failures.setdefault(place, self._before.failures[place])

    def _read(self, place: _Source, source: Source) -> None:
        fingerprint = source.fingerprint()
        record = self._before.sources.get(place)
        failure = self._before.failures.get(place)
        anew = self._retry_failed
        if _stands(record, fingerprint) and not (record.faults and anew):
            self.keep(place)
            return
        if _stands(failure, fingerprint) and not anew:
            self._fail(place, failure)
            return
        try:
            read = articles_of(source)
        except SourceError as error:
            self._fail(place, Failure(*place, fingerprint, READERS_VERSION, error.reason))
        else:
            self.readings[place] = [_reading(each, place, n) for n, each in enumerate(read)]
            self.sources[place] = SourceRecord(*place, fingerprint, READERS_VERSION)

    def _fail(self, place: _Source, failure: Failure) -> None:
        self.failures[place] = failure
        self._fault(place, (failure.reason,))

    def _fault(self, place: _Source, faults: Iterable[str]) -> None:
        self.skipped.extend(Skipped(place[1], place[0], fault) for fault in faults)


def take_in(
    found: Iterable[Source | Skipped | Unchanged],
    *,
    roots: Sequence[str],
    before: Before,
    retry_failed: bool = False,
    progress: Progress,
) -> Intake:
    """Read what changed among `found`, keep what did not, and see what vanished.

    Args:
        found: Everything that stands under `roots` now.
        roots: What this build is about.
        before: What the last generation held.
        retry_failed: Whether to read again what failed before and has not changed since.
        progress: Told of each source.
    """
    taking = _Taking(before, retry_failed=retry_failed)
    for source in found:
        taking.take(source)
        progress.advance(1)
    failed = {(s.root, s.locator) for s in taking.skipped if not s.gone}
    for place in before.sources:
        if place[0] not in roots or _is_behind(place, failed):
            taking.keep(place)
    for place in before.failures:
        if place[0] not in roots:
            taking.keep_failure(place)
    return Intake(
        readings=tuple(r for place in sorted(taking.readings) for r in taking.readings[place]),
        sources=tuple(taking.sources[place] for place in sorted(taking.sources)),
        skipped=tuple(taking.skipped),
        failures=tuple(taking.failures[place] for place in sorted(taking.failures)),
    )


def _stands(known: _Known | None, fingerprint: str) -> TypeGuard[_Known]:
    """Whether the source is known, is as it was, and would be read as it was."""
    return known is not None and (known.fingerprint, known.readers) == (
        fingerprint,
        READERS_VERSION,
    )


def _reading(article: Article, place: _Source, number: int) -> Reading:
    return Reading(article, *place, number, sketch_of(article.text))


def _is_behind(place: _Source, failed: AbstractSet[_Source]) -> bool:
    """Whether the source is one of these failures, or stands in a folder that is."""
    root, locator = place
    while locator:
        if (root, locator) in failed:
            return True
        locator = locator.rpartition("/")[0]
    return False
