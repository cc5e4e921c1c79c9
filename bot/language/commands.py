"""Names and descriptions of commands in the member's language, as Discord asks for at a sync."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from discord import app_commands
from typing_extensions import override

from bot.language.language import Language, spoken
from bot.language.saying import say

if TYPE_CHECKING:
    import discord

_KEY: Final = "key"


def told(key: str) -> app_commands.locale_str:
    """A name or a description: its English, and what `CommandTranslator` finds the others by."""
    return app_commands.locale_str(say(Language.ENGLISH, key), **{_KEY: key})


class CommandTranslator(app_commands.Translator):
    """Knows what `told` made; everything else stays as it is."""

    @override
    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContext[Any, Any],
    ) -> str | None:
        language = spoken(locale.value)
        key = string.extras.get(_KEY)
        # What has no translation is shown by Discord in the language it was registered in.
        if language in {None, Language.ENGLISH} or not isinstance(key, str):
            return None
        return say(language or Language.ENGLISH, key)
