"""An interaction as Discord keeps it: its clock, its acknowledgement, its messages.

https://discord.com/developers/docs/interactions/receiving-and-responding: the first response is due
within 3 s, and only one is taken.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tests.end_to_end import world

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.end_to_end.world import Payload

DUE_SECONDS: Final = 3.0

MESSAGE: Final = 4
DEFERRED: Final = 5
DEFERRED_UPDATE: Final = 6
UPDATE: Final = 7

EPHEMERAL: Final = 1 << 6
LOADING: Final = 1 << 7
COMPONENTS_V2: Final = 1 << 15


class Watched:
    """Messages that a test can wait for."""

    def __init__(self) -> None:
        self.messages: dict[str, Payload] = {}
        self.history: list[Payload] = []
        """Every state each message ever had, in order."""
        self._changed = asyncio.Condition()

    async def put(self, message: Payload) -> Payload:
        """Keep a new message, or a new state of an old one."""
        async with self._changed:
            self.messages[message["id"]] = message
            self.history.append(message)
            self._changed.notify_all()
        return message

    async def edit(self, message_id: str, body: Payload) -> Payload:
        """Change what the body names, and leave the rest."""
        old = self.messages[message_id]
        changed = {name: body[name] for name in ("content", "embeds", "components") if name in body}
        words = {
            name: value or ("" if name == "content" else []) for name, value in changed.items()
        }
        flags = (old["flags"] | (body.get("flags") or 0)) & ~LOADING
        return await self.put(old | words | {"flags": flags, "edited_timestamp": world.now()})

    async def until(
        self, fits: Callable[[Payload], bool], *, seconds: float, what: str = "such a message"
    ) -> Payload:
        """The first message that fits, once there is one."""

        def found() -> Payload | None:
            return next((message for message in self.messages.values() if fits(message)), None)

        try:
            async with asyncio.timeout(seconds), self._changed:
                await self._changed.wait_for(found)
        except TimeoutError:
            seen = [world.text_of(message) for message in self.messages.values()]
            raise AssertionError(f"no {what} within {seconds} s, but {seen!r}") from None
        message = found()
        assert message is not None
        return message


@dataclass(slots=True)
class Interaction:
    """One press or command, from its sending on."""

    id: str
    token: str
    author: Payload
    sent: float = 0.0
    acknowledged: float | None = None
    callback: Payload = field(default_factory=dict[str, Any])
    original: str = ""
    private: bool = False
    watched: Watched = field(default_factory=Watched)

    @property
    def seconds(self) -> float:
        """How long the first response took on the wall's clock; without end where none came."""
        return float("inf") if self.acknowledged is None else self.acknowledged - self.sent

    @property
    def late(self) -> bool:
        """Whether its token has died unused."""
        return self.acknowledged is None and time.monotonic() - self.sent > DUE_SECONDS

    async def answered(self, *, seconds: float) -> Payload:
        """The message that stands once the bot is done: neither loading nor a place in line."""
        return await self.watched.until(_is_final, seconds=seconds, what="answer")


def _is_final(message: Payload) -> bool:
    words = world.text_of(message)
    return not message["flags"] & LOADING and bool(words) and "in line" not in words
