"""Which passages may answer a question, and what is read of each before it is ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from index.ranking.signs import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.store.generation import Generation
    from index.store.records import PassageRecord
    from index.vectors.arrays import Vector
    from index.vectors.engine import Rows
    from index.words.question_words import QuestionWords

DENSE_CANDIDATES: Final = 400
"""Spans taken by meaning; several often share a passage."""

LEXICAL_CANDIDATES: Final = 200
"""Passages taken by words."""


def candidate_rows(
    generation: Generation,
    vector: Vector,
    words: QuestionWords,
    *,
    among: frozenset[int] | None = None,
) -> list[int]:
    """Rows of the passages nearest in meaning, and of those with the question's words, ascending.

    Args:
        generation: What is searched.
        vector: The question's.
        words: The question's.
        among: The only rows there may be; None for every one.
    """
    spans: Rows | None = None
    if among is not None:
        spans = np.flatnonzero(np.isin(generation.spans[:, 0], list(among)))
    nearest = generation.vectors.nearest(vector, count=DENSE_CANDIDATES, among=spans)
    dense: list[int] = generation.spans[nearest.rows, 0].tolist()
    lexical = generation.lexical.search(words.sought, count=LEXICAL_CANDIDATES, among=among)
    return sorted({*dense, *(found.row for found in lexical)})


def candidate_of(generation: Generation, record: PassageRecord) -> Candidate:
    """What is read of this passage."""
    rows = np.arange(record.spans.start, record.spans.stop)
    stems = generation.lexical.terms
    return Candidate(
        article=record.article_row,
        title=stems(f"{record.metadata.title}\n{record.passage.section}"),
        sentences=[stems(text) for _, _, text in sentences_of(generation, record)],
        vectors=generation.vectors.vectors(rows),
        title_vector=generation.titles[record.article_row],
        whole=generation.wholes[record.row],
    )


def sentences_of(generation: Generation, record: PassageRecord) -> Iterator[tuple[int, int, str]]:
    """Each span of the passage in order: its offsets in the article, and its words."""
    offset, text = record.passage.start, record.passage.text
    table = generation.spans[record.spans.start : record.spans.stop, 1:].tolist()
    for start, end in table:
        yield start, end, text[start - offset : end - offset]
