"""The button that deletes all that is kept of whoever presses it, and the one that asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui
from typing_extensions import override

from bot.language.choosing import reader_of
from bot.language.saying import say
from bot.state.database import scrub
from bot.telling import NOBODY, tell_failure
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot
    from bot.language.language import Language

    Interaction = discord.Interaction[FootnoteBot]


def privacy_buttons(language: Language, *, sure: bool = False) -> ui.View:
    """The button; `sure` is the second one, which deletes."""
    view = ui.View(timeout=None)
    key, act = ("button.delete-kept-sure", "delete") if sure else ("button.delete-kept", "ask")
    button: ui.Button[Any] = ui.Button(
        style=discord.ButtonStyle.danger,
        label=say(language, key),
        custom_id=f"{PREFIX}privacy:{act}",
    )
    view.add_item(button)
    view.stop()
    return view


class DeleteKept(ui.DynamicItem[ui.Item[Any]], template=f"{PREFIX}privacy:(?P<act>ask|delete)"):
    """Asks, then deletes. It holds no id: it is always about who presses it."""

    def __init__(self, item: ui.Item[Any], act: str) -> None:
        super().__init__(item)
        self.act = act

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match["act"])

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            await self._pressed(interaction)
        except Exception as error:  # noqa: BLE001 - the one door, for buttons
            await tell_failure(interaction, error, where=type(self).__name__)

    async def _pressed(self, interaction: Interaction) -> None:
        language = reader_of(interaction)
        if self.act == "ask":
            await interaction.response.edit_message(
                content=say(language, "privacy.sure"),
                attachments=[],
                view=privacy_buttons(language, sure=True),
                allowed_mentions=NOBODY,
            )
            return
        await interaction.response.defer()
        state = interaction.client.state
        await state.members.forget(interaction.user.id)
        await scrub(state.engine)
        await interaction.edit_original_response(
            content=say(language, "privacy.deleted"), view=None, allowed_mentions=NOBODY
        )
