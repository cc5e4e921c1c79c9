"""What a generation is filled with: articles, split into passages and spans, and their vectors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from index.passages.passage import whole_of
from index.passages.splitting import passages_of, spans_of
from index.store.generation import (
    ACRONYMS,
    LEXICAL,
    RECORDS,
    SPANS,
    TITLES,
    VECTORS,
    WHOLES,
    WORDS,
)
from index.store.manifest import Counts
from index.store.recording import write_records
from index.vectors.faiss_flat import write_flat
from index.words.acronyms import learned, write_acronyms
from index.words.lexical import Indexed, write_lexical
from index.words.spelling import learned_words, write_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.passages.passage import Passage, Span
    from index.passages.splitting import TokenRule
    from index.progress import Progress
    from index.store.records import ArticleRecord, SourceRecord
    from index.vectors.arrays import Matrix


@dataclass(frozen=True, slots=True)
class Contents:
    """The articles of a generation, and what they split into.

    Attributes:
        articles: Their place in the sequence is their row.
        sources: What was read for them.
        passages: By row: the article's row, the passage, its rows in the span table.
        spans: By row: the passage's row, and the span.
        texts: The spans' words.
    """

    articles: Sequence[ArticleRecord]
    sources: Sequence[SourceRecord]
    passages: list[tuple[int, Passage, range]] = field(
        default_factory=list["tuple[int, Passage, range]"]
    )
    spans: list[tuple[int, Span]] = field(default_factory=list["tuple[int, Span]"])
    texts: list[str] = field(default_factory=list[str])

    @property
    def titles(self) -> list[str]:
        """By the articles' rows; "" where there is none."""
        return [record.article.metadata.title for record in self.articles]

    @property
    def wholes(self) -> list[str]:
        """By the passages' rows: each as one text, its article's title before it."""
        titles = self.titles
        return [whole_of(titles[row], passage.text) for row, passage, _ in self.passages]

    @property
    def embedded(self) -> list[str]:
        """All that has a vector: the spans, then the titles, then the passages as one text each."""
        return [*self.texts, *self.titles, *self.wholes]

    @property
    def counts(self) -> Counts:
        """How much there is."""
        return Counts(
            articles=len(self.articles), passages=len(self.passages), spans=len(self.spans)
        )


def split(
    articles: Sequence[ArticleRecord],
    sources: Sequence[SourceRecord],
    *,
    tokens: TokenRule,
    progress: Progress,
) -> Contents:
    """The articles, split as this model reads."""
    contents = Contents(articles, sources)
    for article_row, record in enumerate(articles):
        for passage in passages_of(record.article, tokens=tokens):
            spans = spans_of(passage, tokens=tokens)
            rows = range(len(contents.spans), len(contents.spans) + len(spans))
            contents.spans.extend((len(contents.passages), span) for span in spans)
            contents.texts.extend(record.article.text[span.start : span.end] for span in spans)
            contents.passages.append((article_row, passage, rows))
        progress.advance(1)
    return contents


def _said(record: ArticleRecord) -> str:
    """All that people may ask by: an article's words, and its authors' and its outlet's names."""
    metadata = record.article.metadata
    named = (metadata.title, *metadata.authors, metadata.outlet, *metadata.topics)
    # Twice: what is said once may be a slip, and nobody misspells an author in a record to be asked for.
    return "\n".join((*named, *named, record.article.text))


def fill(folder: Path, contents: Contents, matrix: Matrix) -> None:
    """Write a generation's files.

    Args:
        folder: Empty.
        contents: What it shall hold.
        matrix: A unit vector a row, as `contents.embedded` has them.
    """
    write_records(
        folder / RECORDS,
        sources=contents.sources,
        articles=contents.articles,
        passages=contents.passages,
    )
    lexical = folder / LEXICAL
    lexical.mkdir()
    titles = contents.titles
    write_lexical(
        lexical,
        (Indexed(titles[article], p.section, p.text) for article, p, _ in contents.passages),
    )
    write_acronyms(folder / ACRONYMS, learned(record.article.text for record in contents.articles))
    write_words(folder / WORDS, learned_words(map(_said, contents.articles)))
    table = [(passage, span.start, span.end) for passage, span in contents.spans]
    np.save(folder / SPANS, np.array(table, dtype=np.int64).reshape(-1, 3), allow_pickle=False)
    titles_from = len(contents.spans)
    wholes_from = titles_from + len(titles)
    write_flat(folder / VECTORS, matrix[:titles_from])
    # "" has a vector too, which would lie near some questions.
    untitled = np.array([not title for title in titles], dtype=np.bool_)
    known = np.where(untitled[:, np.newaxis], np.float32(0), matrix[titles_from:wholes_from])
    np.save(folder / TITLES, known, allow_pickle=False)
    np.save(folder / WHOLES, matrix[wholes_from:], allow_pickle=False)
