"""The bot and its library over time: missing, damaged, published, replaced."""

from __future__ import annotations

import asyncio
import gc
import json
from typing import TYPE_CHECKING

import pytest
import simcord
from structlog.testing import capture_logs

from bot.errors import StateError
from bot.health import complaint_in
from index.errors.library import DamagedGenerationError, NoGenerationError
from tests.bot import wire
from tests.bot.conftest import bot_over, words
from tests.bot.english import english
from tests.bot.fake_answerer import QUESTION, QUOTE, FakeAnswerer, FakeLibrary, answer_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bot.conftest import World


class TestNothingPublished:
    @pytest.fixture
    def library(self, tmp_path: Path) -> FakeLibrary:
        empty = FakeLibrary()
        empty.trouble = NoGenerationError(tmp_path / "library")
        return empty

    async def test_members_hear_it_and_operators_hear_what_to_do(self, world: World) -> None:
        """The bot starts; a member is told plainly, the log and the health file name the command."""
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert result.response
        assert result.response.content == english("notice.not-ready")
        assert world.env.errors
        assert "python -m scripts.index" in world.bot.serving.trouble
        await world.env.advance_time(11)  # past a beat: a thread writes the file
        assert "python -m scripts.index" in complaint_in(world.folder)

    async def test_it_serves_as_soon_as_one_is_published(self, world: World) -> None:
        world.library.publish(FakeAnswerer("g1"))
        world.library.trouble = None
        await world.look()
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert QUOTE in words(result.response)
        await world.env.advance_time(11)
        assert complaint_in(world.folder) == ""


class TestDamaged:
    @pytest.fixture
    def library(self) -> FakeLibrary:
        damaged = FakeLibrary()
        damaged.publish(FakeAnswerer("g1"))
        damaged.trouble = DamagedGenerationError("g1", "spans.npy differs from its seal")
        return damaged

    async def test_it_starts_and_says_so(self, world: World) -> None:
        result = await world.alice.slash(world.channel, "ask", question=QUESTION)
        assert result.response
        assert result.response.content == english("notice.not-ready")
        assert "spans.npy" not in result.response.content
        assert "roll back" in world.bot.serving.trouble
        assert world.env.errors

    async def test_it_is_not_verified_at_every_look(self, world: World) -> None:
        """Verifying reads every file; a damaged library is read again only now and then."""
        for _ in range(6):
            await world.look()
        assert world.library.opened == 1
        for _ in range(10):
            await world.look()
        assert world.library.opened == 2


async def test_a_damaged_new_generation_leaves_the_old_one_serving(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is logged once, not at each look."""
    world.library.publish(FakeAnswerer("g2"))
    world.library.trouble = DamagedGenerationError("g2", "its files do not open")
    for _ in range(4):
        await world.look()
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert QUOTE in words(result.response)
    captured = capsys.readouterr()
    assert (captured.out + captured.err).count("its files do not open") == 1


async def test_a_new_generation_is_picked_up(world: World) -> None:
    """Without a restart; the old one is let go."""
    old = world.answerer
    new = world.library.publish(FakeAnswerer("g2"))
    new.answers[QUESTION] = lambda: answer_of(generation="g2", confidence=0.2)
    await world.look()
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert "Weak match" in words(result.response)
    assert old.closed
    assert not new.closed


async def test_a_question_in_flight_finishes_on_its_generation(world: World) -> None:
    old = world.answerer
    old.gate.clear()
    flying = asyncio.create_task(world.bot.serving.ask(QUESTION))
    await asyncio.sleep(0.05)
    world.library.publish(FakeAnswerer("g2"))
    await world.look()
    assert world.bot.serving.generation == "g2"
    assert not old.closed
    old.gate.set()
    answer, _ = await flying
    assert answer.generation == "g1"
    assert old.closed


async def test_a_look_that_fails_in_a_new_way_is_not_the_last(world: World) -> None:
    world.library.publish(FakeAnswerer("g2"))
    world.library.trouble = RuntimeError("never seen before")
    await world.look()
    world.library.publish(FakeAnswerer("g3"))
    world.library.trouble = None
    await world.look()
    assert world.bot.serving.generation == "g3"


async def test_nothing_privileged_is_asked_of_discord(world: World) -> None:
    """Such intents need Discord's approval from 100 servers on."""
    intents = world.bot.intents
    assert not intents.message_content
    assert not intents.members
    assert not intents.presences
    assert world.bot.allowed_mentions
    assert not any(world.bot.allowed_mentions.to_dict().values())


async def test_starting_registers_no_commands(world: World) -> None:
    """Discord limits how often commands may be registered; an operator does it."""
    before = len(world.env.http_requests)
    await world.restart()
    sent = [r for r in world.env.http_requests[before:] if r.path.endswith("/commands")]
    assert [r.method for r in sent] == ["GET"]


async def test_an_operator_hears_that_commands_are_missing(
    library: FakeLibrary, tmp_path: Path
) -> None:
    """Once, and the bot goes on: mentions work without commands."""
    bot = bot_over(library, tmp_path)
    with capture_logs() as logged:
        async with simcord.run(bot):
            await bot.on_ready()
    assert len([entry for entry in logged if "--sync" in entry["event"]]) == 1
    await bot.close()


@pytest.mark.shared
async def test_what_is_sent_is_held_against_discords_document(world: World) -> None:
    """The other tests do this at their end; here it is known that something was held."""
    if not wire.DOCUMENT.is_file():
        pytest.skip("Discord's OpenAPI document is not here")
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    await world.alice.send_dm(QUESTION)
    assert wire.check(world.env.http_requests) >= 3


async def test_the_health_file_tells_a_lost_connection(world: World) -> None:
    world.bot.dispatch("disconnect")
    await world.env.advance_time(11)
    assert "not connected" in complaint_in(world.folder)
    world.bot.dispatch("resumed")
    await world.env.advance_time(11)
    assert complaint_in(world.folder) == ""
    written = json.loads((world.folder / "health.json").read_text())
    assert written["generation"] == "g1"


async def test_closing_waits_for_members_who_are_being_answered(
    library: FakeLibrary, tmp_path: Path
) -> None:
    bot = bot_over(library, tmp_path)
    with bot.at_work():
        stopping = asyncio.create_task(bot.stop_gently())
        await asyncio.sleep(0.3)
        assert not stopping.done()
    await asyncio.wait_for(stopping, 5)
    assert bot.is_closed()


async def test_closing_in_the_middle_of_a_chore_leaves_no_connection_open(
    library: FakeLibrary, tmp_path: Path
) -> None:
    """An unclosed one warns when it is collected, and a warning fails the test that meets it."""
    for turn in range(20):
        bot = bot_over(library, tmp_path)
        await bot.state.open()
        bot._tidy.start()  # asks the database at once
        await asyncio.sleep(0.001 * turn)
        await bot.close()
        del bot
    gc.collect()


async def test_a_state_that_cannot_be_written_is_told_at_login(
    library: FakeLibrary, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    bot = bot_over(library, blocked)
    with pytest.raises(StateError, match="FOOTNOTE_STATE"):
        await bot.setup_hook()
    await bot.close()
