"""`/footnote` and its page: for administrators alone, holding at once and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from discord import app_commands

from bot.refusals import (
    ContradictionError,
    LimitOfNobodyError,
    NotHereError,
    TooManyNamedError,
)
from bot.state.servers import ServerRules
from tests.bot.commands.administrators.administrator import administrator, page
from tests.bot.commands.questions.test_ask import reasons
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION

if TYPE_CHECKING:
    from tests.bot.conftest import World


async def rules(world: World) -> ServerRules:
    return await world.bot.state.servers.rules(world.guild.id)


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
