"""The answers that were given: kept for their buttons, forgotten when deleted or old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError
from sqlalchemy import delete, insert, select, update

from bot.answering.written import answer_of, answer_text
from bot.errors import StateError
from bot.excerpt import excerpts_of, excerpts_text
from bot.state.database import database_url, engine_of, migrate
from bot.state.given import GivenAnswer
from bot.state.tables import AnswerRow

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.sql import Executable


class State:
    """What the bot remembers.

    Args:
        folder: Where the database file stands; made if it is not there.
        url: Another database, as SQLAlchemy writes it.
    """

    def __init__(self, folder: Path, *, url: str | None = None) -> None:
        self._folder = folder
        self._engine = engine_of(database_url(folder, url))
        self._opened = False

    async def open(self) -> None:
        """Make what is missing and bring the tables to this version; once is enough.

        Raises:
            StateError: It cannot be written.
        """
        if self._opened:
            return
        try:
            self._folder.mkdir(
                mode=0o700, parents=True, exist_ok=True
            )  # it holds what members asked
        except OSError as error:
            raise StateError(
                f"cannot make the state folder {self._folder} ({error.strerror}); mend its "
                f"permissions, or set FOOTNOTE_STATE to a folder that can be written"
            ) from error
        await migrate(self._engine)
        self._opened = True

    async def remember(self, given: GivenAnswer) -> None:
        """Keep this answer."""
        async with self._engine.begin() as connection:
            await connection.execute(insert(AnswerRow).values(_columns(given)))

    async def sent(self, answer_id: str, message: int) -> None:
        """Note which message shows the answer."""
        await self._write(
            update(AnswerRow).where(AnswerRow.id == answer_id).values(message=message)
        )

    async def recall(self, answer_id: str) -> GivenAnswer | None:
        """The answer, if it is still kept and this version can read it."""
        async with self._engine.connect() as connection:
            rows = await connection.execute(select(AnswerRow).where(AnswerRow.id == answer_id))
            row = rows.one_or_none()
        if row is None:
            return None
        try:
            answer, excerpts = answer_of(row.answer), excerpts_of(row.excerpts)
        except ValidationError:
            return None
        return GivenAnswer(
            id=row.id,
            asker=row.asker,
            channel=row.channel,
            guild=row.guild,
            private=row.private,
            given=row.given,
            answer=answer,
            excerpts=excerpts,
            message=row.message,
        )

    async def asker_of(self, answer_id: str) -> int | None:
        """Who asked, if the answer is still kept, also where this version cannot read it."""
        async with self._engine.connect() as connection:
            rows = await connection.execute(
                select(AnswerRow.asker).where(AnswerRow.id == answer_id)
            )
            return rows.scalar_one_or_none()

    async def forget(self, answer_id: str) -> None:
        """Keep this answer no longer."""
        await self._write(delete(AnswerRow).where(AnswerRow.id == answer_id))

    async def forget_before(self, moment: int) -> None:
        """Keep no answer given before this moment, in seconds since 1970."""
        await self._write(delete(AnswerRow).where(AnswerRow.given < moment))

    async def close(self) -> None:
        """Let go of the database."""
        await self._engine.dispose()

    async def _write(self, statement: Executable) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(statement)


def _columns(given: GivenAnswer) -> dict[str, object]:
    return {
        "id": given.id,
        "asker": given.asker,
        "channel": given.channel,
        "guild": given.guild,
        "message": given.message,
        "private": given.private,
        "given": given.given,
        "question": given.answer.question,
        "generation": given.answer.generation,
        "answer": answer_text(given.answer),
        "excerpts": excerpts_text(given.excerpts),
    }
