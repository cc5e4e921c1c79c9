"""A model that fails is left alone for a while, so that a dead one does not cost everybody the wait.

Used from one event loop. After `_FAILURES` in a row nobody is sent to it; when the pause is over one
question is, and decides whether the others follow or the pause doubles.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from bot.answering.model.failures import PausedError

if TYPE_CHECKING:
    from collections.abc import Callable

_FAILURES: Final = 2
"""One slow answer is bad luck."""

FIRST_PAUSE: Final = 30.0
LONGEST_PAUSE: Final = 900.0


class Breaker:
    """Says whether to ask.

    Args:
        clock: Seconds, never going back.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._until = 0.0
        self._trying = False

    def admit(self) -> None:
        """Return where the model may be asked.

        Raises:
            PausedError: It failed of late.
        """
        if self._failures < _FAILURES:
            return
        if self._trying or self._clock() < self._until:
            raise PausedError
        self._trying = True

    def worked(self) -> None:
        """It answered, whatever it said."""
        self._failures = 0
        self._trying = False

    def failed(self, *, wait: float = 0.0) -> None:
        """It did not.

        Args:
            wait: Seconds that it asks to be left alone; it then is at once.
        """
        self._failures = max(self._failures + 1, _FAILURES if wait else 0)
        self._trying = False
        doubled = FIRST_PAUSE * 2.0 ** min(max(0, self._failures - _FAILURES), 10)
        self._until = self._clock() + min(max(doubled, wait), LONGEST_PAUSE)

    def given_up(self) -> None:
        """Nobody waited for the answer: it tells nothing of the model."""
        self._trying = False
