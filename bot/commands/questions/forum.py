"""Posts in forums, answered once where administrators want it and the library knows; else left alone.

Discord shows the bot no words of a post it is not mentioned in, only its title: so that is the question.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import discord
import structlog
from discord.ext import commands
from sqlalchemy.exc import SQLAlchemyError

from bot.desk.desk import Place
from bot.desk.question import mentions
from bot.language.language import language_of
from bot.speaking.asking import Asking, places_of
from bot.speaking.tongue import language_for
from index.errors.base import FootnoteError

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.state.servers import ServerRules

log = structlog.get_logger(__name__)


class ForumPosts(commands.Cog):
    """Answers posts."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """Answer a new post, if its server wants it; whatever fails, members see nothing of it."""
        try:
            rules = await self._bot.desk.door.rules(thread.guild.id)
            if self._is_wanted(thread, rules) and not self._is_for_mentions(thread):
                with self._bot.at_work():
                    await self._answer(thread, rules)
        except (FootnoteError, SQLAlchemyError, discord.HTTPException) as error:
            log.info("a post is left alone", reason=type(error).__name__)

    def _is_wanted(self, thread: discord.Thread, rules: ServerRules) -> bool:
        in_forum = isinstance(thread.parent, discord.ForumChannel)
        named = not rules.forums or thread.parent_id in rules.forums
        return in_forum and rules.forum and named and thread.owner_id != self._own_id

    def _is_for_mentions(self, thread: discord.Thread) -> bool:
        """Whether the post mentions the bot: then it is answered as a mention."""
        starter = thread.starter_message
        return starter is not None and mentions(starter.content, self._own_id)

    async def _answer(self, thread: discord.Thread, rules: ServerRules) -> None:
        asking = Asking(thread.owner_id, thread.guild.id, places_of(thread))
        if thread.parent_id in rules.forums:  # named by itself, it needs no second permission
            asking = Asking(thread.owner_id)
        desk = self._bot.desk
        if not await desk.claim_post(thread.id, at=int(time.time())):
            return
        if refusal := await desk.refusal(thread.name, asking):
            raise refusal
        own = language_of(thread.guild.preferred_locale.value)
        place = Place(
            asker=thread.owner_id,
            channel=thread.id,
            guild=thread.guild.id,
            language=language_for(rules, own),
        )
        reply = await desk.answer(thread.name, place)
        if not reply.known:
            return  # it stays on the list of what the library lacks
        sent = await thread.send(**self._bot.dress.fresh(reply.page))
        await self._bot.ledger.sent(reply, sent.id)

    @property
    def _own_id(self) -> int:
        return self._bot.user.id if self._bot.user else 0
