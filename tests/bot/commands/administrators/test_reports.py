"""`/footnote gaps`, `export` and `health`: what administrators may know of their server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from index.evaluation.gold_files import read_gold
from tests.bot.answering.model.scripted import fails, says, scripted
from tests.bot.commands.administrators.administrator import administrator, page
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.answering.model.scripted import Handler
    from tests.bot.conftest import World

KEY = "sk-hunter2"


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
