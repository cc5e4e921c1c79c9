"""How candidates are ordered: by what they mean and by their words, one setting for every library.

Each candidate's features are exact, whichever engine proposed it; both sums are brought to 0..1 over
the candidates before they are weighed. The constants were chosen on COVID-QA, SciFact and Cranfield
together; `python -m scripts.evaluate` measures them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from index.arrays import Matrix, Vector
    from index.words import QuestionWords

_Word = TypeVar("_Word", str, tuple[str, str])

_SATURATION: Final = 0.9
_LENGTH: Final = 0.4
"""BM25's k1 and b, as Anserini has them for passages."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts; the same for every library, unless one was adapted to its own.

    Attributes:
        meaning: Share of meaning in a score, 0 to 1; the rest is words.
        whole: What the passage as a whole counts beside its best sentence.
        title: What the title counts within the passage as a whole.
        pair: What words side by side count beside words anywhere.
        sentence: What words together in one sentence count beside words anywhere.
    """

    meaning: float = 0.55
    whole: float = 0.6
    title: float = 0.5
    pair: float = 0.2
    sentence: float = 0.25


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may answer.

    Attributes:
        title: Stems of what stands above it: its article's title and its heading.
        sentences: Stems of each of its spans, in order.
        vectors: Unit vectors of its spans, shape (spans, dimension).
        title_vector: Unit vector of its article's title; zeros where it has none.
    """

    title: Sequence[str]
    sentences: Sequence[Sequence[str]]
    vectors: Matrix
    title_vector: Vector


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate's score, 0 to 1 within one question, and what it is made of.

    Attributes:
        score: What candidates are ordered by.
        lexical: BM25 over title, heading and text.
        similarities: Cosine of the question's vector and each span's.
    """

    score: float
    lexical: float
    similarities: Sequence[float]


def scored(
    candidates: Sequence[Candidate],
    question: Vector,
    words: QuestionWords,
    *,
    mean_length: float,
    weights: Weights,
) -> tuple[Scored, ...]:
    """A score for each candidate, in their order."""
    if not candidates:
        return ()
    similarities = [candidate.vectors @ question for candidate in candidates]
    meaning = np.array(
        [_meaning(c, s, question, weights) for c, s in zip(candidates, similarities, strict=True)]
    )
    lexical = [_words(candidate, words, mean_length, weights) for candidate in candidates]
    worded = np.array([ranked for _, ranked in lexical])
    total = weights.meaning * _spread(meaning) + (1 - weights.meaning) * _spread(worded)
    return tuple(
        Scored(float(score), bm25, tuple(cosines.tolist()))
        for score, (bm25, _), cosines in zip(total, lexical, similarities, strict=True)
    )


def _meaning(
    candidate: Candidate, similarities: Vector, question: Vector, weights: Weights
) -> float:
    titled = float(candidate.title_vector @ question)
    best = max(float(similarities.max()), titled)
    whole = _unit(candidate.vectors.sum(axis=0)) + weights.title * candidate.title_vector
    return best + weights.whole * float(_unit(whole) @ question)


def _words(
    candidate: Candidate, words: QuestionWords, mean_length: float, weights: Weights
) -> tuple[float, float]:
    """BM25 of the passage, and the sum that is ranked by."""
    above = words.counted(candidate.title)
    sentences = [words.counted(stems) for stems in candidate.sentences]
    size = (len(candidate.title) + sum(map(len, candidate.sentences))) / mean_length
    held = sum((counts.words for counts in sentences), start=above.words)
    if not held:
        return 0.0, 0.0
    pairs = sum((counts.pairs for counts in sentences), start=above.pairs)
    passage = _bm25(held, words.weights, size)
    sentence = max(
        _bm25(counts.words, words.weights, len(stems) / mean_length)
        for counts, stems in zip(sentences, candidate.sentences, strict=True)
    )
    ranked = passage + weights.pair * _bm25(pairs, words.pairs, size) + weights.sentence * sentence
    return passage, ranked


def _bm25(found: Mapping[_Word, int], weights: Mapping[_Word, float], size: float) -> float:
    """BM25 of a text with these counts; `size` is its length over the mean one."""
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * size)
    return sum(weights[word] * count / (count + norm) for word, count in found.items())


def _spread(values: NDArray[np.floating]) -> NDArray[np.floating]:
    """The values brought to 0..1; all zeros where they do not differ."""
    low, high = values.min(), values.max()
    return (values - low) / (high - low) if high > low else np.zeros_like(values)


def _unit(vector: NDArray[np.floating]) -> NDArray[np.floating]:
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
