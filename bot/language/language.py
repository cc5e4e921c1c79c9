"""The languages the bot speaks, and which of them a Discord locale asks for."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """By the tag Discord and BCP 47 know it by."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    PORTUGUESE = "pt-BR"
    JAPANESE = "ja"

    @property
    def name_of_its_own(self) -> str:
        """What those who speak it call it."""
        return _OWN_NAMES[self]


_OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.GERMAN: "Deutsch",
    Language.FRENCH: "Français",
    Language.SPANISH: "Español",
    Language.PORTUGUESE: "Português (Brasil)",
    Language.JAPANESE: "日本語",
}
_BY_FIRST = {language.value.partition("-")[0]: language for language in Language}


def spoken(locale: object) -> Language | None:
    """The language for a locale such as "en-GB" or "es-419"; None where it is not spoken."""
    return _BY_FIRST.get(str(locale).replace("_", "-").partition("-")[0].lower())


def language_of(locale: object) -> Language:
    """As `spoken`, and English for all others, also for None."""
    return spoken(locale) or Language.ENGLISH
