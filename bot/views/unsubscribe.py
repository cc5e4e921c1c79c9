"""The button under a digest that ends its alert, after a restart too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
from discord import ui
from typing_extensions import override

from bot.keeping.ending import end_alert
from bot.language.choosing import reader_of
from bot.language.saying import say
from bot.rendering.text import clipped
from bot.telling import tell, tell_failure
from bot.views.layout import PREFIX

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot

    Interaction = discord.Interaction[FootnoteBot]


class Unsubscribe(
    ui.DynamicItem[ui.Item[Any]],
    template=f"{PREFIX}unsubscribe:(?P<alert>[0-9a-f]{{1,32}}):[0-9a-f]{{1,32}}",
):
    """Ends the alert."""

    def __init__(self, item: ui.Item[Any], alert: str) -> None:
        super().__init__(item)
        self.alert = alert

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(item, match["alert"])

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            ended = await end_alert(interaction.client, self.alert, interaction)
            topic = clipped(ended.topic, 60)
            await tell(interaction, say(reader_of(interaction), "alert.removed", topic=topic))
        except Exception as error:  # noqa: BLE001 - the one door, for buttons
            await tell_failure(interaction, error, where=type(self).__name__)
