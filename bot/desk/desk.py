"""Where a question is handed in and a page handed out; knows members and places, not messages."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypedDict

import structlog

from bot.answering.depth.views import Depth
from bot.desk.conversing import Talk
from bot.desk.ledger import Reply, new_id
from bot.desk.question import checked
from bot.errors import LineFullError, MemberError, NotReadyError
from bot.language.language import Language
from bot.pacing import EDIT_SECONDS, paced
from bot.rendering.answers.answer import draft_page
from bot.rendering.answers.limited import limits_note
from bot.speaking.tone import shown
from bot.state.given import GivenAnswer
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator

    from bot.answering.answer import Answer
    from bot.desk.ledger import Ledger
    from bot.rendering.page import Page
    from bot.serving.pool import Moved
    from bot.serving.serving import Serving
    from bot.speaking.asking import Asking
    from bot.speaking.doorkeeper import Doorkeeper
    from bot.state.state import State
    from index.holdings.filters import Filters

    Grown = Callable[[Page], Awaitable[None]]

log = structlog.get_logger(__name__)


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


class Desk:
    """Takes questions, and has them answered.

    Args:
        serving: What answers.
        state: What remembers conversations, and which posts were taken up.
        door: Lets questions in.
        ledger: Keeps the answers.
        conversation_minutes: How long a question may be leaned on; 0 for not at all.
    """

    def __init__(
        self,
        *,
        serving: Serving,
        state: State,
        door: Doorkeeper,
        ledger: Ledger,
        conversation_minutes: int = 0,
    ) -> None:
        self._serving = serving
        self._chores = state.chores
        self._ledger = ledger
        self.door = door
        self._coming: set[int] = set()
        self.talk = Talk(state.conversations, state.answers, minutes=conversation_minutes)

    async def refusal(self, text: str, asking: Asking) -> MemberError | None:
        """Why this is not looked up at all; known at once, so that the refusal can be private.

        None lets the question in, and then it counts as one of the member's.
        """
        try:
            checked(text)
        except MemberError as error:
            return error
        if refusal := await self.door.refusal(asking):
            return refusal
        if not self._serving.has_room(after=len(self._coming)):
            self.door.forgive(guild=asking.guild, member=asking.member)
            return LineFullError(self._serving.waiting + len(self._coming))
        return None

    @contextmanager
    def expecting(self, asker: int) -> Generator[None]:
        """Keep a place in line for a member who was let in and is not in line yet.

        Else a thousand who ask at once would all be let in, since the line is empty while Discord is
        told that we are at it, and all but a few of them sent away after that.
        """
        self._coming.add(asker)
        try:
            yield
        finally:
            self._coming.discard(asker)

    async def answer(
        self,
        text: str,
        place: Place,
        *,
        moved: Moved | None = None,
        grown: Grown | None = None,
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
            filters: What the articles must be that it is answered from. A follow-up to it is held to
                the same, unless it says otherwise.

        Raises:
            MemberError: There will be no answer; its sentence says why.
        """
        asker: _Asker = {"channel": place.channel, "asker": place.asker, "private": place.private}
        known = await self.talk.understood(checked(text), **asker, after=after)
        if known.wish and known.leaned_on:
            seen = known.leaned_on.answer_id
            return Reply(await self._ledger.look(seen, Depth(known.wish), 0, place.language), "")
        # What is looked up is shown where it is not what was typed.
        place = replace(place, command=place.command or known.leaned_on is not None)
        known = replace(known, filters=filters.also(known.filters))
        reply = await self._ledger.keep(
            await self._given(known.question, place, known.filters, moved, grown)
        )
        await self.talk.keep(known, reply, **asker)
        return reply

    async def claim_post(self, post: int, *, at: int) -> bool:
        """Whether this forum post was not taken up before; then it is."""
        return await self._chores.claim(f"post:{post}", at=at)

    async def _given(
        self,
        question: str,
        place: Place,
        filters: Filters,
        moved: Moved | None,
        grown: Grown | None,
    ) -> GivenAnswer:
        tone = (await self.door.rules(place.guild)).tone
        limits = limits_note(filters, place.language)
        try:
            async with paced(grown, seconds=EDIT_SECONDS) as show:

                def told(answer: Answer) -> None:
                    page = draft_page(
                        shown(answer, tone),
                        repeat_question=place.command,
                        language=place.language,
                        notes=(limits,) if limits else (),
                    )
                    show(page)

                self._coming.discard(place.asker)  # in line from here on
                answer, excerpts = await self._serving.ask(
                    question, filters=filters, moved=moved, told=told
                )
        except (LineFullError, NotReadyError):
            # It was not looked up: who comes back in a minute must not be told to wait.
            self.door.forgive(guild=place.guild, member=place.asker)
            raise
        log.info(
            "answered",
            abstained=answer.abstained,
            answerer=answer.answerer,
            generation=answer.generation,
            milliseconds=round(sum(answer.timings_ms.values())),
        )
        return GivenAnswer(
            id=new_id(),
            asker=place.asker,
            channel=place.channel,
            guild=place.guild,
            private=place.private,
            given=int(time.time()),
            answer=answer,
            excerpts=excerpts,
            command=place.command,
            language=place.language,
            filters=filters,
        )
