"""`/about` and `/help`: who the bot is and how it is used, to the member alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.lookups.looking import anywhere, show
from bot.language.commands import told

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class About(commands.Cog):
    """The slash commands about the bot."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.about.name"), description=told("command.about.description")
    )
    async def about(self, interaction: discord.Interaction) -> None:
        """Show what the library holds."""
        await show(self._bot, interaction, self._bot.lookups.about, private=True)

    @anywhere
    @app_commands.command(
        name=told("command.help.name"), description=told("command.help.description")
    )
    async def help(self, interaction: discord.Interaction) -> None:
        """Show how to ask."""
        await show(self._bot, interaction, self._bot.lookups.help, private=True)
