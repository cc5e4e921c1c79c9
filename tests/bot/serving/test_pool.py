"""The line in front of the threads, in real time: no simulated clock, no simulated Discord."""

from __future__ import annotations

import asyncio
from threading import Event
from typing import TYPE_CHECKING

import pytest

from bot.errors import LineFullError, NotReadyError, TooSlowError
from bot.serving.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Generator


@pytest.fixture
def gate() -> Generator[Event]:
    """Holds jobs until it is set; set at the end in any case, so that no thread is left."""
    gate = Event()
    yield gate
    gate.set()


async def test_jobs_run_and_give_their_results() -> None:
    pool = Pool(workers=2, line=0)
    assert await asyncio.gather(*(pool.run(lambda n=n: n * n, seconds=5) for n in (2, 3))) == [4, 9]
    pool.close()


async def test_room_is_counted_with_those_who_are_on_their_way(gate: Event) -> None:
    pool = Pool(workers=1, line=2)
    assert [pool.has_room(after=coming) for coming in (0, 2, 3)] == [True, True, False]
    jobs = [asyncio.create_task(pool.run(gate.wait, seconds=5)) for _ in range(2)]
    await asyncio.sleep(0)
    assert [pool.has_room(after=coming) for coming in (0, 1)] == [True, False]
    gate.set()
    await asyncio.gather(*jobs)
    assert pool.has_room(after=2)
    pool.close()


async def test_a_jobs_error_is_the_callers() -> None:
    pool = Pool(workers=1, line=0)
    with pytest.raises(ZeroDivisionError):
        await pool.run(lambda: 1 // 0, seconds=5)
    assert await pool.run(lambda: "still here", seconds=5) == "still here"
    pool.close()


async def test_a_panic_in_a_library_is_an_error_like_any_other() -> None:
    """What is no Exception would pass every door, and the member would never be told."""

    class PanicError(BaseException):
        """As tantivy's binding raises it."""

    def job() -> None:
        raise PanicError

    pool = Pool(workers=1, line=0)
    with pytest.raises(RuntimeError, match="PanicError"):
        await pool.run(job, seconds=5)
    assert await pool.run(lambda: "still here", seconds=5) == "still here"
    pool.close()


async def test_no_more_work_at_once_than_there_are_workers(gate: Event) -> None:
    working: list[int] = []

    def job(n: int) -> int:
        working.append(n)
        gate.wait(5)
        return n

    pool = Pool(workers=2, line=10)
    tasks = [asyncio.create_task(pool.run(lambda n=n: job(n), seconds=9)) for n in range(5)]
    await asyncio.sleep(0.1)
    assert working == [0, 1]
    assert pool.waiting == 3
    gate.set()
    assert await asyncio.gather(*tasks) == [0, 1, 2, 3, 4]
    assert working == [0, 1, 2, 3, 4]
    pool.close()


async def test_everybody_sees_their_place_and_moves_up(gate: Event) -> None:
    """First come, first served; places are told when they change and only then."""
    pool = Pool(workers=1, line=10)
    places: dict[int, list[int]] = {n: [] for n in range(4)}

    async def ask(n: int) -> None:
        async def moved(place: int) -> None:
            places[n].append(place)

        await pool.run(lambda: gate.wait(5), seconds=9, moved=moved)

    tasks = [asyncio.create_task(ask(n)) for n in range(4)]
    await asyncio.sleep(0.1)
    assert places == {0: [], 1: [1], 2: [2], 3: [3]}
    gate.set()
    await asyncio.gather(*tasks)
    assert places[3][0] == 3
    assert places[3] == sorted(places[3], reverse=True)
    assert len(set(places[3])) == len(places[3])
    pool.close()


async def test_a_full_line_refuses_at_once(gate: Event) -> None:
    pool = Pool(workers=1, line=1)
    tasks = [asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9)) for _ in range(2)]
    await asyncio.sleep(0.05)
    with pytest.raises(LineFullError) as refused:
        await pool.run(lambda: None, seconds=9)
    assert refused.value.waiting == 1
    gate.set()
    await asyncio.gather(*tasks)
    pool.close()


async def test_a_deadline_counts_the_wait(gate: Event) -> None:
    """Who waits in vain is told so, and those behind move up."""
    pool = Pool(workers=1, line=5)
    first = asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9))
    await asyncio.sleep(0.05)
    late = asyncio.create_task(pool.run(lambda: "late", seconds=0.1))
    last = asyncio.create_task(pool.run(lambda: "last", seconds=9))
    with pytest.raises(TooSlowError):
        await late
    assert pool.waiting == 1
    gate.set()
    assert await last == "last"
    assert await first
    pool.close()


