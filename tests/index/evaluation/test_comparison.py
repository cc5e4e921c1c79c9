"""A difference is told from luck by the questions it rests on."""

from __future__ import annotations

import random

import pytest

from index.evaluation.comparison import compared
from index.evaluation.figures import NAMES

Figures = dict[str, dict[str, float]]


def run_of(*values: float) -> Figures:
    """A run in which every figure of a question has this value."""
    return {f"q{n}": dict.fromkeys(NAMES, value) for n, value in enumerate(values)}


def noise(seed: int, *, shift: float = 0.0) -> Figures:
    """A hundred questions of chance, moved by `shift`."""
    values = random.Random(seed)  # noqa: S311 - figures, not secrets
    return run_of(*(values.random() + shift for _ in range(100)))


@pytest.mark.parametrize(
    ("before", "now", "certain"),
    [
        pytest.param(run_of(0.5, 0.5), run_of(0.5, 0.5), False, id="the same"),
        pytest.param(run_of(0.1), run_of(0.9), False, id="one question proves nothing"),
        pytest.param(run_of(0.1, 0.2), run_of(0.9, 0.8), False, id="nor do two"),
        pytest.param(noise(1), noise(2), False, id="chance"),
        pytest.param(noise(1), noise(1, shift=0.05), True, id="every question gains"),
        pytest.param(noise(1, shift=0.05), noise(1), True, id="every question loses"),
    ],
)
def test_luck_is_told_from_a_difference(before: Figures, now: Figures, certain: bool) -> None:  # noqa: FBT001 - a table
    """P under one in a hundred only where chance would hardly do it."""
    for comparison in compared(before, now):
        assert (comparison.p < 0.01) is certain


def test_only_questions_of_both_runs_count() -> None:
    """A saved run of another set says nothing."""
    before = run_of(0.5, 0.6)
    before["other"] = dict(before["q0"])
    told = compared(before, run_of(0.6, 0.5, 0.0))
    assert [(c.before, c.now, c.better, c.worse) for c in told] == [(0.55, 0.55, 1, 1)] * len(NAMES)
    assert compared({}, run_of(0.5)) == ()
