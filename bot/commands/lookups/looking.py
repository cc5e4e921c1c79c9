"""What the commands that look something up share: where they can be used, and their three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from discord import app_commands

from bot.desk.lookups import article_named
from bot.errors import LineFullError, NotReadyError
from bot.language.choosing import reader_of
from bot.rendering.limits import CHOICE, CHOICES
from bot.rendering.text import plain
from bot.speaking.asking import asking_in
from bot.speaking.tongue import language_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    import discord

    from bot.client import FootnoteBot
    from bot.language.language import Language
    from bot.rendering.page import Page
    from index.holdings.holding import Holding

Decorated = TypeVar("Decorated", bound="app_commands.Command[Any, ..., Any]")


def anywhere(command: Decorated) -> Decorated:
    """For a server or for a member, in servers, direct messages and group chats."""
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    command.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return command


async def show(
    bot: FootnoteBot,
    interaction: discord.Interaction[Any],
    looked_up: Callable[[Language], Awaitable[Page]],
    *,
    private: bool = False,
    question: str = "",
    article: str = "",
) -> None:
    """Say that we are at it, look it up, and show it in the member's language.

    Args:
        bot: That was asked.
        interaction: By which; nothing was said to it yet.
        looked_up: What is shown.
        private: Whether its member alone sees it.
        question: What is asked, where it is as much work as a question and counts as one.
        article: The name of the one that is looked up; of a mistyped one its member alone is told.
    """
    asking = asking_in(interaction)
    refusal = await (
        bot.desk.refusal(question, asking) if question else bot.desk.door.may_look(asking)
    )
    if refusal:
        raise refusal  # the first thing that is said, so its member alone sees it
    if article and (catalogue := bot.serving.catalogue):
        article_named(catalogue, article)  # likewise
    await interaction.response.defer(ephemeral=private, thinking=True)
    rules = await bot.desk.door.rules(interaction.guild_id)
    with bot.at_work():
        try:
            page = await looked_up(language_for(rules, reader_of(interaction), private=private))
        except (LineFullError, NotReadyError):
            if question:  # it was not looked up, and so does not count
                bot.desk.door.forgive(guild=interaction.guild_id, member=interaction.user.id)
            raise
        await interaction.edit_original_response(**bot.dress.over(page))


def article_choices(articles: Iterable[Holding]) -> list[app_commands.Choice[str]]:
    """Suggestions of articles: title and year, for an id."""
    return [
        app_commands.Choice(name=_choice(each.title, each.published[:4]), value=each.id)
        for each in articles
    ][:CHOICES]


def word_choices(
    words: Iterable[str], typed: str, *, longest: int
) -> list[app_commands.Choice[str]]:
    """Suggestions of those words that hold what is typed."""
    start = typed.casefold().strip()
    fitting = (word for word in words if start in word.casefold() and len(word) <= longest)
    return [
        app_commands.Choice(name=plain(word)[:CHOICE], value=word)
        for word, _ in zip((word for word in fitting if plain(word)), range(CHOICES), strict=False)
    ]


def _choice(title: str, year: str) -> str:
    name = plain(title) or "…"
    tail = f" ({year})" if year else ""
    room = CHOICE - len(tail)
    return (name if len(name) <= room else name[: room - 1] + "…") + tail
