"""Answers that somebody deletes by Discord's own menu are forgotten, as by our button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from discord.ext import commands
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import Iterable

    import discord

    from bot.client import FootnoteBot

log = structlog.get_logger(__name__)


class Deletions(commands.Cog):
    """Forgets. Discord tells of every message that goes, by its number alone."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_raw_message_delete(self, deleted: discord.RawMessageDeleteEvent) -> None:
        """Forget the answer it showed, if it showed one."""
        known = deleted.cached_message
        if known is None or known.author == self._bot.user:
            await self._forget([deleted.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, deleted: discord.RawBulkMessageDeleteEvent) -> None:
        """The same for many at once, as moderators' bots delete."""
        await self._forget(deleted.message_ids)

    async def _forget(self, messages: Iterable[int]) -> None:
        try:
            for answer_id in await self._bot.state.answers.shown_in(messages):
                await self._bot.ledger.forget(answer_id)
        except SQLAlchemyError:
            log.exception("cannot forget a deleted answer")  # it goes with its age
