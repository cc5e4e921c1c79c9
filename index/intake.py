"""Which articles the next generation holds, read anew only where a source changed.

A source is known by its root and locator. One whose fingerprint stands is not read again; one that
fails keeps its last good articles; one that vanished from a root of this build takes its articles
with it; those of other roots stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.article import ArticleId, Medium
from index.errors import SourceError
from index.identity import digest
from index.sources.reading import READERS_VERSION, articles_of
from index.sources.source import Skipped, Source
from index.store.records import ArticleRecord, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet

    from index.article import Article
    from index.progress import Progress
    from index.store.records import Records

_Place = tuple[str, str]
"""A source's root and locator."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The articles of the next generation, and how they differ from those of the last.

    Attributes:
        articles: In the order of their roots and locators.
        sources: What was read, now or before.
        added: Ids of articles the last generation did not have.
        changed: Ids of articles whose metadata or words differ.
        unchanged: How many are as they were.
        removed: Ids of articles that are gone.
        skipped: What gave no article, and why.
    """

    articles: tuple[ArticleRecord, ...]
    sources: tuple[SourceRecord, ...]
    added: tuple[ArticleId, ...]
    changed: tuple[ArticleId, ...]
    unchanged: int
    removed: tuple[ArticleId, ...]
    skipped: tuple[Skipped, ...]


class _Before:
    """What the last generation held, by source."""

    def __init__(self, records: Records | None) -> None:
        self.articles: dict[_Place, list[Article]] = defaultdict(list)
        self.sources: dict[_Place, SourceRecord] = {}
        self.by_id: dict[ArticleId, Article] = {}
        if records is None:
            return
        self.sources = {(s.root, s.locator): s for s in records.sources()}
        for record in records.articles():
            self.articles[record.root, record.locator].append(record.article)
            self.by_id[record.article.id] = record.article

    def still_good(self, source: Source) -> bool:
        """Whether the source is as it was when its articles were read."""
        place = (source.root, source.locator)
        before = self.sources.get(place)
        return (
            before is not None
            and before.fingerprint == source.fingerprint()
            and before.readers == READERS_VERSION
            and place in self.articles
        )


def take_in(
    found: Iterable[Source | Skipped],
    *,
    roots: Sequence[str],
    before: Records | None,
    progress: Progress,
) -> Intake:
    """Read what changed among `found`, keep what did not, and see what vanished.

    Args:
        found: Everything that stands under `roots` now.
        roots: What this build is about.
        before: The last generation's records.
        progress: Told of each source.
    """
    last = _Before(before)
    read: dict[_Place, tuple[SourceRecord, Sequence[Article]]] = {}
    skipped: list[Skipped] = []
    for source in found:
        progress.advance(1)
        if isinstance(source, Skipped):
            skipped.append(source)
            continue
        try:
            read[source.root, source.locator] = _read(source, last)
        except SourceError as error:
            skipped.append(Skipped(source.locator, source.root, error.reason))
    failed = {(s.root, s.locator) for s in skipped}
    kept = {
        place: (record, last.articles.get(place, ()))
        for place, record in last.sources.items()
        if place not in read and (place[0] not in roots or _is_behind(place, failed))
    }
    return _settled(read | kept, last, skipped)


def _read(source: Source, last: _Before) -> tuple[SourceRecord, Sequence[Article]]:
    if last.still_good(source):
        place = (source.root, source.locator)
        return last.sources[place], last.articles[place]
    articles = articles_of(source)
    record = SourceRecord(source.root, source.locator, source.fingerprint(), READERS_VERSION)
    return record, articles


def _is_behind(place: _Place, failed: AbstractSet[_Place]) -> bool:
    """Whether the source is one of these failures, or stands in a folder that is."""
    root, locator = place
    while locator:
        if (root, locator) in failed:
            return True
        locator = locator.rpartition("/")[0]
    return False


def _settled(
    read: Mapping[_Place, tuple[SourceRecord, Sequence[Article]]],
    last: _Before,
    skipped: Sequence[Skipped],
) -> Intake:
    taken: dict[ArticleId, ArticleRecord] = {}
    worded: dict[str, ArticleRecord] = {}
    doubles: list[Skipped] = []
    # Who had an article before goes first, so that a newcomer never takes an old one's id.
    for place in sorted(read, key=lambda place: (place not in last.articles, place)):
        for article in read[place][1]:
            record = ArticleRecord(_apart(article, place, taken), *place)
            words = digest(article.text)
            double = taken.get(record.article.id)
            if double is None and not _has_own_name(article):
                # A folder that was moved, or indexed by two of its names: no second witness.
                double = worded.get(words)
            if double is not None:
                reason = f"the same article as {double.locator}"
                doubles.append(Skipped(place[1], place[0], reason))
            else:
                taken[record.article.id] = worded[words] = record
    now = {article_id: record.article for article_id, record in taken.items()}
    before = last.by_id
    return Intake(
        articles=tuple(sorted(taken.values(), key=lambda record: (record.root, record.locator))),
        sources=tuple(read[place][0] for place in sorted(read)),
        added=tuple(a for a in now if a not in before),
        changed=tuple(a for a in now if a in before and before[a] != now[a]),
        unchanged=sum(a in before and before[a] == now[a] for a in now),
        removed=tuple(a for a in before if a not in now),
        skipped=(*skipped, *doubles),
    )


def _apart(article: Article, place: _Place, taken: Mapping[ArticleId, ArticleRecord]) -> Article:
    """The article, renamed where two folders of one name hold two files of one name.

    An article with an address or a DOI of its own is the same one wherever it stands.
    """
    if _has_own_name(article) or article.id not in taken or taken[article.id].root == place[0]:
        return article
    return replace(article, id=ArticleId(digest("at", *place)))


def _has_own_name(article: Article) -> bool:
    metadata = article.metadata
    return bool(metadata.url or (metadata.doi and metadata.medium is Medium.PAPER))
