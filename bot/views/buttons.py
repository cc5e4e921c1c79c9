"""The buttons under an answer. They know only the answer's id, so they outlive a restart.

An error in a `DynamicItem`'s callback reaches no `on_error` of discord.py: `callback` is the door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from typing_extensions import override

from bot.errors import NotYoursError
from bot.language.choosing import reader_of
from bot.telling import NOBODY, tell_failure
from bot.views.layout import PREFIX, layout_of

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]

_ANSWER: Final = r"(?P<answer>[0-9a-f]{1,32})"


class _AnswerButton(ui.DynamicItem[ui.Button[Any]], template=f"{PREFIX}{_ANSWER}"):
    """What the buttons share: how they are found again, and the door for failures."""

    def __init__(self, button: ui.Button[Any], answer_id: str, at: int) -> None:
        super().__init__(button)
        self.answer_id = answer_id
        self.at = at

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)  # noqa: S101 - our templates stand on buttons alone
        return cls(item, match["answer"], int(match.groupdict().get("at") or 0))

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            await self.pressed(interaction)
        except Exception as error:  # noqa: BLE001 - the one door, for buttons
            await tell_failure(interaction, error, where=type(self).__name__)

    async def pressed(self, interaction: Interaction) -> None:
        """Do what the label says."""
        raise NotImplementedError


class ShowPassages(_AnswerButton, template=f"{PREFIX}passages:{_ANSWER}"):
    """Shows whoever presses it the first passage, to them alone."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        page = await interaction.client.desk.passages(self.answer_id, 0, reader_of(interaction))
        await interaction.edit_original_response(view=layout_of(page), allowed_mentions=NOBODY)


class TurnPage(_AnswerButton, template=f"{PREFIX}page:{_ANSWER}:(?P<at>[0-9]{{1,4}})"):
    """Turns to another passage, in place."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        page = await interaction.client.desk.passages(
            self.answer_id, self.at, reader_of(interaction)
        )
        await interaction.edit_original_response(view=layout_of(page), allowed_mentions=NOBODY)


class DeleteAnswer(_AnswerButton, template=f"{PREFIX}delete:{_ANSWER}"):
    """Deletes the answer and forgets it, for its asker and for moderators."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        desk = interaction.client.desk
        asker = await desk.asker_of(self.answer_id)
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if interaction.user.id != (asker or _asker_on(interaction.message)) and not moderates:
            raise NotYoursError
        await interaction.delete_original_response()
        await desk.forget(self.answer_id)


def _asker_on(message: discord.Message | None) -> int | None:
    """Who asked, as far as the message itself tells: for an answer no longer kept."""
    if message and message.interaction_metadata:
        return message.interaction_metadata.user.id
    return None


BUTTONS: Final = (ShowPassages, TurnPage, DeleteAnswer)
