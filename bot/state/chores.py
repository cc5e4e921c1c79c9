"""How far the bot's chores have come: what it has seen of the library, and what is done once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select

from bot.state.store import Store
from bot.state.tables import ClaimRow, KnownArticleRow, MarkRow

if TYPE_CHECKING:
    from collections.abc import Iterable

_AT_ONCE: Final = 5000
"""Rows of one insert; SQLite binds at most 32,766 values in a statement."""


def key_of(article: str) -> str:
    """What an article is known by; its id may be as long as a path."""
    return sha256(article.encode()).hexdigest()[:40]


class Chores(Store):
    """Keeps marks, claims and the articles that are known."""

    async def mark(self, name: str) -> str:
        """What was noted under this name; "" for nothing."""
        row = await self._first(select(MarkRow.text).where(MarkRow.name == name))
        return row.text if row else ""

    async def set_mark(self, name: str, text: str, *, at: int) -> None:
        """Note this under the name."""
        await self._write(
            self._put(MarkRow, {"name": name, "text": text, "set": at}, keys=("name",))
        )

    async def claim(self, key: str, *, at: int) -> bool:
        """Whether nobody claimed this before; then it is claimed."""
        return bool(await self._write(self._new(ClaimRow, {"key": key, "made": at})))

    async def release(self, key: str) -> None:
        """Let it be claimed again."""
        await self._write(delete(ClaimRow).where(ClaimRow.key == key))

    async def forget_claims_before(self, moment: int) -> None:
        """Let what was claimed before this moment be claimed again."""
        await self._write(delete(ClaimRow).where(ClaimRow.made < moment))

    async def learn(self, articles: Iterable[str], *, at: int) -> None:
        """Know these articles, and no others; those that are new are known since this moment."""
        now = {key_of(article) for article in articles}
        rows = await self._all(select(KnownArticleRow.key))
        known = {row.key for row in rows}
        new, gone = sorted(now - known), sorted(known - now)
        for start in range(0, len(new), _AT_ONCE):
            part = [{"key": key, "since": at} for key in new[start : start + _AT_ONCE]]
            await self._write(self._new(KnownArticleRow, part))
        for start in range(0, len(gone), _AT_ONCE):
            part = gone[start : start + _AT_ONCE]
            await self._write(delete(KnownArticleRow).where(KnownArticleRow.key.in_(part)))

    async def known_since(self, moment: int) -> frozenset[str]:
        """Keys of the articles that came at this moment or after it; see `key_of`."""
        rows = await self._all(select(KnownArticleRow.key).where(KnownArticleRow.since >= moment))
        return frozenset(row.key for row in rows)
