"""Limits an hour: of a member, of a role, of a server."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from bot.refusals import ServerBusyError, TooManyError
from bot.speaking import quota
from bot.speaking.asking import Asking
from bot.speaking.quota import Quotas, member_limit
from bot.state.servers import ServerRules

if TYPE_CHECKING:
    from collections.abc import Callable

ALICE, BOB = Asking(1, 100, (5,)), Asking(2, 100, (5,))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Turns the clock on."""
    now = [1000.0]
    monkeypatch.setattr(quota.time, "monotonic", lambda: now[0])

    def turn(seconds: float) -> None:
        now[0] += seconds

    return turn


def admitted(quotas: Quotas, rules: ServerRules, asking: Asking) -> bool:
    if quotas.refusal(rules, asking):
        return False
    quotas.charge(asking)
    return True


def test_a_member_waits_for_the_first_of_the_hour(later: Callable[[float], None]) -> None:
    quotas, rules = Quotas(), ServerRules(member_hour=2)
    assert admitted(quotas, rules, ALICE)
    later(600)
    assert admitted(quotas, rules, ALICE)
    refusal = quotas.refusal(rules, ALICE)
    assert isinstance(refusal, TooManyError)
    assert refusal.seconds == pytest.approx(3000)
    told = re.search(r"<t:(\d+):R>", str(refusal))
    assert told
    assert int(told[1]) == pytest.approx(time.time() + 3000, abs=30)
    assert admitted(quotas, rules, BOB)
    later(3001)
    assert admitted(quotas, rules, ALICE)
    assert not admitted(quotas, rules, ALICE)


def test_a_server_as_a_whole(later: Callable[[float], None]) -> None:
    quotas, rules = Quotas(), ServerRules(server_hour=2)
    assert admitted(quotas, rules, ALICE)
    assert admitted(quotas, rules, BOB)
    assert isinstance(quotas.refusal(rules, ALICE), ServerBusyError)
    assert admitted(quotas, rules, Asking(1, 101))
    later(3601)
    assert admitted(quotas, rules, ALICE)


@pytest.mark.parametrize(
    ("roles", "limit"),
    [
        pytest.param(set(), 5, id="none: everybody's"),
        pytest.param({7}, 1, id="a role may have less"),
        pytest.param({7, 8}, 50, id="of several, the most"),
    ],
)
def test_roles(roles: set[int], limit: int) -> None:
    rules = ServerRules(member_hour=5, role_hours=((7, 1), (8, 50)))
    assert member_limit(rules, Asking(1, 2, (), frozenset(roles))) == limit


def test_none_at_all(later: Callable[[float], None]) -> None:
    """A role may be let in nowhere, and a limit of nothing is no limit."""
    quotas = Quotas()
    assert not admitted(quotas, ServerRules(member_hour=0), ALICE)
    assert admitted(quotas, ServerRules(), ALICE)
    later(4000)
    assert not admitted(quotas, ServerRules(member_hour=0), ALICE)


def test_what_was_not_looked_up_is_taken_back() -> None:
    quotas, rules = Quotas(), ServerRules(member_hour=1, server_hour=1)
    assert admitted(quotas, rules, ALICE)
    quotas.forgive(100, 1)
    assert admitted(quotas, rules, ALICE)
    quotas.forgive(100, 2)
    quotas.forgive(None, 1)
    assert admitted(quotas, rules, BOB)


def test_direct_messages_are_not_counted() -> None:
    quotas = Quotas()
    for _ in range(3):
        assert admitted(quotas, ServerRules(member_hour=1), Asking(1))


def test_it_does_not_grow_for_ever(
    later: Callable[[float], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quota, "_FULL", 10)
    quotas = Quotas()
    for member in range(1, 50):
        quotas.charge(Asking(member, member))
        later(1000)
    assert len(quotas._asked) <= 12
