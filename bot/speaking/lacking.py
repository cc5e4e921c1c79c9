"""What Discord does not let the bot do in a channel, by the names that members read in its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from bot.errors import MemberError
from bot.language.language import Language
from bot.language.saying import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import discord

WRITING: Final = ("view_channel", "send_messages")
THREADS: Final = ("create_public_threads", "send_messages_in_threads")


class LackingError(MemberError):
    """The bot may not do in a channel what was asked of it.

    Attributes:
        permissions: What it lacks, as discord.py names them.
    """

    def __init__(self, channel: int, permissions: Sequence[str]) -> None:
        self._channel = f"<#{channel}>"
        self.permissions = tuple(permissions)
        super().__init__(
            "notice.lacking", channel=self._channel, permissions=self._named(Language.ENGLISH)
        )

    @override
    def told(self, language: Language) -> str:
        named = self._named(language)
        return say(language, "notice.lacking", channel=self._channel, permissions=named)

    def _named(self, language: Language) -> str:
        return ", ".join(say(language, f"permission.{name}") for name in self.permissions)


def lacking_in(allowed: discord.Permissions, needed: Sequence[str]) -> tuple[str, ...]:
    """Which of these the bot does not have."""
    return tuple(name for name in needed if not getattr(allowed, name))
