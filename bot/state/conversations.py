"""The last turns of a member in a channel, for as long as they are of use."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.state.store import Store
from bot.state.tables import ConversationRow


class Conversations(Store):
    """Keeps conversations; what a turn is, is its caller's business."""

    async def turns(self, channel: int, asker: int, *, since: int) -> str:
        """The member's turns in this channel as they were written; "" if none since this moment."""
        row = await self._first(
            select(ConversationRow.turns).where(
                ConversationRow.channel == channel,
                ConversationRow.asker == asker,
                ConversationRow.updated >= since,
            )
        )
        return row.turns if row else ""

    async def keep(self, channel: int, asker: int, turns: str, *, at: int) -> None:
        """Keep these turns in place of the earlier ones."""
        row = {"channel": channel, "asker": asker, "turns": turns, "updated": at}
        await self._write(self._put(ConversationRow, row, keys=("channel", "asker")))

    async def forget(self, channel: int, asker: int) -> None:
        """Keep no turn of this member in this channel."""
        await self._write(
            delete(ConversationRow).where(
                ConversationRow.channel == channel, ConversationRow.asker == asker
            )
        )

    async def forget_before(self, moment: int) -> None:
        """Keep no conversation whose last turn was before this moment."""
        await self._write(delete(ConversationRow).where(ConversationRow.updated < moment))
