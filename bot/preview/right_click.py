"""`/right-click`, in the preview alone: simcord's page shows no menu on a message, so a command stands in.

What it runs is the menu's own command, with the message that was chosen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.menus import words_of
from bot.rendering.limits import CHOICE, CHOICES
from bot.rendering.text import plain

if TYPE_CHECKING:
    from bot.client import FootnoteBot

_MESSAGE_MENU: Final = discord.AppCommandType.message


class RightClick(commands.Cog):
    """The command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @app_commands.command(
        name="right-click", description="The preview's alone: right-click a message, Apps, …"
    )
    @app_commands.describe(menu="What to choose there", message="On which message")
    async def right_click(self, interaction: discord.Interaction, menu: str, message: str) -> None:
        """Do what the menu on this message does."""
        chosen = self._bot.tree.get_command(menu, type=_MESSAGE_MENU)
        said = [each for each in await _said(interaction) if str(each.id) == message]
        if not isinstance(chosen, app_commands.ContextMenu) or not said:
            await interaction.response.send_message("Choose both from the list.", ephemeral=True)
            return
        callback: Any = chosen.callback  # of a message's menu, as asked for by its type
        await callback(interaction, said[0])

    @right_click.autocomplete("menu")
    async def suggest_menu(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The commands in a message's menu."""
        names = [menu.name for menu in self._bot.tree.get_commands(type=_MESSAGE_MENU)]
        return [
            app_commands.Choice(name=name, value=name)
            for name in names
            if typed.casefold() in name.casefold()
        ]

    @right_click.autocomplete("message")
    async def suggest_message(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What was said here last, newest first."""
        return [
            app_commands.Choice(name=words[:CHOICE], value=str(message.id))
            for message in await _said(interaction)
            if (words := plain(words_of(message))) and typed.casefold() in words.casefold()
        ]


async def _said(interaction: discord.Interaction[Any]) -> list[discord.Message]:
    channel = interaction.channel
    if not isinstance(channel, discord.abc.Messageable):
        return []
    return [message async for message in channel.history(limit=CHOICES)]
