"""Buttons that look more closely at an answer's sources: more, methods, numbers, limitations, disagreements.

What they show is for whoever presses them alone; the answer itself stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from typing_extensions import override

from bot.answering.depth.views import Depth
from bot.language.choosing import reader_of
from bot.views.answer_button import ANSWER, AnswerButton
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]


class ShowMore(AnswerButton, template=f"{PREFIX}more:{ANSWER}"):
    """More of what the sources say on the question, in a message of its own."""

    @override
    async def pressed(self, interaction: Interaction) -> None:
        await _show(interaction, self.answer_id, Depth.MORE, 0, anew=True)


class TurnDepth(
    AnswerButton,
    template=f"{PREFIX}depth:{ANSWER}:(?P<depth>{'|'.join(Depth)}):(?P<at>[0-9]{{1,3}})",
):
    """Another look, or another page of it; in place where the presser alone sees the message."""

    def __init__(self, button: ui.Button[Any], answer_id: str, at: int, depth: Depth) -> None:
        super().__init__(button, answer_id, at)
        self.depth = depth

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)  # noqa: S101 - our templates stand on buttons alone
        return cls(item, match["answer"], int(match["at"]), Depth(match["depth"]))

    @override
    async def pressed(self, interaction: Interaction) -> None:
        message = interaction.message
        anew = message is None or not message.flags.ephemeral
        await _show(interaction, self.answer_id, self.depth, self.at, anew=anew)


DEPTH_BUTTONS: Final = (ShowMore, TurnDepth)


async def _show(
    interaction: Interaction, answer_id: str, depth: Depth, at: int, *, anew: bool
) -> None:
    await interaction.response.defer(ephemeral=True, thinking=anew)
    bot = interaction.client
    page = await bot.ledger.look(answer_id, depth, at, reader_of(interaction))
    await interaction.edit_original_response(**bot.dress.over(page))
