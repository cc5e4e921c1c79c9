"""The buttons under an answer: its passages, and taking it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from bot.errors import NotYoursError
from bot.language.choosing import reader_of
from bot.views.answer_button import ANSWER, AnswerButton
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import discord

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]


class ShowPassages(AnswerButton, template=f"{PREFIX}passages:{ANSWER}"):
    """Shows whoever presses it the first passage, to them alone."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        page = await interaction.client.ledger.passages(self.answer_id, 0, reader_of(interaction))
        await interaction.edit_original_response(**interaction.client.dress.over(page))


class TurnPage(AnswerButton, template=f"{PREFIX}page:{ANSWER}:(?P<at>[0-9]{{1,4}})"):
    """Turns to another passage, in place."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        page = await interaction.client.ledger.passages(
            self.answer_id, self.at, reader_of(interaction)
        )
        await interaction.edit_original_response(**interaction.client.dress.over(page))


class DeleteAnswer(AnswerButton, template=f"{PREFIX}delete:{ANSWER}"):
    """Deletes the answer and forgets it, for its asker and for moderators."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await interaction.response.defer()
        ledger = interaction.client.ledger
        asker = await ledger.asker_of(self.answer_id)
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if interaction.user.id != (asker or _asker_on(interaction.message)) and not moderates:
            raise NotYoursError
        await interaction.delete_original_response()
        await ledger.forget(self.answer_id)


def _asker_on(message: discord.Message | None) -> int | None:
    """Who asked, as far as the message itself tells: for an answer no longer kept."""
    if message and message.interaction_metadata:
        return message.interaction_metadata.user.id
    return None


BUTTONS: Final = (ShowPassages, TurnPage, DeleteAnswer)
