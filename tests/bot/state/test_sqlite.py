"""The file in the state folder: shared by processes, and told about when it cannot be used."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.errors import StateError
from bot.state.state import State
from tests.bot.state.test_answers import given_answer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def database() -> None:
    """The file; see `tests.bot.state.conftest`."""


async def test_readers_and_writers_do_not_wait_for_each_other(state: State) -> None:
    async with state.engine.connect() as connection:
        mode = await connection.execute(text("PRAGMA journal_mode"))
        assert mode.scalar_one() == "wal"


async def test_opening_twice_does_no_harm(state: State, tmp_path: Path) -> None:
    """Two processes may share one state."""
    await state.answers.remember(given_answer())
    other = State(tmp_path)
    await other.open()
    await other.open()
    assert await other.answers.recall("abc") is not None
    await other.close()


async def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    state = State(blocked)
    with pytest.raises(StateError, match="FOOTNOTE_STATE"):
        await state.open()
    await state.close()


async def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "footnote.sqlite").write_bytes(b"this is no database" * 100)
    state = State(tmp_path)
    with pytest.raises(StateError, match="cannot open the database"):
        await state.open()
    await state.close()


async def test_what_is_under_way_is_done_before_the_database_is_closed(state: State) -> None:
    """A connection in use would stay open for good."""
    begun = asyncio.Event()

    async def reads() -> object:
        async with state.engine.connect() as connection:
            begun.set()
            await asyncio.sleep(0.1)
            return (await connection.execute(text("SELECT 1"))).scalar()

    reading = asyncio.create_task(reads())
    await begun.wait()
    await state.close()
    assert reading.done()
    assert await reading == 1


async def test_a_database_that_can_only_be_read(state: State, tmp_path: Path) -> None:
    """Told at the start, not at the first answer."""
    await state.close()
    url = f"sqlite+aiosqlite:///file:{tmp_path}/footnote.sqlite?mode=ro&uri=true"
    other = State(tmp_path, url=url)
    with pytest.raises(StateError, match="readonly"):
        await other.open()
    await other.close()


async def test_a_database_of_a_later_version(state: State, tmp_path: Path) -> None:
    await state.answers._write(text("UPDATE alembic_version SET version_num = '9999'"))
    other = State(tmp_path)
    with pytest.raises(StateError, match="later version"):
        await other.open()
    await other.close()
