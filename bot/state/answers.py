"""The answers that were given: kept for their buttons, forgotten when deleted or old."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from sqlalchemy import delete, insert, select, update

from bot.answering.written import answer_of, answer_text, filters_of, filters_text
from bot.desk.excerpt import excerpts_of, excerpts_text
from bot.language.language import language_of
from bot.state.given import GivenAnswer
from bot.state.store import Store
from bot.state.tables import AnswerRow, RevisionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row


class Answers(Store):
    """Keeps answers."""

    async def remember(self, given: GivenAnswer) -> None:
        """Keep this answer."""
        await self._write(insert(AnswerRow).values(_columns(given)))

    async def sent(self, answer_id: str, message: int) -> None:
        """Note which message shows the answer."""
        await self._write(
            update(AnswerRow).where(AnswerRow.id == answer_id).values(message=message)
        )

    async def recall(self, answer_id: str) -> GivenAnswer | None:
        """The answer, if it is still kept and this version can read it."""
        row = await self._first(select(AnswerRow).where(AnswerRow.id == answer_id))
        return _given(row) if row else None

    async def shown_by(self, message: int) -> str:
        """The id of the answer that this message shows; "" for none."""
        row = await self._first(select(AnswerRow.id).where(AnswerRow.message == message))
        return row.id if row else ""

    async def shown_in(self, messages: Iterable[int]) -> tuple[str, ...]:
        """The ids of the answers that these messages show."""
        rows = await self._all(select(AnswerRow.id).where(AnswerRow.message.in_(tuple(messages))))
        return tuple(row.id for row in rows)

    async def asker_of(self, answer_id: str) -> int | None:
        """Who asked, if the answer is still kept, also where this version cannot read it."""
        row = await self._first(select(AnswerRow.asker).where(AnswerRow.id == answer_id))
        return row.asker if row else None

    async def unchecked(self, generation: str, *, since: int, most: int) -> tuple[GivenAnswer, ...]:
        """Answers with citations given since this moment that were last held against another generation.

        Newest first, at most `most`; one that was never sent, or that this version cannot read, is
        not among them.
        """
        rows = await self._all(
            select(AnswerRow)
            .where(
                AnswerRow.checked != generation,
                AnswerRow.given >= since,
                AnswerRow.message.is_not(None),
                AnswerRow.abstained.is_(False),
            )
            .order_by(AnswerRow.given.desc(), AnswerRow.id)
            .limit(most)
        )
        found = [_given(row) for row in rows]
        unreadable = [row.id for row, given in zip(rows, found, strict=True) if given is None]
        if unreadable:  # else they would fill the next round too
            await self._write(_checked(unreadable, generation))
        return tuple(given for given in found if given)

    async def checked(self, answer_id: str, generation: str) -> None:
        """Note that the answer was held against this generation."""
        await self._write(_checked([answer_id], generation))

    async def forget(self, answer_id: str) -> None:
        """Keep this answer no longer, nor what befell it."""
        await self._write(
            delete(RevisionRow).where(RevisionRow.answer == answer_id),
            delete(AnswerRow).where(AnswerRow.id == answer_id),
        )

    async def forget_before(self, moment: int) -> None:
        """Keep no answer given before this moment, in seconds since 1970."""
        old = select(AnswerRow.id).where(AnswerRow.given < moment)
        await self._write(
            delete(RevisionRow).where(RevisionRow.answer.in_(old)),
            delete(AnswerRow).where(AnswerRow.given < moment),
        )


def _checked(answers: Sequence[str], generation: str) -> Any:  # noqa: ANN401 - an update
    return update(AnswerRow).where(AnswerRow.id.in_(answers)).values(checked=generation)


def _given(row: Row[Any]) -> GivenAnswer | None:
    try:
        answer, excerpts = answer_of(row.answer), excerpts_of(row.excerpts)
        filters = filters_of(row.filters)
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
        command=row.command,
        language=language_of(row.language),
        filters=filters,
        shared_by=row.shared_by,
    )


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
        "abstained": given.answer.abstained,
        "command": given.command,
        "checked": given.answer.generation,
        "language": given.language,
        "filters": filters_text(given.filters),
        "shared_by": given.shared_by,
    }
