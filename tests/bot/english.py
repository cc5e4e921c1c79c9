"""What a member reads whose Discord is set to English."""

from __future__ import annotations

from bot.language.language import Language
from bot.language.saying import say


def english(key: str, **values: object) -> str:
    return say(Language.ENGLISH, key, **values)
