"""`/brief`: what the studies on a topic found, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.lookups.looking import anywhere, show, word_choices
from bot.language.commands import told
from bot.rendering.limits import CHOICE

if TYPE_CHECKING:
    from bot.client import FootnoteBot


class Brief(commands.Cog):
    """The slash command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.brief.name"), description=told("command.brief.description")
    )
    @app_commands.rename(topic=told("option.topic.name"))
    @app_commands.describe(topic=told("option.brief-topic.description"))
    async def brief(
        self, interaction: discord.Interaction, topic: app_commands.Range[str, 1, CHOICE]
    ) -> None:
        """Compose it."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.brief(topic, language),
            question=topic,
        )

    @brief.autocomplete("topic")
    async def suggest(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """What the articles are filed under."""
        catalogue = self._bot.serving.catalogue
        return word_choices(catalogue.topics, typed, longest=CHOICE) if catalogue else []
