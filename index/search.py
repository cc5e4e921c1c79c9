"""Question in, hits out: candidates by meaning and by words, ranked together."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log
from time import perf_counter
from typing import TYPE_CHECKING, Final

import numpy as np

from index.errors import IncompatibleGenerationError
from index.ranking import fused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.article import Metadata
    from index.embedding import Embedder, Vector
    from index.generation import Generation
    from index.passage import Passage
    from index.records import PassageRecord

DENSE_CANDIDATES: Final = 400
"""Spans taken by meaning; several often share a passage."""

LEXICAL_CANDIDATES: Final = 200
"""Passages taken by words."""


@dataclass(frozen=True, slots=True)
class SpanScore:
    """A sentence of a hit's passage and how near it lies to the question.

    Attributes:
        start: Offset in the article's text.
        end: Offset after its last character.
        text: Verbatim.
        similarity: Cosine of its vector and the question's, -1 to 1.
    """

    start: int
    end: int
    text: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its scores for one question.

    Attributes:
        passage: What was found.
        metadata: Of the passage's article.
        score: What hits are ordered by; comparable within one search only.
        dense: Cosine of the passage's best span, -1 to 1.
        lexical: BM25 score, 0 where no word of the question occurs.
        spans: Every span of the passage, in reading order.
    """

    passage: Passage
    metadata: Metadata
    score: float
    dense: float
    lexical: float
    spans: Sequence[SpanScore]


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for one question, best first, and the generation they come from."""

    question: str
    generation: str
    hits: Sequence[Hit]
    timings_ms: dict[str, float] = field(default_factory=dict[str, float])


class Searcher:
    """Searches one generation; safe to share between threads.

    Raises:
        IncompatibleGenerationError: The generation's vectors come from another model.
    """

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        model = generation.manifest.model
        if model.fingerprint != embedder.fingerprint:
            detail = f"its vectors come from the model {model.name!r}, not {embedder.model!r}"
            raise IncompatibleGenerationError(generation.id, detail)
        self.generation = generation
        self._embedder = embedder

    def search(self, question: str, *, limit: int = 10) -> SearchResult:
        """At most `limit` hits, best first; the order of equal scores is the same every time."""
        started = perf_counter()
        vector = self._embedder.embed_question(question)
        embedded = perf_counter()
        dense, lexical = self._candidates(vector, question)
        rows = sorted(dense.keys() | lexical.keys())
        scores = fused([dense.get(r, 0.0) for r in rows], [lexical.get(r, 0.0) for r in rows])
        best = sorted(zip(rows, scores, strict=True), key=lambda pair: (-pair[1], pair[0]))[:limit]
        records = self.generation.records.passages([row for row, _ in best])
        hits = tuple(
            self._hit(record, vector, score=score, lexical=lexical.get(row, 0.0))
            for (row, score), record in zip(best, records, strict=True)
        )
        ended = perf_counter()
        timings = {"embed": 1e3 * (embedded - started), "search": 1e3 * (ended - embedded)}
        return SearchResult(question, self.generation.id, hits, timings)

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as the lexical index knows them, in order."""
        return self.generation.lexical.terms(text)

    def weights(self, question: str) -> dict[str, float]:
        """The question's stems by inverse document frequency (Lucene's BM25 form)."""
        passages = self.generation.manifest.counts.passages
        found: dict[str, float] = {}
        for stem in self.stems(question):
            holding = self.generation.lexical.frequency(stem)
            found[stem] = log(1 + (passages - holding + 0.5) / (holding + 0.5))
        return found

    def _candidates(
        self, vector: Vector, question: str
    ) -> tuple[dict[int, float], dict[int, float]]:
        """Passage rows with their best span's cosine, and with their BM25 score."""
        generation = self.generation
        nearest = generation.vectors.nearest(vector, count=DENSE_CANDIDATES)
        dense: dict[int, float] = {}
        for row, score in zip(
            generation.spans[nearest.rows, 0].tolist(), nearest.scores.tolist(), strict=True
        ):
            dense.setdefault(row, score)
        found = generation.lexical.search(
            generation.lexical.terms(question),
            weights={"title": 0.3, "body": 1.0},
            count=LEXICAL_CANDIDATES,
        )
        return dense, dict(found)

    def _hit(self, record: PassageRecord, vector: Vector, *, score: float, lexical: float) -> Hit:
        rows = np.arange(record.spans.start, record.spans.stop)
        similarities = self.generation.vectors.vectors(rows) @ vector
        passage = record.passage
        spans = tuple(
            SpanScore(start, end, passage.text[start - passage.start : end - passage.start], cosine)
            for (_, start, end), cosine in zip(
                self.generation.spans[rows].tolist(), similarities.tolist(), strict=True
            )
        )
        dense = max(span.similarity for span in spans)
        return Hit(passage, record.metadata, float(score), dense, lexical, spans)
