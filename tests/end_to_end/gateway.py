"""The fake's gateway: HELLO, IDENTIFY, READY, heartbeats, and sessions that survive a lost socket.

https://discord.com/developers/docs/events/gateway. Events carry a sequence number and are kept, so
that a RESUME gets what was missed, as Discord does it.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from aiohttp import WSMsgType, web

from tests.end_to_end import world

if TYPE_CHECKING:
    from tests.end_to_end.world import Payload


class Op(IntEnum):
    """What a packet is about."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    RESUME = 6
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


AUTHENTICATION_FAILED: Final = 4004
HEARTBEAT_MS: Final = 2000
"""Discord says 41250; a shorter one shows within a test whether the bot keeps its heart beating."""


@dataclass(slots=True)
class Session:
    """What one IDENTIFY began; the events stay for a RESUME."""

    id: str
    events: list[Payload] = field(default_factory=list["Payload"])
    socket: web.WebSocketResponse | None = None
    request: web.Request | None = None

    async def dispatch(self, event: str, payload: Payload) -> None:
        """Send the event, or keep it where nobody is connected."""
        packet: Payload = {"op": Op.DISPATCH, "t": event, "s": len(self.events) + 1, "d": payload}
        self.events.append(packet)
        if self.socket is not None:
            await self.socket.send_str(json.dumps(packet))


class Gateway:
    """Serves one bot, one session after another."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._session: Session | None = None
        self.address = ""
        self.intents = 0
        self.heartbeats = 0
        self.identifies = 0
        self.resumes = 0
        self.ready = asyncio.Event()
        self.strange: list[str] = []

    async def dispatch(self, event: str, payload: Payload) -> None:
        """Tell the bot that something happened."""
        assert self._session is not None, "nobody has identified"
        await self._session.dispatch(event, payload)

    def drop(self) -> None:
        """Cut the connection as a network does: no closing words."""
        assert self._session is not None
        assert self._session.request is not None
        self.ready.clear()
        transport = self._session.request.transport
        assert transport is not None
        transport.abort()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from HELLO to its end."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        mine: Session | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
                packet: Payload = json.loads(frame.data)
                mine = await self._heed(packet, socket, request) or mine
        finally:
            if mine is not None and mine.socket is socket:
                mine.socket = mine.request = None
                self.ready.clear()
        return socket

    async def close(self) -> None:
        """End the connection that stands."""
        if self._session is not None and self._session.socket is not None:
            await self._session.socket.close()

    async def _heed(
        self, packet: Payload, socket: web.WebSocketResponse, request: web.Request
    ) -> Session | None:
        """The session that this packet begins or takes up again, if it does."""
        match packet["op"]:
            case Op.HEARTBEAT:
                self.heartbeats += 1
                await socket.send_json({"op": Op.HEARTBEAT_ACK})
            case Op.IDENTIFY:
                return await self._identify(packet["d"], socket, request)
            case Op.RESUME:
                return await self._resume(packet["d"], socket, request)
            case Op.PRESENCE:
                pass
            case other:
                self.strange.append(f"gateway op {other}")
        return None

    async def _identify(
        self, told: Payload, socket: web.WebSocketResponse, request: web.Request
    ) -> Session | None:
        self.identifies += 1
        if told["token"] != self._token:
            await socket.close(code=AUTHENTICATION_FAILED, message=b"Authentication failed.")
            return None
        self.intents = told["intents"]
        session = Session(world.snowflake(), socket=socket, request=request)
        self._session = session
        shard = {"shard": told["shard"]} if "shard" in told else {}
        ready: Payload = {
            "v": 10,
            "user": world.bot_user(),
            "guilds": [{"id": world.GUILD, "unavailable": True}],
            "session_id": session.id,
            "resume_gateway_url": self.address,
            "application": {"id": world.APPLICATION, "flags": 0},
        }
        await session.dispatch("READY", ready | shard)
        await session.dispatch("GUILD_CREATE", world.guild())
        self.ready.set()
        return session

    async def _resume(
        self, told: Payload, socket: web.WebSocketResponse, request: web.Request
    ) -> Session | None:
        session = self._session
        if session is None or told["session_id"] != session.id or told["token"] != self._token:
            await socket.send_json({"op": Op.INVALID_SESSION, "d": False})
            return None
        self.resumes += 1
        for missed in session.events[told["seq"] :]:
            await socket.send_str(json.dumps(missed))
        session.socket, session.request = socket, request
        await session.dispatch("RESUMED", {})
        self.ready.set()
        return session
