"""However long a message is, what it asks is found in a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.answering.questions.chatter import bare
from bot.answering.questions.newer import asks_for_newer
from bot.answering.questions.pointers import spoken
from bot.answering.questions.widening import widened
from tests.growth import BEARABLE, growth

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("read", "part"),
    [(widened, ", "), (widened, "(- "), (widened, "and but now "), (spoken, "\n"), (spoken, " \n-"), (bare, ", "), (asks_for_newer, "any of the new ")],
)  # fmt: skip
def test_a_message_costs_no_more_than_its_length(read: Callable[[str], object], part: str) -> None:
    """Marks in a row and lines without a word are what people paste."""
    assert growth(read, part, letters=2000) < BEARABLE
