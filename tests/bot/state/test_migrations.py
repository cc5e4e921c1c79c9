"""Databases of earlier versions, brought to this one and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import insert, text

from bot.answering.written import answer_text
from bot.desk.excerpt import excerpts_text
from bot.state.database import MIGRATIONS
from bot.state.state import State
from bot.state.tables import AnswerRow
from index.holdings.filters import EVERYTHING
from tests.bot.fake_answerer import abstention_of, answer_of

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def moved_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    move = command.downgrade if revision in {"0001", "0002", "base"} else command.upgrade
    move(config, revision)


async def test_answers_of_the_first_version_stay(
    state: State, tmp_path: Path, database: str | None
) -> None:
    """And it is known of each whether it was an abstention."""
    async with state.engine.begin() as connection:
        await connection.run_sync(moved_to, "0001")
        for answer in (answer_of("Known?"), abstention_of("Unknown?")):
            row = {
                "id": answer.question[:2].lower(),
                "asker": 1,
                "channel": 2,
                "guild": None,
                "message": None,
                "private": False,
                "given": 3,
                "question": answer.question,
                "generation": "g1",
                "answer": answer_text(answer),
                "excerpts": excerpts_text(()),
            }
            columns = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            await connection.execute(
                text(f"INSERT INTO answers ({columns}) VALUES ({values})"),  # noqa: S608 - constants
                row,
            )
    other = State(tmp_path, url=database)
    await other.open()
    kept = await other.answers.recall("kn")
    assert kept
    assert kept.answer == answer_of("Known?")
    assert not kept.command
    assert kept.filters == EVERYTHING
    unanswered = await other.feedback.unanswered()
    assert [question.question for question in unanswered] == ["Unknown?"]
    await other.close()


async def test_all_tables_can_be_dropped(state: State) -> None:
    async with state.engine.begin() as connection:
        await connection.execute(insert(AnswerRow).values(_row()))
        await connection.run_sync(moved_to, "0001")
        rows = await connection.execute(text("SELECT id FROM answers"))
        assert rows.scalars().all() == ["abc"]
        await connection.run_sync(moved_to, "base")


def _row() -> dict[str, object]:
    return {
        "id": "abc",
        "asker": 1,
        "channel": 2,
        "private": True,
        "given": 3,
        "question": "?",
        "generation": "g1",
        "answer": "{}",
        "excerpts": "[]",
        "abstained": True,
        "command": True,
        "checked": "",
        "language": "en",
    }
