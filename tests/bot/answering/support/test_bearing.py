"""A statement is compared with what it was made of, not with all that stands around it."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answering.support.bearing import compared, windows_of
from bot.answering.support.check import SupportCheck
from bot.answering.support.verdict import Reason
from index.words.lexical import Stemmer


class Deaf:
    """Finds every text like every other, so that only rules and coverage decide."""

    def embed_passages(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


CHECK = SupportCheck(Stemmer(), Deaf())

SPAN = (
    "Ketamine lifted mood in 64% of patients. It may be addictive, which was not studied. "
    "Liew [11] found 9 antigens and Anderson [12] found 30 antibodies."
)


def test_windows_are_sentences_and_neighbours() -> None:
    """A statement may be made of two."""
    assert windows_of("Bees dance. Wasps sting.") == [
        "Bees dance.",
        "Wasps sting.",
        "Bees dance. Wasps sting.",
    ]
    assert windows_of("bees") == ["bees"]


def test_what_is_repeated_is_compared_with_itself() -> None:
    """Else with the sentences that hold most of its words."""
    stems = Stemmer().terms
    repeated = "Ketamine lifted mood in 64% of patients."
    assert compared(repeated, SPAN, stems).near == repeated
    both = "Ketamine may lift the mood of patients, and be addictive."
    assert "may" in compared(both, SPAN, stems).near


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("Mood was lifted by ketamine in 64 % of patients.", id="a may elsewhere"),
        pytest.param(
            "Liew found 9 antigens and Anderson found 30 antibodies.", id="numbers of notes"
        ),
    ],
)
def test_what_stands_beside_the_point_is_no_objection(statement: str) -> None:
    """Neither a hedge, nor a denial, nor the number of a reference."""
    assert CHECK.broken_rules(statement, SPAN) == []


@pytest.mark.parametrize(
    ("span", "wider"),
    [
        pytest.param("Sleep lowers stress. Rats were fed twice a day.", False, id="another subject behind"),
        pytest.param("Sleep lowers stress. This was seen in rats.", True, id="what points back"),
        pytest.param("We watched rats. Sleep lowers stress.", True, id="before"),
    ],
)  # fmt: skip
def test_whom_it_was_found_in_stands_before_or_points_back(span: str, *, wider: bool) -> None:
    """A sentence behind that takes up something else says nothing of it."""
    reasons = {
        objection.reason for objection in CHECK.broken_rules("Sleep lowers the stress.", span)
    }
    assert (Reason.WIDER in reasons) is wider


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        pytest.param("Ketamine is addictive, which was not studied.", Reason.SURER, id="its own may"),
        pytest.param("Aspirin lifted mood in 64% of patients.", Reason.SWAPPED, id="another drug"),
        pytest.param("Ketamine lifted mood in 64% of rabbits.", Reason.SWAPPED, id="another species"),
        pytest.param("Liew found 30 antigens and Anderson found 9 antibodies.", Reason.NUMBER_SWAPPED, id="numbers swapped"),
    ],
)  # fmt: skip
def test_what_stands_at_the_point_is_one(statement: str, reason: Reason) -> None:
    """One word put for another changes who did what to whom."""
    assert reason in {objection.reason for objection in CHECK.broken_rules(statement, SPAN)}


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(
            "Ketamine improved mood in 64% of participants.",
            id="synonyms of people and of getting better",
        ),
        pytest.param("Mood, in 64% of patients, was lifted by ketamine.", id="another order"),
    ],
)
def test_an_honest_synonym_is_no_swap(statement: str) -> None:
    """Those have rules of their own, or need none."""
    reasons = {objection.reason for objection in CHECK.broken_rules(statement, SPAN)}
    assert Reason.SWAPPED not in reasons
