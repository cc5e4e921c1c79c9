"""Who the bot is and how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from babel.core import Locale, UnknownLocaleError

from bot.language.saying import say
from bot.rendering.page import Page
from bot.rendering.text import clipped

if TYPE_CHECKING:
    from bot.answering.looking.lookup import Shelf
    from bot.language.language import Language

_LANGUAGES: Final = 8
_LANGUAGE: Final = 40
_HELP: Final = ("help.ask", "help.follow-up", "help.commands", "help.limits")


def about_page(shelf: Shelf, generation: str, language: Language) -> Page:
    """What the library holds and how old it is."""
    # American and British English are one language to who asks in it.
    named = dict.fromkeys(_language_name(tag, language) for tag in shelf.languages)
    languages = ", ".join(list(named)[:_LANGUAGES])
    facts = [
        _held(shelf, language),
        say(language, "about.languages", languages=languages) if languages else "",
        say(language, "about.built", day=clipped(shelf.built, 10)),
        say(language, "about.newest", day=clipped(shelf.newest, 10)) if shelf.newest else "",
    ]
    small = f"-# {say(language, 'about.generation', generation=clipped(generation, 80))}"
    lines = "\n".join(f"- {fact}" for fact in facts if fact)
    return Page((f"**Footnote**\n{say(language, 'about.what')}", lines, small))


def help_page(shelf: Shelf, *, minutes: int, language: Language) -> Page:
    """How to ask, what else can be done, and what cannot."""
    parts = [say(language, key, minutes=minutes) for key in _HELP]
    title = f"**{say(language, 'help.title')}**\n{_held(shelf, language)}"
    return Page((title, *parts))


def _held(shelf: Shelf, language: Language) -> str:
    return say(
        language,
        "about.shelf",
        count=shelf.articles,
        passages=shelf.passages,
        outlets=shelf.outlets,
    )


def _language_name(tag: str, language: Language) -> str:
    """What readers of `language` call the language of this tag; the tag where it is none."""
    try:
        name = Locale.parse(tag.partition("-")[0]).get_language_name(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        name = None
    return clipped(name or tag, _LANGUAGE)
