"""The answers that were given: kept for what is pressed under them, and shown again as pages.

An answer that cannot be kept is given all the same, only without its buttons.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import ForgottenError
from bot.language.saying import say
from bot.rendering.answers.answer import answer_page
from bot.rendering.answers.depths import depth_page
from bot.rendering.answers.limited import limits_note
from bot.rendering.answers.passages import passage_page
from bot.rendering.text import clipped
from bot.speaking.tone import reminder, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.depth.views import Depth
    from bot.language.language import Language
    from bot.rendering.page import Page
    from bot.serving.serving import Serving
    from bot.speaking.doorkeeper import Doorkeeper
    from bot.state.given import GivenAnswer
    from bot.state.state import State

log = structlog.get_logger(__name__)

_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Reply:
    """A page to send.

    Attributes:
        page: What to send.
        answer_id: Under which the answer is kept; "" where it is not.
        known: Whether the library answers it.
        study: The article that it cites, where it cites one study alone; else "".
    """

    page: Page
    answer_id: str
    known: bool = True
    study: str = ""


class Ledger:
    """Keeps answers.

    Args:
        serving: What looks more closely at an answer's sources.
        state: Where they are kept.
        door: Knows how each server wants to be spoken to.
    """

    def __init__(self, serving: Serving, state: State, door: Doorkeeper) -> None:
        self._serving = serving
        self._answers = state.answers
        self._chores = state.chores
        self._door = door

    async def keep(self, given: GivenAnswer) -> Reply:
        """Keep this answer, and show it."""
        try:
            await self._answers.remember(given)
        except SQLAlchemyError:
            # A full disk must not cost the member the answer, only its buttons.
            log.exception("cannot keep an answer")
            given = replace(given, id="")
        answer = given.answer
        page = await self.page_of(given)
        return Reply(page, given.id, known=not answer.abstained, study=answer.study)

    async def page_of(self, given: GivenAnswer, notes: Sequence[str] = ()) -> Page:
        """The page of an answer in its server's tone.

        Args:
            given: The answer; without buttons where its id is "".
            notes: What became of its sources since, a line each.
        """
        rules = await self._door.rules(given.guild)
        standing = (limits_note(given.filters, given.language), _sharer(given))
        return answer_page(
            shown(given.answer, rules.tone),
            answer_id=given.id,
            repeat_question=given.command,
            language=given.language,
            notes=[note for note in (*standing, *notes) if note],
            reminder=reminder(given.answer, rules.tone, given.language),
            human=rules.human_role is not None and not given.private,
            private=given.private,
        )

    async def sent(self, reply: Reply, message: int) -> None:
        """Note which message shows the answer."""
        if not reply.answer_id:
            return
        try:
            await self._answers.sent(reply.answer_id, message)
        except SQLAlchemyError:
            log.exception("cannot note the message of an answer")

    async def shown_by(self, message: int) -> str:
        """The answer that this message shows; "" where it shows none, or it is no longer kept."""
        try:
            return await self._answers.shown_by(message) if message else ""
        except SQLAlchemyError:
            log.exception("cannot read an answer")
            return ""

    async def given(self, answer_id: str) -> GivenAnswer:
        """An answer that was given.

        Raises:
            ForgottenError: It is no longer kept.
        """
        given = await self._answers.recall(answer_id)
        if given is None:
            raise ForgottenError
        return given

    async def asker_of(self, answer_id: str) -> int | None:
        """Who asked, if the answer is still kept."""
        return await self._answers.asker_of(answer_id)

    async def forget(self, answer_id: str) -> None:
        """Keep this answer no longer."""
        await self._answers.forget(answer_id)

    async def passages(self, answer_id: str, at: int, language: Language) -> Page:
        """The passage at this place among those the answer cites.

        Raises:
            ForgottenError: The answer is no longer kept.
        """
        given = await self.given(answer_id)
        return passage_page(
            given.excerpts, given.answer.references, at=at, answer_id=answer_id, language=language
        )

    async def look(self, answer_id: str, depth: Depth, at: int, language: Language) -> Page:
        """A page of another look at the answer's sources.

        Raises:
            ForgottenError: The answer is no longer kept.
        """
        given = await self.given(answer_id)
        view = await self._serving.consult(lambda one: one.view(given.answer, depth))
        return depth_page(
            given.answer,
            view,
            at=at,
            answer_id=answer_id,
            language=language,
            limits=limits_note(given.filters, language),
        )

    async def claim_share(self, answer_id: str) -> bool:
        """Whether this answer was not shared before; then it is."""
        return await self._chores.claim(f"share:{answer_id}", at=int(time.time()))

    async def shared(self, given: GivenAnswer, *, by: str) -> Reply:
        """A private answer as one for all to see, under an id of its own."""
        public = replace(given, id=new_id(), private=False, command=True, given=int(time.time()))
        return await self.keep(replace(public, shared_by=by))


def _sharer(given: GivenAnswer) -> str:
    """The line that says who shared it, which stays whatever becomes of its sources; "" for nobody."""
    if not given.shared_by:
        return ""
    return f"-# {say(given.language, 'answer.shared', member=clipped(given.shared_by, _NAME))}"


def new_id() -> str:
    """For an answer that is about to be given."""
    return secrets.token_hex(8)
