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

from bot.desk.excerpt import (
    Excerpt,
    citations_by_passage,
    excerpt_of,
    excerpts_of,
    excerpts_text,
)
from bot.errors import StateError
from bot.rendering.text import plain
from bot.state.given import GivenAnswer
from bot.state.state import State
from bot.state.tables import Base
from tests.bot.fake_answerer import QUESTION, answer_of, passage_of
from tests.bot.rendering.hostile import excerpts

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


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
    await state.answers.remember(kept)
    assert await state.answers.recall("abc") == kept
    await state.answers.sent("abc", 2**60)
    assert await state.answers.recall("abc") == replace(kept, message=2**60)


async def test_it_outlives_the_process(state: State, tmp_path: Path, database: str | None) -> None:
    await state.answers.remember(given_answer())
    await state.close()
    other = State(tmp_path, url=database)
    await other.open()
    assert await other.answers.recall("abc") == given_answer()
    await other.close()


async def test_forgetting(state: State) -> None:
    """One by its id, many by their age, and nothing else."""
    for answer_id, moment in (("old", 10), ("young", 20), ("deleted", 30)):
        await state.answers.remember(given_answer(answer_id, given=moment))
    await state.answers.forget("deleted")
    await state.answers.forget_before(20)
    assert await state.answers.recall("old") is None
    assert await state.answers.recall("deleted") is None
    assert await state.answers.recall("young") is not None
    assert await state.answers.recall("never was") is None


async def test_what_a_later_version_wrote_is_not_misread(state: State) -> None:
    await state.answers.remember(given_answer())
    await state.answers._write(text("UPDATE answers SET answer = '{\"new\": 1}'"))
    assert await state.answers.recall("abc") is None


async def test_who_asked_is_known_of_what_a_later_version_wrote(state: State) -> None:
    """After an upgrade or a way back, members still delete their own answers."""
    await state.answers.remember(given_answer())
    await state.answers._write(text("UPDATE answers SET answer = '{\"new\": 1}'"))
    assert await state.answers.asker_of("abc") == 2**62
    assert await state.answers.asker_of("never was") is None


async def test_a_failure_does_not_tell_what_a_member_asked(state: State) -> None:
    """Failures are logged, and the log holds no questions."""
    await state.answers.remember(given_answer())
    with pytest.raises(SQLAlchemyError) as refused:
        await state.answers.remember(given_answer())
    assert QUESTION not in str(refused.value)


async def test_tables_and_migrations_agree(state: State) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    async with state.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


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
