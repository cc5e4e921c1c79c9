"""Where the bot speaks, as members meet it: allowed, banned, inherited, limited."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.errors import LineFullError
from bot.language.language import Language
from bot.language.saying import say
from bot.refusals import NotHereError, RoleNeededError, TooManyError
from bot.state.servers import ServerRules
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE, answer_of

if TYPE_CHECKING:
    from tests.bot.conftest import World


async def choose(world: World, **choices: Any) -> None:
    await world.bot.desk.door.choose(world.guild.id, ServerRules(**choices))


async def test_a_banned_channel(world: World) -> None:
    """A command is refused to its asker alone; a mention is passed over, and all this after a restart."""
    await choose(world, denied=frozenset({world.channel.id}))
    await world.restart()
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.ephemeral
    assert result.response
    assert "I do not answer in this channel" in result.response.content
    await world.alice.send(world.channel, f"{world.bot.user.mention} {QUESTION}")  # pyright: ignore[reportOptionalMemberAccess]
    assert [m.author.bot for m in world.channel.history()] == [False]
    assert world.answerer.asked == []
    assert reasons(world) == [NotHereError]


async def test_off_until_allowed(world: World) -> None:
    open_channel = world.guild.create_text_channel("ask-here")
    await choose(world, everywhere=False, allowed=frozenset({open_channel.id}))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response
    assert f"<#{open_channel.id}>" in result.response.content
    there = await world.alice.slash(open_channel, "ask", question=QUESTION)
    assert QUOTE in words(there.response)
    assert reasons(world) == [NotHereError]


@pytest.mark.parametrize("settings", [{"everywhere": False}], ids=["operator's choice"])
async def test_the_operator_decides_before_the_server_does(world: World) -> None:
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert reasons(world) == [NotHereError]
    await choose(world, everywhere=True)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)
    direct = await world.alice.user.slash("ask", question=QUESTION)
    assert QUOTE in words(direct.response)
    assert len(reasons(world)) == 1


async def test_only_some_roles(world: World) -> None:
    readers = world.guild.create_role("readers")
    carol = world.guild.add_member(world.env.create_user("carol"), roles=[readers])
    boss = world.guild.create_role("boss", permissions=discord.Permissions(manage_guild=True))
    dora = world.guild.add_member(world.env.create_user("dora"), roles=[boss])
    await choose(world, roles=frozenset({readers.id}))
    refused = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert refused.ephemeral
    assert refused.response
    assert f"<@&{readers.id}>" in refused.response.content
    for member in (carol, dora):
        result = await member.slash(world.channel, "ask", question=QUESTION)
        assert QUOTE in words(result.response)
    assert reasons(world) == [RoleNeededError]


async def test_who_may_not_ask_is_told_so_once(world: World) -> None:
    """A refusal to a mention is read by all: one is enough."""
    readers = world.guild.create_role("readers")
    await choose(world, roles=frozenset({readers.id}))
    for _ in range(3):
        await world.alice.send(world.channel, f"{world.bot.user.mention} {QUESTION}")  # pyright: ignore[reportOptionalMemberAccess]
    assert len([m for m in world.channel.history() if m.author.bot]) == 1
    assert world.answerer.asked == []


async def test_mentions_can_be_switched_off(world: World) -> None:
    await choose(world, mention_replies=False)
    await world.alice.send(world.channel, f"{world.bot.user.mention} {QUESTION}")  # pyright: ignore[reportOptionalMemberAccess]
    assert [m.author.bot for m in world.channel.history()] == [False]
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)


@pytest.mark.parametrize("settings", [{"poll_seconds": 1800}], ids=["seldom looking"])
async def test_an_hours_questions(world: World) -> None:
    """The refusal names when, on each member's own clock."""
    await choose(world, member_hour=1)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.ephemeral
    assert result.response
    assert "<t:" in result.response.content
    assert ":R>" in result.response.content
    other = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(other.response)
    await world.env.advance_time(3601)
    again = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(again.response)
    assert reasons(world) == [TooManyError]


@pytest.mark.parametrize(
    "settings", [{"cooldown_seconds": 60, "line_length": 0}], ids=["a minute, no line"]
)
async def test_a_full_line_charges_nothing(world: World) -> None:
    """Who was sent away because too many wait may come back at once."""
    await choose(world, member_hour=1)
    world.answerer.gate.clear()
    busy = asyncio.create_task(world.bot.serving.ask("something slow"))
    await asyncio.sleep(0.05)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    world.answerer.gate.set()
    await busy
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)
    assert reasons(world) == [LineFullError]


class TestDedicated:
    async def test_a_mention_gets_a_thread_of_its_own(self, world: World) -> None:
        """The answer stands in it, and follow-ups there are let in as the channel is."""
        channel = world.guild.create_text_channel("questions")
        await choose(world, everywhere=False, dedicated=frozenset({channel.id}))
        await world.alice.send(channel, f"{world.bot.user.mention} {QUESTION}")  # pyright: ignore[reportOptionalMemberAccess]
        (thread,) = channel.threads
        assert thread.name == QUESTION
        assert QUOTE in words(thread.last_message)

    async def test_a_command_gets_one_too(self, world: World) -> None:
        channel = world.guild.create_text_channel("questions")
        await choose(world, dedicated=frozenset({channel.id}))
        result = await world.alice.slash(channel, "ask", question=QUESTION)
        assert QUOTE in words(result.response)
        assert [thread.name for thread in channel.threads] == [QUESTION]
        await world.alice.slash(channel, "ask", question=QUESTION, private=True)
        assert len(channel.threads) == 1


@pytest.mark.parametrize("tone", ["plain", "brief", "careful"])
async def test_tones(world: World, tone: str) -> None:
    """Brief says one sentence, careful reminds; the words stay the articles'."""
    answer = answer_of()
    world.answerer.answers[QUESTION] = lambda: replace(answer, statements=answer.statements * 2)
    await choose(world, tone=tone)
    said = words((await world.alice.slash(world.channel, "ask", question=QUESTION)).response)
    assert said.count(QUOTE) == (1 if tone == "brief" else 2)
    assert (english("answer.careful") in said) == (tone == "careful")


async def test_a_servers_language(world: World) -> None:
    """What all read is in it; what one member alone reads is in their own."""
    await choose(world, language="de")
    shown = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert say(Language.GERMAN, "answer.strong") in words(shown.response)
    own = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert english("answer.strong") in words(own.response)
    await world.alice.send(world.channel, f"{world.bot.user.mention} {QUESTION}")  # pyright: ignore[reportOptionalMemberAccess]
    assert say(Language.GERMAN, "answer.strong") in words(world.channel.last_message)
