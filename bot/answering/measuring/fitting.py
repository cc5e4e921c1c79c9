"""Constants of the confidence, fitted to trials, and how they do on libraries they were not fitted to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from bot.answering.confidence import Signs
from bot.answering.measuring.trials import Kind
from index.errors.asked import MissingPackageError
from index.evaluation.certainty import auroc, calibration_error, reliability

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answering.measuring.trials import Trial

_SHARE: Final = {Kind.ANSWERABLE: 6.0, Kind.LEFT_OUT: 4.0, Kind.SWAPPED: 0.5}
"""What a kind of question weighs in a library, whatever their number; the others weigh 1. Those with an answer
weigh about as much as those without, and of these what a library meets most: a question near to what it holds."""

_HARDEST: Final = (Kind.LEFT_OUT, Kind.NEVER, Kind.SWAPPED, Kind.ELSEWHERE)
"""Questions without an answer, the nearest to one with an answer first."""

_OWN: Final = 5.0
"""Scale of a library's own intercept, so that the fit's penalty hardly holds it."""


class Fit(NamedTuple):
    """A logistic model of the signs.

    Attributes:
        weights: What each sign counts, in the order of `Signs`.
        intercept: What is added to them.
    """

    weights: tuple[float, ...]
    intercept: float

    def chance(self, signs: Signs | None) -> float:
        """The probability of an answer, 0 to 1."""
        if signs is None:
            return 0.0
        logit = self.intercept + float(np.dot(self.weights, signs))
        return float(1 / (1 + np.exp(-logit)))


class Quality(NamedTuple):
    """How a model does on one library.

    Attributes:
        answered: Share of the answerable questions over the threshold.
        auroc: By kind of other question.
        abstained: Share under the threshold, by the same kinds.
        error: Expected calibration error over the answerable questions and those left out.
    """

    answered: float
    auroc: Mapping[str, float]
    abstained: Mapping[str, float]
    error: float


def fitted(trials: Sequence[Trial]) -> Fit:
    """The model for these trials.

    Each library has an intercept of its own while fitting, so that what differs between libraries
    is not laid on the signs; the mean of them is kept.

    Raises:
        MissingPackageError: scikit-learn is not installed.
    """
    try:
        from sklearn import linear_model  # noqa: PLC0415 - only a fit needs it
    except ImportError as error:
        raise MissingPackageError("scikit-learn", "evaluate") from error
    logistic: Any = linear_model  # it tells no types
    known = [trial for trial in trials if trial.signs is not None]
    libraries = list(dict.fromkeys(trial.library for trial in known))
    signs = np.array([trial.signs for trial in known])
    middle, spread = signs.mean(axis=0), signs.std(axis=0)
    own = np.array([[_OWN * (trial.library == name) for name in libraries] for trial in known])
    columns = np.hstack([(signs - middle) / spread, own])
    truth = np.array([trial.kind is Kind.ANSWERABLE for trial in known])
    model = logistic.LogisticRegression(C=1, max_iter=9000, fit_intercept=False)
    found = model.fit(columns, truth, sample_weight=_weights(known)).coef_[0]
    weights = found[: len(Signs._fields)] / spread
    intercept = float(_OWN * found[len(Signs._fields) :].mean() - weights @ middle)
    return Fit(tuple(float(weight) for weight in weights), intercept)


def _weights(trials: Sequence[Trial]) -> Any:  # noqa: ANN401 - an array, which scikit-learn takes untyped
    groups = [(trial.library, trial.kind) for trial in trials]
    counts = {group: groups.count(group) for group in dict.fromkeys(groups)}
    weights = np.array([_SHARE.get(kind, 1.0) / counts[name, kind] for name, kind in groups])
    return weights * len(weights) / weights.sum()


def quality(trials: Sequence[Trial], fit: Fit, *, threshold: float) -> Quality:
    """How the model does on the trials of one library."""
    chances = {
        kind: [fit.chance(trial.signs) for trial in trials if trial.kind is kind] for kind in Kind
    }
    answerable = chances.pop(Kind.ANSWERABLE)
    others = {kind.value: found for kind, found in chances.items() if found}
    judged = near(trials)
    return Quality(
        answered=float(np.mean([chance >= threshold for chance in answerable])),
        auroc={kind: auroc(answerable, found) for kind, found in others.items()},
        abstained={
            kind: float(np.mean([chance < threshold for chance in found]))
            for kind, found in others.items()
        },
        error=calibration_error(
            reliability(
                [fit.chance(trial.signs) for trial in judged],
                [trial.kind is Kind.ANSWERABLE for trial in judged],
            )
        ),
    )


def near(trials: Sequence[Trial]) -> list[Trial]:
    """The answerable questions of a library, and of the others the kind hardest to tell from them."""
    kinds = {trial.kind for trial in trials}
    hardest = next((kind for kind in _HARDEST if kind in kinds), None)
    return [trial for trial in trials if trial.kind in {Kind.ANSWERABLE, hardest}]
