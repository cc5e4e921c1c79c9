"""`/search`: the passages nearest to some words, a few a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.lookups.looking import anywhere, show
from bot.language.commands import told
from bot.rendering.articles.found import LONGEST_WORDS

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class Search(commands.Cog):
    """The slash command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.search.name"), description=told("command.search.description")
    )
    @app_commands.rename(words=told("option.words.name"))
    @app_commands.describe(words=told("option.words.description"))
    async def search(
        self, interaction: discord.Interaction, words: app_commands.Range[str, 1, LONGEST_WORDS]
    ) -> None:
        """Show the first page."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.search(words, 0, language),
        )
