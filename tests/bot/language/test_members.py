"""Two members of one server, each answered in their own language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.language.language import Language
from bot.language.saying import say
from tests.bot.conftest import words
from tests.bot.fake_answerer import QUESTION, QUOTE
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World


async def test_each_member_is_answered_in_their_language(world: World) -> None:
    """The words around the articles' own; those stay as they were published."""
    with speaking("de"):
        german = await world.alice.slash(world.channel, "ask", question=QUESTION)
    with speaking("ja"):
        japanese = await world.bob.slash(world.channel, "ask", question=QUESTION)
    for result, language in ((german, Language.GERMAN), (japanese, Language.JAPANESE)):
        said = words(result.response)
        assert QUOTE in said
        assert say(language, "answer.strong") in said
        assert say(language, "button.passages") in str(
            result.response and result.response.components
        )


async def test_buttons_speak_the_language_of_who_presses(world: World) -> None:
    """A French member opens the passages of an answer that was given in English."""
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert result.response
    with speaking("fr"):
        shown = await world.bob.click(result.response, label="Passages")
        refused = await world.bob.click(result.response, label="Delete")
    assert "Passage 1 sur 1" in words(shown.response)
    assert refused.followups[0].content == say(Language.FRENCH, "notice.not-yours")


@pytest.mark.parametrize("locale", ["de", "es-419", "pt-BR"])
async def test_refusals_are_translated(world: World, locale: str) -> None:
    with speaking(locale):
        result = await world.alice.slash(world.channel, "ask", question="?!")
    assert result.response
    language = {"de": Language.GERMAN, "es-419": Language.SPANISH, "pt-BR": Language.PORTUGUESE}
    assert result.response.content == say(language[locale], "notice.no-words")
    assert world.env.errors


async def test_messages_are_answered_in_the_servers_language(world: World) -> None:
    """Of a message Discord tells no more than its server's language."""
    french = world.env.create_guild(preferred_locale="fr")
    channel = french.create_text_channel("général")
    alice = french.add_member(world.alice.user)
    assert world.bot.user
    await alice.send(channel, f"<@{world.bot.user.id}>")
    assert channel.last_message
    assert channel.last_message.content == say(Language.FRENCH, "notice.greeting")


async def test_discord_is_told_the_names_in_every_language(world: World) -> None:
    """Members see the command under a name in their language; Discord keeps one for each."""
    synced: Any = [r.json for r in world.env.http_requests if r.path.endswith("/commands")][-1]
    ask = next(command for command in synced if command["name"] == "ask")
    assert ask["name_localizations"] == {
        "de": "fragen",
        "fr": "demander",
        "es-ES": "preguntar",
        "es-419": "preguntar",
        "pt-BR": "perguntar",
        "ja": "質問",
    }
    assert ask["description_localizations"]["fr"] == say(Language.FRENCH, "command.ask.description")
    option = ask["options"][0]
    assert option["name_localizations"]["de"] == "frage"
