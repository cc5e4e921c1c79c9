"""The buttons under an answer, before and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.answering.answer import Statement
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import (
    QUESTION,
    QUOTE,
    answer_of,
    citation_of,
    passage_of,
    reference_of,
)

if TYPE_CHECKING:
    from simcord import ResponseMessage

    from tests.bot.conftest import World


async def asked(world: World, *, private: bool = False) -> ResponseMessage:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, private=private)
    assert result.response
    return result.response


async def test_passages_are_shown_to_whoever_asks_for_them(world: World) -> None:
    """To them alone, with the section and the cited words in bold."""
    answer = await asked(world)
    shown = await world.bob.click(answer, label="Passages")
    assert shown.ephemeral
    said = words(shown.response)
    assert "*Results*" in said
    assert f"The trial ran for a week. **{QUOTE}** Placebo did so in 28 %." in said
    assert "Passage 1 of 1" in said


async def test_passages_outlive_a_restart_and_a_new_generation(world: World) -> None:
    """They stand in the database as they were, whatever the library holds by now."""
    answer = await asked(world)
    world.answerer.passages.clear()
    await world.restart()
    shown = await world.bob.click(answer, label="Passages")
    assert f"**{QUOTE}**" in words(shown.response)


async def test_passages_can_be_paged(world: World) -> None:
    """There and back, in place; no button leads past the ends."""
    passages = [passage_of(text=f"Story {n}. {QUOTE}", ordinal=n) for n in range(3)]
    world.answerer.passages = {p.id: p for p in passages}
    statements = tuple(
        Statement(f"Said {p.id}.", (citation_of(p, reference=p.ordinal + 1),)) for p in passages
    )
    references = tuple(reference_of(number=n + 1, title=f"Paper {n}") for n in range(3))
    world.answerer.answers[QUESTION] = lambda: answer_of(
        statements=statements, references=references
    )
    answer = await asked(world)
    shown = await world.bob.click(answer, label="Passages")
    assert shown.response
    assert "Previous" not in str(shown.response.components)
    turned = await world.bob.click(shown.response, label="Next")
    assert "Story 1" in words(turned.response)
    assert turned.response
    turned = await world.bob.click(turned.response, label="Next")
    assert turned.response
    assert "Passage 3 of 3" in words(turned.response)
    assert "Next" not in str(turned.response.components)
    turned = await world.bob.click(turned.response, label="Previous")
    assert "Paper 1" in words(turned.response)


async def test_passages_of_a_private_answer(world: World) -> None:
    answer = await asked(world, private=True)
    shown = await world.alice.click(answer, label="Passages")
    assert shown.ephemeral
    assert QUOTE in words(shown.response)


async def test_passages_no_longer_kept(world: World) -> None:
    """An old button says in a sentence what to do."""
    answer = await asked(world)
    await world.bot.state.answers.forget_before(2**40)
    shown = await world.bob.click(answer, label="Passages")
    assert shown.ephemeral
    assert shown.response
    assert shown.response.content == english("notice.forgotten")


@pytest.mark.parametrize("who", ["alice", "mod"], ids=["the asker", "a moderator"])
async def test_asker_and_moderators_delete(world: World, who: str) -> None:
    """The answer is gone from the channel and from the database."""
    answer = await asked(world)
    button = next(
        part["custom_id"]
        for row in answer.components
        for part in row["components"]
        if part.get("label") == "Delete"
    )
    pressed = await getattr(world, who).click(answer, label="Delete")
    assert pressed.acknowledged
    assert world.channel.history() == []
    assert await world.bot.state.answers.recall(button.rpartition(":")[2]) is None


async def test_strangers_do_not_delete(world: World) -> None:
    """They are told so, alone; the answer stays."""
    answer = await asked(world)
    pressed = await world.bob.click(answer, label="Delete")
    assert [f.content for f in pressed.followups] == [english("notice.not-yours")]
    assert pressed.followups[0].ephemeral
    assert QUOTE in words(world.channel.last_message)


async def test_a_private_answer_can_be_deleted(world: World) -> None:
    answer = await asked(world, private=True)
    await world.alice.click(answer, label="Delete")
    assert world.channel.history(viewer=world.alice) == []


async def test_delete_works_after_a_restart_and_for_replies(world: World) -> None:
    assert world.bot.user
    await world.alice.send(world.channel, f"<@{world.bot.user.id}> {QUESTION}")
    answer = world.channel.last_message
    assert answer
    await world.restart()
    refused = await world.bob.click(answer, label="Delete")
    assert [f.content for f in refused.followups] == [english("notice.not-yours")]
    await world.alice.click(answer, label="Delete")
    assert [m.author.name for m in world.channel.history()] == ["alice"]


async def test_the_asker_may_delete_what_is_no_longer_kept(world: World) -> None:
    """The message itself still tells who asked by command."""
    answer = await asked(world)
    await world.bot.state.answers.forget_before(2**40)
    await world.bob.click(answer, label="Delete")
    assert world.channel.history() != []
    await world.alice.click(answer, label="Delete")
    assert world.channel.history() == []


async def test_a_failing_button_shows_a_code(world: World) -> None:
    """discord.py would swallow it; the member would see only "This interaction failed"."""
    answer = await asked(world)
    await world.bot.state.answers._write(text("DROP TABLE answers"))
    shown = await world.bob.click(answer, label="Passages")
    assert shown.response
    assert "Something went wrong" in shown.response.content
    assert "answers" not in shown.response.content


async def test_the_bot_keeps_no_view_in_memory(world: World) -> None:
    """A thousand answers must not be a thousand views."""
    for _ in range(3):
        await asked(world)
    assert list(world.bot.persistent_views) == []
    assert world.bot._connection._view_store._views == {}


async def test_an_answer_deleted_by_discords_own_menu_is_forgotten(world: World) -> None:
    """As by our button, also one that an earlier process sent; other messages cost nothing."""
    first, second = [
        (await world.alice.slash(world.channel, "ask", question=QUESTION)).response for _ in "ab"
    ]
    assert first
    assert second
    answers = world.bot.state.answers
    kept = [await answers.shown_by(message.id) for message in (first, second)]
    assert all(kept)
    await world.restart()
    answers = world.bot.state.answers
    other = await world.alice.send(world.channel, "hello")
    await world.alice.delete(other)
    await world.mod.delete(first)
    assert await answers.recall(kept[0]) is None
    assert await answers.recall(kept[1])
