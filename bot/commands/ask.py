"""`/ask`: a question by slash command, answered for all to see or for the asker alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.asking import answer_in
from bot.commands.looking import anywhere
from bot.language.commands import told
from bot.rendering.limits import LONGEST_QUESTION

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class Ask(commands.Cog):
    """The slash command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.ask.name"), description=told("command.ask.description")
    )
    @app_commands.rename(question=told("option.question.name"), private=told("option.private.name"))
    @app_commands.describe(
        question=told("option.question.description"), private=told("option.private.description")
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        *,
        private: bool = False,
    ) -> None:
        """Answer a question."""
        await answer_in(self._bot, interaction, question, private=private)
