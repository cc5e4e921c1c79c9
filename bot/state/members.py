"""All that is kept of one member, from every table: to be shown to them, and to be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, or_, select, update

from bot.state.store import Store
from bot.state.tables import (
    AlertRow,
    AnswerRow,
    ConversationRow,
    DeliveryRow,
    DigestRow,
    FeedbackRow,
    HumanRequestRow,
    RevisionRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Row

MOST: Final = 2000
"""Rows of one kind that are shown, the last ones; all are deleted."""


class Members(Store):
    """Shows and deletes what is kept of members."""

    async def kept_of(self, member: int) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Everything that names this member, by kind, as plain JSON values; ids are text."""
        answers = await self._all(
            select(
                AnswerRow.question,
                AnswerRow.answer,
                AnswerRow.filters,
                AnswerRow.guild,
                AnswerRow.channel,
                AnswerRow.message,
                AnswerRow.private,
                AnswerRow.given,
            )
            .where(AnswerRow.asker == member)
            .order_by(AnswerRow.given.desc())
            .limit(MOST)
        )
        feedback = await self._all(
            select(
                FeedbackRow.question,
                FeedbackRow.helpful,
                FeedbackRow.reason,
                FeedbackRow.words,
                FeedbackRow.guild,
                FeedbackRow.given,
            )
            .where(FeedbackRow.member == member)
            .order_by(FeedbackRow.given.desc())
            .limit(MOST)
        )
        calls = await self._all(
            select(
                HumanRequestRow.question,
                HumanRequestRow.guild,
                HumanRequestRow.channel,
                HumanRequestRow.asked,
                HumanRequestRow.resolved,
            ).where(or_(HumanRequestRow.member == member, HumanRequestRow.resolved_by == member))
        )
        alerts = await self._all(
            select(
                AlertRow.topic, AlertRow.guild, AlertRow.channel, AlertRow.weekly, AlertRow.made
            ).where(AlertRow.owner == member)
        )
        turns = await self._all(
            select(ConversationRow.channel, ConversationRow.turns, ConversationRow.updated).where(
                ConversationRow.asker == member
            )
        )
        return {
            "answers": _plain(answers),
            "feedback": _plain(feedback),
            "calls_for_a_person": _plain(calls),
            "alerts": _plain(alerts),
            "conversations": _plain(turns),
        }

    async def forget(self, member: int) -> None:
        """Keep nothing that names this member, nor what others said of the answers they were given."""
        own = select(AnswerRow.id).where(AnswerRow.asker == member)
        alerts = select(AlertRow.id).where(AlertRow.owner == member)
        await self._write(
            delete(FeedbackRow).where(
                or_(FeedbackRow.member == member, FeedbackRow.answer.in_(own))
            ),
            delete(HumanRequestRow).where(
                or_(HumanRequestRow.member == member, HumanRequestRow.answer.in_(own))
            ),
            update(HumanRequestRow)
            .where(HumanRequestRow.resolved_by == member)
            .values(resolved_by=None),
            delete(RevisionRow).where(RevisionRow.answer.in_(own)),
            delete(DeliveryRow).where(DeliveryRow.alert.in_(alerts)),
            delete(DigestRow).where(DigestRow.alert.in_(alerts)),
            delete(AlertRow).where(AlertRow.owner == member),
            delete(ConversationRow).where(ConversationRow.asker == member),
            delete(AnswerRow).where(AnswerRow.asker == member),
        )


def _plain(rows: Sequence[Row[Any]]) -> list[dict[str, Any]]:
    ids = {"guild", "channel", "message"}
    return [
        {
            name: str(value) if name in ids and value is not None else value
            for name, value in row._mapping.items()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - its public name
        }
        for row in rows
    ]
