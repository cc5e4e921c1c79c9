"""The real bot on the real shelf over real sockets, where the wall's clock runs."""

from __future__ import annotations

import asyncio
import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.bot.english import english
from tests.end_to_end import world
from tests.end_to_end.fake_discord import FakeDiscord, fake_discord
from tests.end_to_end.interactions import DUE_SECONDS, EPHEMERAL
from tests.end_to_end.processes import Running, bot_process
from tests.end_to_end.world import text_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from index.store.library import Library
    from tests.end_to_end.world import Payload

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.timeout(180),
]

STARTING = 60.0
"""Seconds for a process to import, log in and open its library on a busy machine."""

ANSWERING = 60.0
"""Seconds for an answer on a busy machine; the acknowledgement has its three whatever runs beside."""

STOPPING = 10.0
"""Seconds for an idle bot to end; a container's engine kills it after that."""

CROWD = 30
QUESTION = "does acupuncture help with depression?"
OTHER_QUESTION = "how many items are on the PRISMA checklist?"
"""The shelf answers both."""

PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15
"""Members, presences, message content."""


def is_answer(message: Payload) -> bool:
    return english("answer.quoted") in text_of(message) and "](<http" in text_of(message)


def is_refusal(message: Payload) -> bool:
    return "Please try again" in text_of(message)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def discord() -> AsyncGenerator[FakeDiscord]:
    async with fake_discord() as fake:
        yield fake
        assert not fake.strange


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def running(
    discord: FakeDiscord, sample_library: Library, tmp_path_factory: pytest.TempPathFactory
) -> AsyncGenerator[Running]:
    """One bot that several tests talk to, its model loaded."""
    home = tmp_path_factory.mktemp("running")
    async with bot_process(discord, home, library=sample_library.folder) as process:
        await process.says("serving", seconds=STARTING)
        await discord.ready(seconds=STARTING)
        yield process
        assert "Traceback" not in process.output


async def test_a_cold_bot_acknowledges_a_crowd_and_stops_when_told(
    sample_library: Library, tmp_path: Path
) -> None:
    """Members who ask the moment the bot comes online lose nothing, and SIGTERM ends it cleanly."""
    async with (
        fake_discord() as fake,
        bot_process(fake, tmp_path, library=sample_library.folder) as process,
    ):
        await fake.ready(seconds=STARTING)
        asked = [await fake.ask(QUESTION, by=f"member{n}") for n in range(CROWD)]
        replies = await asyncio.gather(*(one.answered(seconds=ANSWERING) for one in asked))
        assert max(one.seconds for one in asked) < DUE_SECONDS
        assert any(map(is_answer, replies))
        assert all(is_answer(reply) or is_refusal(reply) for reply in replies)
        process.terminate()
        assert await process.ends(seconds=STOPPING) == 0, process.output
        assert "Traceback" not in process.output
        assert not fake.strange


async def test_a_crowd_is_acknowledged_in_time(discord: FakeDiscord, running: Running) -> None:
    """Of thirty members who ask at once none waits for Discord's sign; each is answered or told."""
    asked = [await discord.ask(QUESTION, by=f"member{n}") for n in range(CROWD)]
    replies = await asyncio.gather(*(one.answered(seconds=ANSWERING) for one in asked))
    assert max(one.seconds for one in asked) < DUE_SECONDS, running.output
    assert all(is_answer(reply) or is_refusal(reply) for reply in replies)
    assert sum(map(is_answer, replies)) > CROWD / 2


async def test_a_mention_is_answered(discord: FakeDiscord, running: Running) -> None:
    """A member who mentions the bot gets a reply with citations, and sees it type."""
    said = await discord.mention(QUESTION)
    assert is_answer(await discord.reply_to(said, seconds=ANSWERING)), running.output
    assert discord.rest.typing


async def test_a_button_opens_the_passages(discord: FakeDiscord, running: Running) -> None:
    """Whoever presses "Passages" reads them alone; the asker can delete the answer."""
    asked = await discord.ask(QUESTION)
    answer = await asked.answered(seconds=ANSWERING)
    pressed = await discord.press(
        answer, english("button.passages"), by=world.user(world.OWNER, "eve")
    )
    passage = await pressed.answered(seconds=ANSWERING)
    assert pressed.seconds < DUE_SECONDS, running.output
    assert pressed.private
    assert english("passage.of", number=1, total=1).partition(" of")[0] in text_of(passage)
    deleted = await discord.press(answer, english("button.delete"), by=asked.author)
    await discord.rest.watched.gone(answer["id"], seconds=ANSWERING)
    assert deleted.seconds < DUE_SECONDS


async def test_a_private_question_is_answered_privately(
    discord: FakeDiscord, running: Running
) -> None:
    """Only the asker sees the answer."""
    asked = await discord.ask(QUESTION, private=True)
    assert is_answer(await asked.answered(seconds=ANSWERING)), running.output
    assert asked.callback["data"]["flags"] & EPHEMERAL


