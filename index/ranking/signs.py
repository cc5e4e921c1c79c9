"""What is known of each candidate before anything is weighed: how near it lies, which words it holds.

Every sign is exact, whichever engine proposed the candidate.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.vectors.common import cosines, without

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.vectors.arrays import Matrix, Vector
    from index.vectors.common import Common
    from index.words.question_words import QuestionWords

_Word = TypeVar("_Word", str, tuple[str, str])

Column = NDArray[np.floating]
"""A number a candidate."""

_SATURATION: Final = 0.9
_LENGTH: Final = 0.4
"""BM25's k1 and b, as Anserini has them for passages."""

_NEIGHBOURS: Final = 20
"""Passages of other articles by which it is judged how crowded it is around one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer.

    Attributes:
        article: Its article's row.
        title: Stems of what stands above it: its article's title and its heading.
        sentences: Stems of each of its spans, in order.
        vectors: Unit vectors of its spans, shape (spans, dimension).
        title_vector: Unit vector of its article's title; zeros where it has none.
        whole: Unit vector of it as one text, its title before it.
    """

    article: int
    title: Sequence[str]
    sentences: Sequence[Sequence[str]]
    vectors: Matrix
    title_vector: Vector
    whole: Vector


@dataclass(frozen=True, slots=True)
class Signs:
    """The candidates' signs, a row each in their order.

    Attributes:
        similarities: Cosine of the question's vector and each span's, as they are.
        nearest: The greatest cosine of a span or the title, without what all spans have in common.
        wholes: Unit vectors of the passages as one text each, without what all have in common, shape
            (candidates, dimension).
        titles: The same of the titles, or zeros.
        question: The same of the question.
        crowding: The mean cosine of the passage as a whole and its nearest among the candidates of
            other articles: what is near to everything tells little by being near to the question.
        passage: BM25 over title, heading and text as one.
        pairs: BM25 of the question's neighbouring pairs of words.
        sentence: BM25 of the best sentence.
        covered: The share of the question's words, rare ones counting more, that one sentence and
            what stands above it hold, 0 to 1.
        fragments: BM25 over the fragments of words, title, heading and text as one.
    """

    similarities: Sequence[Column]
    nearest: Column
    wholes: Matrix
    titles: Matrix
    question: Vector
    crowding: Column
    passage: Column
    pairs: Column
    sentence: Column
    covered: Column
    fragments: Column


class _Worded(NamedTuple):
    passage: float
    pairs: float
    sentence: float
    covered: float
    fragments: float


def signs_of(
    candidates: Sequence[Candidate],
    question: Vector,
    words: QuestionWords,
    *,
    mean_length: float,
    common: Common,
) -> Signs:
    """The signs of one candidate or more.

    Args:
        candidates: At least one.
        question: Its unit vector.
        words: Its words.
        mean_length: Stems of a passage in this library, on average.
        common: What the library's vectors have in common.
    """
    spans = np.concatenate([candidate.vectors for candidate in candidates])
    starts = np.cumsum([0, *(len(candidate.vectors) for candidate in candidates[:-1])])
    titles = without(common.sentences, np.stack([each.title_vector for each in candidates]))
    best = np.maximum.reduceat(cosines(common.sentences, spans, question), starts)
    wholes = without(common.wholes, np.stack([candidate.whole for candidate in candidates]))
    worded = np.array([_worded(candidate, words, mean_length) for candidate in candidates])
    return Signs(
        similarities=np.split(spans @ question, starts[1:]),
        nearest=np.maximum(best, titles @ without(common.sentences, question)),
        wholes=wholes,
        titles=titles,
        question=without(common.wholes, question),
        crowding=_crowding(wholes, np.array([candidate.article for candidate in candidates])),
        passage=worded[:, 0],
        pairs=worded[:, 1],
        sentence=worded[:, 2],
        covered=worded[:, 3],
        fragments=worded[:, 4],
    )


def _crowding(wholes: NDArray[np.floating], articles: NDArray[np.int64]) -> Column:
    """The mean cosine of each and its nearest of other articles; 0 where there is none.

    Conneau et al. 2018, "Word Translation Without Parallel Data", take it off to reduce hubs.
    """
    own = articles[:, None] == articles
    away = np.where(own, np.inf, -(wholes @ wholes.T))
    nearest = np.partition(away, min(_NEIGHBOURS, len(away)) - 1, axis=1)[:, :_NEIGHBOURS]
    there = np.isfinite(nearest)
    return -np.where(there, nearest, 0).sum(axis=1) / np.maximum(there.sum(axis=1), 1)


def _worded(candidate: Candidate, words: QuestionWords, mean_length: float) -> _Worded:
    above = words.counted(candidate.title)
    sentences = [words.counted(stems) for stems in candidate.sentences]
    size = (len(candidate.title) + sum(map(len, candidate.sentences))) / mean_length
    alike = _bm25(_fragments(candidate, words), words.fragments.weights, size)
    held = sum((counts.words for counts in sentences), start=above.words)
    if not held:
        return _Worded(0.0, 0.0, 0.0, 0.0, alike)
    pairs = sum((counts.pairs for counts in sentences), start=above.pairs)
    return _Worded(
        passage=_bm25(held, words.weights, size),
        pairs=_bm25(pairs, words.pairs, size),
        sentence=max(
            _bm25(counts.words, words.weights, len(stems) / mean_length)
            for counts, stems in zip(sentences, candidate.sentences, strict=True)
        ),
        covered=max(
            sum(words.weights[word] for word in counts.words.keys() | above.words.keys())
            for counts in sentences
        )
        / words.total,
        fragments=alike,
    )


def _fragments(candidate: Candidate, words: QuestionWords) -> Counter[str]:
    """How often each fragment of the question's words stands in the candidate."""
    stems = chain(candidate.title, *candidate.sentences)
    return Counter(chain.from_iterable(map(words.fragments.__getitem__, stems)))


def _bm25(found: Mapping[_Word, int], weights: Mapping[_Word, float], size: float) -> float:
    """BM25 of a text with these counts; `size` is its length over the mean one."""
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * size)
    return sum(weights[word] * count / (count + norm) for word, count in found.items())
