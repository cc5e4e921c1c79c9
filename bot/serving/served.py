"""The generation that is served: opened and verified beside the old one, then swapped in one step.

While nothing sound is published there is none; a damaged new generation never takes the place of a
sound old one.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import structlog

from bot.errors import NotReadyError
from bot.serving.lending import Lending
from bot.serving.pool import contained
from index.errors.library import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from bot.answering.seam import Answering

log = structlog.get_logger(__name__)

LOOKS_BEFORE_RETRY: Final = 12
"""Looks that pass before a generation that failed is opened again: verifying reads every file."""

_UNFORESEEN: Final = (
    "the library did not open, in a way that nobody foresaw; the log says at which step"
)


class Served:
    """Opens the library's current generation when told to look, and lends it to who answers.

    Args:
        open_answerer: Opens and verifies the current generation; slow, called in a thread.
        current_generation: The id of the current generation; quick, called in a thread.

    Both callables raise `LibraryError` where there is nothing sound to serve.
    """

    def __init__(
        self, *, open_answerer: Callable[[], Answering], current_generation: Callable[[], str]
    ) -> None:
        self._open_answerer = open_answerer
        self._current_generation = current_generation
        self._lending: Lending[Answering] = Lending()
        self._looked = asyncio.Event()
        self._failed = ""
        self._looks_left = 0
        self._closed = False
        self.trouble = ""
        """What keeps the current generation from being served, for an operator; "" for nothing."""

    @property
    def current(self) -> Answering | None:
        """What is served now; to look at, not to use."""
        return self._lending.current

    @property
    def generation(self) -> str | None:
        """The id of the generation that is served."""
        return self.current.generation if self.current else None

    def borrow(self) -> AbstractContextManager[Answering | None]:
        """What is served, open until the block ends whatever is swapped meanwhile."""
        return self._lending.borrow()

    async def ready(self) -> None:
        """Return once there is something to answer from.

        Raises:
            NotReadyError: The library was looked at, and nothing sound was ever published.
        """
        # Just started: who asks now waits for the library rather than for a second try.
        await self._looked.wait()
        if self.current is None:
            raise NotReadyError("notice.not-ready")

    async def look(self) -> None:
        """Serve the library's current generation, if it is new and sound."""
        try:
            await asyncio.to_thread(contained, self._look)
        except Exception:
            # Health would say for ever that the library is still being opened.
            self.trouble = _UNFORESEEN
            raise
        finally:
            self._looked.set()

    def stop(self) -> None:
        """Open nothing more; what is served stays."""
        self._closed = True

    async def close(self) -> None:
        """Serve nothing more; the generation is let go when its last user is done."""
        self.stop()
        await asyncio.to_thread(self._lending.replace, None)

    def _look(self) -> None:
        try:
            current = self._current_generation()
            if current == self.generation:
                self.trouble = self._failed = ""
                return
            if current == self._failed and self._looks_left:
                self._looks_left -= 1
                return
            self._failed, self._looks_left = current, LOOKS_BEFORE_RETRY
            answerer = self._open_answerer()
        except LibraryError as error:
            self._complain(str(error))
            return
        if self._closed:
            answerer.close()
            return
        self._lending.replace(answerer)
        self.trouble = self._failed = ""
        log.info("serving", generation=answerer.generation)

    def _complain(self, sentence: str) -> None:
        """Tell the operator, once for each thing that is wrong."""
        if sentence != self.trouble:
            self.trouble = sentence
            log.error("cannot serve the library", reason=sentence, still_serving=self.generation)
