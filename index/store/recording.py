"""Articles and passages of a generation, into the file that `index.store.records` reads."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from errno import EIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from index.article import Metadata
    from index.passages.passage import Passage
    from index.store.records import ArticleRecord, Reading, SourceRecord

_TABLES: Final = """
CREATE TABLE sources (
    root TEXT, locator TEXT, fingerprint TEXT, readers TEXT, faults TEXT,
    PRIMARY KEY (root, locator));
CREATE TABLE articles (row INTEGER PRIMARY KEY, id TEXT UNIQUE, metadata TEXT);
CREATE TABLE readings (
    article INTEGER, rank INTEGER, root TEXT, locator TEXT, number INTEGER, id TEXT, stated TEXT,
    sections TEXT, sketch BLOB, PRIMARY KEY (article, rank));
CREATE TABLE passages (
    row INTEGER PRIMARY KEY, id TEXT UNIQUE, article INTEGER, ordinal INTEGER, section TEXT,
    kind TEXT, text TEXT, start INTEGER, stop INTEGER, first_span INTEGER, after_span INTEGER);
CREATE INDEX passages_of_article ON passages (article, ordinal);
"""


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
                "INSERT INTO sources VALUES (?, ?, ?, ?, ?)",
                (
                    (s.root, s.locator, s.fingerprint, s.readers, json.dumps(s.faults))
                    for s in sources
                ),
            )
            store.executemany(
                "INSERT INTO articles VALUES (?, ?, ?)",
                (
                    (row, record.article.id, _metadata_text(record.article.metadata))
                    for row, record in enumerate(articles)
                ),
            )
            store.executemany(
                "INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    _reading_row(row, rank, reading)
                    for row, record in enumerate(articles)
                    for rank, reading in enumerate(record.readings)
                ),
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


def _metadata_text(metadata: Metadata) -> str:
    return json.dumps(asdict(metadata), ensure_ascii=False)


def _reading_row(article: int, rank: int, reading: Reading) -> tuple[object, ...]:
    stated = reading.article
    sections = [[s.heading, s.paragraphs, s.kind] for s in stated.sections]
    return (
        *(article, rank, reading.root, reading.locator, reading.number, stated.id),
        _metadata_text(stated.metadata),
        json.dumps(sections, ensure_ascii=False),
        reading.sketch,
    )
