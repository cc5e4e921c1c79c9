"""Figures of confidence agree with another tool's, and with what can be counted on fingers."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from sklearn.metrics import roc_auc_score

from index.evaluation.certainty import auroc, calibration_error, reliability, risk_coverage

chances = st.lists(st.sampled_from([n / 20 for n in range(21)]), min_size=1, max_size=30)


@given(chances, chances)
def test_auroc_is_scikit_learns(answerable: list[float], others: list[float]):
    """Ties included."""
    truth = [1] * len(answerable) + [0] * len(others)
    theirs = roc_auc_score(truth, answerable + others)
    assert auroc(answerable, others) == pytest.approx(theirs)


def test_a_probability_that_keeps_its_word_has_no_error():
    """Of those at 0.75, three in four; the other way around it is far off."""
    honest = reliability([0.75] * 4 + [0.0] * 2, [True] * 3 + [False] * 3)
    assert [each.questions for each in honest] == [2, 4]
    assert calibration_error(honest) == pytest.approx(0)
    assert calibration_error(reliability([0.99, 0.01], [False, True])) == pytest.approx(0.99)


def test_caution_lowers_the_risk():
    """Where the sure answers are the right ones."""
    curve = risk_coverage([0.2, 0.9, 0.8, 0.1], [False, True, True, False], steps=4)
    assert [each.coverage for each in curve] == [0.25, 0.5, 0.75, 1.0]
    assert [each.risk for each in curve] == pytest.approx([0, 0, 1 / 3, 1 / 2])


@given(chances)
def test_a_curve_ends_with_everything_answered(confidences: list[float]):
    """At full coverage the risk is the share of wrong answers."""
    right = [chance > 0.5 for chance in confidences]
    last = risk_coverage(confidences, right)[-1]
    assert last.coverage == 1
    assert last.risk == pytest.approx(right.count(False) / len(right))
