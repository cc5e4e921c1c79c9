"""A channel for questions: its standing message, who may ask under it, and what the bot lacks there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord
import pytest

from bot.errors import QuestionError
from bot.language.language import Language
from bot.language.saying import say
from bot.speaking.lacking import LackingError
from bot.state.servers import ServerRules
from tests.bot.commands.administrators.administrator import administrator
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World

ASK = english("button.ask")


async def panel_in(world: World, channel: Any) -> Any:
    posted = await administrator(world).slash(world.channel, "footnote panel", channel=channel)
    assert posted.ephemeral
    assert posted.response
    panel = channel.last_message
    assert str(panel.id) in posted.response.content
    return panel


async def test_a_member_asks_by_the_button_and_gets_a_thread(world: World) -> None:
    """Through restarts; the channel is dedicated from then on, whatever else the server chose."""
    channel = world.guild.create_text_channel("questions")
    await world.bot.desk.door.choose(world.guild.id, ServerRules(everywhere=False))
    panel = await panel_in(world, channel)
    assert english("panel.text") in words(panel)
    await world.restart()
    form = await world.alice.click(panel, label=ASK)
    await world.restart()
    result = await world.alice.submit_modal(form, {"footnote:question": QUESTION})
    assert not result.ephemeral
    assert QUOTE in words(result.response)
    assert f"> {QUESTION}" in words(result.response)
    assert [thread.name for thread in channel.threads] == [QUESTION]
    by_command = await world.alice.slash(channel, "ask", question=QUESTION)
    assert QUOTE in words(by_command.response)
    assert words(panel) == words(channel.history()[0])


async def test_dedicating_a_channel_posts_it_once(world: World) -> None:
    channel = world.guild.create_text_channel("questions")
    chief = administrator(world)
    first = await chief.slash(world.channel, "footnote channels", dedicated=channel)
    assert english("settings.saved") in words(first.response)
    assert "Members can ask here now" in first.followups[0].content
    assert first.followups[0].ephemeral
    await chief.slash(world.channel, "footnote channels", dedicated=channel)
    assert len(channel.history()) == 1
    assert english("panel.title") in words(channel.last_message)


async def test_who_may_not_ask_types_no_question(world: World) -> None:
    """The button refuses at once, to whoever pressed it alone: a wrong role, a banned channel."""
    readers = world.guild.create_role("readers")
    channel = world.guild.create_text_channel("questions")
    panel = await panel_in(world, channel)
    choose = world.bot.desk.door.choose
    dedicated = frozenset({channel.id})
    await choose(world.guild.id, ServerRules(dedicated=dedicated, roles=frozenset({readers.id})))
    refused = await world.alice.click(panel, label=ASK)
    assert refused.ephemeral
    assert f"<@&{readers.id}>" in words(refused.response)
    carol = world.guild.add_member(world.env.create_user("carol"), roles=[readers])
    form = await carol.click(panel, label=ASK)
    await choose(world.guild.id, ServerRules(denied=frozenset({channel.id})))
    late = await carol.submit_modal(form, {"footnote:question": QUESTION})
    assert late.ephemeral
    banned = await carol.click(panel, label=ASK)
    assert banned.ephemeral
    assert "I do not answer in this channel" in words(banned.response)
    assert world.answerer.asked == []


@pytest.mark.parametrize("settings", [{"cooldown_seconds": 60}], ids=["a minute"])
async def test_limits_hold_and_words_that_are_none_cost_nothing(world: World) -> None:
    channel = world.guild.create_text_channel("questions")
    panel = await panel_in(world, channel)
    form = await world.alice.click(panel, label=ASK)
    empty = await world.alice.submit_modal(form, {"footnote:question": "?!"})
    assert words(empty.response) == english("notice.no-words")
    form = await world.alice.click(panel, label=ASK)
    await world.alice.submit_modal(form, {"footnote:question": QUESTION})
    form = await world.alice.click(panel, label=ASK)
    soon = await world.alice.submit_modal(form, {"footnote:question": QUESTION})
    assert soon.ephemeral
    assert world.answerer.asked == [QUESTION]


@pytest.mark.parametrize("lacking", ["view_channel", "send_messages", "create_public_threads"])
@pytest.mark.parametrize("locale", ["en-US", "ja"])
async def test_what_the_bot_may_not_do_is_named(world: World, lacking: str, locale: str) -> None:
    """To the administrator, in their language; nothing is posted, and nothing changed."""
    assert world.bot.user
    without = discord.PermissionOverwrite(**{lacking: False})
    channel = world.guild.create_text_channel("questions", overwrites={world.bot.user: without})
    chief = administrator(world)
    language = Language(locale[:2])
    with speaking(locale):
        told = await chief.slash(world.channel, "footnote panel", channel=channel)
    assert told.ephemeral
    assert say(language, f"permission.{lacking}") in words(told.response)
    assert f"<#{channel.id}>" in words(told.response)
    assert channel.history() == []
    assert (await world.bot.state.servers.rules(world.guild.id)).dedicated == frozenset()
    assert reasons(world) == [LackingError]


async def test_a_permission_taken_away_later_costs_the_thread_and_not_the_answer(
    world: World,
) -> None:
    """Whoever asked learns what is missing, alone."""
    channel = world.guild.create_text_channel("questions")
    panel = await panel_in(world, channel)
    ours: Any = world.bot.get_channel(channel.id)
    await ours.set_permissions(
        ours.guild.me, overwrite=discord.PermissionOverwrite(create_public_threads=False)
    )
    form = await world.alice.click(panel, label=ASK)
    result = await world.alice.submit_modal(form, {"footnote:question": QUESTION})
    assert QUOTE in words(result.response)
    assert channel.threads == []
    assert english("permission.create_public_threads") in result.followups[0].content
    assert result.followups[0].ephemeral


async def test_it_is_posted_only_where_threads_are(world: World) -> None:
    voice = world.guild.create_voice_channel("talk")
    told = await administrator(world).slash(voice, "footnote panel")
    assert words(told.response) == english("notice.no-panel-here")
    assert reasons(world) == [QuestionError]


async def test_a_panel_speaks_the_servers_language(world: World) -> None:
    """Its form is each member's."""
    await world.bot.desk.door.choose(world.guild.id, ServerRules(language="de"))
    channel = world.guild.create_text_channel("fragen")
    panel = await panel_in(world, channel)
    assert say(Language.GERMAN, "panel.text") in words(panel)
    with speaking("fr"):
        await world.alice.click(panel, label=say(Language.GERMAN, "button.ask"))
    assert say(Language.FRENCH, "modal.ask.title") in str(world.env.http_requests[-1].json)


