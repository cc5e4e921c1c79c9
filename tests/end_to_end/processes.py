"""Our real programs in processes of their own, with their output kept and their ends awaited."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.end_to_end import world

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncGenerator

    from tests.end_to_end.fake_discord import FakeDiscord

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(slots=True)
class Running:
    """A program of ours that runs.

    Attributes:
        process: Its process.
        lines: What it wrote to either stream so far.
    """

    process: Process
    lines: list[str] = field(default_factory=list[str])
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def output(self) -> str:
        """All it wrote so far."""
        return "".join(self.lines)

    async def listen(self) -> None:
        """Keep what it writes, until it ends."""
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            async with self._changed:
                self.lines.append(line.decode(errors="replace"))
                self._changed.notify_all()

    async def says(self, words: str, *, seconds: float, after: int = 0) -> str:
        """The first line with these words after the first `after` lines, once it is written."""

        def found() -> str:
            return next((line for line in self.lines[after:] if words in line), "")

        try:
            async with asyncio.timeout(seconds), self._changed:
                return await self._changed.wait_for(found)
        except TimeoutError:
            raise AssertionError(f"no {words!r} within {seconds} s in:\n{self.output}") from None

    async def ends(self, *, seconds: float) -> int:
        """Its exit code."""
        async with asyncio.timeout(seconds):
            return await self.process.wait()

    def terminate(self) -> None:
        """Ask it to stop, as a container's engine does."""
        self.process.send_signal(signal.SIGTERM)

    def interrupt(self) -> None:
        """Ask it to stop, as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)


@asynccontextmanager
async def bot_process(
    fake: FakeDiscord, home: Path, *arguments: str, **settings: object
) -> AsyncGenerator[Running]:
    """The bot under this Discord, in a home of its own, until the block ends.

    Args:
        fake: The Discord it connects to.
        home: Its working folder, which exists; its state is kept there.
        arguments: Of its command line.
        settings: Such as `library` for FOOTNOTE_LIBRARY.
    """
    named = {"discord_token": world.TOKEN, "state": home / "state", "cooldown_seconds": 0}
    launch = ("tests.end_to_end.launch", str(fake.port), *arguments)
    async with module_process(*launch, home=home, **(named | settings)) as running:
        yield running


@asynccontextmanager
async def watched_bot_process(
    fake: FakeDiscord, home: Path, *, lags: Path, **settings: object
) -> AsyncGenerator[Running]:
    """As `bot_process` with the waits that operators have; how long its loop was held up is in `lags` when it ended."""
    named = {"discord_token": world.TOKEN, "state": home / "state"}
    launch = ("tests.end_to_end.watched_launch", str(lags), str(fake.port))
    async with module_process(*launch, home=home, **(named | settings)) as running:
        yield running


@asynccontextmanager
async def module_process(
    module: str, *arguments: str, home: Path, **settings: object
) -> AsyncGenerator[Running]:
    """`python -m module arguments` in this folder with these settings, until the block ends."""
    inherited = {
        name: value
        for name, value in os.environ.items()  # noqa: TID251 - a process needs its PATH
        if not name.startswith("FOOTNOTE_")
    }
    # Not in the project's folder: an .env of its developer must not reach the program.
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module, *arguments),
        cwd=home,
        env=inherited
        | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}
        | {f"FOOTNOTE_{name.upper()}": str(value) for name, value in settings.items()},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    running = Running(process)
    listening = asyncio.create_task(running.listen())
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        await listening
