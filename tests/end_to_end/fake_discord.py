"""A small Discord on loopback, over real sockets: the wall's clock runs, and nobody settles for us.

simcord's clock is virtual, so it cannot tell whether the bot answers in time. This fake can: it
notes when each interaction was sent and when its first response arrived. It knows the routes a bot
like ours calls; on any other it answers 501 and names it in `strange`.
"""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.end_to_end import world
from tests.end_to_end.gateway import Gateway
from tests.end_to_end.interactions import Interaction, is_final
from tests.end_to_end.rest import Rest, Trouble

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tests.end_to_end.world import Payload

COMMAND = 2
COMPONENT = 3


class FakeDiscord:
    """Discord, as far as one bot in one guild sees it; and the members' hands."""

    def __init__(self, token: str = world.TOKEN) -> None:
        self.token = token
        self.port = 0
        self.gateway = Gateway(token)
        self.rest = Rest(token, gateway=lambda: self.gateway.address)

    @property
    def base(self) -> str:
        """What takes the place of `discord.http.Route.BASE`."""
        return f"http://127.0.0.1:{self.port}/api"

    @property
    def strange(self) -> list[str]:
        """What the bot asked for that this fake does not know."""
        return [*self.rest.strange, *self.gateway.strange]

    async def ready(self, *, seconds: float) -> None:
        """Return once the bot is connected."""
        async with asyncio.timeout(seconds):
            await self.gateway.ready.wait()

    async def ask(
        self, question: str, *, by: str = "member", private: bool | None = None
    ) -> Interaction:
        """A member types /ask in the channel."""
        options: list[Payload] = [{"name": "question", "type": 3, "value": question}]
        if private is not None:
            options.append({"name": "private", "type": 5, "value": private})
        command = {"id": world.snowflake(), "name": "ask", "type": 1, "options": options}
        return await self.interact(COMMAND, command, world.user(world.snowflake(), by))

    async def press(self, message: Payload, label: str, *, by: Payload) -> Interaction:
        """A member presses the button with this label."""
        button = next(part for part in _parts(message["components"]) if part.get("label") == label)
        pressed = {"custom_id": button["custom_id"], "component_type": 2, "id": button.get("id", 1)}
        return await self.interact(COMPONENT, pressed, by, message=message)

    async def interact(
        self, kind: int, told: Payload, by: Payload, *, message: Payload | None = None
    ) -> Interaction:
        """Send an interaction, and start its clock."""
        interaction = Interaction(
            world.snowflake(),
            f"token-{world.snowflake()}",
            by,
            self.rest.watched,
            source=message["id"] if message else "",
        )
        payload: Payload = {
            "id": interaction.id,
            "application_id": world.APPLICATION,
            "type": kind,
            "token": interaction.token,
            "version": 1,
            "data": told,
            "guild_id": world.GUILD,
            "guild": {"id": world.GUILD, "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "locale": "en-US",
            "channel_id": world.CHANNEL,
            "channel": world.channel(),
            "member": world.member(by),
            "app_permissions": world.PERMISSIONS,
            "entitlements": [],
            "authorizing_integration_owners": {"0": world.GUILD},
            "context": 0,
            "attachment_size_limit": 10_485_760,
        }
        if message is not None:
            payload["message"] = message
        self.rest.interactions[interaction.token] = interaction
        interaction.sent = time.monotonic()
        await self.gateway.dispatch("INTERACTION_CREATE", payload)
        return interaction

    async def mention(self, words: str, *, by: str = "member") -> Payload:
        """A member writes to the bot in the channel."""
        author = world.user(world.snowflake(), by)
        message = world.message(author, world.CHANNEL, {"content": f"<@{world.BOT}> {words}"})
        message["mentions"] = [world.bot_user() | {"member": world.member()}]
        told = message | {"guild_id": world.GUILD, "member": world.member()}
        await self.gateway.dispatch("MESSAGE_CREATE", told)
        return message

    async def reply_to(self, message: Payload, *, seconds: float) -> Payload:
        """The bot's final reply to a member's message."""

        def fits(said: Payload) -> bool:
            reference = said.get("message_reference") or {}
            return str(reference.get("message_id")) == message["id"] and is_final(said)

        return await self.rest.watched.until(fits, seconds=seconds, what="reply")

    def trouble(
        self, method: str, path: str, status: int, *, times: int = 1, retry_after: float = 0.0
    ) -> Trouble:
        """Let the next requests that match fail."""
        trouble = Trouble(method, re.compile(path), status, times, retry_after)
        self.rest.troubles.append(trouble)
        return trouble


def _parts(components: list[Payload]) -> list[Payload]:
    """The components and all that stand inside them."""
    found: list[Payload] = []
    for component in components:
        inner: list[Any] = [*component.get("components", [])]
        inner += [component["accessory"]] if "accessory" in component else []
        found += [component, *_parts(inner)]
    return found


@asynccontextmanager
async def fake_discord(token: str = world.TOKEN) -> AsyncGenerator[FakeDiscord]:
    """A Discord that listens on loopback until the block ends."""
    fake = FakeDiscord(token)
    application = web.Application(middlewares=[fake.rest.guard])
    application.add_routes([web.get("/gateway", fake.gateway.serve), *fake.rest.routes()])
    runner = web.AppRunner(application, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        server = site._server
        assert isinstance(server, asyncio.Server)
        fake.port = server.sockets[0].getsockname()[1]
        fake.gateway.address = f"ws://127.0.0.1:{fake.port}/gateway"
        yield fake
    finally:
        await fake.gateway.close()
        await runner.cleanup()
