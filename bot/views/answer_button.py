"""What every button under an answer is made of. It knows only the answer's id, so it outlives a restart.

An error in a `DynamicItem`'s callback reaches no `on_error` of discord.py: `callback` is the door.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from typing_extensions import override

from bot.telling import tell_failure
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]

ANSWER: Final = r"(?P<answer>[0-9a-f]{1,32})"
"""An answer's id, in a button's custom_id."""


class AnswerButton(ui.DynamicItem[ui.Button[Any]], template=f"{PREFIX}{ANSWER}"):
    """What buttons under an answer share: how they are found again, and the door for failures."""

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
