"""The topics members and channels want to hear of, and the digests that tell them.

A digest and the keys of its news are written before it is sent, in one transaction: so no second digest
holds the same news, and one that was not seen to arrive is found again after a crash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.language.language import Language, language_of
from bot.state.store import Store
from bot.state.tables import AlertRow, DeliveryRow, DigestRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Row

Standing = Literal["sending", "sent", "lost"]


@dataclass(frozen=True, slots=True)
class Alert:
    """A topic somebody wants to hear of.

    Attributes:
        id: Stands in the buttons under its digests.
        owner: Discord id of who asked for it.
        guild: Discord id of the server; None for direct messages.
        channel: Discord id of where to tell; None for direct messages to the owner.
        topic: A topic or a question.
        weekly: Whether news waits for a week's end.
        language: In which it is told.
        made: Seconds since 1970.
        told_until: Articles that came from this moment on may not have been told yet.
        generation: The last one that was looked through.
        answer: What the library answered to the topic then, as `bot.keeping.news` writes it.
    """

    id: str
    owner: int
    guild: int | None
    channel: int | None
    topic: str
    weekly: bool
    language: Language
    made: int
    told_until: int
    generation: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One message of an alert.

    Attributes:
        id: Stands in its button.
        alert: Its alert's id.
        generation: Whose news it tells.
        page: What it says, as `bot.keeping.news` writes it.
        made: Seconds since 1970.
        standing: "sending" until it is known to have arrived; "lost" where nobody can be told.
    """

    id: str
    alert: str
    generation: str
    page: str
    made: int
    standing: str = "sending"


class Alerts(Store):
    """Keeps alerts and digests."""

    async def add(self, alert: Alert) -> None:
        """Keep this alert."""
        await self._write(insert(AlertRow).values(_columns(alert)))

    async def find(self, alert_id: str) -> Alert | None:
        """The alert, if it is still kept."""
        row = await self._first(select(AlertRow).where(AlertRow.id == alert_id))
        return _alert(row) if row else None

    async def of_owner(self, owner: int) -> tuple[Alert, ...]:
        """A member's alerts, oldest first."""
        return await self._found(AlertRow.owner == owner)

    async def of_guild(self, guild: int) -> tuple[Alert, ...]:
        """The alerts of a server's channels, oldest first."""
        return await self._found(AlertRow.guild == guild)

    async def count(self, *, guild: int | None, owner: int) -> int:
        """How many a server has, or a member in direct messages."""
        whose = AlertRow.guild == guild if guild else AlertRow.owner == owner
        row = await self._first(select(func.count()).select_from(AlertRow).where(whose))
        return int(row[0]) if row else 0

    async def behind(self, generation: str, *, told_before: int, most: int) -> tuple[Alert, ...]:
        """Alerts to look through for this generation: those at once, and the weekly whose week is over."""
        rows = await self._all(
            select(AlertRow)
            .where(
                AlertRow.generation != generation,
                AlertRow.weekly.is_(False) | (AlertRow.told_until <= told_before),
            )
            .order_by(AlertRow.told_until, AlertRow.id)
            .limit(most)
        )
        return tuple(_alert(row) for row in rows)

    async def looked(self, alert: Alert, *, generation: str, until: int, answer: str) -> None:
        """Note that there was no news for this alert up to this moment."""
        await self._write(_looked(alert, generation, until, answer))

    async def told(self, pieces: Sequence[str], *, alert: str) -> frozenset[str]:
        """Those of these pieces of news that some digest of the alert holds."""
        rows = await self._all(
            select(DeliveryRow.piece).where(
                DeliveryRow.alert == alert, DeliveryRow.piece.in_(pieces)
            )
        )
        return frozenset(row.piece for row in rows)

    async def write(
        self, digest: Digest, pieces: Sequence[str], *, alert: Alert, until: int, answer: str
    ) -> bool:
        """Keep a digest with the news it holds, before it is sent.

        Returns:
            False where another digest holds one of these pieces; then nothing is kept.
        """
        news = [{"alert": alert.id, "piece": piece, "digest": digest.id} for piece in pieces]
        row = {name: getattr(digest, name) for name in Digest.__slots__}
        try:
            await self._write(
                insert(DeliveryRow).values(news),
                insert(DigestRow).values(row),
                _looked(alert, digest.generation, until, answer),
            )
        except IntegrityError:
            return False
        return True

    async def unsent(self, *, most: int) -> tuple[Digest, ...]:
        """Digests that are not known to have arrived, oldest first."""
        rows = await self._all(
            select(DigestRow)
            .where(DigestRow.standing == "sending")
            .order_by(DigestRow.made, DigestRow.id)
            .limit(most)
        )
        return tuple(_digest(row) for row in rows)

    async def arrived(self, digest: str, *, message: int) -> None:
        """Note that it arrived."""
        await self._stand(digest, "sent", message)

    async def lose(self, digest: str) -> None:
        """Note that nobody can be told."""
        await self._stand(digest, "lost", None)

    async def remove(self, alert_id: str) -> bool:
        """Keep the alert no longer, nor its digests; whether it was kept."""
        return bool(
            await self._write(
                delete(DeliveryRow).where(DeliveryRow.alert == alert_id),
                delete(DigestRow).where(DigestRow.alert == alert_id),
                delete(AlertRow).where(AlertRow.id == alert_id),
            )
        )

    async def forget_before(self, moment: int) -> None:
        """Keep no words of a digest made before this moment; that its news was told stays known."""
        await self._write(
            delete(DigestRow).where(DigestRow.made < moment, DigestRow.standing != "sending")
        )

    async def _found(self, whose: Any) -> tuple[Alert, ...]:  # noqa: ANN401 - a condition
        query = select(AlertRow).where(whose).order_by(AlertRow.made, AlertRow.id)
        return tuple(_alert(row) for row in await self._all(query))

    async def _stand(self, digest: str, standing: Standing, message: int | None) -> None:
        await self._write(
            update(DigestRow)
            .where(DigestRow.id == digest)
            .values(standing=standing, message=message)
        )


def _looked(alert: Alert, generation: str, until: int, answer: str) -> Any:  # noqa: ANN401 - an update
    return (
        update(AlertRow)
        .where(AlertRow.id == alert.id)
        .values(generation=generation, told_until=until, answer=answer)
    )


def _columns(alert: Alert) -> dict[str, Any]:
    return {name: getattr(alert, name) for name in Alert.__slots__}


def _alert(row: Row[Any]) -> Alert:
    values: dict[str, Any] = {name: getattr(row, name) for name in Alert.__slots__}
    values["language"] = language_of(row.language)
    return Alert(**values)


def _digest(row: Row[Any]) -> Digest:
    return Digest(**{name: getattr(row, name) for name in Digest.__slots__})
