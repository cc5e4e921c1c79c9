"""Question in, hits out: candidates by meaning and by words, ranked together."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, Final

from index.errors.library import IncompatibleGenerationError
from index.holdings.filters import EVERYTHING, Filters
from index.holdings.holdings import Holdings
from index.questions.intents import intent_of
from index.questions.meant import as_meant, holds
from index.questions.tongues import foreign_language, reads
from index.ranking.reranking import reading_order
from index.ranking.signs import signs_of
from index.ranking.weighing import Weights, scores_of
from index.searching.candidates import candidate_of, candidate_rows, sentences_of
from index.searching.hits import Hit, SearchResult, SpanScore
from index.words.letters import whole
from index.words.question_words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.questions.intents import Intent
    from index.ranking.reranking import Reranker
    from index.ranking.signs import Signs
    from index.store.generation import Generation
    from index.store.records import PassageRecord
    from index.vectors.arrays import Vector
    from index.vectors.embedding import Embedder
    from index.words.question_words import QuestionWords

PREFERENCE: Final = 0.1
"""What fitting a question's wish adds to a score of 0 to 1: enough to settle between near equals."""


class Searcher:
    """Searches one generation; safe to share between threads.

    Args:
        generation: What is searched.
        embedder: The model its vectors come from.
        weights: What each sign counts, if not as the library says.
        reranker: What reads the first hits again.
        repair: Whether a mistyped word is looked up as the library's.

    Raises:
        IncompatibleGenerationError: The generation's vectors come from another model.
    """

    def __init__(
        self,
        generation: Generation,
        embedder: Embedder,
        *,
        weights: Weights | None = None,
        reranker: Reranker | None = None,
        repair: bool = True,
    ) -> None:
        model = generation.manifest.model
        if model.fingerprint != embedder.fingerprint:
            detail = f"its vectors come from the model {model.name!r}, not {embedder.model!r}"
            raise IncompatibleGenerationError(generation.id, detail)
        self.generation = generation
        self._embedder = embedder
        self._weights = weights or generation.weights or Weights()
        self._read: dict[str, bool] = {}
        self._reranker = reranker
        self._repair = repair

    @property
    def embedder(self) -> Embedder:
        """The model the generation's vectors come from."""
        return self._embedder

    @cached_property
    def holdings(self) -> Holdings:
        """What the generation holds, article by article."""
        return Holdings(self.generation.records.holdings())

    def search(
        self, question: str, *, limit: int = 10, filters: Filters = EVERYTHING
    ) -> SearchResult:
        """At most `limit` hits, best first; the order of equal scores is the same every time.

        Args:
            question: In any words; half letters in it count as question marks.
            limit: At most so many hits.
            filters: What the hits' articles must be.
        """
        started = perf_counter()
        question = whole(question)
        meant = as_meant(question, self.generation) if self._repair else question
        intent = intent_of(meant, self.holdings, today=datetime.now(UTC).date())
        within = intent.filters.beside(filters)
        filters = filters.also(intent.filters)
        vector = self._embedder.embed_question(intent.question)
        embedded = perf_counter()
        meanings = self.generation.acronyms.asked(intent.question)
        words = words_of(intent.question, self.generation.lexical, meanings)
        rows = candidate_rows(
            self.generation, vector, words, among=self._among(filters, intent.unwanted)
        )
        most = limit if self._reranker is None else max(limit, self._reranker.most)
        hits = self._ranked(rows, vector, words, intent, most) if rows else ()
        timings = {"embed": 1e3 * (embedded - started), "search": 1e3 * (perf_counter() - embedded)}
        if self._reranker is not None:
            read = perf_counter()
            hits = _read_again(intent.question, hits, self._reranker)
            timings["rerank"] = 1e3 * (perf_counter() - read)
        return SearchResult(
            question=question,
            sought=intent.question,
            generation=self.generation.id,
            hits=hits[:limit],
            words=words,
            timings_ms=timings,
            looked_up=meant if meant != question else "",
            within=within,
            without=intent.unwanted,
        )

    def strange_language(self, question: str) -> str:
        """The language of the question, ISO 639-1, where the model does not read it; else ""."""
        language = foreign_language(question, lambda word: holds(self.generation, word))
        if language and language not in self._read:
            self._read[language] = reads(self._embedder, language)
        return "" if self._read.get(language, True) else language

    def stems(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as the lexical index knows them, in order."""
        return self.generation.lexical.terms(text)

    def _among(self, filters: Filters, unwanted: Sequence[Filters]) -> frozenset[int] | None:
        """The rows of the passages that the filters admit and nothing unwanted does; None for every one."""
        if not filters and not unwanted:
            return None
        admitted = self.holdings.admitted(filters, but=unwanted)
        return frozenset(row for each in admitted for row in each.passages)

    def _ranked(
        self,
        rows: Sequence[int],
        vector: Vector,
        words: QuestionWords,
        intent: Intent,
        limit: int,
    ) -> tuple[Hit, ...]:
        """At most `limit` of the passages at these rows, best first."""
        generation = self.generation
        records = generation.records.passages(rows)
        candidates = [candidate_of(generation, record) for record in records]
        mean_length, common = generation.lexical.mean_length, generation.common
        signs = signs_of(candidates, vector, words, mean_length=mean_length, common=common)
        scores = self._preferring(intent, records, scores_of(signs, self._weights).tolist())
        best = sorted(range(len(rows)), key=lambda at: (-scores[at], rows[at]))[:limit]
        return tuple(self._hit(records[at], scores[at], signs, at) for at in best)

    def _preferring(
        self, intent: Intent, records: Sequence[PassageRecord], scores: list[float]
    ) -> list[float]:
        """The scores, raised for passages of articles that the question had better be answered by."""
        raised: dict[int, float] = {}
        if intent.preferred:
            raised = {each.row: PREFERENCE for each in self.holdings.admitted(intent.preferred)}
        if intent.newest:
            for row, newness in self.holdings.newness.items():
                raised[row] = raised.get(row, 0.0) + PREFERENCE * newness
        return [
            score + raised.get(record.article_row, 0.0)
            for record, score in zip(records, scores, strict=True)
        ]

    def _hit(self, record: PassageRecord, score: float, signs: Signs, at: int) -> Hit:
        similarities: list[float] = signs.similarities[at].tolist()
        spans = tuple(
            SpanScore(start, end, text, similarity)
            for (start, end, text), similarity in zip(
                sentences_of(self.generation, record), similarities, strict=True
            )
        )
        return Hit(
            passage=record.passage,
            metadata=record.metadata,
            score=score,
            dense=max(similarities),
            lexical=float(signs.passage[at]),
            spans=spans,
        )


def _read_again(question: str, hits: Sequence[Hit], reranker: Reranker) -> tuple[Hit, ...]:
    """The hits in the order of the reranker's grades, those it did not read behind as they were.

    The scores stay at their places: a first hit's says the same with a reranker as without.
    """
    texts = (
        "\n".join(part for part in (h.metadata.title, h.passage.section, h.passage.text) if part)
        for h in hits
    )
    order = reading_order(question, tuple(texts), reranker)
    return tuple(replace(hits[at], score=hits[place].score) for place, at in enumerate(order))
