"""An answer in a language model's words, where a model is configured, asked in time and borne out.

Whatever goes wrong, the extractive answer stands: a member reads no error, the log names a reason.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from math import inf
from secrets import token_hex
from time import perf_counter
from typing import TYPE_CHECKING, Final, Protocol

import structlog

from bot.answering.answer import Statement
from bot.answering.citing import References
from bot.answering.model.breaker import Breaker
from bot.answering.model.failures import ModelError, Reason
from bot.answering.model.grounding import MOST_STATEMENTS, Grounding
from bot.answering.model.prompts import prompt_tokens, tokens_of
from bot.answering.model.reading import Reading
from bot.answering.model.shown import inert, shown
from bot.answering.questions.chatter import bare

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from bot.answering.answer import Answer
    from bot.answering.answerer import Found
    from bot.answering.model.endpoint import Endpoint
    from bot.answering.model.grounding import Grounded
    from bot.answering.model.prompts import Prompt
    from bot.answering.model.reading import Apart
    from bot.answering.model.shown import Shown
    from bot.answering.support.check import SupportCheck

log = structlog.get_logger(__name__)

SENTENCES: Final = 3
"""What the prompt asks for; a fourth is let through."""

PROBE_SECONDS: Final = 10.0
"""A model that is loaded begins within a few; one on a slow disk is told to be slow."""

_MARK_BYTES: Final = 8
"""Of the mark around passages: 64 bits that no article can guess."""


class Model(Protocol):
    """Something that writes."""

    def pieces(self, system: str, user: str) -> AsyncGenerator[str]:
        """The answer to this prompt, piece by piece; raises `ModelError`."""
        ...

    async def probe(self, *, seconds: float) -> None:
        """Return where it begins to answer; raises `ModelError` with why it does not."""
        ...

    async def close(self) -> None:
        """Let go of its connections."""
        ...


class Writer:
    """Puts answers into a model's words; used from one event loop.

    Args:
        model: What writes.
        endpoint: How it is asked; its key and address are not looked at.
        prompt: What it is told.
        at_once: Questions put to it at a time; further ones wait for theirs.
    """

    def __init__(
        self, model: Model, endpoint: Endpoint, prompt: Prompt, *, at_once: int = 2
    ) -> None:
        self._model = model
        self._endpoint = endpoint
        self._prompt = prompt
        self._turns = asyncio.Semaphore(at_once)
        self._breaker = Breaker()
        self.trouble: Reason | None = None
        """Why the last answer is not in the model's words; None where it is."""

    async def answer(
        self,
        found: Found,
        *,
        apart: Apart,
        told: Callable[[Answer], None] | None = None,
        seconds: float = inf,
    ) -> Answer:
        """The answer in the model's words, or the extractive one where they cannot be had.

        Args:
            found: The extractive answer and its passages.
            apart: Does what keeps a processor busy, so that the event loop goes on.
            told: Told of the answer as it grows, each of its statements borne out; must not wait.
            seconds: How long there is, where that may be less than the model's own deadline.
        """
        if found.answer.abstained or found.support is None:
            return found.answer
        started = perf_counter()

        def grown(said: Sequence[Grounded]) -> None:
            if told:
                told(self._worded(found.answer, said))

        try:
            said = await self._in_time(found, found.support, apart, grown, seconds=seconds)
        except ModelError as error:
            self.trouble = error.reason
            log.info(
                "not in the model's words",
                model=self._endpoint.model,
                reason=error.reason.value,
                status=error.status,
            )
            return found.answer
        self.trouble = None
        timings = {**found.answer.timings_ms, "model": 1e3 * (perf_counter() - started)}
        return replace(self._worded(found.answer, said), timings_ms=timings)

    async def health(self, *, seconds: float = PROBE_SECONDS) -> Reason | None:
        """Why the model cannot be asked now; None where it can. Members' questions do not wait for it."""
        try:
            await self._model.probe(seconds=min(seconds, self._endpoint.seconds))
        except ModelError as error:
            return error.reason
        return None

    async def close(self) -> None:
        """Ask nothing more."""
        await self._model.close()

    async def _in_time(
        self,
        found: Found,
        support: SupportCheck,
        apart: Apart,
        grown: Callable[[Sequence[Grounded]], None],
        *,
        seconds: float,
    ) -> Sequence[Grounded]:
        # What was looked up: greetings and "true or false?" are no part of it, and orders less often.
        question = bare(found.answer.question)
        room = self._room(question)
        try:
            async with asyncio.timeout(max(0.0, min(self._endpoint.seconds, seconds))):
                passages = await apart(lambda: shown(found.hits, tokens=room))
                if not passages:
                    raise ModelError(Reason.UNSUPPORTED)
                reading = Reading(Grounding(passages, support), apart, grown)
                await self._read(reading, *self._told(question, passages), seconds=seconds)
                said = await reading.said()
        except TimeoutError as error:
            raise ModelError(Reason.SLOW) from error
        if not any(each.own for each in said):
            raise ModelError(Reason.UNSUPPORTED)
        return said

    async def _read(self, reading: Reading, system: str, user: str, *, seconds: float) -> None:
        async with self._turns:
            self._breaker.admit()
            try:
                await reading.all(self._model.pieces(system, user))
            except ModelError as error:
                self._breaker.failed(wait=error.wait)
                raise
            except BaseException:
                # Out of its own time it was slow; out of a member's rest of one nobody can tell.
                if seconds < self._endpoint.seconds:
                    self._breaker.given_up()
                else:
                    self._breaker.failed()
                raise
            self._breaker.worked()

    def _room(self, question: str) -> int:
        """Tokens for passages."""
        written = self._endpoint.answer_tokens + tokens_of(question)
        return self._endpoint.context_tokens - written - prompt_tokens(self._prompt)

    def _told(self, question: str, passages: Sequence[Shown]) -> tuple[str, str]:
        """What the model is told, in two parts."""
        return self._prompt.filled(
            {
                "passages": "\n\n".join(passage.written() for passage in passages),
                "question": inert(" ".join(question.split())),
                "mark": token_hex(_MARK_BYTES),
                "sentences": str(SENTENCES),
            }
        )

    def _worded(self, answer: Answer, said: Sequence[Grounded]) -> Answer:
        references = References()
        statements = tuple(
            Statement(
                each.text,
                tuple(
                    references.cite(w.hit.passage, w.hit.metadata, w.start, w.end)
                    for w in each.windows
                ),
            )
            for each in said[:MOST_STATEMENTS]
        )
        return replace(
            answer,
            statements=statements,
            references=references.all,
            answerer=self._endpoint.model,
        )