class TestEmbeds:
    @pytest.fixture
    def settings(self) -> dict[str, Any]:
        return {"layout": "embed"}

    async def test_as_an_embed_where_an_operator_prefers_those(self, world: World) -> None:
        channel = world.guild.create_text_channel("questions")
        panel = await panel_in(world, channel)
        assert english("panel.text") in panel.embeds[0].description
        form = await world.alice.click(panel, label=ASK)
        result = await world.alice.submit_modal(form, {"footnote:question": QUESTION})
        assert result.response
        assert QUOTE in str(result.response.embeds[0].description)

    async def test_a_call_for_a_person_is_one_too_and_still_pings(self, world: World) -> None:
        """A role named within an embed alone would not be called."""
        helpers = world.guild.create_role("helpers", permissions=discord.Permissions.none())
        await world.bot.desk.door.choose(world.guild.id, ServerRules(human_role=helpers.id))
        answer = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert answer.response
        await world.bob.click(answer.response, label=english("button.human"))
        call = world.channel.last_message
        assert call
        assert call.content == f"<@&{helpers.id}>"
        assert QUESTION in str(call.embeds[0].description)
        assert not call.flags.value & 1 << 15
        await world.restart(layout="embed")
        await world.mod.click(call, label=english("button.resolve"))
        now = world.channel.last_message
        assert now
        assert not now.content
        assert "looked at this" in str(now.embeds[0].description)
