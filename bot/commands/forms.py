"""Forms that come back, also those that another process showed: discord.py knows only its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord.ext import commands

from bot.telling import tell_failure
from bot.views.feedback import take_form
from bot.views.questions import take_question

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class Forms(commands.Cog):
    """Takes forms."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take what a form says."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        try:
            if not await take_form(interaction):
                await take_question(interaction)
        except Exception as error:  # noqa: BLE001 - the one door, for forms
            await tell_failure(interaction, error, where="form")
