"""What two studies say agrees, differs, or is about two things."""

from __future__ import annotations

import pytest

from bot.answering.agreement import Stand, stand_of
from index.words.lexical import Stemmer

TERMS = Stemmer().terms
ASKED = set(TERMS("tea lower gout risk"))


@pytest.mark.parametrize(
    ("statement", "other", "stand"),
    [
        pytest.param("Tea lowered the risk of gout in adults.", "In adults, tea lowered the risk of gout.", Stand.AGREES, id="the same in another order"),
        pytest.param("Tea lowered the risk of gout in adults.", "Tea raised the risk of gout in adults.", Stand.DIFFERS, id="up and down"),
        pytest.param("Tea lowered the risk of gout in adults.", "Tea did not lower the risk of gout.", Stand.DIFFERS, id="down and nowhere"),
        pytest.param("Tea lowered the risk of gout by 12 % in adults.", "Tea lowered the risk of gout by 30 % in adults.", Stand.APART, id="another figure"),
        pytest.param("Tea lowered the risk of gout in adults.", "Coffee is grown in Brazil.", Stand.APART, id="another subject"),
        pytest.param("Tea lowered the risk of gout in adults.", "Tea lowered the risk of gout, while milk raised the risk of gout.", Stand.APART, id="two ways at once"),
        pytest.param("Tea is related to gout.", "Tea is not related to gout.", Stand.APART, id="denied"),
    ],
)  # fmt: skip
def test_how_two_statements_stand(statement: str, other: str, stand: Stand) -> None:
    """By the directions that answer the question, and by shared words."""
    assert stand_of(statement, other, ASKED, TERMS) is stand
