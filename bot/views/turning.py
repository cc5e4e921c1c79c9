"""Buttons under what was looked up: to the next page, to more like it, to its reference.

They carry what was looked up in their custom_id: nothing is kept, and every one outlives a restart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
from discord import ui
from typing_extensions import override

from bot.desk.lookups import SPLIT
from bot.language.choosing import reader_of
from bot.telling import tell_failure
from bot.views.layout import PREFIX
from index.citing.references import Style

if TYPE_CHECKING:
    import re
    from typing import Self

    from bot.client import FootnoteBot
    from bot.language.language import Language
    from bot.rendering.page import Page

    Interaction = discord.Interaction[FootnoteBot]

_AT: Final = r"(?P<at>[0-9]{1,3})"
_WORDS: Final = r"(?P<words>(?s:.*))"
_ARTICLE: Final = r"(?P<words>[0-9a-z]{1,64})"


class _LookupButton(ui.DynamicItem[ui.Button[Any]], template=f"{PREFIX}{_WORDS}"):
    """What they share: how they are found again, and the door for failures."""

    anew = False
    """Whether what is found is a new message, to whoever presses alone."""

    def __init__(self, button: ui.Button[Any], words: str, at: int) -> None:
        super().__init__(button)
        self.words = words
        self.at = at

    @classmethod
    @override
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        assert isinstance(item, ui.Button)  # noqa: S101 - our templates stand on buttons alone
        return cls(item, match["words"], int(match.groupdict().get("at") or 0))

    @override
    async def callback(self, interaction: Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - only our bot dispatches it
        try:
            await interaction.response.defer(ephemeral=self.anew, thinking=self.anew)
            page = await self.page(interaction.client, reader_of(interaction))
            await interaction.edit_original_response(**interaction.client.dress.over(page))
        except Exception as error:  # noqa: BLE001 - the one door, for buttons
            await tell_failure(interaction, error, where=type(self).__name__)

    async def page(self, bot: FootnoteBot, language: Language) -> Page:
        """What a press shows."""
        raise NotImplementedError


class TurnFound(_LookupButton, template=f"{PREFIX}found:{_AT}:{_WORDS}"):
    """Another page of passages, in place."""

    @override
    async def page(self, bot: FootnoteBot, language: Language) -> Page:
        return await bot.lookups.search(self.words, self.at, language)


class TurnLatest(_LookupButton, template=f"{PREFIX}latest:{_AT}:{_WORDS}"):
    """Another page of the newest articles, in place."""

    @override
    async def page(self, bot: FootnoteBot, language: Language) -> Page:
        topic, _, outlet = self.words.partition(SPLIT)
        return await bot.lookups.latest(topic, outlet, self.at, language)


class ShowLike(_LookupButton, template=f"{PREFIX}like:{_ARTICLE}"):
    """Articles like this one."""

    anew = True

    @override
    async def page(self, bot: FootnoteBot, language: Language) -> Page:
        return await bot.lookups.similar(self.words, language)


class ShowReference(_LookupButton, template=f"{PREFIX}cite:{_ARTICLE}"):
    """The article's reference."""

    anew = True

    @override
    async def page(self, bot: FootnoteBot, language: Language) -> Page:
        return await bot.lookups.cite(self.words, Style.APA, language)


LOOKUP_BUTTONS: Final = (TurnFound, TurnLatest, ShowLike, ShowReference)
