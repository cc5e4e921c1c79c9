"""How many questions an hour, for a member, for a role and for a whole server.

Kept in memory: a restart forgives, and that is meant. The limits keep a busy hour bearable, they are no
account of anybody, and what is not written down need not be deleted.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Final

from bot.refusals import ServerBusyError, TooManyError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.errors import MemberError
    from bot.speaking.asking import Asking
    from bot.state.servers import ServerRules

HOUR: Final = 3600.0

_FULL: Final = 10_000
"""Members and servers remembered before those with no question in the last hour are swept out."""

_Key = tuple[int, int]
"""Server and member; a whole server has the member 0."""


class Quotas:
    """Counts the questions of the last hour."""

    def __init__(self) -> None:
        self._asked: dict[_Key, deque[float]] = {}

    def refusal(self, rules: ServerRules, asking: Asking) -> MemberError | None:
        """Why this question is one too many; None where it is not."""
        if asking.guild is None:
            return None
        own = self._wait((asking.guild, asking.member), member_limit(rules, asking))
        if own:
            return TooManyError(own)
        whole = self._wait((asking.guild, 0), rules.server_hour)
        return ServerBusyError(whole) if whole else None

    def charge(self, asking: Asking) -> None:
        """Count one question."""
        if asking.guild is None:
            return
        now = time.monotonic()
        if len(self._asked) >= _FULL:
            self._asked = {k: found for k, found in self._asked.items() if found[-1] > now - HOUR}
        for key in _keys(asking.guild, asking.member):
            self._asked.setdefault(key, deque()).append(now)

    def forgive(self, guild: int | None, member: int) -> None:
        """Take the member's last question back: it was not looked up."""
        if guild is None:
            return
        for key in _keys(guild, member):
            found = self._asked.get(key)
            if found:
                found.pop()
            if not found:
                self._asked.pop(key, None)

    def _wait(self, key: _Key, limit: int | None) -> float:
        """Seconds until one more is within the limit; 0 for now."""
        found = self._asked.get(key)
        if limit is None or not found:
            return 0.0 if limit is None or limit > 0 else HOUR
        now = time.monotonic()
        while found and found[0] <= now - HOUR:
            found.popleft()
        if not found:
            del self._asked[key]
            return 0.0 if limit else HOUR
        return max(0.0, found[-limit] + HOUR - now) if 0 < limit <= len(found) else 0.0


def member_limit(rules: ServerRules, asking: Asking) -> int | None:
    """Questions an hour for this member: the most that one of their roles allows, else everybody's."""
    own = [limit for role, limit in rules.role_hours if role in asking.roles]
    return max(own, default=rules.member_hour)


def _keys(guild: int, member: int) -> Iterable[_Key]:
    return (guild, member), (guild, 0)
