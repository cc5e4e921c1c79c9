"""Articles and passages of a generation, out of one read-only SQLite file.

A row number is what the lexical index and the span table know a passage by; an id is what the rest
of the world knows it by.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pydantic import TypeAdapter

from index.article import Article, ArticleId, Metadata, Section, SectionKind
from index.errors.library import DamagedGenerationError
from index.holdings.holding import Holding, holding_of
from index.passages.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_METADATA: Final = TypeAdapter(Metadata)

_PASSAGE_COLUMNS: Final = "p.id, a.id, p.ordinal, p.section, p.text, p.start, p.stop, p.kind"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as it was read: the same fingerprint and readers need no second reading.

    Attributes:
        root: As given to the build.
        locator: Under its root.
        fingerprint: Of its bytes and what was supplied.
        readers: The version of the readers that read it.
        faults: Why it gave no article, or what in it gave none.
    """

    root: str
    locator: str
    fingerprint: str
    readers: str
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as one source states it.

    Attributes:
        article: Its words, its metadata as stated there, and the id these would give it.
        root: The source's.
        locator: The source's.
        number: Its place among the source's articles, from 0.
        sketch: Of its words; see `index.building.sketches`.
    """

    article: Article
    root: str
    locator: str
    number: int = 0
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article and all readings of it; its words are those of the first."""

    article: Article
    readings: tuple[Reading, ...]

    @property
    def root(self) -> str:
        """Of the source its words come from."""
        return self.readings[0].root

    @property
    def locator(self) -> str:
        """Of the source its words come from."""
        return self.readings[0].locator


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage and its row, its article's metadata and row, and its own rows in the span table."""

    row: int
    passage: Passage
    metadata: Metadata
    article_row: int
    spans: range


class Records:
    """The opened file; safe to share between threads.

    Raises:
        DamagedGenerationError: From any verb, where the file is no database of records; that of a
            verified generation always is, unless the disk fails under it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        # Immutable: no lock and no journal is looked for, so that a read-only folder serves.
        address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
        self._store = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def passages(self, rows: Sequence[int]) -> list[PassageRecord]:
        """The passages at these rows, in the order asked."""
        query = (
            f"SELECT p.row, {_PASSAGE_COLUMNS}, p.first_span, p.after_span, a.row, a.metadata "  # noqa: S608 - a constant
            "FROM passages p JOIN articles a ON a.row = p.article "
            "WHERE p.row IN (SELECT value FROM json_each(?))"
        )
        wanted = json.dumps([int(row) for row in rows])
        found = {row[0]: _passage_record(row) for row in self._all(query, wanted)}
        return [found[row] for row in rows]

    def passage(self, passage_id: str) -> PassageRecord | None:
        """The passage with this id, if the generation has it."""
        rows = self._all("SELECT row FROM passages WHERE id = ?", passage_id)
        return self.passages([rows[0][0]])[0] if rows else None

    def article(self, article_id: str) -> Article | None:
        """The article with this id, if the generation has it."""
        rows = self._all(
            "SELECT a.id, a.metadata, r.sections FROM articles a "
            "JOIN readings r ON r.article = a.row AND r.rank = 0 WHERE a.id = ?",
            article_id,
        )
        return _article(*rows[0]) if rows else None

    def ids(self) -> tuple[str, ...]:
        """The ids of all articles, in the order they were built."""
        return tuple(row[0] for row in self._all("SELECT id FROM articles ORDER BY row"))

    def articles(self) -> Iterator[ArticleRecord]:
        """Every article, in the order it was built."""
        readings: defaultdict[int, list[Reading]] = defaultdict(list)
        columns = "article, id, stated, sections, root, locator, number, sketch"
        query = f"SELECT {columns} FROM readings ORDER BY article, rank"  # noqa: S608 - a constant
        for row, article_id, stated, sections, *place in self._all(query):
            readings[row].append(Reading(_article(article_id, stated, sections), *place))
        for row, article_id, metadata in self._all("SELECT row, id, metadata FROM articles"):
            words = readings[row][0].article.sections
            article = Article(ArticleId(article_id), _METADATA.validate_json(metadata), words)
            yield ArticleRecord(article, tuple(readings[row]))

    def holdings(self) -> list[Holding]:
        """Every article in short, in the order it was built."""
        query = (
            "SELECT a.row, a.id, a.metadata, min(p.row), max(p.row) FROM articles a "
            "LEFT JOIN passages p ON p.article = a.row GROUP BY a.row ORDER BY a.row"
        )
        return [
            holding_of(
                ArticleId(article_id),
                row,
                range(0) if first is None else range(first, last + 1),
                _METADATA.validate_json(metadata),
            )
            for row, article_id, metadata, first, last in self._all(query)
        ]

    def passages_of(self, article_id: str) -> list[Passage]:
        """The passages of one article in reading order."""
        return [
            _passage(row)
            for row in self._all(
                f"SELECT {_PASSAGE_COLUMNS} FROM passages p JOIN articles a ON a.row = p.article "  # noqa: S608 - a constant
                "WHERE a.id = ? ORDER BY p.ordinal",
                article_id,
            )
        ]

    def sources(self) -> list[SourceRecord]:
        """Every source that was read, whether it gave articles or not."""
        query = "SELECT root, locator, fingerprint, readers, faults FROM sources ORDER BY 1, 2"
        return [
            SourceRecord(root, locator, fingerprint, readers, tuple(json.loads(faults)))
            for root, locator, fingerprint, readers, faults in self._all(query)
        ]

    def counts(self) -> tuple[int, int]:
        """How many articles and passages there are."""
        query = "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM passages)"
        articles, passages = self._all(query)[0]
        return articles, passages

    def _all(self, query: str, *values: object) -> list[Any]:
        try:
            with self._lock:
                return self._store.execute(query, values).fetchall()
        except sqlite3.ProgrammingError:  # a caller's fault, such as asking after `close`
            raise
        except sqlite3.DatabaseError as error:
            folder = self._path.parent.name
            raise DamagedGenerationError(folder, f"its records cannot be read: {error}") from error


def _article(article_id: str, metadata: str, sections: str) -> Article:
    return Article(
        id=ArticleId(article_id),
        metadata=_METADATA.validate_json(metadata),
        sections=tuple(
            Section(heading, tuple(paragraphs), SectionKind(kind))
            for heading, paragraphs, kind in json.loads(sections)
        ),
    )


def _passage(row: Sequence[Any]) -> Passage:
    passage_id, article, ordinal, section, text, start, stop, kind = row
    place = (ArticleId(article), ordinal, section, text, start, stop)
    return Passage(passage_id, *place, SectionKind(kind))


def _passage_record(row: Sequence[Any]) -> PassageRecord:
    at, *passage, first, after, article, metadata = row
    known = _METADATA.validate_json(metadata)
    return PassageRecord(at, _passage(passage), known, article, range(first, after))
