"""Edits come at a rate that Discord takes, the newest first, and none after the last."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from bot.pacing import paced

SECONDS = 0.1


async def test_the_newest_is_shown_and_the_rest_are_not() -> None:
    """The first at once, then one every so often; what was overtaken is never seen."""
    shown: list[tuple[int, float]] = []
    clock = asyncio.get_running_loop().time

    async def show(news: int) -> None:
        shown.append((news, clock()))
        await asyncio.sleep(0)

    async with paced(show, seconds=SECONDS) as tell:
        for news in range(30):
            tell(news)
            await asyncio.sleep(SECONDS / 10)
    numbers = [number for number, _ in shown]
    assert numbers[0] == 0
    assert numbers == sorted(numbers)
    assert 2 <= len(numbers) <= 5
    gaps = [after - before for (_, before), (_, after) in pairwise(shown)]
    assert min(gaps) >= SECONDS * 0.9


async def test_nothing_overtakes_what_follows() -> None:
    """The block ends when the edit under way has ended, and no other begins."""
    done: list[int] = []

    async def slow(news: int) -> None:
        await asyncio.sleep(SECONDS)
        done.append(news)

    async with paced(slow, seconds=SECONDS) as tell:
        tell(1)
        await asyncio.sleep(0.01)
        tell(2)
    assert done == [1]
    tell(3)
    await asyncio.sleep(3 * SECONDS)
    assert done == [1]


async def test_an_edit_that_fails_is_the_last_and_harms_nothing() -> None:
    tried: list[int] = []

    async def fails(news: int) -> None:
        tried.append(news)
        raise OSError

    async with paced(fails, seconds=0) as tell:
        for news in range(3):
            tell(news)
            await asyncio.sleep(0.02)
    assert tried == [0]


async def test_where_nothing_is_to_be_shown_nothing_happens() -> None:
    async with paced(None, seconds=0) as tell:
        tell(1)
        await asyncio.sleep(0.01)
