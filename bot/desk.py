"""Where a question is handed in and a page handed out; knows members and places, not messages."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypedDict

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.answering.depth.views import Depth
from bot.conversing import Talk
from bot.errors import ForgottenError, LineFullError, MemberError, NotReadyError
from bot.language.language import Language
from bot.language.saying import say
from bot.pacing import EDIT_SECONDS, paced
from bot.question import checked
from bot.rendering.answers import answer_page, draft_page
from bot.rendering.limited import limits_note
from bot.rendering.passages import passage_page
from bot.rendering.text import clipped
from bot.speaking.tone import reminder, shown
from bot.state.given import GivenAnswer
from index.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.answering.answer import Answer
    from bot.answering.wishes import Wish
    from bot.pool import Moved
    from bot.rendering.page import Page
    from bot.serving import Serving
    from bot.speaking.asking import Asking
    from bot.speaking.doorkeeper import Doorkeeper
    from bot.state.state import State
    from index.filters import Filters

log = structlog.get_logger(__name__)

_NAME: Final = 80


class _Asker(TypedDict):
    channel: int
    asker: int
    private: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Who asks, and where.

    Attributes:
        asker: Discord id of the member.
        channel: Discord id of the channel.
        guild: Discord id of the server; None in a direct message.
        private: Whether only the asker will see the answer.
        command: Whether it was asked by a command, beside which Discord does not show the words.
        language: In which the asker is spoken to.
    """

    asker: int
    channel: int
    guild: int | None
    private: bool = False
    command: bool = False
    language: Language = Language.ENGLISH


@dataclass(frozen=True, slots=True)
class Reply:
    """A page to send.

    Attributes:
        page: What to send.
        answer_id: Under which the answer is kept; "" where it is not.
        known: Whether the library answers it.
    """

    page: Page
    answer_id: str
    known: bool = True


