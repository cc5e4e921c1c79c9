"""However long a question is, it is read in a moment."""

from __future__ import annotations

import pytest

from tests.growth import BEARABLE, growth
from tests.index.questions.shelf import understood


@pytest.mark.parametrize(
    "part",
    [
        *("papers ", "by Smith ", "in 2020 ", "Smith, ", "not from ", "et al ", "the last ", "A&", "  "),
        *("PsyPost on ", "in Plos ", "a review of ", "trials on ", "latest on ", "studies between "),
        *("published posted written that which ", "reviews and ", "in 2019 or ", "2019, ", "PLOS ONE and "),
        *("Smith and ", "neither nor ", "PsyPost, ", "lancet/", "since 2020 papers by Smith ", "in May or ", "in nature and plos one ", "nature and PLOS ONE, ", "in 2019, 2020 or ", "Smith and Zhang, ", "did Smith publish ", "papers of Maria ", "Smith's sleep ", "newest Smith ",
        "review or an ", "none of ", "but nothing ", "; none by ", "papers since 2020 looking ", "according to nature and plos one, ", "since 2020 lockdowns ", "studies since 2020 ", "not retracted, ", "but not ", "Smith 2022) "),
    ],
)  # fmt: skip
def test_a_question_costs_no_more_than_its_length(part: str) -> None:
    """However often it names what a rule looks for: what is four times as long takes about four times as long."""
    assert growth(understood, part, letters=5000) < BEARABLE
