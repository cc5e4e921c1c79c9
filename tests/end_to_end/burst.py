"""A burst of members over real sockets: `python -m tests.end_to_end.burst --members 300`.

Each types /ask at the same moment; none may wait three seconds for Discord's sign. What answers is a
fake, so this measures the bot and no model; the bot and its Discord share one process and one loop,
which makes it slower than it is. Not among the timed tests: what it tells depends on the machine.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from tests.bot.conftest import bot_over
from tests.bot.fake_answerer import QUESTION, FakeAnswerer, FakeLibrary
from tests.end_to_end import world
from tests.end_to_end.fake_discord import fake_discord
from tests.end_to_end.interactions import DUE_SECONDS
from tests.end_to_end.launch import point_at

_STARTING: Final = 60.0
_LONGEST: Final = 30.0


async def burst(members: int, folder: Path) -> list[float]:
    """How long each member waited for the first sign, in seconds; without end where none came in half a minute."""
    library = FakeLibrary()
    library.publish(FakeAnswerer())
    async with fake_discord() as fake:
        point_at(fake.port)
        bot = bot_over(library, folder)
        running = asyncio.create_task(bot.start(world.TOKEN))
        try:
            await fake.ready(seconds=_STARTING)
            asked = [await fake.ask(QUESTION, by=f"member{n}") for n in range(members)]
            until = time.monotonic() + _LONGEST
            while time.monotonic() < until and any(one.acknowledged is None for one in asked):  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.1)
        finally:
            await bot.close()
            await running
        assert not fake.strange, fake.strange
    return [one.seconds for one in asked]


def main() -> int:
    """Tell how long they waited; 1 where one waited too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=300)
    members: int = parser.parse_args().members
    with tempfile.TemporaryDirectory() as place:
        waits = asyncio.run(burst(members, Path(place)))
    late = sum(wait >= DUE_SECONDS for wait in waits)
    told = f"{members} members: first sign after {median(waits):.2f} s (median), {max(waits):.2f} s (last), {late} late"
    sys.stdout.write(f"{told}\n")
    return bool(late)


if __name__ == "__main__":
    sys.exit(main())
