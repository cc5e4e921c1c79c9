"""How long a member waits between two questions."""

from __future__ import annotations

import time
from typing import Final

from bot.errors import TooSoonError

_FULL: Final = 10_000
"""Members remembered before those who may ask again are swept out."""


class Cooldown:
    """Refuses a member's question that comes too soon after the last one that was let in.

    Args:
        seconds: The wait between two questions; 0 for none.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._next: dict[int, float] = {}

    def admit(self, member: int) -> None:
        """Let one question in.

        Raises:
            TooSoonError: This member asked a moment ago.
        """
        if not self._seconds:
            return
        now = time.monotonic()
        wait = self._next.get(member, now) - now
        if wait > 0:
            raise TooSoonError(wait)
        if len(self._next) >= _FULL:
            self._next = {known: until for known, until in self._next.items() if until > now}
        self._next[member] = now + self._seconds

    def forgive(self, member: int) -> None:
        """Let this member ask at once: their last question was not looked up."""
        self._next.pop(member, None)
