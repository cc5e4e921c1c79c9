"""What a member asked before, in the same place: read before a question is looked up, kept behind it.

A conversation that cannot be read costs a follow-up its topic, never a member the answer.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.answering.questions.conversation import Understood, continued, understood
from bot.answering.questions.turns import Turn, turns_of, turns_text, within_reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.desk.ledger import Reply
    from bot.state.answers import Answers
    from bot.state.conversations import Conversations

log = structlog.get_logger(__name__)


class Talk:
    """Remembers conversations, each of one member in one channel.

    Args:
        conversations: Where they are kept.
        answers: That a reply or a button may go on from.
        minutes: How long a question may be leaned on; 0 for not at all.
    """

    def __init__(self, conversations: Conversations, answers: Answers, *, minutes: int) -> None:
        self._conversations = conversations
        self._answers = answers
        self._seconds = 60 * minutes

    async def understood(
        self, text: str, *, channel: int, asker: int, private: bool, after: str = ""
    ) -> Understood:
        """What these words ask, by what was asked before.

        Args:
            text: As checked.
            channel: Where.
            asker: Who.
            private: Whether the asker alone sees the answer; what they saw alone is not carried else.
            after: The answer they go on from, however old; "" for the last one here.
        """
        try:
            turns = await self._before(after) or await self._here(channel, asker, private=private)
        except SQLAlchemyError:
            log.exception("cannot read a conversation")
            turns = ()
        return understood(text, turns)

    async def keep(
        self, known: Understood, reply: Reply, *, channel: int, asker: int, private: bool
    ) -> None:
        """Remember that this was asked, but for an aside: what follows leans on what came before it."""
        if not self._seconds or known.aside:
            return
        now = int(time.time())
        turn = Turn(known.question, reply.answer_id, private, now, known.filters, reply.study)
        try:
            before = await self._here(channel, asker, private=True)
            written = turns_text(continued(before, known, turn))
            await self._conversations.keep(channel, asker, written, at=now)
        except SQLAlchemyError:
            log.exception("cannot keep a conversation")

    async def forget(self, channel: int, asker: int) -> None:
        """Remember nothing of what this member asked here."""
        await self._conversations.forget(channel, asker)

    async def _before(self, answer_id: str) -> Sequence[Turn]:
        given = await self._answers.recall(answer_id) if answer_id else None
        if given is None:
            return ()
        asked = given.answer.question
        study = given.answer.study
        return (Turn(asked, given.id, given.private, given.given, given.filters, study),)

    async def _here(self, channel: int, asker: int, *, private: bool) -> Sequence[Turn]:
        if not self._seconds:
            return ()
        now = int(time.time())
        kept = await self._conversations.turns(channel, asker, since=now - self._seconds)
        return within_reach(turns_of(kept), now=now, seconds=self._seconds, private=private)
