"""What members think of answers, put down with the evidence, and calls for a person."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import TYPE_CHECKING

from bot.errors import ForgottenError
from bot.refusals import NoHumanError
from bot.state.feedback import HumanRequest, Opinion, Witness

if TYPE_CHECKING:
    from bot.answering.answer import Answer
    from bot.speaking.doorkeeper import Doorkeeper
    from bot.state.given import GivenAnswer
    from bot.state.state import State


class Opinions:
    """Takes opinions and calls.

    Args:
        state: Where they are kept.
        door: Knows whom a server calls.
    """

    def __init__(self, state: State, door: Doorkeeper) -> None:
        self._state = state
        self._door = door

    async def give(
        self, answer_id: str, member: int, *, helpful: bool, reason: str = "", words: str = ""
    ) -> None:
        """Keep what a member thinks of an answer, in place of what they thought before.

        Raises:
            ForgottenError: The answer is no longer kept.
        """
        given = await self._given(answer_id)
        await self._state.feedback.give(
            Opinion(
                answer=answer_id,
                member=member,
                guild=given.guild,
                private=given.private or given.guild is None,
                helpful=helpful,
                reason=reason,
                words=words,
                question=given.answer.question,
                generation=given.answer.generation,
                evidence=evidence_of(given.answer),
                given=int(time.time()),
            )
        )

    async def call(self, answer_id: str, member: int) -> HumanRequest | None:
        """Call a person to an answer; None where somebody was called already.

        Raises:
            ForgottenError: The answer is no longer kept.
            NoHumanError: The server named nobody to call.
        """
        given = await self._given(answer_id)
        role = (await self._door.rules(given.guild)).human_role
        if given.guild is None or role is None:
            raise NoHumanError
        request = HumanRequest(
            answer=answer_id,
            guild=given.guild,
            channel=given.channel,
            member=member,
            role=role,
            question=given.answer.question,
            asked=int(time.time()),
        )
        return request if await self._state.feedback.call(request) else None

    async def withdraw(self, answer_id: str) -> None:
        """Take a call back that could not be sent."""
        await self._state.feedback.withdraw(answer_id)

    async def request(self, answer_id: str) -> HumanRequest:
        """The call to an answer.

        Raises:
            ForgottenError: It is no longer kept.
        """
        found = await self._state.feedback.request(answer_id)
        if found is None:
            raise ForgottenError
        return found

    async def resolve(self, answer_id: str, *, by: int) -> bool:
        """Note that a person looked; False where another did before."""
        return await self._state.feedback.resolve(answer_id, by=by, at=int(time.time()))

    async def _given(self, answer_id: str) -> GivenAnswer:
        given = await self._state.answers.recall(answer_id)
        if given is None:
            raise ForgottenError
        return given


def evidence_of(answer: Answer) -> tuple[Witness, ...]:
    """What the answer cites, by source."""
    quotes: defaultdict[int, list[str]] = defaultdict(list)
    for statement in answer.statements:
        for citation in statement.citations:
            quotes[citation.reference].append(citation.quote)
    return tuple(
        Witness(reference.article_id, reference.title, tuple(quotes[reference.number]))
        for reference in answer.references
    )
