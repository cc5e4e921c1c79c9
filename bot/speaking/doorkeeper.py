"""Who is let in with a question: the server's choices, its limits, and the wait between two questions.

Choices are kept in memory for a minute: they are looked at before Discord is told that we are at it,
for which there are three seconds.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import MemberError
from bot.speaking.permission import may_answer, speaks_in
from bot.speaking.quota import Quotas
from bot.state.servers import ServerRules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cooldown import Cooldown
    from bot.speaking.asking import Asking
    from bot.state.servers import Servers

log = structlog.get_logger(__name__)

_FRESH_SECONDS: Final = 60.0
"""How long another process's change of a server's choices may go unseen."""

_MOST_KEPT: Final = 5000


class Doorkeeper:
    """Lets questions in.

    Args:
        servers: What administrators chose.
        cooldown: Between two questions of a member.
        everywhere: Whether a server that did not choose is spoken in everywhere.
    """

    def __init__(self, servers: Servers, cooldown: Cooldown, *, everywhere: bool = True) -> None:
        self._servers = servers
        self._cooldown = cooldown
        self._quotas = Quotas()
        self._kept: dict[int, tuple[float, ServerRules]] = {}
        self._reading: dict[int, asyncio.Future[ServerRules]] = {}
        self.everywhere = everywhere

    async def rules(self, guild: int | None) -> ServerRules:
        """What a server chose; the defaults for a direct message.

        Raises:
            SQLAlchemyError: It is not known, and the database fails.
        """
        if guild is None:
            return ServerRules()
        now = time.monotonic()
        kept = self._kept.get(guild)
        if kept and now - kept[0] < _FRESH_SECONDS:
            return kept[1]
        try:
            rules = await self._read(guild)
        except SQLAlchemyError:
            if kept is None:
                raise
            log.exception("cannot read a server's choices; the last ones stand")
            return kept[1]
        newer = self._kept.get(guild)
        if newer and newer is not kept:  # chosen, or read by another, meanwhile
            return newer[1]
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[guild] = (now, rules)
        return rules

    async def _read(self, guild: int) -> ServerRules:
        """As kept in the database: read once for all who ask at the same moment."""
        reading = self._reading.get(guild)
        if reading is None:
            reading = asyncio.ensure_future(self._servers.rules(guild))
            self._reading[guild] = reading
            reading.add_done_callback(lambda _: self._reading.pop(guild, None))
        return await asyncio.shield(reading)

    async def choose(self, guild: int, rules: ServerRules) -> None:
        """Keep a server's choices; they hold at once."""
        await self._servers.choose(guild, rules, updated=int(time.time()))
        self._kept[guild] = (time.monotonic(), rules)

    async def refusal(self, asking: Asking) -> MemberError | None:
        """Why this question is not let in; None where it is, and then it counts."""
        rules = await self.rules(asking.guild)
        refusal = may_answer(rules, asking, everywhere=self.everywhere)
        refusal = refusal or self._quotas.refusal(rules, asking)
        if refusal:
            return refusal
        try:
            self._cooldown.admit(asking.member)
        except MemberError as error:
            return error
        self._quotas.charge(asking)
        return None

    def forgive(self, *, guild: int | None, member: int) -> None:
        """Take a question back that was let in and never looked up."""
        self._cooldown.forgive(member)
        self._quotas.forgive(guild, member)

    async def may_look(self, asking: Asking) -> MemberError | None:
        """As `refusal`, for what is cheap: nothing is counted."""
        rules = await self.rules(asking.guild)
        return may_answer(rules, asking, everywhere=self.everywhere)

    async def speaks_in(self, guild: int | None, places: Iterable[int]) -> bool:
        """Whether the bot speaks in a channel at all."""
        if guild is None:
            return True
        return speaks_in(await self.rules(guild), places, everywhere=self.everywhere)
