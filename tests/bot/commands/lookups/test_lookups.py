"""The commands that look things up, as members meet them, over a real library of six articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.language.language import Language
from bot.language.saying import say
from bot.state.servers import ServerRules
from tests.bot.answering.shelf import DOI, bees, ketamine, lookup_over
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.fake_answerer import FakeAnswerer
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World
    from tests.bot.fake_answerer import FakeLibrary
    from tests.conftest import TinyLibrary


@pytest.fixture
def library(library: FakeLibrary, tiny_library: TinyLibrary) -> FakeLibrary:
    assert library.published
    library.published.lookup = lookup_over(tiny_library)
    return library


def labels(message: Any) -> list[str]:
    """The buttons of a message, in order."""
    found: list[str] = []

    def walk(parts: Any) -> None:
        for part in parts or []:
            found.extend([part["label"]] if part.get("label") else [])
            walk(part.get("components"))

    walk(message.components)
    return found


async def test_search_shows_passages_and_turns_pages_after_a_restart(world: World) -> None:
    """Three passages a page, the nearest sentence in bold; the buttons carry what was searched."""
    result = await world.alice.slash(world.channel, "search", words="where do bees dance")
    assert result.acknowledged
    said = words(result.response)
    assert "**Passages nearest to “where do bees dance”**" in said
    assert rf"\[1\] [{bees().metadata.title}](<https://www.bees.example/dance/" in said
    assert "**Bees dance in the dark to tell where food is.**" in said
    assert "Page 1 of" in said
    assert labels(result.response) == ["Next"]
    await world.restart()
    assert result.response
    turned = await world.bob.click(result.response, label="Next")
    assert "Page 2 of" in words(turned.response)
    assert labels(turned.response)[0] == "Previous"


@pytest.mark.parametrize("language", Language)
async def test_search_says_that_nothing_matches(world: World, language: Language) -> None:
    """Something is always nearest; where a word is held, nothing is said."""
    line = say(language, "search.far")
    for searched, said in (("qqqq zzzz", True), ("qqqq dance", False)):
        with speaking(language):
            result = await world.alice.slash(world.channel, "search", words=searched)
        assert (line in words(result.response)) is said


async def test_search_in_words_that_do_not_fit_a_button(world: World) -> None:
    """Seventy emoji are two units each: the page is shown, without buttons that Discord would refuse."""
    result = await world.alice.slash(world.channel, "search", words="🐝" * 60 + " dance")
    assert "Page 1 of" in words(result.response)
    assert labels(result.response) == []


async def test_suggestions_come_from_memory(world: World) -> None:
    """By title, author and DOI, with the year; the value is the article's id."""
    for name in ("article", "similar", "cite"):
        found = await world.alice.autocomplete(world.channel, name, "article", "mull")
        assert [(c["name"], c["value"]) for c in found] == [
            (f"{ketamine().metadata.title} (2017)", ketamine().id)
        ]
    found = await world.alice.autocomplete(world.channel, "article", "article", DOI[:8])
    assert len(found) == 2
    found = await world.alice.autocomplete(world.channel, "latest", "outlet", "journal")
    assert [c["value"] for c in found] == ["Journal of Examples"]
    found = await world.alice.autocomplete(world.channel, "trends", "topic", "")
    assert [c["value"] for c in found] == ["animals", "depression"]


async def test_no_suggestions_without_a_library(world: World) -> None:
    world.bot.serving._served._lending.replace(None)
    assert await world.alice.autocomplete(world.channel, "article", "article", "x") == []
    assert await world.alice.autocomplete(world.channel, "latest", "topic", "x") == []


@pytest.mark.parametrize(
    "name", [DOI, ketamine().metadata.title, str(ketamine().id), "ketamine lifts"]
)
async def test_article_shows_a_card(world: World, name: str) -> None:
    """Whoever types instead of choosing is understood too, where only one article can be meant."""
    result = await world.alice.slash(world.channel, "article", article=name)
    said = words(result.response)
    assert f"**[{ketamine().metadata.title}](<https://doi.org/{DOI}>)**" in said
    assert "By Ana Müller, Bo Chen" in said
    assert "Journal of Examples · Published 2017-03-19" in said
    assert "*Abstract*\nWe tried ketamine against placebo." in said
    assert "Status: no notice known" in said
    assert f"[doi:{DOI}](<https://doi.org/{DOI}>)" in said
    assert labels(result.response) == ["Similar", "Cite"]


@pytest.mark.parametrize("command", ["article", "similar", "cite"])
async def test_a_name_of_no_article_or_of_many_says_what_to_do(world: World, command: str) -> None:
    for name in ("no such thing", "dance", " "):
        result = await world.alice.slash(world.channel, command, article=name)
        assert result.response
        assert result.response.content == english("notice.no-article")
        assert result.ephemeral
    assert len(world.env.errors) == 3


async def test_buttons_of_a_card_work_after_a_restart(world: World) -> None:
    """For whoever presses, to them alone."""
    result = await world.alice.slash(world.channel, "article", article=bees().metadata.title)
    await world.restart()
    assert result.response
    alike = await world.bob.click(result.response, label="Similar")
    assert alike.ephemeral
    assert "Wasps do not dance" in words(alike.response)
    cited = await world.bob.click(result.response, label="Cite")
    assert cited.ephemeral
    assert "Reference, APA" in words(cited.response)
    assert "Bees dance in the dark" in words(cited.response)


async def test_similar_lists_other_articles(world: World) -> None:
    result = await world.alice.slash(world.channel, "similar", article=str(bees().id))
    said = words(result.response)
    assert "Wasps do not dance" in said
    assert "[Bees dance in the dark]" not in said


async def test_latest_by_topic_and_outlet(world: World) -> None:
    result = await world.alice.slash(world.channel, "latest", topic="animals")
    said = words(result.response)
    assert said.index("Wasps do not dance") < said.index("Bees dance in the dark")
    assert "**The newest articles on “animals”**" in said
    result = await world.alice.slash(world.channel, "latest", topic="volcano", outlet="nowhere")
    assert words(result.response) == english("list.none-latest")


async def test_latest_turns_pages(world: World) -> None:
    result = await world.alice.slash(world.channel, "latest")
    assert "Page 1 of 2" in words(result.response)
    await world.restart()
    assert result.response
    turned = await world.bob.click(result.response, label="Next")
    assert "睡眠と運動" in words(turned.response)


@pytest.mark.parametrize(
    ("style", "said"),
    [("bibtex", "@article{"), ("vancouver", "Ketamine lifts mood"), ("ris", "TY  - JOUR")],
)
async def test_cite_in_a_style(world: World, style: str, said: str) -> None:
    result = await world.alice.slash(world.channel, "cite", article=DOI, style=style)
    assert said in words(result.response)
    assert words(result.response).count("```") == 2


async def test_trends_draws_a_chart_that_is_also_told(world: World) -> None:
    """A PNG, with what it shows in words for who does not see it."""
    result = await world.alice.slash(world.channel, "trends", by="year")
    assert result.response
    told = "Bar chart. 5 articles from 2017 to 2021; most in 2017, with 2."
    assert told in words(result.response)
    (file,) = result.response.attachments
    assert file.filename == "trends.png"
    assert file.size < 30_000
    assert told in str(result.response.components)
    nothing = await world.alice.slash(world.channel, "trends", topic="volcano")
    assert words(nothing.response) == english("trends.none")


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
