"""How honest a confidence is and what caution buys, as plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.reporting.parts import Lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.evaluation.certainty import Bin, Risk

_HONEST: Final = "as it should be"


def risk_plot(curves: Mapping[str, Sequence[Risk]]) -> Lines:
    """The share of the surest answers that is wrong, over how many are given, a curve a name."""
    return Lines(
        "Risk and coverage",
        "share of the questions that is answered, the surest first",
        "share of those answers that is wrong",
        {name: [(risk.coverage, risk.risk) for risk in curve] for name, curve in curves.items()},
        note="Further left fewer questions are answered. A good confidence is wrong seldom there, and "
        "rises late; one that knows nothing is level.",
    )


def reliability_plot(curves: Mapping[str, Sequence[Bin]]) -> Lines:
    """The share of the questions with an answer over the confidence in one, a curve a name."""
    told = {
        name: [(each.confidence, each.answerable) for each in bins] for name, bins in curves.items()
    }
    return Lines(
        "Reliability",
        "confidence",
        "share of the questions that has an answer",
        {**told, _HONEST: [(0.0, 0.0), (1.0, 1.0)]},
        note="On the straight line the confidence keeps its word: of the questions at 0.8, eight in "
        "ten have an answer. Below it, it promises too much.",
    )
