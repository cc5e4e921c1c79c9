"""The kind of study that is asked for moves forward, and retracted work is told from what is not."""

from __future__ import annotations

import pytest

from index.article import Status
from index.evidence_card import Design
from index.holdings.filters import Filters
from tests.index.questions.shelf import understood


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("a review of 2022 studies", Filters(designs=(Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS))),
        ("observational studies of fat", Filters(designs=(Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL))),
        ("clinical trials of magnets", Filters(designs=(Design.TRIAL, Design.RANDOMISED_TRIAL))),
        ("which reviews are there on fat", Filters(designs=(Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS))),
        ("no reviews of fat please", Filters()),
        ("has anything on ankles been retracted?", Filters(statuses=(Status.RETRACTED,))),
        ("is the magnet study retracted?", Filters(statuses=(Status.RETRACTED,))),
        ("any retracted papers on ankles", Filters(statuses=(Status.RETRACTED,))),
        ("any retractions about ankles", Filters(statuses=(Status.RETRACTED,))),
    ],
)  # fmt: skip
def test_a_kind_of_study_is_only_preferred(question: str, preferred: Filters) -> None:
    """Nothing is shut out for it."""
    intent = understood(question)
    assert (intent.filters, intent.preferred) == (Filters(), preferred)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("excluding retracted papers, do magnets help?", "do magnets help?", Filters(statuses=(Status.RETRACTED,))),
        ("non-retracted studies on magnets", "magnets", Filters(statuses=(Status.RETRACTED,))),
    ],
)  # fmt: skip
def test_what_is_not_to_be_retracted_is_left_out(
    question: str, rest: str, unwanted: Filters
) -> None:
    """And never the other way round."""
    intent = understood(question)
    assert (intent.question, intent.unwanted) == (rest, (unwanted,))
    assert not intent.filters
    assert not intent.preferred


def test_what_only_says_that_articles_are_asked_for_is_not_searched_for() -> None:
    """No article speaks of retracted papers on its matter."""
    assert understood("are there any retracted papers on ankles?").question == "ankles?"
    assert understood("any retractions about ankles?").question == "ankles?"
    assert understood("since 2022, what studies are there on fat?").question == "fat?"


@pytest.mark.parametrize(
    ("question", "designs"),
    [
        ("reviews and meta-analyses on fat", {Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS}),
        ("trials or cohort studies on fat", {Design.TRIAL, Design.RANDOMISED_TRIAL, Design.COHORT}),
        ("case-control, cohort and animal studies of fat", {Design.CASE_CONTROL, Design.COHORT, Design.ANIMAL}),
        ("what do RCTs or guidelines say on fat", {Design.RANDOMISED_TRIAL, Design.GUIDELINE}),
        ("neither case reports nor guidelines on fat", set()),
        ("news and case reports on fat", {Design.CASE_REPORT}),
    ],
)  # fmt: skip
def test_any_of_several_kinds_moves_forward(question: str, designs: set[Design]) -> None:
    """Those before the last of a list may do without their noun."""
    assert set(understood(question).preferred.designs) == designs
