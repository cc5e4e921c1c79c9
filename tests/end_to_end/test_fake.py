"""The fake is tried with a bare discord.py client first: what it proves of ours rests on this."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from typing_extensions import override

from tests.end_to_end import interactions, world
from tests.end_to_end.fake_discord import FakeDiscord, fake_discord

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

pytestmark = pytest.mark.enable_socket


class Bare(discord.Client):
    """A client that does the least: defer, edit, and reply to a mention."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.default())
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(app_commands.Command(name="ask", description="Ask", callback=echo))

    @override
    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions:
            async with message.channel.typing():
                await message.reply("heard")


async def echo(interaction: discord.Interaction[Any], question: str) -> None:
    await interaction.response.defer(thinking=True)
    await interaction.edit_original_response(content=f"You asked: {question}")


@asynccontextmanager
async def bare_bot(fake: FakeDiscord, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Bare]:
    monkeypatch.setattr(Route, "BASE", fake.base)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(fake.gateway.address))
    async with Bare() as client:
        running = asyncio.create_task(client.start(fake.token))
        await fake.ready(seconds=10)
        yield client
        await client.close()
        await running


async def test_a_bare_client_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    """Login, commands, an interaction, a mention and a lost connection all work as on Discord."""
    async with fake_discord() as fake, bare_bot(fake, monkeypatch):
        assert [command["name"] for command in fake.rest.commands] == ["ask"]
        asked = await fake.ask("why?")
        answer = await asked.answered(seconds=5)
        assert answer["content"] == "You asked: why?"
        assert asked.callback["type"] == interactions.DEFERRED
        assert 0 < asked.seconds < interactions.DUE_SECONDS
        said = await fake.mention("hello")
        reply = await fake.reply_to(said, seconds=5)
        assert reply["content"] == "heard"
        fake.gateway.drop()
        await fake.ready(seconds=10)
        assert (fake.gateway.identifies, fake.gateway.resumes) == (1, 1)
        again = await fake.ask("again?")
        assert (await again.answered(seconds=5))["content"] == "You asked: again?"
        assert fake.gateway.heartbeats
        assert not fake.strange


async def test_trouble_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """A 429 and a 502 are met, and discord.py gets through both."""
    async with fake_discord() as fake, bare_bot(fake, monkeypatch):
        limited = fake.trouble("PATCH", "/messages/@original$", 429, retry_after=0.2)
        broken = fake.trouble("PATCH", "/messages/@original$", 502)
        asked = await fake.ask("why?")
        assert (await asked.answered(seconds=10))["content"] == "You asked: why?"
        assert (limited.met, broken.met) == (1, 1)


async def test_a_wrong_token_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord answers 401 to a token it does not know."""
    async with fake_discord() as fake:
        monkeypatch.setattr(Route, "BASE", fake.base)
        async with Bare() as client:
            with pytest.raises(discord.LoginFailure):
                await client.login(world.TOKEN + "x")


async def test_a_late_acknowledgement_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """After three seconds an interaction is unknown, as it is on Discord."""
    async with fake_discord() as fake, bare_bot(fake, monkeypatch):
        asked = await fake.ask("why?")
        asked.sent -= interactions.DUE_SECONDS
        with pytest.raises(AssertionError, match="no answer within"):
            await asked.answered(seconds=0.5)
        assert asked.acknowledged is None
