"""`/footnote` and its page: for administrators alone, holding at once and after a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import discord
import pytest
from discord import app_commands
from sqlalchemy import text

from bot.refusals import (
    ContradictionError,
    LimitOfNobodyError,
    NotHereError,
    TooManyNamedError,
)
from bot.state.servers import ServerRules
from index.evaluation.gold_files import read_gold
from tests.bot.answering.model.scripted import fails, says, scripted
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.answering.model.scripted import Handler
    from tests.bot.conftest import World

KEY = "sk-hunter2"


def administrator(world: World) -> Any:
    role = world.guild.create_role("chiefs", permissions=discord.Permissions(manage_guild=True))
    return world.guild.add_member(world.env.create_user("chief"), roles=[role])


async def rules(world: World) -> ServerRules:
    return await world.bot.state.servers.rules(world.guild.id)


def page(result: InteractionResult) -> str:
    assert result.ephemeral
    return words(result.response)


async def test_each_choice_is_kept_and_shown(world: World) -> None:
    """To the administrator alone, on the page that changes it all."""
    chief = administrator(world)
    readers, helpers = world.guild.create_role("readers"), world.guild.create_role("helpers")
    other = world.guild.create_text_channel("other")
    forum = world.guild.create_forum_channel("help")
    for command, options in (
        ("channels", {"everywhere": False, "allow": world.channel, "dedicated": other}),
        ("roles", {"allow": readers, "human": helpers}),
        ("limits", {"member": 7, "server": 70, "role": readers, "hourly": 9}),
        ("language", {"language": "ja"}),
        ("tone", {"tone": "brief"}),
        ("mention-replies", {"on": False}),
        ("forum", {"on": True, "channel": forum}),
    ):
        result = await chief.slash(world.channel, f"footnote {command}", **options)
        assert english("settings.saved") in page(result)
    assert await rules(world) == ServerRules(
        everywhere=False,
        allowed=frozenset({world.channel.id}),
        dedicated=frozenset({other.id}),
        forums=frozenset({forum.id}),
        roles=frozenset({readers.id}),
        role_hours=((readers.id, 9),),
        human_role=helpers.id,
        language="ja",
        tone="brief",
        mention_replies=False,
        forum=True,
        member_hour=7,
        server_hour=70,
    )
    shown = page(await chief.slash(world.channel, "footnote settings"))
    assert english("settings.saved") not in shown
    for told in (
        f"<#{world.channel.id}>",
        f"<@&{helpers.id}>",
        "日本語",
        "7 a member",
        "70 for all",
    ):
        assert told in shown


async def test_what_is_taken_back(world: World) -> None:
    chief = administrator(world)
    role = world.guild.create_role("readers")
    await chief.slash(world.channel, "footnote channels", deny=world.channel)
    await chief.slash(world.channel, "footnote roles", allow=role, human=role)
    await chief.slash(world.channel, "footnote limits", member=5, role=role, hourly=5)
    await chief.slash(world.channel, "footnote channels", forget=world.channel)
    await chief.slash(world.channel, "footnote limits", member=0, role=role)
    await chief.slash(world.channel, "footnote roles", remove=role)
    assert await rules(world) == ServerRules()


class TestPage:
    async def test_menus_and_switches_work_after_a_restart(self, world: World) -> None:
        chief = administrator(world)
        readers = world.guild.create_role("readers")
        other = world.guild.create_text_channel("other")
        shown = (await chief.slash(world.channel, "footnote settings")).response
        assert shown
        await world.restart()
        await chief.select(shown, [other], custom_id="footnote:set:allowed")
        await chief.select(shown, [world.channel], custom_id="footnote:set:denied")
        await chief.select(shown, [readers], custom_id="footnote:set:roles")
        await chief.select(shown, ["fr"], custom_id="footnote:set:language")
        await chief.select(shown, ["careful"], custom_id="footnote:set:tone")
        for switch in ("everywhere", "mentions", "forum"):
            await chief.click(shown, custom_id=f"footnote:set:{switch}")
        assert await rules(world) == ServerRules(
            everywhere=False,
            allowed=frozenset({other.id}),
            denied=frozenset({world.channel.id}),
            roles=frozenset({readers.id}),
            language="fr",
            tone="careful",
            mention_replies=False,
            forum=True,
        )
        await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert reasons(world) == [NotHereError]

    async def test_a_switch_switches_back(self, world: World) -> None:
        chief = administrator(world)
        shown = (await chief.slash(world.channel, "footnote settings")).response
        for _ in range(2):
            await chief.click(shown, custom_id="footnote:set:mentions")
        assert (await rules(world)).mention_replies
        await chief.select(shown, [], custom_id="footnote:set:allowed")
        assert (await rules(world)).allowed == frozenset()

    async def test_who_may_no_longer_manage_the_server_is_refused(self, world: World) -> None:
        """The page may stand open for longer than its reader is an administrator."""
        chief = administrator(world)
        shown = (await chief.slash(world.channel, "footnote settings")).response
        role = world.guild.roles["chiefs"]
        world.env.backend.get_guild(world.guild.id).roles[role.id].permissions = 0
        result = await chief.click(shown, custom_id="footnote:set:everywhere")
        said = result.followups[0] if result.followups else result.response
        assert english("notice.not-administrator") in words(said)
        assert await rules(world) == ServerRules()


async def test_a_stranger_cannot(world: World) -> None:
    """Discord does not offer it; and where a server's own rules would, the bot refuses."""
    assert not any("footnote" in name for name in world.alice.available_commands(world.channel))
    (command,) = [c for c in await world.bot.tree.fetch_commands() if c.name == "footnote"]
    world.guild.set_command_permissions(command, {world.alice: True})
    result = await world.alice.slash(world.channel, "footnote tone", tone="brief")
    assert result.ephemeral
    assert result.response
    assert result.response.content == english("notice.not-allowed")
    assert await rules(world) == ServerRules()
    assert reasons(world) == [app_commands.CheckFailure]


