"""How long members wait; the clock is moved, not waited for."""

from __future__ import annotations

import pytest

from bot import cooldown
from bot.cooldown import Cooldown
from bot.errors import TooSoonError


class Clock:
    """Stands still until it is moved."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(cooldown, "time", clock)
    return clock


def test_a_member_waits_and_others_do_not(clock: Clock) -> None:
    wait = Cooldown(10)
    wait.admit(1)
    wait.admit(2)
    clock.now += 4
    with pytest.raises(TooSoonError) as refused:
        wait.admit(1)
    assert refused.value.seconds == 6
    clock.now += 6
    wait.admit(1)


def test_asking_too_soon_does_not_prolong_the_wait(clock: Clock) -> None:
    wait = Cooldown(10)
    wait.admit(1)
    clock.now += 9
    with pytest.raises(TooSoonError):
        wait.admit(1)
    clock.now += 1
    wait.admit(1)


def test_no_wait_at_all() -> None:
    wait = Cooldown(0)
    for _ in range(3):
        wait.admit(1)


def test_memory_stays_small(clock: Clock) -> None:
    """Members who may ask again are forgotten before there are too many of them."""
    wait = Cooldown(10)
    for member in range(15_000):
        clock.now += 1
        wait.admit(member)
    assert len(wait._next) <= cooldown._FULL
