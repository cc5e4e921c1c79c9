"""`/ask`: a question by slash command, answered for all to see or for the asker alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.lookups.looking import anywhere, word_choices
from bot.commands.questions.asking import answer_in
from bot.errors import QuestionError
from bot.language.commands import told
from bot.rendering.limits import CHOICE, CHOICES, LONGEST_QUESTION
from index.article import Status
from index.errors.asked import FilterError
from index.evidence_card import Design
from index.holdings.filters import Filters

if TYPE_CHECKING:
    from bot.client import FootnoteBot

_LONGEST_DATE: Final = len("2023-04-01")

_Date = app_commands.Range[str, 1, _LONGEST_DATE]
_Name = app_commands.Range[str, 1, CHOICE]
_DESIGNS: Final = [
    app_commands.Choice(name=told(f"design.{design.replace(' ', '-')}"), value=design.value)
    for design in Design
    if design is not Design.NOT_STATED
]
_STATUSES: Final = [
    app_commands.Choice(
        name=told(
            "card.current" if status is Status.CURRENT else f"status.{status.replace(' ', '-')}"
        ),
        value=status.value,
    )
    for status in Status
]


class Ask(commands.Cog):
    """The slash command."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.ask.name"), description=told("command.ask.description")
    )
    @app_commands.rename(
        question=told("option.question.name"),
        private=told("option.private.name"),
        since=told("option.since.name"),
        until=told("option.until.name"),
        outlet=told("option.outlet.name"),
        topic=told("option.topic.name"),
        author=told("option.author.name"),
        design=told("option.design.name"),
        status=told("option.status.name"),
    )
    @app_commands.describe(
        question=told("option.question.description"),
        private=told("option.private.description"),
        since=told("option.since.description"),
        until=told("option.until.description"),
        outlet=told("option.outlet.description"),
        topic=told("option.filed-under.description"),
        author=told("option.author.description"),
        design=told("option.design.description"),
        status=told("option.status.description"),
    )
    @app_commands.choices(design=_DESIGNS, status=_STATUSES)
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, LONGEST_QUESTION],
        *,
        private: bool = False,
        since: _Date = "",
        until: _Date = "",
        outlet: _Name = "",
        topic: _Name = "",
        author: _Name = "",
        design: str = "",
        status: str = "",
    ) -> None:
        """Answer a question, from all articles or from those that the options want."""
        try:
            filters = Filters(
                since=since.strip(),
                until=until.strip(),
                outlets=_given(outlet),
                topics=_given(topic),
                authors=_given(author),
                designs=(Design(design),) if design else (),
                statuses=(Status(status),) if status else (),
            )
        except FilterError as error:
            raise QuestionError("notice.bad-dates") from error
        await answer_in(self._bot, interaction, question, private=private, filters=filters)

    @ask.autocomplete("outlet")
    async def suggest_outlet(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """The outlets there are; from memory, for Discord lets nobody wait here."""
        catalogue = self._bot.serving.catalogue
        return word_choices(catalogue.outlets, typed, longest=CHOICE) if catalogue else []

    @ask.autocomplete("topic")
    async def suggest_topic(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """What the articles are filed under."""
        catalogue = self._bot.serving.catalogue
        return word_choices(catalogue.topics, typed, longest=CHOICE) if catalogue else []

    @ask.autocomplete("author")
    async def suggest_author(
        self, _: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Who wrote the articles."""
        catalogue = self._bot.serving.catalogue
        names = catalogue.authors(typed, limit=CHOICES) if catalogue else ()
        return word_choices(names, "", longest=CHOICE)


def _given(name: str) -> tuple[str, ...]:
    return (name.strip(),) if name.strip() else ()