class Desk:
    """Takes questions, has them answered, and keeps the answers."""

    def __init__(
        self, *, serving: Serving, state: State, door: Doorkeeper, conversation_minutes: int = 0
    ) -> None:
        self._serving = serving
        self._state = state
        self.door = door
        self.talk = Talk(state.conversations, state.answers, minutes=conversation_minutes)

    async def refusal(self, text: str, asking: Asking) -> MemberError | None:
        """Why this is not looked up at all; known at once, so that the refusal can be private.

        None lets the question in, and then it counts as one of the member's.
        """
        try:
            checked(text)
        except MemberError as error:
            return error
        return await self.door.refusal(asking)

    async def answer(
        self,
        text: str,
        place: Place,
        *,
        moved: Moved | None = None,
        grown: Callable[[Page], Awaitable[None]] | None = None,
        after: str = "",
        filters: Filters = EVERYTHING,
    ) -> Reply:
        """The page that answers, or that shows what a follow-up wants to see of the last answer.

        Args:
            text: What was typed, not refused.
            place: Who asks, and where.
            moved: Told the place in line whenever it changes.
            grown: Shows the page while a language model still writes; called at Discord's pace.
            after: The answer it goes on from; "" for the last one in this place.
            filters: What the articles must be that it is answered from; a follow-up to it is
                answered from all again, unless it says otherwise.

        Raises:
            MemberError: There will be no answer; its sentence says why.
        """
        asker: _Asker = {"channel": place.channel, "asker": place.asker, "private": place.private}
        known = await self.talk.understood(checked(text), **asker, after=after)
        if known.wish and known.leaned_on:
            return Reply(
                await self.wished(known.leaned_on.answer_id, known.wish, place.language), ""
            )
        # What is looked up is shown where it is not what was typed.
        place = replace(place, command=place.command or known.leaned_on is not None)
        question = known.question
        tone = (await self.door.rules(place.guild)).tone
        try:
            async with paced(grown, seconds=EDIT_SECONDS) as show:

                def told(answer: Answer) -> None:
                    page = draft_page(
                        shown(answer, tone),
                        repeat_question=place.command,
                        language=place.language,
                    )
                    show(page)

                answer, excerpts = await self._serving.ask(
                    question, filters=filters, moved=moved, told=told
                )
        except (LineFullError, NotReadyError):
            # It was not looked up: who comes back in a minute must not be told to wait.
            self.door.forgive(guild=place.guild, member=place.asker)
            raise
        given = GivenAnswer(
            id=secrets.token_hex(8),
            asker=place.asker,
            channel=place.channel,
            guild=place.guild,
            private=place.private,
            given=int(time.time()),
            answer=answer,
            excerpts=excerpts,
            command=place.command,
            language=place.language,
        )
        log.info(
            "answered",
            abstained=answer.abstained,
            answerer=answer.answerer,
            generation=answer.generation,
            milliseconds=round(sum(answer.timings_ms.values())),
        )
        answer_id = await self._kept(given)
        await self.talk.keep(known, answer_id, **asker)
        limits = limits_note(filters, place.language)
        page = await self.page_of(replace(given, id=answer_id), (limits,) if limits else ())
        return Reply(page, answer_id, known=not answer.abstained)

    async def page_of(self, given: GivenAnswer, notes: Sequence[str] = ()) -> Page:
        """The page of an answer in its server's tone.

        Args:
            given: The answer; without buttons where its id is "".
            notes: What became of its sources since, a line each.
        """
        rules = await self.door.rules(given.guild)
        tone = rules.tone
        return answer_page(
            shown(given.answer, tone),
            answer_id=given.id,
            repeat_question=given.command,
            language=given.language,
            notes=notes,
            reminder=reminder(given.answer, tone, given.language),
            human=rules.human_role is not None and not given.private,
            private=given.private,
        )

    async def answer_of(self, message: int) -> str:
        """The answer that this message shows; "" where it shows none, or it is no longer kept."""
        try:
            return await self._state.answers.shown_by(message) if message else ""
        except SQLAlchemyError:
            log.exception("cannot read an answer")
            return ""

    async def given(self, answer_id: str) -> GivenAnswer:
        """An answer that was given.

        Raises:
            ForgottenError: It is no longer kept.
        """
        given = await self._state.answers.recall(answer_id)
        if given is None:
            raise ForgottenError
        return given

    async def claim_share(self, answer_id: str) -> bool:
        """Whether this answer was not shared before; then it is."""
        return await self._state.chores.claim(f"share:{answer_id}", at=int(time.time()))

    async def shared(self, given: GivenAnswer, *, by: str) -> Reply:
        """A private answer as one for all to see, under an id of its own."""
        public = replace(
            given, id=secrets.token_hex(8), private=False, command=True, given=int(time.time())
        )
        answer_id = await self._kept(public)
        note = f"-# {say(given.language, 'answer.shared', member=clipped(by, _NAME))}"
        page = await self.page_of(replace(public, id=answer_id), (note,))
        return Reply(page, answer_id)

    async def wished(self, answer_id: str, wish: Wish, language: Language) -> Page:
        """What a follow-up wants to see of an answer; the passages it rests on where there is no more."""
        given = await self.given(answer_id)
        view = await self._serving.consult(lambda one: one.view(given.answer, Depth(wish)))
        if not view.statements:
            return await self.passages(answer_id, 0, language)
        answer = replace(given.answer, statements=view.statements, references=view.references)
        return answer_page(answer, repeat_question=True, language=language)

    async def claim_post(self, post: int, *, at: int) -> bool:
        """Whether this forum post was not taken up before; then it is."""
        return await self._state.chores.claim(f"post:{post}", at=at)

    async def sent(self, reply: Reply, message: int) -> None:
        """Note which message shows the answer."""
        if not reply.answer_id:
            return
        try:
            await self._state.answers.sent(reply.answer_id, message)
        except SQLAlchemyError:
            log.exception("cannot note the message of an answer")

    async def passages(self, answer_id: str, at: int, language: Language) -> Page:
        """The passage at this place among those the answer cites.

        Raises:
            ForgottenError: The answer is no longer kept.
        """
        given = await self.given(answer_id)
        return passage_page(
            given.excerpts, given.answer.references, at=at, answer_id=answer_id, language=language
        )

    async def asker_of(self, answer_id: str) -> int | None:
        """Who asked, if the answer is still kept."""
        return await self._state.answers.asker_of(answer_id)

    async def forget(self, answer_id: str) -> None:
        """Keep this answer no longer."""
        await self._state.answers.forget(answer_id)

    async def _kept(self, given: GivenAnswer) -> str:
        # A full disk must not cost the member the answer, only its buttons.
        try:
            await self._state.answers.remember(given)
        except SQLAlchemyError:
            log.exception("cannot keep an answer")
            return ""
        return given.id
