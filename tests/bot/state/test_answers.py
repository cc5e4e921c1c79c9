"""What the bot remembers: as it was said, until it is deleted or old."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StateError
from bot.excerpt import (
    Excerpt,
    citations_by_passage,
    excerpt_of,
    excerpts_of,
    excerpts_text,
)
from bot.rendering.text import plain
from bot.state.answers import State
from bot.state.given import GivenAnswer
from bot.state.tables import Base
from tests.bot.fake_answerer import QUESTION, answer_of, passage_of
from tests.bot.rendering.hostile import excerpts

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture
async def state(tmp_path: Path) -> AsyncGenerator[State]:
    made = State(tmp_path)
    await made.open()
    yield made
    await made.close()


def given_answer(answer_id: str = "abc", *, given: int = 1000) -> GivenAnswer:
    answer = answer_of(QUESTION)
    (cited,) = citations_by_passage(answer).values()
    return GivenAnswer(
        id=answer_id,
        asker=2**62,
        channel=2**61,
        guild=None,
        private=True,
        given=given,
        answer=answer,
        excerpts=(excerpt_of(passage_of(), cited),),
    )


async def test_an_answer_comes_back_as_it_was(state: State) -> None:
    kept = given_answer()
    await state.remember(kept)
    assert await state.recall("abc") == kept
    await state.sent("abc", 2**60)
    assert await state.recall("abc") == replace(kept, message=2**60)


async def test_it_outlives_the_process(state: State, tmp_path: Path) -> None:
    await state.remember(given_answer())
    await state.close()
    other = State(tmp_path)
    await other.open()
    assert await other.recall("abc") == given_answer()
    await other.close()


async def test_forgetting(state: State) -> None:
    """One by its id, many by their age, and nothing else."""
    for answer_id, moment in (("old", 10), ("young", 20), ("deleted", 30)):
        await state.remember(given_answer(answer_id, given=moment))
    await state.forget("deleted")
    await state.forget_before(20)
    assert await state.recall("old") is None
    assert await state.recall("deleted") is None
    assert await state.recall("young") is not None
    assert await state.recall("never was") is None


async def test_what_a_later_version_wrote_is_not_misread(state: State) -> None:
    await state.remember(given_answer())
    await state._write(text("UPDATE answers SET answer = '{\"new\": 1}'"))
    assert await state.recall("abc") is None


async def test_who_asked_is_known_of_what_a_later_version_wrote(state: State) -> None:
    """After an upgrade or a way back, members still delete their own answers."""
    await state.remember(given_answer())
    await state._write(text("UPDATE answers SET answer = '{\"new\": 1}'"))
    assert await state.asker_of("abc") == 2**62
    assert await state.asker_of("never was") is None


async def test_a_failure_does_not_tell_what_a_member_asked(state: State) -> None:
    """Failures are logged, and the log holds no questions."""
    await state.remember(given_answer())
    with pytest.raises(SQLAlchemyError) as refused:
        await state.remember(given_answer())
    assert QUESTION not in str(refused.value)


async def test_tables_and_migrations_agree(state: State) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    async with state._engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_readers_and_writers_do_not_wait_for_each_other(state: State) -> None:
    async with state._engine.connect() as connection:
        mode = await connection.execute(text("PRAGMA journal_mode"))
        assert mode.scalar_one() == "wal"


async def test_opening_twice_does_no_harm(state: State, tmp_path: Path) -> None:
    """Two processes may share one state."""
    await state.remember(given_answer())
    other = State(tmp_path)
    await other.open()
    await other.open()
    assert await other.recall("abc") is not None
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


async def test_a_database_that_can_only_be_read(state: State, tmp_path: Path) -> None:
    """Told at the start, not at the first answer."""
    await state.close()
    url = f"sqlite+aiosqlite:///file:{tmp_path}/footnote.sqlite?mode=ro&uri=true"
    other = State(tmp_path, url=url)
    with pytest.raises(StateError, match="readonly"):
        await other.open()
    await other.close()


async def test_a_database_of_a_later_version(state: State, tmp_path: Path) -> None:
    await state._write(text("UPDATE alembic_version SET version_num = '9999'"))
    other = State(tmp_path)
    with pytest.raises(StateError, match="later version"):
        await other.open()
    await other.close()


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("no url", id="no URL"),
        pytest.param("nosuch+driver://u:hush@h/d", id="no such database"),
        pytest.param("postgresql+nosuchdriver://u:hush@h/d", id="no such driver"),
    ],
)
def test_a_url_that_cannot_be_used(url: str, tmp_path: Path) -> None:
    """Told without the password."""
    with pytest.raises(StateError, match="FOOTNOTE_DATABASE_URL") as refused:
        State(tmp_path, url=url)
    assert "hush" not in str(refused.value)


@given(st.lists(excerpts(), max_size=3))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_excerpts_come_back_as_they_were(found: list[Excerpt]) -> None:
    clean = tuple(
        replace(e, text=plain(e.text), section=plain(e.section), link=plain(e.link)) for e in found
    )
    assert excerpts_of(excerpts_text(clean)) == clean
