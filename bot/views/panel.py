"""Asking without a command where the bot reads no messages: a standing message with one button.

The button knows nothing but its name, so a panel works for as long as its message stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui
from typing_extensions import override

from bot.language.choosing import reader_of, server_of
from bot.rendering.panel import ASK_HERE, panel_page
from bot.speaking.changes import dedicate_channel
from bot.speaking.lacking import THREADS, WRITING, LackingError, lacking_in
from bot.speaking.tongue import language_for
from bot.telling import tell_failure
from bot.views.layout import PREFIX
from bot.views.questions import asking_here_form, offer

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]


class AskHere(ui.DynamicItem[ui.Item[Any]], template=f"{PREFIX}{ASK_HERE}"):
    """Takes a question from whoever presses it and may ask here."""

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item)

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            await offer(interaction, asking_here_form(reader_of(interaction)))
        except Exception as error:  # noqa: BLE001 - the one door, for buttons
            await tell_failure(interaction, error, where=type(self).__name__)


async def post_panel(interaction: Interaction, channel: discord.TextChannel) -> discord.Message:
    """Post the standing message in this channel, where each question gets a thread from now on.

    Raises:
        LackingError: The bot may not; nothing is posted and nothing changed.
        TooManyNamedError: The server has as many channels for questions as are kept.
    """
    bot = interaction.client
    here = channel.id == interaction.channel_id
    allowed = interaction.app_permissions if here else channel.permissions_for(channel.guild.me)
    if lacking := lacking_in(allowed, (*WRITING, *THREADS)):
        raise LackingError(channel.id, lacking)
    door = bot.desk.door
    rules = await door.rules(channel.guild.id)
    dedicated = dedicate_channel(rules, channel.id)
    language = language_for(rules, server_of(interaction))
    posted = await channel.send(**bot.dress.fresh(panel_page(language)))
    if dedicated != rules:
        await door.choose(channel.guild.id, dedicated)
    return posted
