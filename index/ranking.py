"""How candidates are ordered: by what they mean and by their words, one setting for every library.

Each candidate's features are exact, whichever engine proposed it; every sum is brought to 0..1 over
the candidates before it is weighed. What leads then lends support to what is like it. The constants
were chosen on COVID-QA, SciFact and Cranfield together; `python -m scripts.bench.ablation` measures
what each is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

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

_ABOVE: Final = 0.5
"""What a word above a passage counts within a sentence that leaves it out: less than one it says."""

_LEADERS: Final = 5
_DECAY: Final = 0.1
"""The first candidates that lend support, and the score by which a leader counts 1/e of the first:
one that stands out speaks alone, and many that are close speak together."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts; the same for every library, unless one was adapted to its own.

    Attributes:
        meaning: Share of meaning, 0 to 1; the rest is words.
        whole: What the passage as a whole counts beside its best sentence.
        title: What the title counts within the passage as a whole.
        pair: What words side by side count beside words anywhere.
        sentence: What words together in one sentence count beside words anywhere.
        covered: What the share of the question's words that one sentence holds counts beside
            meaning and words.
        likeness: What being like the leaders counts beside all the others.
    """

    meaning: float = 0.55
    whole: float = 0.6
    title: float = 0.5
    pair: float = 0.2
    sentence: float = 0.25
    covered: float = 0.25
    likeness: float = 0.4


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
    wholes = np.stack([_whole(candidate, weights) for candidate in candidates])
    nearest = [
        max(float(cosines.max()), float(candidate.title_vector @ question))
        for candidate, cosines in zip(candidates, similarities, strict=True)
    ]
    meaning = np.array(nearest) + weights.whole * (wholes @ question)
    worded = [_words(candidate, words, mean_length, weights) for candidate in candidates]
    first = _first(meaning, worded, weights)
    like = _spread(_likeness(wholes, first))
    total = (first + weights.likeness * like) / (1 + weights.likeness)
    return tuple(
        Scored(float(score), held.passage, tuple(cosines.tolist()))
        for score, held, cosines in zip(total, worded, similarities, strict=True)
    )


class _Worded(NamedTuple):
    """BM25 of a passage, the sum it is ranked by, and what its best sentence holds of the question."""

    passage: float
    ranked: float
    covered: float


def _whole(candidate: Candidate, weights: Weights) -> Vector:
    """The unit vector of the passage and its article's title together."""
    return _unit(_unit(candidate.vectors.sum(axis=0)) + weights.title * candidate.title_vector)


def _first(
    meaning: NDArray[np.floating], worded: Sequence[_Worded], weights: Weights
) -> NDArray[np.floating]:
    """What each candidate is worth by itself, 0 to 1."""
    ranked = _spread(np.array([held.ranked for held in worded]))
    covered = _spread(np.array([held.covered for held in worded]))
    both = weights.meaning * _spread(meaning) + (1 - weights.meaning) * ranked
    return (both + weights.covered * covered) / (1 + weights.covered)


def _likeness(wholes: Matrix, first: NDArray[np.floating]) -> NDArray[np.floating]:
    """How near each candidate lies to what the leaders have in common."""
    leaders = np.argsort(-first, kind="stable")[:_LEADERS]
    shares = np.exp((first[leaders] - first[leaders[0]]) / _DECAY)
    return wholes @ _unit(shares @ wholes[leaders])


def _words(
    candidate: Candidate, words: QuestionWords, mean_length: float, weights: Weights
) -> _Worded:
    above = words.counted(candidate.title)
    sentences = [words.counted(stems) for stems in candidate.sentences]
    size = (len(candidate.title) + sum(map(len, candidate.sentences))) / mean_length
    held = sum((counts.words for counts in sentences), start=above.words)
    if not held:
        return _Worded(0.0, 0.0, 0.0)
    pairs = sum((counts.pairs for counts in sentences), start=above.pairs)
    passage = _bm25(held, words.weights, size)
    sentence = max(
        _bm25(counts.words, words.weights, len(stems) / mean_length)
        for counts, stems in zip(sentences, candidate.sentences, strict=True)
    )
    ranked = passage + weights.pair * _bm25(pairs, words.pairs, size) + weights.sentence * sentence
    covered = max(_covered(counts.words, above.words, words.weights) for counts in sentences)
    return _Worded(passage, ranked, covered)


def _covered(
    sentence: Mapping[str, int], above: Mapping[str, int], weights: Mapping[str, float]
) -> float:
    """What the question's words weigh that a sentence says, or leaves to what stands above it."""
    said = sum(weights[word] for word in sentence)
    return said + _ABOVE * sum(weights[word] for word in above if word not in sentence)


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
