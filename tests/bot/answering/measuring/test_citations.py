"""A statement is borne out by what it cites or it is not, and every citation earns its place."""

from __future__ import annotations

import numpy as np
import pytest

from bot.answering.answer import Answer, Citation, Statement
from bot.answering.measuring.citations import Cited, by_check, by_wording, cited
from bot.answering.support.check import SupportCheck
from index.words.lexical import Stemmer


class Deaf:
    """Finds every text like every other, so that only rules and coverage decide."""

    def embed_passages(self, texts):
        return np.ones((len(texts), 1), dtype=np.float32)


def answer(text: str, *quotes: str) -> Answer:
    """One statement that cites these quotes."""
    citations = tuple(Citation(n, quote, 0, 1, "p", "") for n, quote in enumerate(quotes, 1))
    statement = Statement(text, citations)
    return Answer("q", False, 0.9, (statement,), (), (), "g", "extractive")


BEES = "Bees dance in the dark hive."
WASPS = "Wasps sting in late autumn."


def test_counts_are_those_of_alce():
    """Borne out alone; borne out beside an idle quote; borne out by two together; not at all."""
    check = by_check(SupportCheck(Stemmer(), Deaf()))
    both = "Bees dance in the dark hive and wasps sting in late autumn."
    assert cited([answer(BEES, BEES)], check) == Cited(1, 1, 1, 1)
    assert cited([answer(BEES, BEES, WASPS)], check) == Cited(1, 1, 2, 1)
    assert cited([answer(both, BEES, WASPS)], check) == Cited(1, 1, 2, 2)
    assert cited([answer(BEES, WASPS)], check) == Cited(1, 0, 1, 0)


def test_no_statement_has_no_shares():
    """Nor is anything divided by nothing."""
    nothing = cited([], by_check(SupportCheck(Stemmer(), Deaf())))
    assert (nothing.recall, nothing.precision) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("statement", "borne_out"),
    [
        pytest.param("Bees may dance for 20 minutes in the dark hive.", True, id="verbatim"),
        pytest.param("By contrast: bees may dance for 20 minutes in the dark hive.", True, id="led up to"),
        pytest.param("Bees dance for 20 minutes in the dark hive.", True, id="less than it says"),
        pytest.param("Bees may dance for 30 minutes in the dark hive.", False, id="another number"),
        pytest.param("Bees may not dance for 20 minutes in the dark hive.", False, id="a not"),
        pytest.param("In the dark hive dance bees for minutes, 20 of them.", False, id="another order"),
        pytest.param("Wasps sting.", False, id="something else"),
        pytest.param("…", False, id="nothing"),
    ],
)  # fmt: skip
def test_the_second_judge_reads_words_in_their_order(statement: str, *, borne_out: bool):
    """It knows nothing of meaning: what is left out goes unseen, what is put in does not."""
    source = "In summer, bees may dance for 20 minutes in the dark hive."
    assert by_wording(statement, source) is borne_out
