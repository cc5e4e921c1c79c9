"""`/search`: passages, a few a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.language import Language
from bot.language.saying import say
from tests.bot.answering.shelf import bees
from tests.bot.commands.lookups.shown import labels
from tests.bot.conftest import words
from tests.bot.tongues import speaking

if TYPE_CHECKING:
    from tests.bot.conftest import World


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
