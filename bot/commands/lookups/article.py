"""`/article`, `/similar` and `/cite`: one article, chosen by title, author or DOI."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.commands.lookups.looking import anywhere, article_choices, show
from bot.language.commands import told
from bot.rendering.articles.cited import NAMES
from bot.rendering.limits import CHOICES
from index.citing.references import Style

if TYPE_CHECKING:
    from bot.client import FootnoteBot

LONGEST_NAME: Final = 300
"""Letters of a title, a name or a DOI that is typed rather than chosen."""

_Name = app_commands.Range[str, 1, LONGEST_NAME]
_STYLES: Final = [
    app_commands.Choice(name=name, value=style.value) for style, name in NAMES.items()
]


class OneArticle(commands.Cog):
    """The slash commands about one article."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @anywhere
    @app_commands.command(
        name=told("command.article.name"), description=told("command.article.description")
    )
    @app_commands.rename(article=told("option.article.name"))
    @app_commands.describe(article=told("option.article.description"))
    async def article(self, interaction: discord.Interaction, article: _Name) -> None:
        """Show its card."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.card(article, language),
            article=article,
        )

    @anywhere
    @app_commands.command(
        name=told("command.similar.name"), description=told("command.similar.description")
    )
    @app_commands.rename(article=told("option.article.name"))
    @app_commands.describe(article=told("option.article.description"))
    async def similar(self, interaction: discord.Interaction, article: _Name) -> None:
        """Show the articles nearest to it."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.similar(article, language),
            article=article,
        )

    @anywhere
    @app_commands.command(
        name=told("command.cite.name"), description=told("command.cite.description")
    )
    @app_commands.rename(article=told("option.article.name"), style=told("option.style.name"))
    @app_commands.describe(
        article=told("option.article.description"), style=told("option.style.description")
    )
    @app_commands.choices(style=_STYLES)
    async def cite(
        self, interaction: discord.Interaction, article: _Name, style: str = Style.APA
    ) -> None:
        """Show its reference."""
        await show(
            self._bot,
            interaction,
            lambda language: self._bot.lookups.cite(article, Style(style), language),
            article=article,
        )

    @article.autocomplete("article")
    @similar.autocomplete("article")
    @cite.autocomplete("article")
    async def suggest(self, _: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        """Articles that what is typed may mean; from memory, for Discord lets nobody wait here."""
        catalogue = self._bot.serving.catalogue
        return article_choices(catalogue.suggested(typed, limit=CHOICES)) if catalogue else []
