"""The one rule of who is answered where: every way to ask is held against it.

Of the channel, its thread's parent and its category, the nearest that administrators said something of
decides; where nothing is said, the server's choice, and before it chose, the operator's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.refusals import NotHereError, RoleNeededError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.errors import MemberError
    from bot.speaking.asking import Asking
    from bot.state.servers import ServerRules


def may_answer(rules: ServerRules, asking: Asking, *, everywhere: bool) -> MemberError | None:
    """Why this member is not answered here; None where they are.

    Args:
        rules: Of the server.
        asking: Who, and where.
        everywhere: Whether a server that did not choose is spoken in everywhere.
    """
    if asking.guild is None:
        return None
    if not speaks_in(rules, asking.places, everywhere=everywhere):
        return NotHereError(sorted(rules.allowed | rules.dedicated))
    if rules.roles and not rules.roles & asking.roles and not asking.administrator:
        return RoleNeededError(sorted(rules.roles))
    return None


def speaks_in(rules: ServerRules, places: Iterable[int], *, everywhere: bool) -> bool:
    """Whether the bot speaks in this channel, given with its parent and category, nearest first."""
    for place in places:
        if place in rules.denied:
            return False
        if place in rules.allowed | rules.dedicated:
            return True
    return everywhere if rules.everywhere is None else rules.everywhere
