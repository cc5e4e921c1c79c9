"""Who is let in, over a real database: choices hold at once and are not read for each question."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.cooldown import Cooldown
from bot.errors import TooSoonError
from bot.refusals import NotHereError, TooManyError
from bot.speaking import doorkeeper
from bot.speaking.asking import Asking
from bot.speaking.doorkeeper import Doorkeeper
from bot.state.servers import ServerRules
from bot.state.state import State

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

ALICE = Asking(1, 100, (5,))


@pytest.fixture
async def state(tmp_path: Path) -> AsyncGenerator[State]:
    made = State(tmp_path)
    await made.open()
    yield made
    await made.close()


async def test_choices_hold_at_once(state: State) -> None:
    door = Doorkeeper(state.servers, Cooldown(0))
    assert await door.refusal(ALICE) is None
    await door.choose(100, ServerRules(everywhere=False))
    assert isinstance(await door.refusal(ALICE), NotHereError)
    assert isinstance(await door.may_look(ALICE), NotHereError)
    assert not await door.speaks_in(100, (5,))
    assert await door.speaks_in(None, (5,))
    again = Doorkeeper(state.servers, Cooldown(0))
    assert isinstance(await again.refusal(ALICE), NotHereError)


async def test_a_thousand_at_once_read_the_choices_once(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each would wait for a connection of its own, while three seconds run."""
    read: list[int] = []
    rules = state.servers.rules

    async def counted(guild: int) -> ServerRules:
        read.append(guild)
        return await rules(guild)

    monkeypatch.setattr(state.servers, "rules", counted)
    door = Doorkeeper(state.servers, Cooldown(0))
    members = [Asking(member, 100 + member % 2, (5,)) for member in range(1000)]
    refusals = await asyncio.gather(*(door.refusal(one) for one in members))
    assert set(refusals) == {None}
    assert sorted(read) == [100, 101]


async def test_what_is_chosen_while_the_choices_are_read_stands(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = state.servers.rules
    gate = asyncio.Event()

    async def slow(guild: int) -> ServerRules:
        found = await rules(guild)
        await gate.wait()
        return found

    monkeypatch.setattr(state.servers, "rules", slow)
    door = Doorkeeper(state.servers, Cooldown(0))
    asking = asyncio.create_task(door.refusal(ALICE))
    await asyncio.sleep(0)
    await door.choose(100, ServerRules(everywhere=False))
    gate.set()
    assert isinstance(await asking, NotHereError)
    assert isinstance(await door.refusal(ALICE), NotHereError)


async def test_a_refused_question_costs_nothing(state: State) -> None:
    """Neither the wait between two questions nor one of the hour's."""
    door = Doorkeeper(state.servers, Cooldown(60))
    await door.choose(100, ServerRules(denied=frozenset({5}), member_hour=1))
    assert await door.refusal(ALICE)
    elsewhere = Asking(1, 100, (6,))
    assert await door.refusal(elsewhere) is None
    assert isinstance(await door.refusal(elsewhere), TooManyError)
    door.forgive(guild=100, member=1)
    assert await door.refusal(elsewhere) is None


async def test_waiting_between_two_questions_is_not_counted(state: State) -> None:
    door = Doorkeeper(state.servers, Cooldown(60))
    await door.choose(100, ServerRules(member_hour=2))
    assert await door.refusal(ALICE) is None
    assert isinstance(await door.refusal(ALICE), TooSoonError)
    door._cooldown.forgive(1)
    assert await door.refusal(ALICE) is None


async def test_the_last_choices_stand_while_the_database_fails(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Doorkeeper(state.servers, Cooldown(0))
    await door.choose(100, ServerRules(everywhere=False))
    async with state.engine.begin() as connection:
        await connection.execute(text("DROP TABLE servers"))
    monkeypatch.setattr(doorkeeper, "_FRESH_SECONDS", -1.0)
    assert isinstance(await door.refusal(ALICE), NotHereError)
    with pytest.raises(SQLAlchemyError):
        await door.rules(101)


async def test_it_does_not_keep_every_server_there_is(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorkeeper, "_MOST_KEPT", 2)
    door = Doorkeeper(state.servers, Cooldown(0))
    for guild in range(5):
        await door.rules(guild)
    assert len(door._kept) <= 2
