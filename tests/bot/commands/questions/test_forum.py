"""Posts in forums: answered once where administrators want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.state.servers import ServerRules
from tests.bot.conftest import words
from tests.bot.fake_answerer import QUESTION, QUOTE

if TYPE_CHECKING:
    from tests.bot.conftest import World


class TestForum:
    @pytest.mark.parametrize("named", [False, True], ids=["all forums", "this one"])
    async def test_a_post_is_answered_once(self, world: World, *, named: bool) -> None:
        forum = world.guild.create_forum_channel("help")
        await world.bot.desk.door.choose(
            world.guild.id,
            ServerRules(
                forum=True, everywhere=not named, forums=frozenset({forum.id} if named else ())
            ),
        )
        post = await forum_post(world, forum, QUESTION)
        assert [QUOTE in words(m) for m in post.history() if m.author.bot] == [True]
        thread = world.bot.get_channel(post.id)
        await world.restart()
        world.bot.dispatch("thread_create", thread)
        await world.env.advance_time(1)
        assert len([m for m in post.history() if m.author.bot]) == 1

    @pytest.mark.parametrize(
        ("title", "choices"),
        [
            pytest.param("Who won the cup?", {"forum": True}, id="not known"),
            pytest.param(QUESTION, {}, id="not wanted"),
            pytest.param("??", {"forum": True}, id="no question"),
            pytest.param(QUESTION, {"forum": True, "everywhere": False}, id="not here"),
            pytest.param(QUESTION, {"forum": True, "forums": frozenset({1})}, id="another forum"),
        ],
    )
    async def test_a_post_is_left_alone(
        self, world: World, title: str, choices: dict[str, Any]
    ) -> None:
        """Silently: nobody asked the bot."""
        forum = world.guild.create_forum_channel("help")
        await world.bot.desk.door.choose(world.guild.id, ServerRules(**choices))
        post = await forum_post(world, forum, title)
        assert [m for m in post.history() if m.author.bot] == []


async def forum_post(world: World, forum: Any, title: str) -> Any:
    """A member's post: simcord has no verb for it, so it is put where Discord would put it."""
    thread = world.env.backend.create_thread(forum.id, title, world.alice.id)
    await world.env.advance_time(1)
    (post,) = [found for found in forum.threads if found.id == thread.id]
    return post
