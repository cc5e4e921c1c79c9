"""Who is answered where: a table of a server's choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.refusals import NotHereError, RoleNeededError
from bot.speaking.asking import Asking
from bot.speaking.permission import may_answer
from bot.state.servers import ServerRules

if TYPE_CHECKING:
    from bot.errors import MemberError

CHANNEL, THREAD, CATEGORY, OTHER = 10, 11, 12, 13
READERS, STAFF = 20, 21


def rules(**choices: Any) -> ServerRules:
    given: dict[str, Any] = {
        name: frozenset(value) if isinstance(value, set) else value
        for name, value in choices.items()
    }
    return ServerRules(**given)


@pytest.mark.parametrize(
    ("chosen", "places", "everywhere", "refused"),
    [
        pytest.param(rules(), (CHANNEL,), True, None, id="nothing chosen, on by default"),
        pytest.param(rules(), (CHANNEL,), False, NotHereError, id="nothing chosen, off by default"),
        pytest.param(rules(everywhere=True), (CHANNEL,), False, None, id="on everywhere"),
        pytest.param(
            rules(everywhere=False), (CHANNEL,), True, NotHereError, id="off until allowed"
        ),
        pytest.param(
            rules(everywhere=False, allowed={CHANNEL}), (CHANNEL,), True, None, id="allowed"
        ),
        pytest.param(
            rules(everywhere=False, allowed={CHANNEL}),
            (THREAD, CHANNEL),
            True,
            None,
            id="a thread inherits",
        ),
        pytest.param(
            rules(everywhere=True, denied={CHANNEL}),
            (THREAD, CHANNEL),
            True,
            NotHereError,
            id="a thread inherits the ban too",
        ),
        pytest.param(
            rules(everywhere=False, allowed={CATEGORY}),
            (THREAD, CHANNEL, CATEGORY),
            True,
            None,
            id="so does all of a category",
        ),
        pytest.param(
            rules(everywhere=False, allowed={CATEGORY}, denied={CHANNEL}),
            (CHANNEL, CATEGORY),
            True,
            NotHereError,
            id="the nearest decides: banned",
        ),
        pytest.param(
            rules(everywhere=True, allowed={CHANNEL}, denied={CATEGORY}),
            (CHANNEL, CATEGORY),
            True,
            None,
            id="the nearest decides: allowed",
        ),
        pytest.param(
            rules(everywhere=False, dedicated={CHANNEL}), (CHANNEL,), True, None, id="dedicated"
        ),
    ],
)
def test_where(
    chosen: ServerRules,
    places: tuple[int, ...],
    *,
    everywhere: bool,
    refused: type[MemberError] | None,
) -> None:
    refusal = may_answer(chosen, Asking(1, 2, places), everywhere=everywhere)
    assert type(refusal) is (refused or type(None))


@pytest.mark.parametrize(
    ("roles", "administrator", "refused"),
    [
        pytest.param({READERS, 99}, False, None, id="with the role"),
        pytest.param({99}, False, RoleNeededError, id="without it"),
        pytest.param(set(), True, None, id="administrators need none"),
    ],
)
def test_who(roles: set[int], *, administrator: bool, refused: type[MemberError] | None) -> None:
    asking = Asking(1, 2, (CHANNEL,), frozenset(roles), administrator=administrator)
    refusal = may_answer(rules(roles={READERS, STAFF}), asking, everywhere=True)
    assert type(refusal) is (refused or type(None))


def test_the_refusal_names_where_and_who() -> None:
    """So that a member knows what to do; the sentence pings nobody, for nothing of ours does."""
    somewhere = may_answer(
        rules(everywhere=False, allowed={OTHER}), Asking(1, 2, (CHANNEL,)), everywhere=True
    )
    nowhere = may_answer(rules(everywhere=False), Asking(1, 2, (CHANNEL,)), everywhere=True)
    role = may_answer(rules(roles={READERS}), Asking(1, 2, (CHANNEL,)), everywhere=True)
    assert f"<#{OTHER}>" in str(somewhere)
    assert "/footnote channels" in str(nowhere)
    assert f"<@&{READERS}>" in str(role)


def test_direct_messages_are_no_servers() -> None:
    strict = rules(everywhere=False, roles={READERS})
    assert may_answer(strict, Asking(1, None, (CHANNEL,)), everywhere=False) is None
