"""`/latest` and `/trends`: what the library holds, by time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bot.conftest import words
from tests.bot.english import english

if TYPE_CHECKING:
    from tests.bot.conftest import World


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
