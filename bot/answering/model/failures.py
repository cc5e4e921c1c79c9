"""Why a language model gave nothing to use: for the log and the breaker, never for a member.

FootnoteError
└─ ModelError
   └─ PausedError    it failed of late, and is not asked for a while
"""

from __future__ import annotations

from enum import StrEnum

from index.errors.base import FootnoteError


class Reason(StrEnum):
    """What went wrong; a reason is all that is told, for what an endpoint says may hold anything."""

    UNREACHABLE = "unreachable"
    SLOW = "too slow"
    REFUSED = "the key is refused"
    UNKNOWN = "no such model or address"
    BUSY = "it takes no more questions now"
    BROKEN = "it failed"
    MALFORMED = "no answer in the form agreed"
    FLOOD = "far more words than asked for"
    PAUSED = "it failed of late"
    UNSUPPORTED = "nothing it said is borne out"


class ModelError(FootnoteError):
    """The model could not be asked, or did not answer.

    Attributes:
        reason: Why.
        status: The HTTP status, 0 for none.
        wait: Seconds after which the endpoint wants to be asked again, 0 where it does not say.
    """

    def __init__(self, reason: Reason, *, status: int = 0, wait: float = 0.0) -> None:
        super().__init__(f"the language model gave no answer: {reason}")
        self.reason = reason
        self.status = status
        self.wait = wait


class PausedError(ModelError):
    """The model failed of late, and is not asked for a while."""

    def __init__(self) -> None:
        super().__init__(Reason.PAUSED)
