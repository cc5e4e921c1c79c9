"""How a failure reaches the member: one clear sentence, whatever state the interaction is in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import discord
import structlog
from discord import app_commands

from bot.errors import sentence_for
from bot.language.language import language_of
from bot.language.saying import say

if TYPE_CHECKING:
    from discord import Interaction

    from bot.language.language import Language

log = structlog.get_logger(__name__)

_UNKNOWN_INTERACTION: Final = 10062
"""Nobody said within three seconds that we are at it.
https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"""

NOBODY: Final = discord.AllowedMentions.none()
"""Given with every message: no text of an article or a member may ping anybody."""


def place_in_line(place: int, language: Language) -> str:
    """While a question waits its turn; the next to be answered has place 1."""
    if place == 1:
        return say(language, "notice.next-in-line")
    return say(language, "notice.place-in-line", place=place)


async def tell(interaction: Interaction[Any], sentence: str) -> None:
    """Say this in reply to an interaction, to its member alone where that is still possible."""
    kind = interaction.response.type
    if kind is None:
        await interaction.response.send_message(sentence, ephemeral=True, allowed_mentions=NOBODY)
    elif kind is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(content=sentence, allowed_mentions=NOBODY)
    else:
        await interaction.followup.send(sentence, ephemeral=True, allowed_mentions=NOBODY)


async def tell_failure(interaction: Interaction[Any], error: Exception, *, where: str) -> None:
    """The one door for failures of commands, buttons and modals."""
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.NotFound):
        # There is no message or interaction left to say anything in.
        _log_lost(cause, where)
        return
    sentence = sentence_for(error, where=where, language=language_of(interaction.locale.value))
    try:
        await tell(interaction, sentence)
    except discord.HTTPException as unsent:
        _log_lost(unsent, where)


def _log_lost(error: discord.HTTPException, where: str) -> None:
    """What kept us from saying anything: our own slowness is an operator's to mend, the rest nobody's."""
    if error.code == _UNKNOWN_INTERACTION:
        log.warning("Discord was answered too late", where=where)
    elif isinstance(error, discord.NotFound):
        log.info("the message is gone", where=where, code=error.code)
    else:
        log.warning("cannot tell the member", where=where, status=error.status, code=error.code)
