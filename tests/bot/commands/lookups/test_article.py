"""`/article`, `/similar` and `/cite`: one article, chosen by title, author or DOI."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bot.answering.shelf import DOI, bees, ketamine
from tests.bot.commands.lookups.shown import labels
from tests.bot.conftest import words
from tests.bot.english import english

if TYPE_CHECKING:
    from tests.bot.conftest import World


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


@pytest.mark.parametrize(
    ("style", "said"),
    [("bibtex", "@article{"), ("vancouver", "Ketamine lifts mood"), ("ris", "TY  - JOUR")],
)
async def test_cite_in_a_style(world: World, style: str, said: str) -> None:
    result = await world.alice.slash(world.channel, "cite", article=DOI, style=style)
    assert said in words(result.response)
    assert words(result.response).count("```") == 2
