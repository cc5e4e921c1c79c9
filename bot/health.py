"""A small file that says how the bot is, and the reader that a container's health check runs.

The file is written by a heartbeat of the event loop itself: a loop that hangs stops writing.
"""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

BEAT_SECONDS: Final = 10.0
STALE_SECONDS: Final = 45.0
"""Four beats missed: one may be late while a library is being opened on a small machine."""

_FILE: Final = "health.json"


@dataclass(frozen=True, slots=True)
class Health:
    """How the bot is at one moment.

    Attributes:
        at: Seconds since 1970.
        connected: Whether Discord's gateway is connected.
        generation: The generation that is served; None for none.
        trouble: What keeps the library from being served, in a sentence for an operator.
    """

    at: float
    connected: bool
    generation: str | None
    trouble: str

    def complaint(self, *, now: float) -> str:
        """Why the bot is not healthy; "" where it is."""
        if now - self.at > STALE_SECONDS:
            return f"the bot last gave a sign of life {now - self.at:.0f} seconds ago"
        if not self.connected:
            return "the bot is not connected to Discord"
        if self.generation is None:
            return self.trouble or "the library is still being opened"
        return ""


def write_health(folder: Path, health: Health) -> None:
    """Put the file in place in one step, so that a reader never meets half of it."""
    staged = folder / f".{_FILE}.{os.getpid()}"
    staged.write_text(json.dumps(asdict(health)), encoding="utf-8")
    staged.replace(folder / _FILE)


def complaint_in(folder: Path) -> str:
    """Why the bot whose state is in `folder` is not healthy; "" where it is."""
    try:
        written = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        health = Health(**written)
    except (OSError, ValueError, TypeError):
        return f"no bot has written how it is in {folder}; is it running, with this FOOTNOTE_STATE?"
    return health.complaint(now=time.time())
