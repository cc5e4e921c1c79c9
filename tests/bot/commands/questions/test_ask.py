"""`/ask`, as members meet it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from discord import app_commands
from sqlalchemy import text

from bot.errors import LineFullError, QuestionError, TooSoonError
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import LINK, QUESTION, QUOTE

if TYPE_CHECKING:
    from tests.bot.conftest import World


def reasons(world: World) -> list[type[BaseException]]:
    """What the bot's door met; looking at it tells simcord that we expected it."""
    errors = world.env.errors
    return [
        type(e.original if isinstance(e, app_commands.CommandInvokeError) else e) for e in errors
    ]


async def test_an_answer_carries_its_footnote(world: World) -> None:
    """The sentence, a number that opens it, the reference, and how sure the answer is."""
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.deferred or result.acknowledged
    assert not result.ephemeral
    said = words(result.response)
    assert f"> {QUESTION}" in said
    assert rf"{QUOTE} [\[1\]](<{LINK}>)" in said
    assert rf"\[1\] [Ketamine and mood: a trial](<{LINK}>) · Journal of Examples, 2017" in said
    assert "Strong match" in said


async def test_the_first_thing_sent_is_the_acknowledgement(world: World) -> None:
    """Discord gives three seconds; nothing is looked up before it is told that we are at it."""
    before = len(world.env.http_requests)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    first = world.env.http_requests[before]
    assert first.path.endswith("/callback")
    assert first.json is not None
    assert first.json["type"] == 5


async def test_those_on_their_way_into_the_line_keep_a_place_in_it(world: World) -> None:
    """A crowd that asks in the same moment: whom the line will not take is told at once, alone, and may ask again."""
    desk = world.bot.desk
    with desk.expecting(1), desk.expecting(2), desk.expecting(3):  # one worker, two in line
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert reasons(world) == [LineFullError]
        assert result.ephemeral
        assert result.response is not None
        assert result.response.content == english("notice.line-full", count=3)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)


async def test_a_private_answer_is_for_the_asker_alone(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, private=True)
    assert result.ephemeral
    assert QUOTE in words(result.response)
    assert world.channel.history(viewer=world.bob) == []


async def test_an_abstention_says_so_and_offers_what_is_near(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question="Who won the cup?")
    said = words(result.response)
    assert "I found no answer to this" in said
    assert f"[Ketamine and mood: a trial](<{LINK}>)" in said
    assert "Passages" not in str(result.response.components if result.response else "")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        pytest.param("   ", english("notice.no-words"), id="blank"),
        pytest.param("🙂🙂", english("notice.no-words"), id="emoji"),
        pytest.param("<:party:123456789012345678>", english("notice.no-words"), id="custom emoji"),
        pytest.param("?!", english("notice.no-words"), id="marks"),
        pytest.param("a", english("notice.one-word-more"), id="one letter"),
        pytest.param("\u200b\u2060\u200b", english("notice.no-words"), id="invisible"),
    ],
)
async def test_what_is_no_question_gets_a_hint(world: World, typed: str, hint: str) -> None:
    """A friendly sentence, to the asker alone, and no work is done for it."""
    result = await world.alice.slash(world.channel, "ask", question=typed)
    assert result.ephemeral
    assert result.response is not None
    assert result.response.content == hint
    assert world.answerer.asked == []
    assert reasons(world) == [QuestionError]


async def test_it_works_in_a_direct_message(world: World) -> None:
    result = await world.alice.user.slash("ask", question=QUESTION)
    assert QUOTE in words(result.response)


@pytest.mark.parametrize("settings", [{"cooldown_seconds": 5}], ids=["five seconds"])
async def test_a_member_waits_between_questions(world: World) -> None:
    """Who asks again at once is told for how long to wait; others are not held up."""
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    early = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert early.ephemeral
    assert early.response is not None
    assert early.response.content == english("notice.too-soon", count=5)
    other = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(other.response)
    await world.env.advance_time(6)
    again = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(again.response)
    assert reasons(world) == [TooSoonError]


async def test_a_waiting_member_sees_their_place(world: World) -> None:
    """While another's question is worked on, the place in line is shown, then the answer."""
    world.answerer.gate.clear()
    busy = asyncio.create_task(world.bot.serving.ask("something slow"))
    await asyncio.sleep(0.05)

    opening = asyncio.create_task(world.open_gate_when_told("next in line"))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    await asyncio.gather(busy, opening)
    assert QUOTE in words(result.response)
    assert result.response is not None
    assert result.response.content == ""


async def test_a_full_line_refuses_politely(world: World) -> None:
    world.answerer.gate.clear()
    waiting = [asyncio.create_task(world.bot.serving.ask(f"slow {n}")) for n in range(3)]
    await asyncio.sleep(0.05)
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    assert result.response.content == english("notice.line-full", count=2)
    assert reasons(world) == [LineFullError]
    world.answerer.gate.set()
    await asyncio.gather(*waiting)


async def test_an_unforeseen_failure_shows_a_code_and_no_trace(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code in the message is the code in the log; paths and traces stay in the log."""
    world.answerer.failure = RuntimeError("secret path /srv/library is broken")
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response is not None
    said = result.response.content
    assert "Something went wrong" in said
    assert "/srv" not in said
    assert "RuntimeError" not in said
    code = said.split("`")[1]
    captured = capsys.readouterr()
    assert code in captured.out + captured.err
    assert reasons(world) == [RuntimeError]


async def test_the_answer_survives_a_full_disk(world: World) -> None:
    """An answer that cannot be kept is still given, without buttons that would lead nowhere."""
    await world.bot.state.answers._write(text("DROP TABLE answers"))
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)
    assert "custom_id" not in str(result.response.components if result.response else "")