@pytest.mark.parametrize(
    ("status", "times"),
    [
        pytest.param(429, 2, id="a rate limit"),
        pytest.param(502, 1, id="a bad gateway"),
        pytest.param(503, 1, id="out of service"),
    ],
)
async def test_trouble_on_discords_side_costs_no_answer(
    discord: FakeDiscord, running: Running, status: int, times: int
) -> None:
    """Where Discord refuses the answer at first, it is sent again."""
    trouble = discord.trouble("PATCH", "/messages/@original$", status, times=times, retry_after=0.3)
    asked = await discord.ask(QUESTION)
    assert is_answer(await asked.answered(seconds=ANSWERING)), running.output
    assert trouble.met == times


async def test_a_lost_connection_is_taken_up_again(discord: FakeDiscord, running: Running) -> None:
    """After a cut connection the bot resumes its session and answers again."""
    resumes, identifies = discord.gateway.resumes, discord.gateway.identifies
    discord.gateway.drop()
    await discord.ready(seconds=STARTING)
    assert (discord.gateway.resumes, discord.gateway.identifies) == (resumes + 1, identifies)
    asked = await discord.ask(QUESTION)
    assert is_answer(await asked.answered(seconds=ANSWERING)), running.output
    assert asked.seconds < DUE_SECONDS


async def test_no_privileged_intent_is_asked_for(discord: FakeDiscord, running: Running) -> None:
    """A server of any size can add the bot without Discord's review."""
    assert running.process.returncode is None
    assert not discord.gateway.intents & PRIVILEGED


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(world.TOKEN[::-1], id="one that Discord does not know"),
        pytest.param("a-client-secret", id="no token at all"),
    ],
)
async def test_a_wrong_token_is_one_sentence(token: str, tmp_path: Path) -> None:
    """The operator reads what to do, on one line that does not tell the token."""
    async with fake_discord() as fake, bot_process(fake, tmp_path, discord_token=token) as process:
        assert await process.ends(seconds=STARTING) == 2
        told = [line for line in process.lines if line.startswith("footnote: ")]
        assert len(told) == 1, process.output
        assert "FOOTNOTE_DISCORD_TOKEN" in told[0]
        assert token not in process.output
        assert "Traceback" not in process.output


async def test_commands_are_registered_by_an_operators_act(tmp_path: Path) -> None:
    """`--sync` tells Discord of the commands, says so, and ends."""
    async with fake_discord() as fake, bot_process(fake, tmp_path, "--sync") as process:
        assert await process.ends(seconds=STARTING) == 0, process.output
        assert "ask" in [command["name"] for command in fake.rest.commands]
        assert "/ask" in process.output
        assert not fake.gateway.identifies
        assert not fake.strange


async def test_a_library_may_come_late_and_go_bad(sample_library: Library, tmp_path: Path) -> None:
    """Without a library the bot says what to run; once there is one it serves it, come what may."""
    folder = tmp_path / "library"
    async with (
        fake_discord() as fake,
        bot_process(fake, tmp_path, library=folder, poll_seconds=0.2) as process,
    ):
        await process.says("python -m scripts.index", seconds=STARTING)
        await fake.ready(seconds=STARTING)
        early = await fake.ask(QUESTION)
        assert english("notice.not-ready") in text_of(await early.answered(seconds=ANSWERING))

        await asyncio.to_thread(shutil.copytree, sample_library.folder, tmp_path / "made")
        (tmp_path / "made").rename(folder)
        await process.says('"serving"', seconds=STARTING)
        later = await fake.ask(QUESTION)
        assert is_answer(await later.answered(seconds=ANSWERING)), process.output

        for file in (folder / "generations").rglob("*"):
            if file.is_file():
                file.write_bytes(b"")  # in place, as `cp` does it
        for question in (QUESTION, OTHER_QUESTION):
            told = await fake.ask(question)
            assert text_of(await told.answered(seconds=ANSWERING))
        assert process.process.returncode is None

        seen = len(process.lines)
        (folder / "CURRENT").write_bytes(b"\xff\x00 no pointer")
        await asyncio.to_thread(shutil.rmtree, folder / "generations")
        await process.says("cannot serve the library", seconds=STARTING, after=seen)
        still = await fake.ask(QUESTION)
        assert text_of(await still.answered(seconds=ANSWERING))
        assert process.process.returncode is None, process.output

        (folder / "CURRENT").unlink()
        await asyncio.to_thread(shutil.copytree, sample_library.folder, folder, dirs_exist_ok=True)
        healed = await fake.ask(QUESTION)
        assert is_answer(await healed.answered(seconds=ANSWERING)), process.output
