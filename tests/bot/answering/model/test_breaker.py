"""A model that fails is asked less and less, and again as soon as it answers."""

from __future__ import annotations

import pytest

from bot.answering.model.breaker import FIRST_PAUSE, LONGEST_PAUSE, Breaker
from bot.answering.model.failures import PausedError


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(clock)


def test_one_failure_is_bad_luck(breaker: Breaker) -> None:
    breaker.admit()
    breaker.failed()
    breaker.admit()
    breaker.worked()
    breaker.failed()
    breaker.admit()


def test_two_are_a_pause_and_one_question_ends_it(breaker: Breaker, clock: Clock) -> None:
    """Others wait for what that one finds."""
    breaker.failed()
    breaker.failed()
    with pytest.raises(PausedError):
        breaker.admit()
    clock.now += FIRST_PAUSE
    breaker.admit()
    with pytest.raises(PausedError):
        breaker.admit()
    breaker.worked()
    breaker.admit()


def test_the_pause_doubles_up_to_a_limit(breaker: Breaker, clock: Clock) -> None:
    for _ in range(30):
        breaker.failed()
    clock.now += LONGEST_PAUSE - 1
    with pytest.raises(PausedError):
        breaker.admit()
    clock.now += 1
    breaker.admit()


def test_what_an_endpoint_asks_for_is_kept(breaker: Breaker, clock: Clock) -> None:
    """One refusal with a time to wait is enough."""
    breaker.failed(wait=100)
    clock.now += 99
    with pytest.raises(PausedError):
        breaker.admit()
    clock.now += 1
    breaker.admit()


def test_a_try_that_nobody_waited_for_is_free_again(breaker: Breaker, clock: Clock) -> None:
    breaker.failed()
    breaker.failed()
    clock.now += FIRST_PAUSE
    breaker.admit()
    breaker.given_up()
    breaker.admit()
