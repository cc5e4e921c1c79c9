"""`/latest` and `/trends`: what the library holds, by time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.answering.looking.catalogue import Period
from bot.commands.lookups.looking import anywhere, show, word_choices
from bot.language.commands import told

if TYPE_CHECKING:
    from bot.client import FootnoteBot

LONGEST_WORD: Final = 34
"""Letters of a topic and of an outlet: both stand in one button's custom_id, which holds 100."""

_Word = app_commands.Range[str, 1, LONGEST_WORD]
_PERIODS: Final = [
    app_commands.Choice(name=told(f"choice.period.{period}"), value=period.value)
    for period in Period
]


class OverTime(commands.Cog):
    """The slash commands about many articles."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.latest.name"), description=told("command.latest.description")
    )
    @app_commands.rename(topic=told("option.topic.name"), outlet=told("option.outlet.name"))
    @app_commands.describe(
        topic=told("option.topic.description"), outlet=told("option.outlet.description")
    )
    async def latest(
        self, interaction: discord.Interaction, topic: _Word = "", outlet: _Word = ""
    ) -> None:
        """Show the first page."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.latest(topic, outlet, 0, language),
        )

    @anywhere
    @app_commands.command(
        name=told("command.trends.name"), description=told("command.trends.description")
    )
    @app_commands.rename(topic=told("option.topic.name"), period=told("option.period.name"))
    @app_commands.describe(
        topic=told("option.topic.description"), period=told("option.period.description")
    )
    @app_commands.choices(period=_PERIODS)
    async def trends(
        self, interaction: discord.Interaction, topic: _Word = "", period: str = Period.YEAR
    ) -> None:
        """Draw the chart."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.trends(Period(period), topic, language),
        )

    @latest.autocomplete("topic")
    @trends.autocomplete("topic")
    async def suggest_topic(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What the articles are filed under."""
        catalogue = self._bot.serving.catalogue
        return word_choices(catalogue.topics, typed, longest=LONGEST_WORD) if catalogue else []

    @latest.autocomplete("outlet")
    async def suggest_outlet(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The outlets there are."""
        catalogue = self._bot.serving.catalogue
        return word_choices(catalogue.outlets, typed, longest=LONGEST_WORD) if catalogue else []
