"""Right-click on a message: check what it claims, find the paper it is about, ask about it.

The message is somebody else's, so what is found is shown to the member who asked alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.ext import commands
from typing_extensions import override

from bot.answering.questions.pointers import spoken
from bot.commands.lookups.looking import show
from bot.errors import QuestionError
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.rendering.limits import LONGEST_QUESTION
from bot.rendering.text import plain
from bot.views.questions import asking_form, offer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

    from bot.client import FootnoteBot
    from bot.language.language import Language
    from bot.rendering.page import Page

    _Chosen = Callable[[discord.Interaction[Any], discord.Message], Coroutine[Any, Any, None]]


class Menus(commands.Cog):
    """The commands in a message's menu; Discord finds them by name, so a cog adds them by hand."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot
        self._menus = [
            _menu("menu.check-claim.name", self.check_claim),
            _menu("menu.find-paper.name", self.find_paper),
            _menu("menu.ask-about.name", self.ask_about),
        ]

    @override
    async def cog_load(self) -> None:
        for menu in self._menus:
            self._bot.tree.add_command(menu)

    @override
    async def cog_unload(self) -> None:
        for menu in self._menus:
            self._bot.tree.remove_command(menu.name, type=menu.type)

    async def check_claim(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Show the studies for and against what the message says."""
        claim = plain(spoken(words_of(message)))[:LONGEST_QUESTION]
        await show(
            self._bot, interaction, lambda language: self._checked(claim, language), private=True
        )

    async def find_paper(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Show the articles the message is about."""
        words = words_of(message)
        await show(
            self._bot, interaction, lambda language: self._found(words, language), private=True
        )

    async def ask_about(
        self, interaction: discord.Interaction[Any], message: discord.Message
    ) -> None:
        """Take a question about what the message says, which stands in the form to be cut down."""
        words = plain(words_of(message))[:LONGEST_QUESTION]
        form = asking_form(reader_of(interaction), words=words)
        await offer(interaction, form)

    async def _checked(self, claim: str, language: Language) -> Page:
        if not any(letter.isalnum() for letter in claim):
            raise QuestionError("notice.no-text")
        return await self._bot.lookups.check(claim, language)

    async def _found(self, words: str, language: Language) -> Page:
        if not words.strip():
            raise QuestionError("notice.no-text")
        return await self._bot.lookups.paper(words, language)


def words_of(message: discord.Message) -> str:
    """What a message says, with the titles and addresses of what it shows."""
    parts = [message.content]
    for embed in message.embeds:
        parts += [embed.title or "", embed.url or "", embed.description or ""]
    parts += _laid_out(message.components)
    return "\n".join(part for part in parts if part)


def _laid_out(components: Iterable[Any]) -> list[str]:
    """The texts of a layout, as our own answers are, from top to bottom."""
    found: list[str] = []
    for part in components:
        if isinstance(part, discord.TextDisplay):
            found.append(part.content)
        found += _laid_out(getattr(part, "children", ()))
    return found


def _menu(key: str, callback: _Chosen) -> app_commands.ContextMenu:
    return app_commands.ContextMenu(
        name=told(key),
        callback=callback,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
    )
