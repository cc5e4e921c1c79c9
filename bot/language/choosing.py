"""In which language a member is spoken to: their own in what they alone see, else the server's too.

Discord tells a member's language with every interaction, and of a message only its server's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.language.language import Language, language_of

if TYPE_CHECKING:
    import discord


def reader_of(interaction: discord.Interaction[Any]) -> Language:
    """Of whoever pressed, chose or asked."""
    return language_of(interaction.locale.value)


def author_of(message: discord.Message) -> Language:
    """Of a message's author, as far as its server tells."""
    return language_of(message.guild.preferred_locale.value) if message.guild else Language.ENGLISH


def server_of(interaction: discord.Interaction[Any]) -> Language:
    """Of the server that an interaction comes from: for what all its members read."""
    return language_of(interaction.guild_locale.value if interaction.guild_locale else None)
