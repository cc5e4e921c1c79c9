"""Answers that stay true: held against each new generation, and noted where a source changed.

What is found is written down before anybody is told. A note on the answer itself may be written twice
and reads the same; a message of its own is sent at most once, for a second one would alarm twice.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import discord
import structlog

from bot.keeping.truth import changes_in, key_of
from bot.rendering.answers.notes import note_lines, note_message
from bot.telling import NOBODY

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.state.given import GivenAnswer
    from bot.state.revisions import Change, Revision, Told

log = structlog.get_logger(__name__)

A_TURN: Final = 10
"""Answers held against a generation in one turn."""

NOTES_A_TURN: Final = 3
"""Messages edited or sent in one turn: Discord takes about five a few seconds in one channel."""

_DAY: Final = 24 * 60 * 60
_UNKNOWN_MESSAGE: Final = 10008
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#json"""


class Rechecking:
    """Holds answers against the generation that is served."""

    def __init__(self, bot: FootnoteBot, *, days: int) -> None:
        self._bot = bot
        self._days = days

    async def turn(self) -> None:
        """Do a little of what is to be done."""
        generation = self._bot.serving.generation
        if generation is None or not self._days:
            return
        since = int(time.time()) - self._days * _DAY
        answers = self._bot.state.answers
        noted = 0
        for given in await answers.unchecked(generation, since=since, most=A_TURN):
            if noted >= NOTES_A_TURN:
                return
            changes = await self._bot.serving.consult(
                lambda answerer, given=given: changes_in(given.answer, answerer)
            )
            noted += await self._note(given, changes, generation)
            await answers.checked(given.id, generation)

    async def _note(self, given: GivenAnswer, changes: tuple[Change, ...], generation: str) -> bool:
        """Write down what is new, and tell it; whether anything was told."""
        revisions = self._bot.state.revisions
        before = {change for known in await revisions.of(given.id) for change in known.changes}
        new = tuple(change for change in changes if change not in before)
        if new:
            await revisions.find(
                given.id,
                new,
                generation=generation,
                found=int(time.time()),
                key=key_of(given.id, new),
            )
        kept = await revisions.of(given.id)
        pending = [revision for revision in kept if revision.told == "pending"]
        for revision in pending:
            told = await self._tell(given, revision, kept)
            await revisions.tell(revision.id, told)
            log.info("an answer was noted", answer=given.id, told=told)
        return bool(pending)

    async def _tell(
        self, given: GivenAnswer, revision: Revision, kept: tuple[Revision, ...]
    ) -> Told:
        if not given.private:
            try:
                await self._edit(given, kept)
            except discord.NotFound as error:
                if error.code == _UNKNOWN_MESSAGE and given.guild is not None:
                    return "lost"  # it was deleted: there is nothing left to be true
            except discord.HTTPException as error:
                log.info("cannot note on an answer", status=error.status, code=error.code)
            else:
                return "edited"
        return await self._tell_asker(given, revision)

    async def _edit(self, given: GivenAnswer, kept: tuple[Revision, ...]) -> None:
        page = await self._bot.ledger.page_of(given, note_lines(kept, given.language))
        channel = self._bot.get_partial_messageable(given.channel, guild_id=given.guild)
        message = channel.get_partial_message(given.message or 0)
        await message.edit(**self._bot.dress.over(page))

    async def _tell_asker(self, given: GivenAnswer, revision: Revision) -> Told:
        """Tell the asker alone, where the answer is theirs alone or cannot be reached."""
        await self._bot.state.revisions.tell(revision.id, "telling")
        try:
            user = self._bot.get_user(given.asker) or await self._bot.fetch_user(given.asker)
            await user.send(
                note_message(given.answer, revision.changes, given.language),
                allowed_mentions=NOBODY,
                suppress_embeds=True,
            )
        except discord.HTTPException as error:
            log.info("cannot tell the asker", status=error.status, code=error.code)
            return "lost"
        return "told"
