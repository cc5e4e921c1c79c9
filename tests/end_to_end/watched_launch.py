"""As `tests.end_to_end.launch`, and tells how long the bot's event loop was held up.

Run as `python -m tests.end_to_end.watched_launch FILE PORT [ARGUMENTS OF THE BOT]`; the figures are in
the file once the bot has ended. SIGUSR1 forgets what was noted until then: loading a model is no part of a
burst.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import runpy
import signal
import sys
from pathlib import Path
from typing import Final

from typing_extensions import override

EVERY: Final = 0.02
"""Seconds between two looks at the clock."""


class Watching(asyncio.DefaultEventLoopPolicy):
    """Makes loops that note how late they call back what is due."""

    def __init__(self) -> None:
        super().__init__()
        self.lags: list[float] = []

    @override
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        loop = super().new_event_loop()

        def look(due: float) -> None:
            self.lags.append(loop.time() - due)
            loop.call_later(EVERY, look, loop.time() + EVERY)

        loop.call_soon(look, loop.time())
        loop.add_signal_handler(signal.SIGUSR1, self.lags.clear)
        return loop

    def tell(self, file: Path) -> None:
        """Write down how it went."""
        lags = sorted(self.lags) or [0.0]
        told = {
            "at most (s)": round(lags[-1], 3),
            "99 of 100 looks under (s)": round(lags[int(len(lags) * 0.99)], 3),
            "looks": len(lags),
        }
        file.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    policy = Watching()
    asyncio.set_event_loop_policy(policy)  # pyright: ignore[reportDeprecated] - `python -m bot` makes its loop itself
    atexit.register(policy.tell, Path(sys.argv[1]))
    sys.argv[1:] = sys.argv[2:]
    runpy.run_module("tests.end_to_end.launch", run_name="__main__", alter_sys=True)
