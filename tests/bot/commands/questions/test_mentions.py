"""Questions in ordinary messages: mentions, replies to the bot, direct messages."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import pytest

from bot.rendering.limits import LONGEST_QUESTION
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE

if TYPE_CHECKING:
    from tests.bot.conftest import World


def mention(world: World) -> str:
    assert world.bot.user
    return f"<@{world.bot.user.id}>"


def ours(world: World) -> list[discord.Message]:
    """What the bot said in the channel."""
    return [m for m in world.channel.history() if m.author == world.bot.user]


@pytest.mark.parametrize(
    "form",
    [
        pytest.param("{us} {question}", id="before"),
        pytest.param("{question} {us}", id="after"),
        pytest.param("{us}\n\n{question}", id="another line"),
        pytest.param("<@!{id}> {question}", id="old form"),
        pytest.param("{us}{us} {question}", id="twice"),
    ],
)
async def test_a_mention_with_a_question_is_answered(world: World, form: str) -> None:
    """The mention itself is no part of the question."""
    assert world.bot.user
    typed = form.format(us=mention(world), id=world.bot.user.id, question=QUESTION)
    sent = await world.alice.send(world.channel, typed)
    reply = ours(world)[-1]
    assert reply.reference
    assert reply.reference.message_id == sent.id
    assert QUOTE in words(reply)


async def test_the_answer_pings_nobody(world: World) -> None:
    """Not even the asker: whoever wants to be pinged can say so in their client."""
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    posts = [r for r in world.env.http_requests if r.path.endswith("/messages")]
    assert posts
    assert all(not any(r.json["allowed_mentions"].values()) for r in posts if r.json)


async def test_a_reply_to_the_bot_is_a_question(world: World) -> None:
    await world.alice.send(world.channel, f"{mention(world)} Who won the cup?")
    await world.bob.send(world.channel, QUESTION, reply_to=ours(world)[-1])
    assert QUOTE in words(ours(world)[-1])
    assert world.answerer.asked[-1] == QUESTION


async def test_a_reply_to_somebody_else_is_not(world: World) -> None:
    said = await world.alice.send(world.channel, "hello")
    await world.bob.send(world.channel, QUESTION, reply_to=said)
    assert ours(world) == []


async def test_a_direct_message_is_a_question(world: World) -> None:
    await world.alice.send_dm(QUESTION)
    assert QUOTE in words(world.alice.user.dm_channel.last_message)


@pytest.mark.parametrize(
    "typed", [pytest.param("{us}", id="alone"), pytest.param(" {us} \n", id="with blanks")]
)
async def test_a_mention_without_words_gets_help(world: World, typed: str) -> None:
    await world.alice.send(world.channel, typed.format(us=mention(world)))
    assert ours(world)[-1].content == english("notice.greeting")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("hi there!", "notice.greeting"),
        ("thank you so much", "notice.thanks"),
        ("i want to die", "notice.distress"),
    ],
)
async def test_small_talk_is_not_looked_up(world: World, typed: str, key: str) -> None:
    """And the next follow-up leans on the question before it."""
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    await world.alice.send(world.channel, f"{mention(world)} {typed}")
    assert ours(world)[-1].content == english(key)
    await world.alice.send(world.channel, f"{mention(world)} why?")
    assert words(ours(world)[-1]).startswith("> Why ")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("say `{us} hi` to ask", id="in a line of code"),
        pytest.param("```\n{us} hi\n```", id="in a block of code"),
        pytest.param(QUESTION, id="no mention"),
        pytest.param("@everyone " + QUESTION, id="everyone"),
    ],
)
async def test_what_is_not_meant_for_us_is_left_alone(world: World, typed: str) -> None:
    await world.alice.send(world.channel, typed.format(us=mention(world)))
    assert ours(world) == []


async def test_webhooks_and_bots_are_left_alone(world: World) -> None:
    """Two bots that answer each other never stop."""
    hook = world.guild.create_webhook(world.channel)
    await hook.send(f"{mention(world)} {QUESTION}")
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.channel, f"{mention(world)} {QUESTION}")
    assert ours(world) == []


async def test_a_long_message_is_refused_with_its_length(world: World) -> None:
    await world.alice.send_dm("why " * 400)
    last = world.alice.user.dm_channel.last_message
    assert last
    assert last.content == english("notice.too-long", length=1599, longest=LONGEST_QUESTION)


async def test_other_people_are_named_not_numbered(world: World) -> None:
    """`<@123>` says nothing to a search; the name may."""
    await world.alice.send(world.channel, f"{mention(world)} does {world.bob.mention} sleep?")
    assert world.answerer.asked[-1] == "does @bob sleep?"


async def test_no_answer_where_the_bot_may_not_write(world: World) -> None:
    """It says nothing, does no work and logs no trace; nobody could read an excuse."""
    assert world.bot.user
    quiet = world.guild.create_text_channel(
        "quiet", overwrites={world.bot.user: discord.PermissionOverwrite(send_messages=False)}
    )
    asked = len(world.answerer.asked)
    await world.alice.send(quiet, f"{mention(world)} {QUESTION}")
    assert len(world.answerer.asked) == asked
    assert quiet.history()[-1].content.endswith(QUESTION)


async def test_a_refusal_by_discord_is_survived(world: World) -> None:
    """A channel that may be written by what we know of it, and may not by what Discord knows."""
    world.env.inject_error("POST", "/channels/*/messages", status=403)
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    await world.bob.send_dm(QUESTION)
    assert ours(world) == []


async def test_typing_that_fails_costs_no_answer(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/typing", status=403)
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    assert QUOTE in words(ours(world)[-1])


async def test_a_question_deleted_meanwhile_is_still_answered(world: World) -> None:
    """Discord is asked not to fail where the message replied to is gone."""
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    post = next(r for r in world.env.http_requests if r.path.endswith("/messages") and r.json)
    assert post.json
    assert post.json["message_reference"]["fail_if_not_exists"] is False


@pytest.mark.parametrize("settings", [{"cooldown_seconds": 5}], ids=["five seconds"])
async def test_a_burst_is_told_once_to_wait(world: World) -> None:
    """One answer, one notice, then silence: a flood is not answered by a flood."""
    for _ in range(4):
        await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    said = [words(m) for m in ours(world)]
    assert len(said) == 2
    assert QUOTE in said[0]
    assert said[1] == english("notice.too-soon", count=5)


async def test_an_unforeseen_failure_shows_a_code(world: World) -> None:
    world.answerer.failure = ZeroDivisionError("/srv/library")
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    said = ours(world)[-1].content
    assert "Something went wrong" in said
    assert "/srv" not in said


async def test_a_message_waiting_in_line_is_edited_into_the_answer(world: World) -> None:
    """One reply to one message: first the place, then in its stead the answer."""
    world.answerer.gate.clear()
    busy = asyncio.create_task(world.bot.serving.ask("something slow"))
    await asyncio.sleep(0.05)

    opening = asyncio.create_task(world.open_gate_when_told("next in line"))
    await world.alice.send(world.channel, f"{mention(world)} {QUESTION}")
    await asyncio.gather(busy, opening)
    assert len(ours(world)) == 1
    assert QUOTE in words(ours(world)[0])
    assert ours(world)[0].content == ""
