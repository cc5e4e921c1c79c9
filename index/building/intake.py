"""What the sources say now, read anew only where one changed.

A source is known by its root and locator. One whose fingerprint stands is not read again, and one
that failed is not tried again before it changes; one that fails now keeps its last good readings; one
that vanished from a root of this build takes its readings with it; those of other roots stay. An
archive that stands is not opened, and its members stand with it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from index.building.sketches import sketch_of
from index.errors.sources import SourceError
from index.gathering.archives.opening import INSIDE, is_archive, members
from index.sources.reading import READERS_VERSION, read_source
from index.sources.source import Skipped, Source, Unchanged
from index.store.failures import Failure
from index.store.records import Reading, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set as AbstractSet

    from index.article import ArticleId
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
        members: What stood in an archive, or failed in it, by the archive's root and locator.
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
        self.members: defaultdict[_Source, list[_Source]] = defaultdict(list)
        for root, locator in {**self.sources, **self.failures}:
            archive, inside, _ = locator.partition(INSIDE)
            if inside:
                self.members[root, archive].append((root, locator))
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
        elif isinstance(source, Unchanged) and (failure := self._before.failures.get(place)):
            self._fail(place, failure)
        elif isinstance(source, Unchanged):
            self._keep_whole(place)
        elif place not in self.sources and place not in self.failures:
            self._take(place, source)

    def keep(self, place: _Source) -> None:
        """Take over what the last generation knew of this source, faults and all."""
        record = self._before.sources.get(place)
        if record is None or place in self.sources:
            return
        self.sources[place] = record
        self.readings[place] = self._before.readings[place]
        self._fault(place, record.faults)

    def _keep_whole(self, place: _Source) -> None:
        """Take over the source and, if it is an archive, what stood and what failed in it."""
        self.keep(place)
        for member in self._before.members.get(place, ()):
            if failure := self._before.failures.get(member):
                self._fail(member, failure)  # what it gave before it failed is kept in the end
            else:
                self.keep(member)

    def keep_failure(self, place: _Source) -> None:
        """Remember a failure of another root."""
        self.failures.setdefault(place, self._before.failures[place])

    def _take(self, place: _Source, source: Source) -> None:
        fingerprint = source.fingerprint()
        record = self._before.sources.get(place)
        failure = self._before.failures.get(place)
        if _stands(record, fingerprint) and not (self._retry_failed and self._is_faulty(place)):
            self._keep_whole(place)
            return
        if _stands(failure, fingerprint) and not self._retry_failed:
            self._fail(place, failure)
            return
        try:
            if is_archive(source.content):
                faults = self._open(source, fingerprint)
            else:
                faults = self._read(place, source)
        except SourceError as error:
            self._fail(place, Failure(*place, fingerprint, READERS_VERSION, error.reason))
        else:
            self.sources[place] = SourceRecord(*place, fingerprint, READERS_VERSION, faults)
            self._fault(place, faults)

    def _is_faulty(self, place: _Source) -> bool:
        """Whether something in this source, as it was last read, gave no article."""
        before = self._before
        inside = before.members.get(place, ())
        return any(
            each in before.failures or bool(before.sources[each].faults)
            for each in (place, *inside)
        )

    def _read(self, place: _Source, source: Source) -> tuple[str, ...]:
        read = read_source(source)
        self.readings[place] = [
            Reading(article, *place, number, sketch_of(article.text))
            for article, number in zip(read.articles, read.numbers, strict=True)
        ]
        return read.faults

    def _open(self, archive: Source, fingerprint: str) -> tuple[str, ...]:
        for member in members(archive):
            if isinstance(member, Skipped):
                place = (member.root, member.locator)
                self._fail(place, Failure(*place, fingerprint, READERS_VERSION, member.reason))
            else:
                self.take(member)
        return ()

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


def _is_behind(place: _Source, failed: AbstractSet[_Source]) -> bool:
    """Whether the source is one of these failures, or stands in a folder or an archive that is."""
    root, locator = place
    while locator:
        # Behind an archive's locator stands a "!".
        if (root, locator) in failed or (root, locator.removesuffix("!")) in failed:
            return True
        locator = locator.rpartition("/")[0]
    return False
