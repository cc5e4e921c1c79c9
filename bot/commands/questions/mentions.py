"""Questions in ordinary messages: a mention, a reply to the bot, a direct message.

Discord hands the bot the words of exactly these without the message content intent.
"""

from __future__ import annotations

from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

import discord
import structlog
from discord.ext import commands
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.questions.threads import thread_under, wants_thread
from bot.desk.desk import Place
from bot.desk.question import mentions, without_mention
from bot.errors import TooSoonError, sentence_for
from bot.language.choosing import author_of
from bot.language.saying import say
from bot.refusals import RoleNeededError, ServerBusyError
from bot.speaking.asking import asking_by
from bot.speaking.tongue import language_for
from bot.telling import NOBODY, place_in_line

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from bot.client import FootnoteBot
    from bot.language.language import Language
    from bot.rendering.page import Page
    from bot.state.servers import ServerRules
    from bot.views.sending import Dress

log = structlog.get_logger(__name__)

_TOLD_ONCE: Final = (TooSoonError, RoleNeededError, ServerBusyError)
"""Refusals that hold for a while: who asks on is not told again before they are let in."""

_TYPED: Final = {discord.MessageType.default, discord.MessageType.reply}


class Mentions(commands.Cog):
    """Answers messages that are meant for the bot."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot
        self._hushed: set[int] = set()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer, if the message is meant for the bot."""
        if not self._is_for_us(message):
            return
        rules = await self._rules(message)
        if rules is None:
            return
        said = _Said(message, language_for(rules, author_of(message)), self._bot.dress)
        try:
            with self._bot.at_work():
                await self._reply(message, said, rules)
        except discord.Forbidden:
            # May not write here: the answer cannot be given, and neither can an excuse.
            log.info("may not write", channel=message.channel.id)
        except Exception as error:  # noqa: BLE001 - the one door, for messages
            sentence = sentence_for(error, where="message", language=said.language)
            try:
                await said.notice(sentence)
            except discord.HTTPException as unsent:
                log.warning("cannot tell the member", status=unsent.status, code=unsent.code)

    def _is_for_us(self, message: discord.Message) -> bool:
        us = self._bot.user
        if us is None or message.author.bot or message.webhook_id or message.type not in _TYPED:
            return False
        if message.guild is None:
            return True
        if us not in message.mentions or not _may_write(message):
            return False
        return mentions(message.content, us.id) or _replies_to(message, us.id)

    async def _rules(self, message: discord.Message) -> ServerRules | None:
        """What the server chose; None where an excuse would be as unwelcome as an answer."""
        guild = message.guild.id if message.guild else None
        door = self._bot.desk.door
        try:
            rules = await door.rules(guild)
            welcome = await door.speaks_in(guild, asking_by(message).places)
        except SQLAlchemyError:
            log.exception("cannot read a server's choices")
            return None
        return rules if welcome and rules.mention_replies else None

    async def _reply(self, message: discord.Message, said: _Said, rules: ServerRules) -> None:
        us = self._bot.user
        text = without_mention(message.content, us.id if us else 0)
        if not text.strip() and not message.attachments and not message.stickers:
            await said.notice(say(said.language, "notice.greeting"))
            return
        refusal = await self._bot.desk.refusal(_readable(message, text), asking_by(message))
        if isinstance(refusal, _TOLD_ONCE) and message.author.id in self._hushed:
            return  # told already: answering each of a burst would be a burst of our own
        self._hushed.discard(message.author.id)
        if refusal:
            if isinstance(refusal, _TOLD_ONCE):
                self._hushed.add(message.author.id)
            raise refusal
        question = _readable(message, text)
        if wants_thread(rules, message.channel):
            said.move_to(await thread_under(message, question))
        await self._answer(message, question, said)

    async def _answer(self, message: discord.Message, question: str, said: _Said) -> None:
        place = Place(
            asker=message.author.id,
            channel=said.channel.id,
            guild=message.guild.id if message.guild else None,
            language=said.language,
        )
        async with _typing(said.channel):
            reply = await self._bot.desk.answer(
                question,
                place,
                moved=said.moved,
                grown=said.grown,
                after=await self._bot.ledger.shown_by(_replied(message)),
            )
        sent = await said.page(reply.page)
        await self._bot.ledger.sent(reply, sent.id)


class _Said:
    """Our one reply to a message: a notice at first perhaps, and an answer in its place."""

    def __init__(self, message: discord.Message, language: Language, dress: Dress) -> None:
        self.language = language
        self._dress = dress
        self.channel: discord.abc.MessageableChannel = message.channel
        # The asker may delete the question meanwhile; the answer then stands by itself.
        self._reference: discord.MessageReference | None = message.to_reference(
            fail_if_not_exists=False
        )
        self._sent: discord.Message | None = None

    def move_to(self, thread: discord.Thread | None) -> None:
        """Reply in this thread under the message; where there is none, stay."""
        if thread:
            self.channel, self._reference = thread, None

    async def moved(self, place: int) -> None:
        with suppress(discord.HTTPException):  # a notice that is lost costs no answer
            await self.notice(place_in_line(place, self.language))

    async def grown(self, page: Page) -> None:
        with suppress(discord.HTTPException):  # as above: the whole answer follows
            await self.page(page)

    async def notice(self, sentence: str) -> None:
        if self._sent:
            await self._sent.edit(content=sentence, allowed_mentions=NOBODY)
        else:
            self._sent = await self._send(content=sentence)

    async def page(self, page: Page) -> discord.Message:
        if self._sent:
            self._sent = await self._sent.edit(**self._dress.over(page))
        else:
            self._sent = await self._send(**self._dress.fresh(page))
        return self._sent

    async def _send(self, **what: Any) -> discord.Message:  # noqa: ANN401 - text or a layout
        if self._reference:
            what |= {"reference": self._reference, "mention_author": False}
        what.setdefault("allowed_mentions", NOBODY)
        return await self.channel.send(**what)


@asynccontextmanager
async def _typing(channel: discord.abc.Messageable) -> AsyncGenerator[None]:
    """Show that we type; where that fails, answer all the same."""
    try:
        typing = channel.typing()
        await typing.__aenter__()
    except discord.HTTPException:
        yield
        return
    try:
        yield
    finally:
        await typing.__aexit__(None, None, None)


def _may_write(message: discord.Message) -> bool:
    if message.guild is None:
        return True
    try:
        allowed = message.channel.permissions_for(message.guild.me)
    except (AttributeError, discord.ClientException):
        return True  # a thread whose parent we never saw: Discord will say
    if isinstance(message.channel, discord.Thread):
        return allowed.send_messages_in_threads
    return allowed.send_messages


def _replies_to(message: discord.Message, us: int) -> bool:
    reference = message.reference
    if reference is None or not isinstance(reference.resolved, discord.Message):
        return False
    return reference.resolved.author.id == us


def _replied(message: discord.Message) -> int:
    """The message this one replies to; 0 for none."""
    return (message.reference.message_id or 0) if message.reference else 0


def _readable(message: discord.Message, text: str) -> str:
    """The words with names where members are mentioned."""
    for member in message.mentions:
        for written in (f"<@{member.id}>", f"<@!{member.id}>"):
            text = text.replace(written, f"@{member.display_name}")
    return text
