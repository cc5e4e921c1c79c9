"""`/privacy`: a member sees all that is kept of them, and can have it deleted."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.language.saying import say
from bot.telling import NOBODY
from bot.views.privacy import privacy_buttons

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class Privacy(commands.Cog):
    """The command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @app_commands.command(
        name=told("command.privacy.name"), description=told("command.privacy.description")
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def privacy(self, interaction: discord.Interaction) -> None:
        """Show the member what is kept of them, to them alone."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = reader_of(interaction)
        kept = await self._bot.state.members.kept_of(interaction.user.id)
        if not any(kept.values()):
            await interaction.edit_original_response(
                content=say(language, "privacy.nothing"), allowed_mentions=NOBODY
            )
            return
        settings = self._bot.settings
        said = say(
            language,
            "privacy.kept",
            answers=len(kept["answers"]),
            feedback=len(kept["feedback"]) + len(kept["calls_for_a_person"]),
            alerts=len(kept["alerts"]),
            conversations=len(kept["conversations"]),
            answer_days=settings.keep_answers_days,
            feedback_days=settings.keep_feedback_days,
            hours=settings.keep_conversations_hours,
        )
        written = json.dumps(kept, ensure_ascii=False, indent=1).encode()
        await interaction.edit_original_response(
            content=said,
            attachments=[discord.File(io.BytesIO(written), filename="what-is-kept.json")],
            view=privacy_buttons(language),
            allowed_mentions=NOBODY,
        )
