"""What members think of answers, and calls for a person: kept once, told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.state.feedback import Opinion, Witness
from bot.state.servers import ServerRules
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.conftest import World


async def answered(world: World, **options: Any) -> Any:
    result = await world.alice.slash(world.channel, "ask", question=QUESTION, **options)
    assert result.response
    return result.response


def said(result: InteractionResult) -> str:
    return words(result.followups[-1] if result.followups else result.response)


def must(message: Any) -> Any:
    assert message
    return message


async def opinions(world: World) -> tuple[Opinion, ...]:
    return await world.bot.state.feedback.opinions()


async def test_helpful(world: World) -> None:
    """By anybody who sees the answer, with what it cited; the last press counts."""
    message = await answered(world)
    for _ in range(2):
        result = await world.bob.click(message, label=english("button.helpful"))
        assert said(result) == english("feedback.thanks")
    (kept,) = await opinions(world)
    assert (kept.member, kept.helpful, kept.question) == (world.bob.id, True, QUESTION)
    assert kept.evidence == (Witness("a1", "Ketamine and mood: a trial", (QUOTE,)),)
    assert kept.generation == "g1"


@pytest.mark.parametrize("restart", [False, True], ids=["at once", "the bot restarts meanwhile"])
async def test_not_helpful_asks_why(world: World, *, restart: bool) -> None:
    message = await answered(world)
    shown = await world.bob.click(message, label=english("button.unhelpful"))
    if restart:
        await world.restart()
    result = await world.bob.submit_modal(
        shown, {"footnote:reason": ["outdated"], "footnote:words": "From 1990\n**bold**"}
    )
    assert said(result) == english("feedback.noted")
    (kept,) = await opinions(world)
    assert (kept.helpful, kept.reason, kept.words) == (False, "outdated", "From 1990 **bold**")
    assert not kept.private


async def test_words_are_not_needed(world: World) -> None:
    message = await answered(world, private=True)
    shown = await world.alice.click(message, label=english("button.unhelpful"))
    await world.alice.submit_modal(shown, {"footnote:reason": ["misleading"]})
    (kept,) = await opinions(world)
    assert (kept.reason, kept.words, kept.private) == ("misleading", "", True)


async def test_an_answer_that_is_no_longer_kept(world: World) -> None:
    message = await answered(world)
    await world.bot.state.answers.forget_before(2**40)
    result = await world.bob.click(message, label=english("button.helpful"))
    assert said(result) == english("notice.forgotten")
    assert await opinions(world) == ()


class TestPerson:
    async def test_one_role_is_called_once(self, world: World) -> None:
        """And nobody else, whatever the question mentions."""
        helpers, message = await self._with_helpers(world)
        before = len(world.env.http_requests)
        await world.bob.click(message, label=english("button.human"))
        call = world.channel.last_message
        assert f"<@&{helpers.id}>" in words(call)
        sent = [r.json for r in world.env.http_requests[before:] if r.json and "data" in r.json]
        allowed = sent[0]["data"]["allowed_mentions"]
        assert [str(role) for role in allowed["roles"]] == [str(helpers.id)]
        assert allowed["parse"] == []
        await world.restart()
        again = await world.alice.click(message, label=english("button.human"))
        assert again.ephemeral or again.followups
        assert said(again) == english("human.called-already")

    async def test_it_is_resolved_by_who_was_called(self, world: World) -> None:
        helpers, message = await self._with_helpers(world)
        helper = world.guild.add_member(world.env.create_user("helper"), roles=[helpers])
        await world.bob.click(message, label=english("button.human"))
        call = world.channel.last_message
        refused = await world.bob.click(must(call), label=english("button.resolve"))
        assert "can say that this is done" in said(refused)
        await world.restart()
        await helper.click(must(call), label=english("button.resolve"))
        now = words(world.channel.last_message)
        assert f"<@{helper.id}> looked at this" in now
        (kept,) = await world.bot.state.feedback.requests(world.guild.id)
        assert kept.resolved_by == helper.id

    async def test_moderators_may_resolve_too(self, world: World) -> None:
        _, message = await self._with_helpers(world)
        await world.bob.click(message, label=english("button.human"))
        await world.mod.click(must(world.channel.last_message), label=english("button.resolve"))
        (kept,) = await world.bot.state.feedback.requests(world.guild.id)
        assert kept.resolved_by == world.mod.id

    async def test_not_offered_where_it_would_help_nobody(self, world: World) -> None:
        """Where no role is named, and on answers that only one member sees."""
        label = english("button.human")
        assert label not in str((await answered(world)).components)
        await self._with_helpers(world)
        assert label not in str((await answered(world, private=True)).components)

    async def test_a_role_that_was_taken_back(self, world: World) -> None:
        _, message = await self._with_helpers(world)
        await world.bot.desk.door.choose(world.guild.id, ServerRules())
        result = await world.bob.click(message, label=english("button.human"))
        assert said(result) == english("notice.no-human")

    async def _with_helpers(self, world: World) -> tuple[Any, Any]:
        helpers = world.guild.create_role("helpers", permissions=discord.Permissions.none())
        await world.bot.desk.door.choose(world.guild.id, ServerRules(human_role=helpers.id))
        return helpers, await answered(world)
