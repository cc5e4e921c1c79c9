"""A member in front of the real bot, on a simulated Discord, with a library the test controls."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import discord
import hypothesis
import pytest
import simcord
import structlog

from bot.client import FootnoteBot
from bot.serving.pool import Pool
from bot.serving.serving import Serving
from bot.serving.writing import writer_of
from bot.settings import BotSettings
from bot.state.state import State
from tests.bot import wire
from tests.bot.fake_answerer import FakeAnswerer, FakeLibrary

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

# A busy machine takes longer than Hypothesis' 200 ms for what is quick alone.
# What explains a failure traces each line before Python 3.12, and takes longer than a test may.
hypothesis.settings.register_profile(
    "no deadline", deadline=None, phases=set(hypothesis.Phase) - {hypothesis.Phase.explain}
)
hypothesis.settings.load_profile("no deadline")


@dataclass
class World:
    """A server with a channel, two members and a moderator, and the bot."""

    env: simcord.Env
    bot: FootnoteBot
    library: FakeLibrary
    folder: Path

    def __post_init__(self) -> None:
        self.guild = self.env.create_guild()
        self.channel = self.guild.create_text_channel("general")
        self.alice = self.guild.add_member(self.env.create_user("alice"))
        self.bob = self.guild.add_member(self.env.create_user("bob"))
        role = self.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))
        self.mod = self.guild.add_member(self.env.create_user("mod"), roles=[role])

    @property
    def answerer(self) -> FakeAnswerer:
        assert self.library.published
        return self.library.published

    async def restart(self, **settings: Any) -> None:
        """Another process on the same state: nothing that was in memory is left."""
        old, self.bot = self.bot, bot_over(self.library, self.folder, **settings)
        await self.env.restart_bot(self.bot)
        await _closed(old)
        if self.library.published:
            self.library.published.closed = False  # the other process opened it for itself

    async def open_gate_when_told(self, words: str) -> None:
        """Let the answerer go on once the bot has sent these words."""
        while not any(words in str(r.json) for r in self.env.http_requests):  # noqa: ASYNC110 - simcord has no event for it
            await asyncio.sleep(0.01)
        self.answerer.gate.set()

    async def look(self) -> None:
        """Let the bot look at the library, as it does every few seconds."""
        await self.env.advance_time(self.bot.settings.poll_seconds + 0.1)


def bot_over(library: FakeLibrary, folder: Path, **settings: Any) -> FootnoteBot:
    chosen = BotSettings.model_validate(
        {"state": folder, "cooldown_seconds": 0, "line_length": 2, **settings}
    )
    serving = Serving(
        open_answerer=library.open,
        current_generation=library.current,
        pool=Pool(workers=1, line=chosen.line_length),
        seconds=chosen.answer_seconds,
        writer=writer_of(chosen),
    )
    return FootnoteBot(settings=chosen, serving=serving, state=State(folder))


@pytest.fixture(scope="session", autouse=True)
def _plain_logs() -> None:
    """Traces as text: drawn with colours and locals, each takes a second."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["level", "event"]),
        ]
    )


@pytest.fixture
def library() -> FakeLibrary:
    """A library with one generation, g1; a test may empty or damage it before the bot starts."""
    found = FakeLibrary()
    found.publish(FakeAnswerer("g1"))
    return found


@pytest.fixture
def settings() -> dict[str, Any]:
    """What differs from the defaults; a test module or a parameter overrides it."""
    return {}


@pytest.fixture
async def world(
    library: FakeLibrary, tmp_path: Path, settings: dict[str, Any]
) -> AsyncGenerator[World]:
    """The bot, started; what it sends is held against Discord's document when the test ends."""
    bot = bot_over(library, tmp_path, **settings)
    env = simcord.Env(bot)
    await env.start()
    made = World(env, bot, library, tmp_path)
    try:
        await bot.tree.sync()
        yield made
    finally:
        await env.shutdown()
        await _closed(made.bot)
    wire.check(env.http_requests)
    env._raise_errors_since(env._errors_acknowledged)


async def _closed(bot: FootnoteBot) -> None:
    await bot.serving.close()
    await bot.state.close()


def words(message: Any) -> str:
    """All text of a message, as a member reads it from top to bottom."""
    found = [message.content or ""]
    rows = message.components

    def walk(parts: Any) -> None:
        for part in parts:
            written = part if isinstance(part, dict) else part.to_dict()
            if "content" in written:
                found.append(written["content"])
            walk(written.get("components") or [])

    walk(rows)
    return "\n".join(text for text in found if text)