async def test_a_job_given_up_keeps_its_thread_until_it_ends(gate: Event) -> None:
    """A thread cannot be killed: freeing its place at the deadline would pile up hidden work."""
    pool = Pool(workers=1, line=5)
    with pytest.raises(TooSlowError):
        await pool.run(lambda: gate.wait(5), seconds=0.1)
    after = asyncio.create_task(pool.run(lambda: "after", seconds=9))
    await asyncio.sleep(0.1)
    assert pool.waiting == 1
    gate.set()
    assert await after == "after"
    assert await pool.run(lambda: "free again", seconds=9) == "free again"
    pool.close()


async def test_a_caller_who_leaves_as_it_is_called_gives_the_thread_back(gate: Event) -> None:
    """Cancelled between being called and starting, nobody may lose the thread."""
    pool = Pool(workers=1, line=5)
    first = asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9))
    await asyncio.sleep(0.05)
    leaving = asyncio.create_task(pool.run(lambda: "never", seconds=9))
    await asyncio.sleep(0.05)
    pool._release()  # what the end of a job does, without the loop's turn in between
    leaving.cancel()
    await asyncio.gather(leaving, return_exceptions=True)
    gate.set()
    await first
    assert pool.waiting == 0
    assert await pool.run(lambda: "free", seconds=2) == "free"
    pool.close()


async def test_a_failing_notice_does_not_lose_the_place(gate: Event) -> None:
    """Where Discord does not take the notice, the question fails and the line goes on."""
    pool = Pool(workers=1, line=5)
    first = asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9))
    await asyncio.sleep(0.05)

    async def moved(place: int) -> None:
        raise ConnectionError(place)

    with pytest.raises(ConnectionError):
        await pool.run(lambda: None, seconds=9, moved=moved)
    assert pool.waiting == 0
    gate.set()
    await first
    pool.close()


async def test_a_notice_that_waits_for_discord_holds_no_thread(gate: Event) -> None:
    """Where Discord makes a notice wait, its question is worked on and those behind go on."""
    pool = Pool(workers=1, line=5)
    first = asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9))
    await asyncio.sleep(0.05)
    taken = asyncio.Event()
    told: list[int] = []

    async def moved(place: int) -> None:
        await taken.wait()
        told.append(place)

    second = asyncio.create_task(pool.run(lambda: "second", seconds=9, moved=moved))
    third = asyncio.create_task(pool.run(lambda: "third", seconds=9))
    await asyncio.sleep(0.05)
    gate.set()
    assert await third == "third"
    assert not second.done(), "the notice would come after the answer and take its place"
    taken.set()
    assert await second == "second"
    assert told == [1]
    assert await first
    pool.close()


async def test_a_notice_under_way_ends_with_its_question(gate: Event) -> None:
    """Who is told that it took too long is not told a place afterwards."""
    pool = Pool(workers=1, line=5)
    first = asyncio.create_task(pool.run(lambda: gate.wait(5), seconds=9))
    await asyncio.sleep(0.05)
    stopped = asyncio.Event()

    async def moved(_: int) -> None:
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    with pytest.raises(TooSlowError):
        await pool.run(lambda: None, seconds=0.1, moved=moved)
    await asyncio.wait_for(stopped.wait(), 1)
    gate.set()
    await first
    pool.close()


async def test_a_closed_pool_says_that_the_bot_restarts() -> None:
    pool = Pool(workers=1, line=1)
    pool.close()
    with pytest.raises(NotReadyError):
        await pool.run(lambda: None, seconds=1)


async def test_what_was_begun_goes_on_before_the_line(gate: Event) -> None:
    """It is not refused where the line is full, and comes before who waits."""
    pool = Pool(workers=1, line=1)
    order: list[str] = []
    busy = asyncio.create_task(pool.run(gate.wait, seconds=5))
    await asyncio.sleep(0.02)
    waiting = asyncio.create_task(pool.run(lambda: order.append("new"), seconds=5))
    await asyncio.sleep(0.02)
    begun = asyncio.create_task(pool.run(lambda: order.append("begun"), seconds=5, goes_on=True))
    gone = asyncio.create_task(pool.run(lambda: order.append("gone"), seconds=5, goes_on=True))
    await asyncio.sleep(0.02)
    assert pool.waiting == 1
    gone.cancel()
    gate.set()
    await asyncio.gather(busy, waiting, begun)
    assert order == ["begun", "new"]
    assert await pool.run(lambda: "free", seconds=5, goes_on=True) == "free"
    pool.close()
