"""What people say around a question is no part of it."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, strategies as st

from bot.answering.questions.chatter import bare


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        pytest.param("hi! does tea help with gout?", "does tea help with gout", id="a greeting"),
        pytest.param("can you tell me if tea helps with gout please", "tea helps with gout", id="a request"),
        pytest.param("I was wondering whether tea helps with gout, thanks!", "tea helps with gout", id="wondering"),
        pytest.param("tea helps with gout, true or false?", "tea helps with gout", id="true or false"),
        pytest.param("does tea help with gout? asking for a friend lol", "does tea help with gout", id="a friend"),
        pytest.param("My aunt drinks tea. Does green tea help people with gout?", "Does green tea help people with gout?", id="a story before it"),
        pytest.param("thanks!", "thanks!", id="nothing but chatter"),
        pytest.param("does tea help with gout?", "does tea help with gout?", id="nothing around"),
    ],
)  # fmt: skip
def test_the_question_is_bared(typed: str, asked: str) -> None:
    """Whatever remains asks the same."""
    assert bare(typed).rstrip("?") == asked.rstrip("?")


@given(st.text(max_size=200))
def test_a_question_is_never_lost(typed: str) -> None:
    """What is left is words of what was typed, and something is left of anything."""
    left = bare(typed)
    assert left in " ".join(typed.split())
    assert bool(left) == bool(typed.split())


@pytest.mark.parametrize("part", [", ", "? ", ". ", "- ", "please ", "right? ", "a b? ", "hi, "])
def test_chatter_without_end_costs_no_time(part: str) -> None:
    """As long as a message may be."""
    started = perf_counter()
    assert bare((part * 4000)[:4000])
    assert perf_counter() - started < 1
