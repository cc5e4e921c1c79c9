"""What members thought of answers, and their calls for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import TypeAdapter
from sqlalchemy import delete, select, update

from bot.state.store import Store
from bot.state.tables import AnswerRow, FeedbackRow, HumanRequestRow

if TYPE_CHECKING:
    from sqlalchemy import Row

Reason = Literal["", "wrong source", "outdated", "not answered", "misleading"]
REASONS: Final = ("wrong source", "outdated", "not answered", "misleading")


@dataclass(frozen=True, slots=True)
class Witness:
    """A source as an answer cited it: enough to look again when the answer is gone.

    Attributes:
        article: Its id.
        title: As printed.
        quotes: Verbatim.
    """

    article: str
    title: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one member thought of one answer.

    Attributes:
        answer: Its id.
        member: Discord id.
        guild: Discord id of the server; None in a direct message.
        private: Whether only the asker saw the answer.
        helpful: Whether it helped.
        reason: One of `REASONS` where it did not; "" for none given.
        words: The member's own; may be empty.
        question: As asked.
        generation: That was asked.
        evidence: What the answer cited.
        given: Seconds since 1970.
    """

    answer: str
    member: int
    guild: int | None
    private: bool
    helpful: bool
    reason: str
    words: str
    question: str
    generation: str
    evidence: tuple[Witness, ...]
    given: int


@dataclass(frozen=True, slots=True)
class HumanRequest:
    """A call for a person to look at an answer; ids are Discord's, moments seconds since 1970."""

    answer: str
    guild: int
    channel: int
    member: int
    role: int
    question: str
    asked: int
    resolved: int | None = None
    resolved_by: int | None = None


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that the library did not answer, and when."""

    question: str
    given: int


_EVIDENCE: Final = TypeAdapter(tuple[Witness, ...])


class Feedback(Store):
    """Keeps opinions and calls for a person."""

    async def give(self, opinion: Opinion) -> None:
        """Keep this opinion, in place of the member's earlier one of the same answer."""
        row = _columns(opinion)
        await self._write(self._put(FeedbackRow, row, keys=("answer", "member")))

    async def opinions(
        self, *, guild: int | None = None, with_private: bool = True
    ) -> tuple[Opinion, ...]:
        """All that are kept, oldest first; of one server where it is named."""
        query = select(FeedbackRow).order_by(FeedbackRow.given, FeedbackRow.id)
        if guild is not None:
            query = query.where(FeedbackRow.guild == guild)
        if not with_private:
            query = query.where(FeedbackRow.private.is_(False))
        return tuple(_opinion(row) for row in await self._all(query))

    async def unanswered(
        self, *, guild: int | None = None, with_private: bool = True
    ) -> tuple[Unanswered, ...]:
        """Questions that the library did not answer, oldest first, for as long as answers are kept."""
        query = (
            select(AnswerRow.question, AnswerRow.given)
            .where(AnswerRow.abstained.is_(True))
            .order_by(AnswerRow.given, AnswerRow.id)
        )
        if guild is not None:
            query = query.where(AnswerRow.guild == guild)
        if not with_private:
            query = query.where(AnswerRow.private.is_(False), AnswerRow.guild.is_not(None))
        return tuple(Unanswered(row.question, row.given) for row in await self._all(query))

    async def call(self, request: HumanRequest) -> bool:
        """Keep this call, unless the answer has one; whether it is new."""
        row = {name: getattr(request, name) for name in HumanRequest.__slots__}
        return bool(await self._write(self._new(HumanRequestRow, row)))

    async def withdraw(self, answer: str) -> None:
        """Keep no call about this answer: nobody could be told of it."""
        await self._write(delete(HumanRequestRow).where(HumanRequestRow.answer == answer))

    async def request(self, answer: str) -> HumanRequest | None:
        """The call about this answer, if there is one."""
        row = await self._first(select(HumanRequestRow).where(HumanRequestRow.answer == answer))
        return _request(row) if row else None

    async def requests(self, guild: int) -> tuple[HumanRequest, ...]:
        """All calls in this server, oldest first."""
        rows = await self._all(
            select(HumanRequestRow)
            .where(HumanRequestRow.guild == guild)
            .order_by(HumanRequestRow.asked)
        )
        return tuple(_request(row) for row in rows)

    async def resolve(self, answer: str, *, by: int, at: int) -> bool:
        """Note that somebody looked; False where that is noted already."""
        return bool(
            await self._write(
                update(HumanRequestRow)
                .where(HumanRequestRow.answer == answer, HumanRequestRow.resolved.is_(None))
                .values(resolved=at, resolved_by=by)
            )
        )

    async def forget_before(self, moment: int) -> None:
        """Keep nothing given or asked before this moment."""
        await self._write(
            delete(FeedbackRow).where(FeedbackRow.given < moment),
            delete(HumanRequestRow).where(HumanRequestRow.asked < moment),
        )


def _columns(opinion: Opinion) -> dict[str, Any]:
    row = {name: getattr(opinion, name) for name in Opinion.__slots__}
    return {**row, "evidence": _EVIDENCE.dump_json(opinion.evidence).decode()}


def _opinion(row: Row[Any]) -> Opinion:
    values: dict[str, Any] = {name: getattr(row, name) for name in Opinion.__slots__}
    values["evidence"] = _EVIDENCE.validate_json(row.evidence)
    return Opinion(**values)


def _request(row: Row[Any]) -> HumanRequest:
    return HumanRequest(**{name: getattr(row, name) for name in HumanRequest.__slots__})
