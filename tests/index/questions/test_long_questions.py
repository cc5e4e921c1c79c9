"""However long a question is, it is read in a moment."""

from __future__ import annotations

from time import perf_counter

import pytest

from tests.index.questions.shelf import understood


@pytest.mark.parametrize(
    "part",
    [
        *("papers ", "by Smith ", "in 2020 ", "Smith, ", "not from ", "et al ", "the last ", "A&", "  "),
        *("PsyPost on ", "in Plos ", "a review of ", "trials on ", "latest on ", "studies between "),
    ],
)  # fmt: skip
def test_a_long_question_costs_no_time(part: str) -> None:
    """However often it names what a rule looks for: five times the letters of a long message take a moment."""
    started = perf_counter()
    understood((part * 20_000)[:20_000])
    assert perf_counter() - started < 3
