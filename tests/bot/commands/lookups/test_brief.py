"""`/brief` as members meet it: a message that tells, two files that tell it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.language.language import Language
from bot.language.saying import say
from bot.state.servers import ServerRules
from tests.bot.conftest import words
from tests.bot.english import english
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World

TOPIC = "ketamine and mood"


def files(response: Any) -> list[str]:
    return [file.filename for file in response.attachments]


async def test_a_brief_is_a_message_and_two_files(world: World) -> None:
    """The paper and the story on it are one study, told in the paper's words; the files stand in the layout."""
    result = await world.alice.slash(world.channel, "brief", topic=TOPIC)
    assert result.acknowledged
    said = words(result.response)
    assert english("brief.title", topic=TOPIC) in said
    assert english("brief.studies", count=1) in said
    assert "Ketamine lifted mood within a day in 64 % of adults." in said
    assert r"[\[1\]](<https://doi.org/10.1234/ketamine.2017" in said
    assert english("brief.attached") in said
    assert files(result.response) == ["brief.md", "brief.html"]
    for name in files(result.response):
        assert f"attachment://{name}" in str(world.env.http_requests[-1].json)


async def test_a_topic_that_the_library_does_not_know(world: World) -> None:
    """One sentence, and no empty files."""
    result = await world.alice.slash(world.channel, "brief", topic="medieval tax law")
    assert words(result.response) == english("brief.none", topic="medieval tax law")
    assert files(result.response) == []


async def test_a_topic_without_words(world: World) -> None:
    result = await world.alice.slash(world.channel, "brief", topic="?!")
    assert result.response
    assert result.response.content == english("notice.no-words")
    assert len(world.env.errors) == 1


@pytest.mark.parametrize("settings", [{"cooldown_seconds": 60}], ids=["a minute"])
async def test_a_brief_counts_as_a_question(world: World) -> None:
    """Who asked a moment ago waits; a brief that could not be made counts for nothing."""
    await world.alice.slash(world.channel, "brief", topic=TOPIC)
    refused = await world.alice.slash(world.channel, "brief", topic=TOPIC)
    assert refused.ephemeral
    world.bot.serving._served._lending.replace(None)
    for _ in range(2):
        result = await world.bob.slash(world.channel, "brief", topic=TOPIC)
        assert result.response
        assert result.response.content == english("notice.not-ready")
    assert len(world.env.errors) == 3


async def test_a_banned_channel(world: World) -> None:
    """Refused to its member alone, as all that is looked up."""
    await world.bot.desk.door.choose(
        world.guild.id, ServerRules(denied=frozenset({world.channel.id}))
    )
    refused = await world.alice.slash(world.channel, "brief", topic=TOPIC)
    assert refused.ephemeral
    assert refused.response
    assert "I do not answer in this channel" in refused.response.content
    assert files(refused.response) == []
    assert world.env.errors


async def test_a_brief_speaks_the_members_language(world: World) -> None:
    with speaking("de"):
        result = await world.alice.slash(world.channel, "brief", topic=TOPIC)
    said = words(result.response)
    assert say(Language.GERMAN, "brief.title", topic=TOPIC) in said
    unsaid = say(Language.GERMAN, "card.not-stated")
    assert say(Language.GERMAN, "card.design", design=unsaid) in said


async def test_topics_are_suggested_from_memory(world: World) -> None:
    found = await world.alice.autocomplete(world.channel, "brief", "topic", "dep")
    assert [choice["value"] for choice in found] == ["depression"]
    world.bot.serving._served._lending.replace(None)
    assert await world.alice.autocomplete(world.channel, "brief", "topic", "dep") == []


class TestEmbeds:
    @pytest.fixture
    def settings(self) -> dict[str, Any]:
        return {"layout": "embed"}

    async def test_a_brief_as_an_embed(self, world: World) -> None:
        result = await world.alice.slash(world.channel, "brief", topic=TOPIC)
        assert result.response
        assert "64 % of adults" in str(result.response.embeds[0].description)
        assert files(result.response) == ["brief.md", "brief.html"]


async def test_brief_in_a_direct_message(world: World) -> None:
    """Where no server has a say."""
    result = await world.alice.user.slash("brief", topic=TOPIC)
    assert english("brief.title", topic=TOPIC) in words(result.response)
