"""How the time of something grows with the length of what it reads, whatever machine it runs on."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES: Final = 4
"""How much longer the longer text is."""

BEARABLE: Final = 2 * TIMES
"""As many times the time is still in step with the length; where each part is read for each, it is sixteen."""

_RUNS: Final = 3
_INSTANT: Final = 0.002
"""Seconds under which a clock tells nothing."""


def growth(read: Callable[[str], object], part: str, *, letters: int) -> float:
    """How many times as long it takes to read four times as many letters of this, repeated."""
    short, long = (_seconds(read, _repeated(part, size)) for size in (letters, TIMES * letters))
    return long / max(short, _INSTANT)


def _repeated(part: str, letters: int) -> str:
    return (part * (letters // len(part) + 1))[:letters]


def _seconds(read: Callable[[str], object], text: str) -> float:
    """Of this process alone, the best of some runs: what else the machine does counts for nothing."""
    return min(_once(read, text) for _ in range(_RUNS))


def _once(read: Callable[[str], object], text: str) -> float:
    started = process_time()
    read(text)
    return process_time() - started
