"""How a long build tells whoever waits where it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of stages and of work done in them; must be quick."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage starts; `total` is None where nobody knows how much there is."""
        ...

    def advance(self, done: int) -> None:
        """So much more of the stage is done."""
        ...


class Silent:
    """For callers that nobody watches."""

    def begin(self, stage: str, total: int | None) -> None:
        """Nothing is shown."""

    def advance(self, done: int) -> None:
        """Nothing is shown."""
