"""Readings of one piece are one article with several sources, never several witnesses.

Two readings are of one piece if they share a DOI, a PubMed id or an address of their own, or if their
words are nearly the same; but two papers with DOIs of their own stay two, however alike.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Final

from index.article import ArticleId, Medium, Metadata, Status
from index.building.sketches import alike
from index.identity import digest
from index.store.records import ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.article import Article
    from index.store.records import Reading

Place = tuple[str, str, int]
"""A reading's root, locator and number."""

_FULL: Final = 0.8
"""A reading this long, as a share of the longest, tells the whole piece; an abstract does not."""

_OWN: Final = frozenset({"title", "byline", "genre", "medium", "status"})
"""What another source's word for it never fills in."""


def joined(
    readings: Sequence[Reading], *, before: Mapping[Place, ArticleId]
) -> tuple[ArticleRecord, ...]:
    """The articles that these are readings of, in the order of their first sources.

    Args:
        readings: In any order; the result does not depend on it.
        before: What the last generation called the articles whose words came from these places:
            an article keeps its words' place and its id while it can.
    """
    ordered = sorted(readings, key=_place)
    groups = [
        sorted(group, key=lambda reading: _worth(reading, group, before))
        for group in _pieces(ordered)
    ]
    taken: set[ArticleId] = set()
    records: list[ArticleRecord] = []
    # Who had an article before goes first, so that a newcomer never takes an old one's id.
    for group in sorted(
        groups, key=lambda group: (_place(group[0]) not in before, _place(group[0]))
    ):
        name = _name(group[0], before, taken)
        taken.add(name)
        article = replace(group[0].article, id=name, metadata=_metadata(group))
        records.append(ArticleRecord(article, tuple(group)))
    return tuple(sorted(records, key=lambda record: _place(record.readings[0])))


def has_own_name(article: Article) -> bool:
    """Whether it is known by a DOI or an address, and not by where its file stands."""
    return bool(article.metadata.url or own_doi(article))


def own_doi(article: Article) -> str:
    """The DOI of the piece itself; that of a paper which a story reports is not its own."""
    return article.metadata.doi if article.metadata.medium is Medium.PAPER else ""


def _place(reading: Reading) -> Place:
    return reading.root, reading.locator, reading.number


def _pieces(readings: Sequence[Reading]) -> Iterable[list[Reading]]:
    parts = _Parts([own_doi(reading.article) for reading in readings])
    for same in _by_name(readings).values():
        for row in same[1:]:
            parts.join(same[0], row)
    sketches = {row: reading.sketch for row, reading in enumerate(readings)}
    texts = {row: readings[row].article.text for row, sketch in sketches.items() if sketch}
    for one, other in alike(sketches, texts):
        parts.join(one, other)
    pieces: defaultdict[int, list[Reading]] = defaultdict(list)
    for row, reading in enumerate(readings):
        pieces[parts.of(row)].append(reading)
    return pieces.values()


def _by_name(readings: Sequence[Reading]) -> Mapping[str, list[int]]:
    rows: defaultdict[str, list[int]] = defaultdict(list)
    words: defaultdict[str, list[int]] = defaultdict(list)
    for row, reading in enumerate(readings):
        for name in _names(reading.article):
            rows[name].append(row)
        words[digest(reading.article.text)].append(row)
    for text, same in words.items():
        # The same few words at two addresses may be a site's own; a file has nothing but its words.
        nameless = [row for row in same if not has_own_name(readings[row].article)]
        named = [row for row in same if row not in nameless]
        rows[f"words:{text}"] = [*named[:1], *nameless]
    return {name: same for name, same in rows.items() if len(same) > 1}


def _names(article: Article) -> Iterator[str]:
    metadata = article.metadata
    if has_own_name(article):
        yield f"id:{article.id}"
    if metadata.pmid and metadata.medium is Medium.PAPER:
        yield f"pmid:{metadata.pmid}"


class _Parts:
    """Rows that were found to be one piece; rows of two DOIs never come together."""

    def __init__(self, dois: Sequence[str]) -> None:
        self._above = list(range(len(dois)))
        self._doi = list(dois)

    def of(self, row: int) -> int:
        """The row that stands for its part."""
        while self._above[row] != row:
            self._above[row] = row = self._above[self._above[row]]
        return row

    def join(self, one: int, other: int) -> None:
        """Make one part of two, unless their DOIs differ."""
        first, second = sorted((self.of(one), self.of(other)))
        dois = {self._doi[first], self._doi[second]} - {""}
        if len(dois) > 1:
            return
        self._above[second] = first
        self._doi[first] = "".join(dois)


def _worth(
    reading: Reading, group: Sequence[Reading], before: Mapping[Place, ArticleId]
) -> tuple[bool, bool, str, Place]:
    longest = max(len(other.article.text) for other in group)
    full = len(reading.article.text) >= _FULL * longest
    published = reading.article.metadata.published or "9999"
    return not full, _place(reading) not in before, published, _place(reading)


def _name(first: Reading, before: Mapping[Place, ArticleId], taken: set[ArticleId]) -> ArticleId:
    """The article's id: the reading's own, or that of its place where two files share one."""
    if has_own_name(first.article):
        return first.article.id
    known = before.get(_place(first))
    if known is not None and known not in taken:
        return known
    if first.article.id in taken or first.article.id in before.values():
        return ArticleId(digest("at", first.root, first.locator, str(first.number)))
    return first.article.id


def _metadata(group: Sequence[Reading]) -> Metadata:
    """The first reading's, completed by what only the others state."""
    unset = Metadata()
    metadata = group[0].article.metadata
    for other in (reading.article.metadata for reading in group[1:]):
        missing = {
            one.name: value
            for one in fields(Metadata)
            if one.name not in _OWN
            and getattr(metadata, one.name) == getattr(unset, one.name)
            and (value := getattr(other, one.name)) != getattr(unset, one.name)
        }
        metadata = replace(metadata, **missing)
        if metadata.status is Status.CURRENT:
            metadata = replace(metadata, status=other.status)
    return metadata
