"""The fake's REST side: the few routes a bot like ours calls, and a loud 501 for every other.

Every answer is `application/json` exactly: discord.py takes anything else for text.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from tests.end_to_end import interactions, world
from tests.end_to_end.interactions import Interaction, Watched

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.end_to_end.world import Payload

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

UNKNOWN_INTERACTION: Final = 10062
ALREADY_ACKNOWLEDGED: Final = 40060
INVALID_FORM: Final = 50035
UNKNOWN_MESSAGE: Final = 10008
UNKNOWN_WEBHOOK: Final = 10015

_WITHOUT_TOKEN: Final = re.compile(r"^/api/(interactions|webhooks)/")


@dataclass(slots=True)
class Trouble:
    """What goes wrong with the next requests that match."""

    method: str
    path: re.Pattern[str]
    status: int
    times: int
    retry_after: float = 0.0
    met: int = 0

    def meets(self, request: web.Request) -> bool:
        """Whether this request runs into it."""
        fits = request.method == self.method and self.path.search(request.path) is not None
        return fits and self.met < self.times


@dataclass(slots=True)
class Rest:
    """The REST half of the fake."""

    token: str
    gateway: Callable[[], str]
    watched: Watched = field(default_factory=Watched)
    interactions: dict[str, Interaction] = field(default_factory=dict[str, Interaction])
    commands: list[Payload] = field(default_factory=list[Any])
    troubles: list[Trouble] = field(default_factory=list[Trouble])
    requests: list[tuple[str, str, Payload]] = field(default_factory=list[Any])
    typing: int = 0
    strange: list[str] = field(default_factory=list[str])

    def routes(self) -> list[web.RouteDef]:
        """What the fake can do; the last one says that it cannot."""
        commands = f"/api/applications/{world.APPLICATION}/commands"
        guild_commands = f"/api/applications/{world.APPLICATION}/guilds/{{guild}}/commands"
        hook = f"/api/webhooks/{world.APPLICATION}/{{token}}"
        said = "/api/channels/{channel}/messages"
        return [
            web.get("/api/users/@me", self._me),
            web.get("/api/oauth2/applications/@me", self._application),
            web.get("/api/applications/@me", self._application),
            web.get("/api/gateway", self._gateway),
            web.get("/api/gateway/bot", self._gateway),
            web.post("/api/users/@me/channels", self._direct_channel),
            *(web.get(path, self._list_commands) for path in (commands, guild_commands)),
            *(web.put(path, self._put_commands) for path in (commands, guild_commands)),
            web.post("/api/interactions/{id}/{token}/callback", self._callback),
            web.post(hook, self._follow_up),
            web.get(hook + "/messages/{message}", self._hook_message),
            web.patch(hook + "/messages/{message}", self._hook_message),
            web.delete(hook + "/messages/{message}", self._hook_message),
            web.post("/api/channels/{channel}/typing", self._typing),
            web.post(said, self._say),
            web.get(said + "/{message}", self._message),
            web.patch(said + "/{message}", self._message),
            web.delete(said + "/{message}", self._message),
            web.route("*", "/{rest:.*}", self._unknown),
        ]

    @web.middleware
    async def guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Note the request, let the troubles have it first, and ask for the token."""
        if request.path.startswith("/gateway"):
            return await handler(request)
        text = await request.text()
        body: Payload = json.loads(text) if text.startswith("{") else {"list": text}
        self.requests.append((request.method, request.path, body))
        for trouble in self.troubles:
            if trouble.meets(request):
                trouble.met += 1
                return _troubled(trouble)
        known = request.headers.get("Authorization") == f"Bot {self.token}"
        if not known and not _WITHOUT_TOKEN.match(request.path):
            return _answer({"message": "401: Unauthorized", "code": 0}, status=401)
        return await handler(request)

    async def _me(self, _: web.Request) -> web.Response:
        return _answer(world.bot_user())

    async def _application(self, _: web.Request) -> web.Response:
        return _answer(world.application())

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return _answer({"url": self.gateway(), "shards": 1, "session_start_limit": limit})

    async def _direct_channel(self, request: web.Request) -> web.Response:
        person = world.user((await request.json())["recipient_id"], "member")
        return _answer({"id": world.snowflake(), "type": 1, "recipients": [person]})

    async def _list_commands(self, _: web.Request) -> web.Response:
        return _answer(self.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        told: list[Payload] = await request.json()
        fixed = {"application_id": world.APPLICATION, "version": world.snowflake()}
        guild = {"guild_id": request.match_info["guild"]} if "guild" in request.match_info else {}
        self.commands = [
            {"default_member_permissions": None, "description": "", "options": [], "nsfw": False}
            | command
            | fixed
            | guild
            | {"id": world.snowflake()}
            for command in told
        ]
        return _answer(self.commands)

    async def _callback(self, request: web.Request) -> web.Response:
        arrived = time.monotonic()
        interaction = self.interactions.get(request.match_info["token"])
        if interaction is None or interaction.late:
            return _error(404, UNKNOWN_INTERACTION, "Unknown interaction")
        if interaction.acknowledged is not None:
            return _error(400, ALREADY_ACKNOWLEDGED, "Interaction has already been acknowledged.")
        interaction.acknowledged = arrived
        body: Payload = await request.json()
        interaction.callback = body
        kind, told = body["type"], body.get("data") or {}
        if kind in {interactions.MESSAGE, interactions.DEFERRED}:
            waiting = interactions.LOADING if kind == interactions.DEFERRED else 0
            message = world.message(world.bot_user(), world.CHANNEL, told)
            message["flags"] |= waiting
            interaction.original = message["id"]
            await self.watched.put(message)
        elif interaction.source:
            interaction.original = interaction.source
            if kind == interactions.UPDATE:
                await self.watched.edit(interaction.source, told)
        told_back: Payload = {"interaction": {"id": interaction.id, "type": 2}}
        if interaction.original:
            told_back["interaction"]["response_message_id"] = interaction.original
            told_back["resource"] = {
                "type": kind,
                "message": self.watched.messages[interaction.original],
            }
        return _answer(told_back)

    async def _follow_up(self, request: web.Request) -> web.Response:
        interaction = self._acknowledged(request)
        if interaction is None:
            return _error(404, UNKNOWN_WEBHOOK, "Unknown Webhook")
        message = world.message(world.bot_user(), world.CHANNEL, await request.json())
        interaction.follow_ups.append(message["id"])
        return _answer(await self.watched.put(message))

    async def _hook_message(self, request: web.Request) -> web.Response:
        interaction = self._acknowledged(request)
        if interaction is None:
            return _error(404, UNKNOWN_WEBHOOK, "Unknown Webhook")
        named = request.match_info["message"]
        message_id = interaction.original if named == "@original" else named
        return await _one_message(request, self.watched, message_id)

    def _acknowledged(self, request: web.Request) -> Interaction | None:
        interaction = self.interactions.get(request.match_info["token"])
        return interaction if interaction and interaction.acknowledged is not None else None

    async def _typing(self, _: web.Request) -> web.Response:
        self.typing += 1
        return web.Response(status=204)

    async def _say(self, request: web.Request) -> web.Response:
        message = world.message(
            world.bot_user(), request.match_info["channel"], await request.json()
        )
        return _answer(await self.watched.put(message))

    async def _message(self, request: web.Request) -> web.Response:
        return await _one_message(request, self.watched, request.match_info["message"])

    async def _unknown(self, request: web.Request) -> web.Response:
        self.strange.append(f"{request.method} {request.path}")
        return _error(501, 0, "The fake Discord does not know this route.")


async def _one_message(request: web.Request, watched: Watched, message_id: str) -> web.Response:
    """Read, change or delete one message."""
    if message_id not in watched.messages:
        return _error(404, UNKNOWN_MESSAGE, "Unknown Message")
    if request.method == "DELETE":
        await watched.delete(message_id)
        return web.Response(status=204)
    if request.method == "PATCH":
        body: Payload = await request.json()
        old = watched.messages[message_id]
        if (body.get("flags") or 0) & interactions.COMPONENTS_V2 and _classic(old | body):
            return _error(400, INVALID_FORM, "Invalid Form Body: content beside components V2")
        return _answer(await watched.edit(message_id, body))
    return _answer(watched.messages[message_id])


def _classic(message: Payload) -> bool:
    return bool(message.get("content") or message.get("embeds"))


def _answer(
    document: object, *, status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    # Not json_response: it adds "; charset=utf-8", and discord.py then hands the bot a string.
    return web.Response(
        body=json.dumps(document).encode(),
        status=status,
        headers={"Content-Type": "application/json", **(headers or {})},
    )


def _error(status: int, code: int, message: str) -> web.Response:
    return _answer({"message": message, "code": code}, status=status)


def _troubled(trouble: Trouble) -> web.Response:
    if trouble.status != 429:
        return _error(trouble.status, 0, "upstream connect error")
    told = {"message": "You are being rate limited.", "global": False}
    # Without Via, discord.py takes it for a ban by the network in front of Discord.
    headers = {"Via": "1.1 google", "Retry-After": str(trouble.retry_after)}
    return _answer(told | {"retry_after": trouble.retry_after}, status=429, headers=headers)
