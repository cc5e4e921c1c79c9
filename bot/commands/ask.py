"""`/ask`: a question by slash command, answered for all to see or for the asker alone."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.threads import thread_under, wants_thread
from bot.desk import Place
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.rendering.limits import LONGEST_QUESTION
from bot.speaking.asking import asking_in
from bot.speaking.tongue import language_for
from bot.telling import NOBODY, place_in_line
from bot.views.layout import layout_of

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.rendering.page import Page


class Ask(commands.Cog):
    """The slash command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @app_commands.command(
        name=told("command.ask.name"), description=told("command.ask.description")
    )
    @app_commands.rename(question=told("option.question.name"), private=told("option.private.name"))
    @app_commands.describe(
        question=told("option.question.description"), private=told("option.private.description")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        *,
        private: bool = False,
    ) -> None:
        """Answer a question."""
        refusal = await self._bot.desk.refusal(question, asking_in(interaction))
        # Whether all see the reply is settled here and for good.
        await interaction.response.defer(ephemeral=private or refusal is not None, thinking=True)
        if refusal:
            raise refusal

        rules = await self._bot.desk.door.rules(interaction.guild_id)
        language = language_for(rules, reader_of(interaction), private=private)

        async def moved(waiting: int) -> None:
            with suppress(discord.HTTPException):  # a notice that is lost costs no answer
                await interaction.edit_original_response(
                    content=place_in_line(waiting, language), allowed_mentions=NOBODY
                )

        async def grown(page: Page) -> None:
            with suppress(discord.HTTPException):  # as above: the whole answer follows
                await interaction.edit_original_response(
                    content=None, view=layout_of(page), allowed_mentions=NOBODY
                )

        place = Place(
            asker=interaction.user.id,
            channel=interaction.channel_id or 0,
            guild=interaction.guild_id,
            private=private,
            command=True,
            language=language,
        )
        with self._bot.at_work():
            reply = await self._bot.desk.answer(question, place, moved=moved, grown=grown)
            message = await interaction.edit_original_response(
                content=None, view=layout_of(reply.page), allowed_mentions=NOBODY
            )
            await self._bot.desk.sent(reply, message.id)
            if not private and wants_thread(rules, interaction.channel):
                await thread_under(await message.fetch(), question)
