"""The gate lets better generations through, and worse ones not."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.answering.answer import Answer
from bot.answering.measuring.release import Judged, compared


def judged(**figures: float) -> Judged:
    """Figures, with no answers."""
    return Judged(figures, {}, ())


def abstention(question: str) -> Answer:
    """An answer that is none."""
    return Answer(question, True, 0.1, (), (), (), "g", "extractive")


@pytest.mark.parametrize(
    ("before", "now", "fallen"),
    [
        pytest.param(judged(answered=0.9), judged(answered=0.95), [], id="better"),
        pytest.param(judged(answered=0.9), judged(answered=0.88), [], id="within the margin"),
        pytest.param(judged(answered=0.9), judged(answered=0.87), ["answered"], id="worse"),
        pytest.param(
            judged(answered=0.5, abstained=0.9),
            judged(answered=0.9, abstained=0.5),
            ["abstained"],
            id="better in one, worse in another",
        ),
        pytest.param(judged(answered=0.9), judged(), ["answered"], id="a figure is gone"),
        pytest.param(None, judged(answered=0.1), [], id="the first generation"),
    ],
)
def test_what_falls(before: Judged | None, now: Judged, fallen: list[str]) -> None:
    """By more than the margin."""
    verdict = compared(before, now, margin=0.02)
    assert [fall.figure for fall in verdict.falls] == fallen


@given(st.dictionaries(st.sampled_from("abcd"), st.floats(0, 1)))
def test_the_same_never_falls(figures: dict[str, float]) -> None:
    """Nor does any answer change."""
    same = Judged(figures, {"why?": abstention("why?")}, ())
    verdict = compared(same, same, margin=0)
    assert (verdict.falls, verdict.answers) == ((), ())
