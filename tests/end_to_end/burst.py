"""A burst of members over real sockets: `python -m tests.end_to_end.burst --members 1000`.

Each types /ask at the same moment. The bot is the real program in a process of its own, with the real
library of the shelf and its default limits; only Discord is a fake, in this process. It fails where a
member waits three seconds for the first sign, is left without an answer or a refusal that says how many
wait and when to try again, where the bot's log holds anything that nobody foresaw, or where a second
burst takes more memory than the first by as much again. Not among the timed tests: it wants a quiet
machine.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from index.building.build import build
from index.gathering.files import gather, root_name
from index.store.library import Library
from index.vectors.embedding import SentenceTransformerEmbedder
from tests.bot.english import english
from tests.end_to_end.fake_discord import fake_discord
from tests.end_to_end.interactions import DUE_SECONDS, Interaction, is_final
from tests.end_to_end.processes import PROJECT, Running, watched_bot_process
from tests.end_to_end.world import text_of

if TYPE_CHECKING:
    from tests.end_to_end.fake_discord import FakeDiscord

_STARTING: Final = 90.0
_LONGEST: Final = 60.0
_UNFORESEEN: Final = re.compile(r"Traceback|never retrieved|\[(error|critical)")
_REFUSED: Final = re.compile(
    re.escape(english("notice.line-full", count=9)).replace("9", r"(?P<waiting>\d+)")
)
_MEGABYTE: Final = 1024
_MOST_MEGABYTES: Final = 200
"""What a burst may take for good, over a bot that is warm; a member's question is a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one burst showed.

    Attributes:
        waits: Seconds of each member to the first sign.
        ends: Seconds of each member to the answer or the refusal.
        answered: How many have an answer, if only that there is none or how to ask.
        refused: How many were told that too many wait.
        work: Seconds of a processor that the bot's process worked until each had a first sign.
        memory: The bot's megabytes afterwards.
    """

    waits: list[float]
    ends: list[float]
    answered: int
    refused: int
    work: float
    memory: int

    @override
    def __str__(self) -> str:
        """All of it on two lines."""
        return (
            f"{len(self.waits)} members: first sign after {median(self.waits):.2f} s (median), "
            f"{max(self.waits):.2f} s (last), {self.late} late; until then the bot worked "
            f"{self.work:.1f} s of a processor\n"
            f"  {self.answered} answered, {self.refused} told how many wait and to try again in a "
            f"minute, {self.silent} left without either; all done after {max(self.ends):.1f} s; "
            f"the bot's memory: {self.memory} MB"
        )

    @property
    def late(self) -> int:
        """How many waited too long for the first sign."""
        return sum(wait >= DUE_SECONDS for wait in self.waits)

    @property
    def silent(self) -> int:
        """How many have neither an answer nor a refusal."""
        return len(self.waits) - self.answered - self.refused


async def bursts(members: int, rounds: int, library: Path, folder: Path) -> bool:
    """Whether all went well, told as it goes."""
    questions = _questions()
    lags = folder / "lags.json"
    async with (
        fake_discord() as fake,
        watched_bot_process(fake, folder, lags=lags, library=library) as bot,
    ):
        await fake.ready(seconds=_STARTING)
        await bot.says("serving", seconds=_STARTING)
        told: list[Told] = []
        before = _megabytes(bot)
        bot.process.send_signal(signal.SIGUSR1)
        for turn in range(rounds):
            names = (f"member{turn}-{n}" for n in range(members))
            worked = _worked(bot)
            asked = [
                await fake.ask(questions[n % len(questions)], by=name)
                for n, name in enumerate(names)
            ]
            told.append(await _outcome(fake, bot, asked, worked))
            sys.stdout.write(f"{told[-1]}\n")
        bot.terminate()
        await bot.ends(seconds=_STARTING)
        unforeseen = [line for line in bot.lines if _UNFORESEEN.search(line)]
        grown = told[-1].memory - told[0].memory
        sys.stdout.write(
            f"the bot's loop was held up {json.loads(lags.read_text())}; memory before: {before} MB, "
            f"grown from the first burst to the last: {grown} MB; unforeseen: {unforeseen or 'nothing'}; "
            f"unknown to the fake Discord: {fake.strange or 'nothing'}\n"
        )
    well = not any(one.late or one.silent for one in told) and grown < _MOST_MEGABYTES
    return well and not unforeseen and not fake.strange


async def _outcome(
    fake: FakeDiscord, bot: Running, asked: list[Interaction], worked: float
) -> Told:
    """What became of these members, once nothing more comes."""
    ends: dict[str, float] = {}
    until = time.monotonic() + _LONGEST
    while any(one.acknowledged is None and not one.late for one in asked):  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(0.02)
    work = _worked(bot) - worked
    while time.monotonic() < until and len(ends) < len(asked):
        await asyncio.sleep(0.1)
        for one in asked:
            message = fake.rest.watched.messages.get(one.original)
            if one.id not in ends and message and is_final(message):
                ends[one.id] = time.monotonic() - one.sent
    texts = [text_of(fake.rest.watched.messages.get(one.original, {})) for one in asked]
    # A greeting among the questions is greeted.
    done = [english(key) for key in ("answer.quoted", "answer.none", "notice.greeting")]
    return Told(
        waits=[one.seconds for one in asked],
        ends=[ends.get(one.id, float("inf")) for one in asked],
        answered=sum(any(words in text for words in done) for text in texts),
        refused=sum(_REFUSED.search(text) is not None for text in texts),
        work=work,
        memory=_megabytes(bot),
    )


def _questions() -> list[str]:
    lines = (
        (PROJECT / "tests/data/shelf_questions.jsonl")
        .read_text(encoding="utf-8")
        .strip()
        .split("\n")
    )
    return [json.loads(line)["question"] for line in lines]


def _megabytes(bot: Running) -> int:
    status = Path(f"/proc/{bot.process.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) // _MEGABYTE


def _worked(bot: Running) -> float:
    """Seconds of a processor that the bot's process has had."""
    told = Path(f"/proc/{bot.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2]
    user, system = told.split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def shelf_library(folder: Path) -> Path:
    """The sample shelf, indexed."""
    shelf = PROJECT / "shelf"
    embedder = SentenceTransformerEmbedder()
    build(Library(folder), gather([shelf]), roots=[root_name(shelf)], embedder=embedder)
    return folder


def main() -> int:
    """Tell how it went; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=2, help="bursts, one after the other")
    parser.add_argument("--library", type=Path, help="a library; else the shelf is indexed first")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        library: Path = wanted.library or shelf_library(home / "library")
        return not asyncio.run(bursts(wanted.members, wanted.rounds, library.resolve(), home))


if __name__ == "__main__":
    sys.exit(main())
