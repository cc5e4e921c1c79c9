"""What befell the sources of answers after they were given: found once, told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from pydantic import TypeAdapter
from sqlalchemy import select, update

from bot.state.store import Store
from bot.state.tables import RevisionRow

if TYPE_CHECKING:
    from collections.abc import Sequence

Told = Literal["pending", "telling", "edited", "told", "lost"]
"""Of a change: not told yet; being told in a message of its own; noted on the answer; told in a message of
its own; or nobody could be told."""


@dataclass(frozen=True, slots=True)
class Change:
    """What befell one source of an answer.

    Attributes:
        reference: Its number under the answer.
        kind: "removed" from the library; "reworded", so that the quote no longer stands in it; or "status".
        status: What it is now, for a change of status.
    """

    reference: int
    kind: Literal["removed", "reworded", "status"]
    status: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """Changes that were found together.

    Attributes:
        id: Of the row.
        answer: Id of the answer.
        changes: At least one.
        found: Seconds since 1970.
        told: How far telling has come.
    """

    id: int
    answer: str
    changes: tuple[Change, ...]
    found: int
    told: str


_CHANGES: Final = TypeAdapter(tuple[Change, ...])


class Revisions(Store):
    """Keeps what befell answers."""

    async def find(
        self, answer: str, changes: Sequence[Change], *, generation: str, found: int, key: str
    ) -> bool:
        """Keep these changes of an answer, unless the same were found before; whether they are new."""
        row = {
            "answer": answer,
            "change": key,
            "note": _CHANGES.dump_json(tuple(changes)).decode(),
            "generation": generation,
            "found": found,
            "told": "pending",
        }
        return bool(await self._write(self._new(RevisionRow, row)))

    async def of(self, answer: str) -> tuple[Revision, ...]:
        """All that befell this answer, oldest first."""
        rows = await self._all(
            select(RevisionRow).where(RevisionRow.answer == answer).order_by(RevisionRow.id)
        )
        return tuple(
            Revision(row.id, row.answer, _CHANGES.validate_json(row.note), row.found, row.told)
            for row in rows
        )

    async def tell(self, revision: int, told: Told) -> None:
        """Note how far telling has come."""
        await self._write(update(RevisionRow).where(RevisionRow.id == revision).values(told=told))
