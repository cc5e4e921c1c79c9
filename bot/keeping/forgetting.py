"""Each kind of what is remembered is kept for as long as the operator chose, and then overwritten."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from bot.state.database import scrub

if TYPE_CHECKING:
    from bot.settings import BotSettings
    from bot.state.state import State

_HOUR: Final = 60 * 60
_DAY: Final = 24 * _HOUR
_CLAIMS_DAYS: Final = 90
"""How long it is known that a forum post was taken up; Discord announces none twice after so long."""


async def forget_old(state: State, settings: BotSettings) -> None:
    """Forget what is older than its kind is kept.

    Raises:
        SQLAlchemyError: The database fails.
    """
    now = int(time.time())
    await state.answers.forget_before(now - settings.keep_answers_days * _DAY)
    await state.feedback.forget_before(now - settings.keep_feedback_days * _DAY)
    await state.alerts.forget_before(now - settings.keep_digests_days * _DAY)
    await state.conversations.forget_before(now - settings.keep_conversations_hours * _HOUR)
    await state.chores.forget_claims_before(now - _CLAIMS_DAYS * _DAY)
    await scrub(state.engine)
