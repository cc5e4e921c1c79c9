"""The bot's own chores, a turn every few seconds: none holds up another, and none a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import MemberError
from bot.keeping.news import News
from bot.keeping.rechecking import Rechecking

if TYPE_CHECKING:
    from bot.client import FootnoteBot

log = structlog.get_logger(__name__)


class Keeper:
    """Does chores.

    Args:
        bot: Whose.
        recheck_days: How old an answer may be that is still held against a new generation.
    """

    def __init__(self, bot: FootnoteBot, *, recheck_days: int) -> None:
        self._bot = bot
        self._chores = (Rechecking(bot, days=recheck_days), News(bot))

    async def turn(self) -> None:
        """Do a little of everything, unless a member would have to wait for it."""
        if not self._bot.is_ready() or self._bot.serving.busy:
            return
        for chore in self._chores:
            try:
                await chore.turn()
            except MemberError as error:
                # Members filled the line since we looked, or the library went: the next turn does it.
                log.info("a chore waits", chore=type(chore).__name__, reason=type(error).__name__)
            except Exception:  # a turn that fails in a new way must not be the last one
                log.exception("a chore failed", chore=type(chore).__name__)
