"""The standing message of a channel for questions: how to ask there, and the button that takes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.saying import say
from bot.rendering.page import Page, Press

if TYPE_CHECKING:
    from bot.language.language import Language

ASK_HERE = "ask-here"
"""What its button asks for."""


def panel_page(language: Language) -> Page:
    """The message."""
    said = f"### {say(language, 'panel.title')}\n{say(language, 'panel.text')}"
    return Page((said,), (Press(ASK_HERE, say(language, "button.ask")),))
