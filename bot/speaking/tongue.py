"""In which language an answer is given: the server's where it chose one and all can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.language import spoken

if TYPE_CHECKING:
    from bot.language.language import Language
    from bot.state.servers import ServerRules

OWN: Final = "auto"
"""A server's choice to leave each member their own language."""


def language_for(rules: ServerRules, own: Language, *, private: bool = False) -> Language:
    """What to speak.

    Args:
        rules: Of the server.
        own: The member's.
        private: Whether the member alone sees it: then it is theirs.
    """
    return own if private or rules.language == OWN else spoken(rules.language) or own
