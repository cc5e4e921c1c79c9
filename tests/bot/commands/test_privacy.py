"""`/privacy`: a member sees what is kept of them, and has it deleted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION

if TYPE_CHECKING:
    from tests.bot.conftest import World


async def test_seen_and_deleted(world: World) -> None:
    """After asking twice, over a restart, and of this member alone."""
    for member in (world.alice, world.bob):
        result = await member.slash(world.channel, "ask", question=QUESTION)
        assert result.response
        await member.click(result.response, label=english("button.helpful"))
    shown = await world.alice.slash(world.channel, "privacy")
    assert shown.ephemeral
    assert shown.response
    assert "Answers: 1, for 90 days" in words(shown.response)
    (attachment,) = shown.response.attachments
    kept = json.loads(await attachment.read())
    assert [answer["question"] for answer in kept["answers"]] == [QUESTION]
    assert str(world.bob.id) not in json.dumps(kept)
    await world.restart()
    await world.alice.click(shown.response, label=english("button.delete-kept"))
    assert any((await world.bot.state.members.kept_of(world.alice.id)).values())
    await world.alice.click(shown.response, label=english("button.delete-kept-sure"))
    assert not any((await world.bot.state.members.kept_of(world.alice.id)).values())
    assert any((await world.bot.state.members.kept_of(world.bob.id)).values())
    again = await world.alice.slash(world.channel, "privacy")
    assert words(again.response) == english("privacy.nothing")


async def test_it_works_in_a_direct_message(world: World) -> None:
    result = await world.alice.user.slash("privacy")
    assert words(result.response) == english("privacy.nothing")


async def test_what_is_old_is_forgotten(world: World) -> None:
    """Each kind by its own period."""
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    (kept,) = await world.bot.state.answers.unchecked("none", since=0, most=9)
    await world.bot.state.conversations.keep(1, 2, "[]", at=1)
    async with world.bot.state.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE answers SET given = 1")
    await world.bot._forget()
    assert await world.bot.state.answers.recall(kept.id) is None
    assert await world.bot.state.conversations.turns(1, 2, since=0) == ""