async def test_too_many_channels(world: World) -> None:
    chief = administrator(world)
    await world.bot.desk.door.choose(world.guild.id, ServerRules(allowed=frozenset(range(1, 26))))
    result = await chief.slash(world.channel, "footnote channels", allow=world.channel)
    assert "category" in page(result)
    assert reasons(world) == [TooManyNamedError]


async def test_a_limit_for_a_role_wants_the_role(world: World) -> None:
    """Else it would be passed over in silence."""
    result = await administrator(world).slash(world.channel, "footnote limits", hourly=5, member=3)
    assert page(result) == english("notice.limit-of-nobody")
    assert await rules(world) == ServerRules()
    assert reasons(world) == [LimitOfNobodyError]


@pytest.mark.parametrize("options", [("allow", "deny"), ("deny", "forget"), ("dedicated", "deny")])
async def test_one_channel_for_two_things_that_rule_each_other_out(
    world: World, options: tuple[str, str]
) -> None:
    """It is said, and nothing is changed."""
    chief = administrator(world)
    both = dict.fromkeys(options, world.channel)
    result = await chief.slash(world.channel, "footnote channels", **both)
    assert page(result) == english("notice.contradiction", named=world.channel.mention)
    assert await rules(world) == ServerRules()
    assert reasons(world) == [ContradictionError]


async def test_one_role_for_two_things(world: World) -> None:
    chief = administrator(world)
    role = world.guild.create_role("readers")
    result = await chief.slash(world.channel, "footnote roles", allow=role, remove=role)
    assert page(result) == english("notice.contradiction", named=role.mention)
    assert reasons(world) == [ContradictionError]


async def test_health(world: World) -> None:
    """In words, to the administrator alone; with the library gone and the database down too."""
    chief = administrator(world)
    shown = page(await chief.slash(world.channel, "footnote health"))
    assert "g1" in shown
    assert english("health.works") in shown
    async with world.bot.state.engine.begin() as connection:
        await connection.execute(text("DROP TABLE marks"))
    assert english("health.fails") in page(await chief.slash(world.channel, "footnote health"))


@pytest.mark.enable_socket
@pytest.mark.parametrize(
    ("does", "key"),
    [
        pytest.param(says("Yes."), "health.works", id="answers"),
        pytest.param(fails(401, KEY), "health.model-refused", id="another key"),
        pytest.param(fails(404), "health.model-unknown", id="another model"),
        pytest.param(fails(503), "health.model-slow", id="loading"),
        pytest.param(fails(500, KEY), "health.model-fails", id="broken"),
        pytest.param(None, "health.model-unreachable", id="nobody there"),
    ],
)
async def test_health_of_a_language_model(world: World, does: Handler | None, key: str) -> None:
    """The model is asked at that moment; neither its address nor its key is shown."""
    chief = administrator(world)
    async with scripted(does or says()) as endpoint:
        url = endpoint.url if does else "http://127.0.0.1:9/v1"
        await world.restart(llm_base_url=url, llm_model="small", llm_api_key=KEY)
        shown = page(await chief.slash(world.channel, "footnote health"))
    assert f"**{english('health.model')}:** {english(key)}" in shown
    assert KEY not in shown
    assert "127.0.0.1" not in shown


class TestGaps:
    async def test_what_was_left_open(self, world: World) -> None:
        """Alike questions are one, private ones are nobody's business, and the file is judged questions."""
        chief = administrator(world)
        for question in ("Who won the cup?", "Who won this cup??", "What is a quark?"):
            await world.alice.slash(world.channel, "ask", question=question)
        await world.alice.slash(world.channel, "ask", question="Am I ill?", private=True)
        await world.alice.slash(world.channel, "ask", question=QUESTION)
        result = await chief.slash(world.channel, "footnote gaps")
        said = page(result)
        assert "2× Who won th" in said
        assert "1× What is a quark?" in said
        assert "ill" not in said.replace("file", "")
        assert QUESTION not in said
        gold = world.folder / "gaps.jsonl"
        gold.write_bytes(await file_of(result))
        first, second = read_gold(gold)
        assert first.text.startswith("Who won th")
        assert (second.text, second.answerable) == ("What is a quark?", False)

    async def test_nothing(self, world: World) -> None:
        result = await administrator(world).slash(world.channel, "footnote gaps")
        assert page(result) == english("gaps.none")

    async def test_more_than_a_message_holds(self, world: World) -> None:
        chief = administrator(world)
        for number in range(13):
            await world.alice.slash(
                world.channel, "ask", question=f"Why is number{number} word{number} " + "so " * 60
            )
        said = page(await chief.slash(world.channel, "footnote gaps"))
        assert english("gaps.more", count=3) in said


async def test_export(world: World) -> None:
    """Settings and gaps of this server, no private question, no name."""
    chief = administrator(world)
    await chief.slash(world.channel, "footnote channels", allow=world.channel)
    await world.alice.slash(world.channel, "ask", question="Who won the cup?")
    await world.alice.slash(world.channel, "ask", question="Am I ill?", private=True)
    result = await chief.slash(world.channel, "footnote export")
    assert page(result) == english("export.done")
    written = (await file_of(result)).decode()
    kept = json.loads(written)
    assert kept["settings"]["allowed"] == [str(world.channel.id)]
    assert [gap["question"] for gap in kept["gaps"]] == ["Who won the cup?"]
    assert "ill" not in written
    assert str(world.alice.id) not in written


async def file_of(result: InteractionResult) -> bytes:
    assert result.response
    (attachment,) = result.response.attachments
    return await attachment.read()


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
