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

    async def delete(self, message_id: str) -> None:
        """Forget a message."""
        async with self._changed:
            del self.messages[message_id]
            self._changed.notify_all()

    async def gone(self, message_id: str, *, seconds: float) -> None:
        """Return once the message is deleted."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: message_id not in self.messages)

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
    """One press or command, from its sending on.

    Attributes:
        id: Its snowflake.
        token: What the bot answers it by, for 15 minutes.
        author: The member.
        watched: The messages of the whole Discord.
        source: Id of the message whose button was pressed; "" for a command.
        sent: When it was sent, on the monotonic clock.
        acknowledged: When the first response arrived.
        callback: That response.
        original: Id of the message that "@original" names.
        follow_ups: Ids of the messages that followed.
    """

    id: str
    token: str
    author: Payload
    watched: Watched
    source: str = ""
    sent: float = 0.0
    acknowledged: float | None = None
    callback: Payload = field(default_factory=dict[str, Any])
    original: str = ""
    follow_ups: list[str] = field(default_factory=list[str])

    @property
    def seconds(self) -> float:
        """How long the first response took on the wall's clock; without end where none came."""
        return float("inf") if self.acknowledged is None else self.acknowledged - self.sent

    @property
    def late(self) -> bool:
        """Whether its token has died unused."""
        return self.acknowledged is None and time.monotonic() - self.sent > DUE_SECONDS

    @property
    def private(self) -> bool:
        """Whether only the asker sees the reply: settled by the first response."""
        told = self.callback.get("data") or {}
        return bool((told.get("flags") or 0) & EPHEMERAL)

    async def answered(self, *, seconds: float) -> Payload:
        """The reply once the bot is done: neither loading nor a place in line."""

        def fits(message: Payload) -> bool:
            return message["id"] == self.original and is_final(message)

        return await self.watched.until(fits, seconds=seconds, what="answer")


def is_final(message: Payload) -> bool:
    """Whether the message is more than a sign of work."""
    words = world.text_of(message)
    return not message["flags"] & LOADING and bool(words) and "in line." not in words
