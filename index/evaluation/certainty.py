"""Whether a probability of an answer keeps its word: who is told apart, how honest it is, what caution costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

_BINS: Final = 10


class Bin(NamedTuple):
    """Questions of about one confidence.

    Attributes:
        questions: How many.
        confidence: Their mean confidence.
        answerable: The share of them that the library answers.
    """

    questions: int
    confidence: float
    answerable: float


class Risk(NamedTuple):
    """What it costs to answer the surest share of the questions.

    Attributes:
        coverage: The share that is answered.
        risk: The share of those that is answered wrongly.
    """

    coverage: float
    risk: float


def auroc(answerable: Sequence[float], others: Sequence[float]) -> float:
    """The chance that an answerable question has more confidence than another; ties count half."""
    both = np.asarray(answerable)[:, None] - np.asarray(others)[None, :]
    return float((both > 0).mean() + 0.5 * (both == 0).mean())


def reliability(confidences: Sequence[float], truths: Sequence[bool]) -> tuple[Bin, ...]:
    """Ten bins of equal width, the empty ones left out."""
    chances, truth = np.asarray(confidences), np.asarray(truths)
    place = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    return tuple(
        Bin(int(held.sum()), float(chances[held].mean()), float(truth[held].mean()))
        for held in (place == number for number in range(_BINS))
        if held.any()
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean gap of confidence and truth (https://arxiv.org/abs/1706.04599)."""
    total = sum(each.questions for each in bins)
    return sum(each.questions * abs(each.confidence - each.answerable) for each in bins) / total


def risk_coverage(
    confidences: Sequence[float], right: Sequence[bool], *, steps: int = 10
) -> tuple[Risk, ...]:
    """The share answered wrongly when only the surest are answered, in equal steps of coverage."""
    order = np.argsort(-np.asarray(confidences), kind="stable")
    wrong = 1.0 - np.asarray(right, dtype=float)[order]
    counts = sorted({max(1, round(len(wrong) * step / steps)) for step in range(1, steps + 1)})
    return tuple(Risk(count / len(wrong), float(wrong[:count].mean())) for count in counts)
