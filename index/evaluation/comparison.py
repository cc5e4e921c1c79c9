"""Whether one run is better than another, or only luckier: a paired test, question by question."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import stats

from index.errors.asked import JudgedQuestionsError
from index.evaluation.figures import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

_RESAMPLES: Final = 9999
_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of two runs over the same questions.

    Attributes:
        figure: Its name.
        before: Mean of the saved run.
        now: Mean of this one.
        p: Chance of a difference this large between runs that are equally good: a two-sided paired
            permutation test (Smucker, Allan and Carterette 2007).
        better: Questions that gained.
        worse: Questions that lost.
    """

    figure: str
    before: float
    now: float
    p: float
    better: int
    worse: int


def compared(
    before: Mapping[str, Mapping[str, float]], now: Mapping[str, Mapping[str, float]]
) -> tuple[Comparison, ...]:
    """Every figure of the questions that both runs were asked; none where they share no question."""
    shared = [question for question in now if question in before]
    return tuple(
        _compared(name, [before[q][name] for q in shared], [now[q][name] for q in shared])
        for name in NAMES
        if shared
    )


def read_run(file: Path) -> dict[str, tuple[str, ...]]:
    """The ranking in a file of TREC's format: by question, documents, best first.

    Raises:
        JudgedQuestionsError: It is missing or cannot be understood.
    """
    try:
        lines = file.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise JudgedQuestionsError(file, "it cannot be read as a run") from error
    ranked: dict[str, list[tuple[int, str]]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            question, _, document, rank, *_ = line.split("\t" if "\t" in line else None)
            ranked.setdefault(question, []).append((int(rank), document))
        except ValueError as error:
            reason = "a line is no question, Q0, document, rank, score and name"
            raise JudgedQuestionsError(file, reason, number) from error
    return {q: tuple(document for _, document in sorted(found)) for q, found in ranked.items()}


def _compared(name: str, before: list[float], now: list[float]) -> Comparison:
    gains = [n - b for b, n in zip(before, now, strict=True)]
    return Comparison(
        figure=name,
        before=round(fmean(before), 4),
        now=round(fmean(now), 4),
        p=round(_chance(gains), 4),
        better=sum(gain > 0 for gain in gains),
        worse=sum(gain < 0 for gain in gains),
    )


def _mean(values: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    return np.asarray(values.mean(axis=axis))


def _chance(gains: list[float]) -> float:
    if len(gains) <= 1 or not any(gains):
        return 1.0  # nothing to permute
    test = stats.permutation_test(
        (gains,),
        _mean,
        permutation_type="samples",
        n_resamples=_RESAMPLES,
        rng=_SEED,
        vectorized=True,
    )
    return float(test.pvalue)
