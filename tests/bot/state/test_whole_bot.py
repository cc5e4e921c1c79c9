"""The whole bot over each database: a member's day, with a restart in the middle of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import simcord

from bot.client import FootnoteBot
from bot.serving.pool import Pool
from bot.serving.serving import Serving
from bot.settings import BotSettings
from bot.state.state import State
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE, FakeAnswerer, FakeLibrary, article_of

if TYPE_CHECKING:
    from pathlib import Path


MANAGES = discord.Permissions(manage_guild=True, manage_messages=True)


def bot_on(folder: Path, url: str | None, library: FakeLibrary) -> FootnoteBot:
    serving = Serving(
        open_answerer=library.open,
        current_generation=library.current,
        pool=Pool(workers=1, line=2),
        seconds=60,
    )
    settings = BotSettings.model_validate({"state": folder, "cooldown_seconds": 0})
    return FootnoteBot(settings=settings, serving=serving, state=State(folder, url=url))


async def closed(bot: FootnoteBot) -> None:
    await bot.serving.close()
    await bot.state.close()


def publish_another(library: FakeLibrary) -> None:
    """A generation that lacks what was cited, and has something new."""
    made = library.publish(FakeAnswerer("g2"))
    made.articles = {"a2": article_of("a2", "Ketamine in teenagers", "Words.")}
    made.passages = {}


async def chosen(chief: Any, channel: Any, role: Any) -> None:
    await chief.slash(channel, "footnote roles", human=role)
    await chief.slash(channel, "footnote tone", tone="careful")
    await chief.slash(channel, "alerts add", topic="ketamine", where="here")


async def everything_deleted(chief: Any, channel: Any) -> None:
    shown = await chief.slash(channel, "privacy")
    await chief.click(shown.response, label=english("button.delete-kept"))
    await chief.click(shown.response, label=english("button.delete-kept-sure"))


async def test_a_day(tmp_path: Path, database: str | None) -> None:
    library = FakeLibrary()
    library.publish(FakeAnswerer("g1"))
    bot = bot_on(tmp_path, database, library)
    env = simcord.Env(bot, settle_timeout=30)
    await env.start()
    await bot.tree.sync()
    guild = env.create_guild()
    channel = guild.create_text_channel("general")
    role = guild.create_role("chiefs", permissions=MANAGES)
    chief = guild.add_member(env.create_user("chief"), roles=[role])

    async def ask() -> Any:
        return (await chief.slash(channel, "ask", question=QUESTION)).response

    answer = await ask()
    assert QUOTE in words(answer)
    await chosen(chief, channel, role)
    await chief.click(answer, label=english("button.helpful"))
    await env.advance_time(6)

    old, bot = bot, bot_on(tmp_path, database, library)
    await env.restart_bot(bot)
    await closed(old)
    publish_another(library)
    for _ in range(3):
        await env.advance_time(6)
    said = [words(m) for m in channel.history() if m.author.bot]
    for news in ("Ketamine in teenagers", "no longer in the library"):
        assert any(news in text for text in said)
    assert english("answer.careful") in words(await ask())
    await chief.click(answer, label=english("button.delete"))
    await everything_deleted(chief, channel)
    assert not any((await bot.state.members.kept_of(chief.id)).values())
    await env.shutdown()
    await closed(bot)
