"""The commands that look things up, as members meet them, over a real library of six articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.language.language import Language
from bot.language.saying import say
from bot.state.servers import ServerRules
from tests.bot.answering.shelf import DOI, bees
from tests.bot.commands.lookups.shown import labels
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import FakeAnswerer
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World


async def test_about_and_help_are_for_the_member_alone(world: World) -> None:
    about = await world.alice.slash(world.channel, "about")
    assert about.ephemeral
    said = words(about.response)
    assert "My library holds 6 articles" in said
    assert "Generation g1" in said
    with speaking("fr"):
        helped = await world.alice.slash(world.channel, "help")
    assert helped.ephemeral
    assert say(Language.FRENCH, "help.limits") in words(helped.response)


async def test_check_this_claim(world: World) -> None:
    """By study: the paper and the story on it are one line."""
    message = await world.bob.send(world.channel, "Ketamine lifted mood within a day!!")
    result = await world.alice.context_menu(world.channel, "Check this claim", message)
    assert result.ephemeral
    said = words(result.response)
    assert english("claim.for") in said
    assert said.count("**For:**") == 1
    assert english("claim.footer") in said
    message = await world.bob.send(world.channel, "The moon is made of volcanoes")
    result = await world.alice.context_menu(world.channel, "Check this claim", message)
    assert english("claim.none") in words(result.response)


async def test_find_the_paper(world: World) -> None:
    """By DOI, link or title first, and else by what the message is about."""
    message = await world.bob.send(
        world.channel, f"omg https://doi.org/{DOI} and bees dance in the dark"
    )
    result = await world.alice.context_menu(world.channel, "Find the paper", message)
    assert result.ephemeral
    said = words(result.response)
    assert english("paper.named") in said
    assert "Ketamine lifts mood" in said
    assert "Bees dance in the dark" in said
    message = await world.bob.send(world.channel, "a paper said ketamine lifted mood within a day")
    result = await world.alice.context_menu(world.channel, "Find the paper", message)
    assert english("paper.maybe") in words(result.response)
    message = await world.bob.send(world.channel, "lol ok")
    result = await world.alice.context_menu(world.channel, "Find the paper", message)
    assert words(result.response) == english("paper.none")


@pytest.mark.parametrize("menu", ["Check this claim", "Find the paper"])
async def test_a_message_without_words_is_told_so(world: World, menu: str) -> None:
    embed = await world.bob.send(world.channel, "🙂" if menu.startswith("Check") else " \u200b ")
    result = await world.alice.context_menu(world.channel, menu, embed)
    assert result.response
    if menu.startswith("Check"):
        assert result.response.content == english("notice.no-text")
        assert world.env.errors


async def test_every_command_is_for_servers_and_members(world: World) -> None:
    """Installable to both, usable in servers, direct messages and group chats."""
    synced: Any = [r.json for r in world.env.http_requests if r.path.endswith("/commands")][-1]
    ours = [command for command in synced if command["name"] != "footnote"]
    assert {c["name"] for c in ours} >= {
        "ask", "search", "article", "similar", "latest", "cite", "trends", "brief", "about", "help",
        "Check this claim", "Find the paper",
    }  # fmt: skip
    for command in ours:
        if command["name"] in {"alerts", "privacy"}:
            continue
        assert command["integration_types"] == [0, 1], command["name"]
        assert command["contexts"] == [0, 1, 2], command["name"]
        assert set(command["name_localizations"]) == {"de", "fr", "es-ES", "es-419", "pt-BR", "ja"}


async def test_a_banned_channel_and_a_servers_language(world: World) -> None:
    """A look-up is refused to its member alone; elsewhere it speaks as the server chose."""
    rules = ServerRules(denied=frozenset({world.channel.id}), language="de")
    await world.bot.desk.door.choose(world.guild.id, rules)
    refused = await world.alice.slash(world.channel, "latest")
    assert refused.ephemeral
    assert world.env.errors
    open_channel = world.guild.create_text_channel("open")
    there = await world.alice.slash(open_channel, "latest")
    assert say(Language.GERMAN, "list.latest") in words(there.response)


async def test_look_ups_in_direct_messages(world: World) -> None:
    """Where no server has a say, in the member's own language, with buttons that work."""
    alice = world.alice.user
    with speaking("de"):
        for name, options, said in (
            ("search", {"words": "where do bees dance"}, "Bees dance in the dark to tell"),
            ("article", {"article": DOI}, "Ketamine lifts mood"),
            ("similar", {"article": str(bees().id)}, "Wasps do not dance"),
            ("latest", {}, say(Language.GERMAN, "list.latest")),
            ("cite", {"article": DOI}, say(Language.GERMAN, "cite.title", style="APA")),
            ("trends", {}, say(Language.GERMAN, "trends.caveat")),
            ("about", {}, "g1"),
        ):
            result = await alice.slash(name, **options)
            assert result.acknowledged
            assert said in words(result.response), name
        found = await alice.slash("search", words="where do bees dance")
        assert found.response
        turned = await alice.click(found.response, label=say(Language.GERMAN, "button.next"))
    assert labels(turned.response)[0] == say(Language.GERMAN, "button.previous")


async def test_a_library_that_is_not_ready_is_said_so(world: World) -> None:
    world.bot.serving._served._lending.replace(None)
    for name in ("about", "latest"):
        result = await world.alice.slash(world.channel, name)
        assert result.response
        assert result.response.content == english("notice.not-ready")
    assert len(world.env.errors) == 2


class TestEmbeds:
    @pytest.fixture
    def settings(self) -> dict[str, Any]:
        return {"layout": "embed"}

    async def test_embeds_where_an_operator_prefers_them(self, world: World) -> None:
        """The same words and buttons; a picture stands in the embed."""
        result = await world.alice.slash(world.channel, "article", article=DOI)
        assert result.response
        (embed,) = result.response.embeds
        assert "We tried ketamine against placebo." in str(embed.description)
        assert labels(result.response) == ["Similar", "Cite"]
        alike = await world.bob.click(result.response, label="Cite")
        assert alike.response
        assert "Reference, APA" in str(alike.response.embeds[0].description)
        chart = await world.alice.slash(world.channel, "trends")
        assert chart.response
        assert "-# " not in str(chart.response.embeds[0].description)
        assert str(chart.response.embeds[0].image.url).endswith("trends.png")


def test_the_fake_is_loud_about_what_it_lacks() -> None:
    assert FakeAnswerer().lookup is None
