"""A thread for each question, in channels that are there for questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord
import structlog

from bot.rendering.text import plain

if TYPE_CHECKING:
    from typing import TypeGuard

    from bot.state.servers import ServerRules

log = structlog.get_logger(__name__)

_NAME: Final = 100
"""Letters of a thread's name. https://discord.com/developers/docs/resources/channel#start-thread-from-message"""


def wants_thread(rules: ServerRules, channel: object) -> bool:
    """Whether questions in this channel get threads of their own."""
    return can_hold_threads(channel) and channel.id in rules.dedicated


def can_hold_threads(channel: object) -> TypeGuard[discord.TextChannel]:
    """Whether this is a channel whose messages can have threads; a thread's cannot."""
    return isinstance(channel, discord.TextChannel)


async def thread_under(
    message: discord.Message | discord.PartialMessage, question: str
) -> discord.Thread | None:
    """A new thread under the message, named by the question; None where Discord does not let us."""
    name = plain(question)
    name = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
    try:
        return await message.create_thread(name=name)
    except discord.HTTPException as error:
        # The answer then stands in the channel: better there than nowhere.
        log.info("no thread for a question", status=error.status, code=error.code)
        return None
