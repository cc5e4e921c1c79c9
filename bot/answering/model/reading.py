"""A model's answer read as it is written: each sentence is weighed when the next one begins."""

from __future__ import annotations

import re
from contextlib import aclosing
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from bot.answering.model.claims import MOST_CLAIMS, claims_in

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Sequence

    from bot.answering.model.grounding import Grounded, Grounding

Result = TypeVar("Result")

_SENTENCE_END: Final = re.compile(r"[.!?\])】\"”’]\s|\n")
_MOST_LOOKS: Final = 40
"""While it writes: some think aloud for pages, or say one thing over and over, and an answer is short."""

_LOOKED_BACK: Final = 2
"""Letters of the last look that the end of a sentence may begin in."""


class Apart(Protocol):
    """Does a job in another thread."""

    async def __call__(self, job: Callable[[], Result], /) -> Result:
        """The job's result."""
        ...


class Reading:
    """Takes pieces of one answer.

    Args:
        grounding: Weighs its claims.
        apart: Does the weighing elsewhere.
        grown: Told whenever there is more that can be said.
    """

    def __init__(
        self, grounding: Grounding, apart: Apart, grown: Callable[[Sequence[Grounded]], None]
    ) -> None:
        self._grounding = grounding
        self._apart = apart
        self._grown = grown
        self._text = ""
        self._looked = 0
        self._looks = 0
        self._told = 0

    async def all(self, pieces: AsyncGenerator[str]) -> None:
        """Read on until the model ends, or has said more than an answer holds.

        Raises:
            ModelError: The model broke off.
        """
        async with aclosing(pieces):
            async for piece in pieces:
                self._text += piece
                if self._ends_sentence() and await self._full():
                    return

    async def said(self) -> Sequence[Grounded]:
        """What of all that was read can be said."""
        return await self._apart(lambda: self._grounding.of(claims_in(self._text)))

    def _ends_sentence(self) -> bool:
        """Whether a sentence ended since this was last so."""
        since = max(0, self._looked - _LOOKED_BACK)
        if self._looks == _MOST_LOOKS or not _SENTENCE_END.search(self._text, since):
            return False
        self._looked = len(self._text)
        self._looks += 1
        return True

    async def _full(self) -> bool:
        """Tell of what is new; whether further sentences would be left out."""
        text = self._text
        claims = await self._apart(lambda: claims_in(text, whole=False))
        said = await self._apart(lambda: self._grounding.of(claims))
        if len(said) > self._told:
            self._told = len(said)
            self._grown(said)
        return len(claims) == MOST_CLAIMS
