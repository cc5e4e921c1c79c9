"""Articles and passages of a generation, in one read-only SQLite file.

A row number is what the lexical index and the span table know a passage by; an id is what the rest
of the world knows it by.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from errno import EIO
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from pydantic import TypeAdapter

from index.article import Article, ArticleId, Metadata, Section, SectionKind
from index.errors import DamagedGenerationError
from index.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_TABLES: Final = """
CREATE TABLE sources (
    root TEXT, locator TEXT, fingerprint TEXT, readers TEXT, PRIMARY KEY (root, locator));
CREATE TABLE articles (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, root TEXT, locator TEXT, metadata TEXT, sections TEXT);
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, article INTEGER, ordinal INTEGER, section TEXT,
    kind TEXT, text TEXT, start INTEGER, stop INTEGER, first_span INTEGER, after_span INTEGER);
CREATE INDEX passages_of_article ON passages (article, ordinal);
"""

_METADATA: Final = TypeAdapter(Metadata)

_PASSAGE_COLUMNS: Final = "p.id, a.id, p.ordinal, p.section, p.text, p.start, p.stop, p.kind"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source as it was read: the same fingerprint and readers need no second reading."""

    root: str
    locator: str
    fingerprint: str
    readers: str


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article and the source it was read from."""

    article: Article
    root: str
    locator: str


@dataclass(frozen=True, slots=True)
class PassageRecord:
    """A passage, its article's metadata and row, and its own rows in the span table."""

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
        found = {row[0]: _passage_record(row[1:]) for row in self._all(query, wanted)}
        return [found[row] for row in rows]

    def passage(self, passage_id: str) -> PassageRecord | None:
        """The passage with this id, if the generation has it."""
        rows = self._all("SELECT row FROM passages WHERE id = ?", passage_id)
        return self.passages([rows[0][0]])[0] if rows else None

    def article(self, article_id: str) -> Article | None:
        """The article with this id, if the generation has it."""
        rows = self._all("SELECT id, metadata, sections FROM articles WHERE id = ?", article_id)
        return _article(*rows[0]) if rows else None

    def articles(self) -> Iterator[ArticleRecord]:
        """Every article, in the order it was built."""
        query = "SELECT id, metadata, sections, root, locator FROM articles ORDER BY row"
        for article_id, metadata, sections, root, locator in self._all(query):
            yield ArticleRecord(_article(article_id, metadata, sections), root, locator)

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
        rows = self._all("SELECT root, locator, fingerprint, readers FROM sources ORDER BY 1, 2")
        return [SourceRecord(*row) for row in rows]

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


def write_records(
    path: Path,
    *,
    sources: Iterable[SourceRecord],
    articles: Sequence[ArticleRecord],
    passages: Iterable[tuple[int, Passage, range]],
) -> None:
    """Write the file.

    Args:
        path: Where; it must not exist.
        sources: What was read.
        articles: Their place in the sequence is their row.
        passages: In the order of their rows: the article's row, the passage, its span rows.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    try:
        _write(path, sources, articles, passages)
    except sqlite3.OperationalError as error:
        raise OSError(EIO, f"the records cannot be written: {error}") from error


def _write(
    path: Path,
    sources: Iterable[SourceRecord],
    articles: Sequence[ArticleRecord],
    passages: Iterable[tuple[int, Passage, range]],
) -> None:
    with closing(sqlite3.connect(path)) as store:
        store.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        with store:
            store.executemany(
                "INSERT INTO sources VALUES (?, ?, ?, ?)",
                ((s.root, s.locator, s.fingerprint, s.readers) for s in sources),
            )
            store.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)",
                (_article_row(row, record) for row, record in enumerate(articles)),
            )
            store.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        *(row, p.id, article, p.ordinal, p.section, p.kind, p.text),
                        *(p.start, p.end, spans.start, spans.stop),
                    )
                    for row, (article, p, spans) in enumerate(passages)
                ),
            )


def metadata_json(metadata: Metadata) -> dict[str, Any]:
    """The metadata as plain JSON values."""
    return asdict(metadata)


def _article_row(row: int, record: ArticleRecord) -> tuple[object, ...]:
    article = record.article
    sections = [[s.heading, s.paragraphs, s.kind] for s in article.sections]
    metadata = json.dumps(metadata_json(article.metadata), ensure_ascii=False)
    written = json.dumps(sections, ensure_ascii=False)
    return (row, article.id, record.root, record.locator, metadata, written)


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
    *passage, first, after, article, metadata = row
    return PassageRecord(
        _passage(passage), _METADATA.validate_json(metadata), article, range(first, after)
    )
