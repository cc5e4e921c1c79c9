"""Questions answered from the generation that is served, each within one deadline for all that it takes.

A question finishes on the generation it began with. While nothing sound is published the bot says
so, and looks again.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final, TypeVar

from bot.desk.excerpt import Excerpt, citations_by_passage, excerpt_of
from bot.errors import NotReadyError, TooSlowError
from bot.serving.served import Served
from index.holdings.filters import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.answering.answer import Answer
    from bot.answering.answerer import Found
    from bot.answering.looking.catalogue import Catalogue
    from bot.answering.looking.lookup import Lookup
    from bot.answering.model.failures import Reason
    from bot.answering.model.writer import Writer
    from bot.answering.seam import Answering
    from bot.serving.pool import Moved, Pool
    from index.holdings.filters import Filters

LEFT_FOR_SENDING: Final = 1.0
"""Seconds of a question's time that no language model gets: the answer without it must still go out."""

Result = TypeVar("Result")


class Serving:
    """Answers questions from the library's current generation.

    Args:
        open_answerer: Opens and verifies the current generation; slow, called in a thread.
        current_generation: The id of the current generation; quick, called in a thread.
        pool: The threads that answer, and the line in front of them.
        seconds: How long one question may wait and be worked on.
        writer: What puts answers into other words; None for nobody.

    Both callables raise `LibraryError` where there is nothing sound to serve.
    """

    def __init__(
        self,
        *,
        open_answerer: Callable[[], Answering],
        current_generation: Callable[[], str],
        pool: Pool,
        seconds: float,
        writer: Writer | None = None,
    ) -> None:
        self._served = Served(open_answerer=open_answerer, current_generation=current_generation)
        self._pool = pool
        self._seconds = seconds
        self._writer = writer

    @property
    def trouble(self) -> str:
        """What keeps the current generation from being served, for an operator; "" for nothing."""
        return self._served.trouble

    @property
    def generation(self) -> str | None:
        """The id of the generation that is served."""
        return self._served.generation

    @property
    def waiting(self) -> int:
        """How many questions stand in line."""
        return self._pool.waiting

    @property
    def catalogue(self) -> Catalogue | None:
        """The articles that are served, in short; for what has no time to wait."""
        served = self._served.current
        return served.lookup.catalogue if served else None

    @property
    def worded(self) -> bool:
        """Whether a language model is configured."""
        return self._writer is not None

    @property
    def busy(self) -> bool:
        """Whether a question would have to wait."""
        return self._pool.busy

    def has_room(self, *, after: int) -> bool:
        """Whether one more would be let into the line once `after` others are in it."""
        return self._pool.has_room(after=after)

    async def look(self) -> None:
        """Serve the library's current generation, if it is new and sound."""
        await self._served.look()

    async def ask(
        self,
        question: str,
        *,
        filters: Filters = EVERYTHING,
        moved: Moved | None = None,
        told: Callable[[Answer], None] | None = None,
    ) -> tuple[Answer, tuple[Excerpt, ...]]:
        """The answer, and the passages it cites as they stand now.

        Args:
            question: As checked.
            filters: What the articles must be that it is answered from.
            moved: Told the place in line whenever it changes.
            told: Told of the answer as a language model's words for it grow; must not wait.

        Raises:
            NotReadyError: Nothing sound was ever published.
            LineFullError: Too many wait already.
            TooSlowError: It took too long.
        """

        def searched(answerer: Answering) -> tuple[Found, tuple[Excerpt, ...]]:
            found = answerer.found(question, filters=filters)
            return found, _excerpts(answerer, found.answer)

        until = time.monotonic() + self._seconds
        try:
            # One deadline for both: Discord forgets an interaction after 15 minutes.
            async with asyncio.timeout(self._seconds):
                found, excerpts = await self._used(searched, moved)
                answer = await self._worded(found, until, told)
        except TimeoutError as error:
            raise TooSlowError(self._seconds) from error
        if answer is found.answer:
            return answer, excerpts
        return answer, _excerpts_of_hits(found, answer)

    async def consult(self, job: Callable[[Answering], Result]) -> Result:
        """What the job finds in the generation that is served; it waits in the members' line.

        Raises:
            NotReadyError: Nothing sound was ever published.
            LineFullError: Too many wait already.
            TooSlowError: It took too long.
        """
        try:
            async with asyncio.timeout(self._seconds):
                return await self._used(job, None)
        except TimeoutError as error:
            raise TooSlowError(self._seconds) from error

    async def model_trouble(self) -> Reason | None:
        """Why the language model cannot be asked; None where it can, or where none is configured."""
        return await self._writer.health() if self._writer else None

    async def look_up(self, job: Callable[[Lookup], Result]) -> Result:
        """As `consult`, for what looks up articles and passages."""
        return await self.consult(lambda answerer: job(answerer.lookup))

    async def _used(self, use: Callable[[Answering], Result], moved: Moved | None) -> Result:
        def job() -> Result:
            with self._served.borrow() as answerer:
                if answerer is None:
                    raise NotReadyError("notice.not-ready")
                return use(answerer)

        await self._served.ready()
        return await self._pool.run(job, seconds=self._seconds, moved=moved)

    async def _worded(
        self, found: Found, until: float, told: Callable[[Answer], None] | None
    ) -> Answer:
        """The answer in the writer's words, if there is one and time for it."""
        if self._writer is None:
            return found.answer

        async def apart(job: Callable[[], Result], /) -> Result:
            return await self._pool.run(job, seconds=self._seconds, goes_on=True)

        left = until - time.monotonic() - LEFT_FOR_SENDING
        return await self._writer.answer(found, apart=apart, told=told, seconds=left)

    async def close(self) -> None:
        """Answer nothing more; the generation is let go when its last question is done."""
        self._served.stop()
        if self._writer:
            await self._writer.close()
        self._pool.close()
        await self._served.close()


def _excerpts(answerer: Answering, answer: Answer) -> tuple[Excerpt, ...]:
    found: list[Excerpt] = []
    for passage_id, citations in citations_by_passage(answer).items():
        stored = answerer.passage(passage_id)
        if stored is not None:
            found.append(excerpt_of(stored[0], citations))
    return tuple(found)


def _excerpts_of_hits(found: Found, answer: Answer) -> tuple[Excerpt, ...]:
    """As `_excerpts`, of passages that were found for it; the generation may be closed by now."""
    passages = {hit.passage.id: hit.passage for hit in found.hits}
    cited = citations_by_passage(answer)
    return tuple(excerpt_of(passages[name], citations) for name, citations in cited.items())
