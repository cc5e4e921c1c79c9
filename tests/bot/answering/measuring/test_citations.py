"""A statement is borne out by what it cites or it is not, and every citation earns its place."""

from __future__ import annotations

import numpy as np

from bot.answering.answer import Answer, Citation, Statement
from bot.answering.measuring.citations import Cited, cited
from bot.answering.support.check import SupportCheck
from index.lexical import Stemmer


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
    check = SupportCheck(Stemmer(), Deaf())
    both = "Bees dance in the dark hive and wasps sting in late autumn."
    assert cited([answer(BEES, BEES)], check) == Cited(1, 1, 1, 1)
    assert cited([answer(BEES, BEES, WASPS)], check) == Cited(1, 1, 2, 1)
    assert cited([answer(both, BEES, WASPS)], check) == Cited(1, 1, 2, 2)
    assert cited([answer(BEES, WASPS)], check) == Cited(1, 0, 1, 0)


def test_no_statement_has_no_shares():
    """Nor is anything divided by nothing."""
    nothing = cited([], SupportCheck(Stemmer(), Deaf()))
    assert (nothing.recall, nothing.precision) == (0.0, 0.0)
