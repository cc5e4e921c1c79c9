"""The bot as it is put together for operators, over a real library with the real model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
import simcord

from bot.assembly import bot_of, judge_of, opener
from bot.settings import BotSettings
from index.errors.library import IncompatibleGenerationError, NoGenerationError
from index.judging import CrossEncoderJudge
from tests.bot import wire
from tests.bot.conftest import words
from tests.conftest import PROJECT
from tests.making import FILLER, article

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from bot.client import FootnoteBot
    from index.store.library import Library
    from tests.conftest import TinyLibrary

QUESTIONS = [
    json.loads(line)
    for line in (PROJECT / "tests/data/shelf_questions.jsonl")
    .read_text("utf-8")
    .strip()
    .split("\n")[::5]
]
"""A fifth of what members would ask the shelf; all of them are asked without Discord elsewhere."""


@pytest.fixture
async def env(sample_library: Library, tmp_path: Path) -> AsyncGenerator[simcord.Env]:
    settings = BotSettings.model_validate(
        {"library": sample_library.folder, "state": tmp_path, "cooldown_seconds": 0}
    )
    bot = bot_of(settings)
    await bot.serving.look()
    env = simcord.Env(bot, settle_timeout=30)
    await env.start()
    try:
        await bot.tree.sync()
        yield env
    finally:
        await env.shutdown()
        await bot.close()
    wire.check(env.http_requests)
    env.raise_errors()


async def test_the_sample_shelf_is_answered_in_discord(
    env: simcord.Env, sample_library: Library
) -> None:
    """Every quote that is kept stands in its article at the offsets it names."""
    channel = env.create_guild().create_text_channel("general")
    alice = env.guild.add_member(env.create_user("alice"))
    bot, generation = cast("FootnoteBot", env.bot), sample_library.open()
    answered = 0
    for asked in QUESTIONS:
        result = await alice.slash(channel, "ask", question=asked["question"])
        assert result.response
        if "Passages" not in str(result.response.components):
            continue
        answered += 1
        given = await bot.state.answers.recall(_answer_id(result.response.components))
        assert given
        for statement in given.answer.statements:
            for citation in statement.citations:
                reference = given.answer.references[citation.reference - 1]
                source = generation.records.article(reference.article_id)
                assert source
                assert source.text[citation.start : citation.end] == citation.quote
        shown = await alice.click(result.response, label="Passages")
        assert "**" in words(shown.response)
    assert answered >= len(QUESTIONS) / 2
    generation.close()


def _answer_id(components: list[dict[str, Any]]) -> str:
    row = components[-1]["components"]
    return row[0]["custom_id"].rpartition(":")[2]


def test_an_empty_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoGenerationError):
        opener(tmp_path)()


def test_another_model_than_the_librarys_is_refused(tiny_library: TinyLibrary) -> None:
    """Vectors of two models do not compare; nothing is left open."""
    library = tiny_library(article("Sleep", FILLER))
    with pytest.raises(IncompatibleGenerationError):
        opener(library.folder, model="all-MiniLM-L6-v2")()


def test_a_judge_is_named_or_there_is_none(tmp_path: Path) -> None:
    """Nothing is loaded for naming it."""
    settings = BotSettings.model_validate({"library": tmp_path, "state": tmp_path})
    assert judge_of(settings) is None
    assert judge_of(settings.model_copy(update={"judge": "a-judge"})) == CrossEncoderJudge(
        "a-judge"
    )
