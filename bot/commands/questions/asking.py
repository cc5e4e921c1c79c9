"""A question that came by an interaction, answered in its place: a command, a menu or a form."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import discord

from bot.commands.questions.threads import can_hold_threads, thread_under, wants_thread
from bot.desk.desk import Place
from bot.language.choosing import reader_of
from bot.speaking.asking import asking_in
from bot.speaking.lacking import THREADS, LackingError, lacking_in
from bot.speaking.tongue import language_for
from bot.telling import NOBODY, place_in_line
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.rendering.page import Page
    from index.holdings.filters import Filters


async def answer_in(
    bot: FootnoteBot,
    interaction: discord.Interaction[Any],
    question: str,
    *,
    private: bool = False,
    after: str = "",
    filters: Filters = EVERYTHING,
    thread: bool = False,
) -> None:
    """Answer a question.

    Args:
        bot: That was asked.
        interaction: By which; nothing was said to it yet.
        question: As typed.
        private: Whether its member alone sees the answer.
        after: The answer that the question goes on from; "" for none in particular.
        filters: What the articles must be that it is answered from.
        thread: Whether the answer gets a thread also in a channel that is not dedicated to questions.
    """
    if refusal := await bot.desk.refusal(question, asking_in(interaction)):
        raise refusal  # the first thing that is said, so its asker alone sees it
    with bot.desk.expecting(interaction.user.id):
        # Whether all see the reply is settled here and for good.
        await interaction.response.defer(ephemeral=private, thinking=True)
        message = await _answer(
            bot, interaction, question, private=private, after=after, filters=filters
        )
    rules = await bot.desk.door.rules(interaction.guild_id)
    if not private and (thread or wants_thread(rules, interaction.channel)):
        await _open_thread(interaction, message, question)


async def _answer(
    bot: FootnoteBot,
    interaction: discord.Interaction[Any],
    question: str,
    *,
    private: bool,
    after: str,
    filters: Filters,
) -> int:
    """Answer it, and tell the id of the message that does."""
    rules = await bot.desk.door.rules(interaction.guild_id)
    language = language_for(rules, reader_of(interaction), private=private)

    async def moved(waiting: int) -> None:
        with suppress(discord.HTTPException):  # a notice that is lost costs no answer
            await interaction.edit_original_response(
                content=place_in_line(waiting, language), allowed_mentions=NOBODY
            )

    async def grown(page: Page) -> None:
        with suppress(discord.HTTPException):  # as above: the whole answer follows
            await interaction.edit_original_response(**bot.dress.over(page))

    place = Place(
        asker=interaction.user.id,
        channel=interaction.channel_id or 0,
        guild=interaction.guild_id,
        private=private,
        command=True,
        language=language,
    )
    with bot.at_work():
        reply = await bot.desk.answer(
            question, place, moved=moved, grown=grown, after=after, filters=filters
        )
        message = await interaction.edit_original_response(**bot.dress.over(reply.page))
        await bot.ledger.sent(reply, message.id)
    return message.id


async def _open_thread(interaction: discord.Interaction[Any], message: int, question: str) -> None:
    """Open one under the answer; where that may not be, say to whoever asked what is lacking."""
    channel = interaction.channel
    if not can_hold_threads(channel):
        return
    opened = await thread_under(channel.get_partial_message(message), question)
    lacking = lacking_in(interaction.app_permissions, THREADS)
    if opened is None and lacking:
        said = LackingError(channel.id, lacking).told(reader_of(interaction))
        await interaction.followup.send(said, ephemeral=True, allowed_mentions=NOBODY)
