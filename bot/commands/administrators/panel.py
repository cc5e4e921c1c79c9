"""`/footnote panel`: a standing message under which members ask without a command."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import QuestionError
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.language.saying import say
from bot.telling import tell
from bot.views.panel import post_panel


class Panels(commands.Cog):
    """A command of the administrators' group; `bot.commands.administrators.footnote` takes it in."""

    @app_commands.command(
        name=told("command.footnote-panel.name"),
        description=told("command.footnote-panel.description"),
    )
    @app_commands.rename(channel=told("option.panel-channel.name"))
    @app_commands.describe(channel=told("option.panel-channel.description"))
    async def panel(
        self, interaction: discord.Interaction, channel: discord.TextChannel | None = None
    ) -> None:
        """Post it here or there, and say where it stands."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        where = channel or interaction.channel
        if not isinstance(where, discord.TextChannel):
            raise QuestionError("notice.no-panel-here")
        await self._post(interaction, where)

    async def _post(
        self, interaction: discord.Interaction[Any], where: discord.TextChannel
    ) -> None:
        """Post it, and say where it stands.

        Raises:
            LackingError: The bot may not.
        """
        posted = await post_panel(interaction, where)
        await tell(interaction, say(reader_of(interaction), "panel.posted", panel=posted.jump_url))
