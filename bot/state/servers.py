"""What each server's administrators chose: where and to whom the bot speaks, and how often."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import delete, insert, select

from bot.state.store import Store
from bot.state.tables import ServerChannelRow, ServerRoleRow, ServerRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row

Purpose = Literal["allowed", "denied", "dedicated", "forum"]


@dataclass(frozen=True, slots=True)
class ServerRules:
    """What a server's administrators chose.

    Attributes:
        everywhere: Whether channels that nothing is said of are spoken in; None for the operator's default.
        allowed: Channels and categories that are spoken in; their threads inherit.
        denied: Channels and categories that are not.
        dedicated: Channels where each question gets a thread of its own.
        forums: Forum channels whose posts are answered, where `forum` is on.
        roles: Who may ask; everybody where none is named.
        role_hours: Questions an hour for members with a role, in place of `member_hour`.
        human_role: Called where a member asks for a person.
        language: "auto" for each member's own, or a language's code.
        tone: "plain", "brief" or "careful".
        mention_replies: Whether mentions and replies are answered, not only commands.
        forum: Whether forum posts are answered.
        member_hour: Questions an hour for each member; None for no limit.
        server_hour: Questions an hour for all together; None for no limit.
    """

    everywhere: bool | None = None
    allowed: frozenset[int] = field(default=frozenset())
    denied: frozenset[int] = field(default=frozenset())
    dedicated: frozenset[int] = field(default=frozenset())
    forums: frozenset[int] = field(default=frozenset())
    roles: frozenset[int] = field(default=frozenset())
    role_hours: tuple[tuple[int, int], ...] = ()
    human_role: int | None = None
    language: str = "auto"
    tone: str = "plain"
    mention_replies: bool = True
    forum: bool = False
    member_hour: int | None = None
    server_hour: int | None = None


class Servers(Store):
    """Keeps servers' choices."""

    async def rules(self, guild: int) -> ServerRules:
        """What this server chose; the defaults where it chose nothing."""
        async with self._engine.connect() as connection:
            chosen = (
                await connection.execute(select(ServerRow).where(ServerRow.guild == guild))
            ).first()
            channels = (
                await connection.execute(
                    select(ServerChannelRow).where(ServerChannelRow.guild == guild)
                )
            ).all()
            roles = (
                await connection.execute(select(ServerRoleRow).where(ServerRoleRow.guild == guild))
            ).all()
        return ServerRules(
            allowed=_of_purpose(channels, "allowed"),
            denied=_of_purpose(channels, "denied"),
            dedicated=_of_purpose(channels, "dedicated"),
            forums=_of_purpose(channels, "forum"),
            roles=frozenset(row.role for row in roles if row.may_ask),
            role_hours=tuple(sorted((row.role, row.hour) for row in roles if row.hour is not None)),
            **(_choices(chosen) if chosen else {}),
        )

    async def choose(self, guild: int, rules: ServerRules, *, updated: int) -> None:
        """Keep these choices in place of the server's earlier ones."""
        row = {
            "guild": guild,
            "everywhere": rules.everywhere,
            "language": rules.language,
            "tone": rules.tone,
            "mention_replies": rules.mention_replies,
            "forum": rules.forum,
            "human_role": rules.human_role,
            "member_hour": rules.member_hour,
            "server_hour": rules.server_hour,
            "updated": updated,
        }
        hours = dict(rules.role_hours)
        channels = [
            {"guild": guild, "channel": channel, "purpose": purpose}
            for purpose, found in (
                ("allowed", rules.allowed),
                ("denied", rules.denied),
                ("dedicated", rules.dedicated),
                ("forum", rules.forums),
            )
            for channel in sorted(found)
        ]
        roles = [
            {"guild": guild, "role": role, "may_ask": role in rules.roles, "hour": hours.get(role)}
            for role in sorted(rules.roles | hours.keys())
        ]
        await self._write(
            self._put(ServerRow, row, keys=("guild",)),
            delete(ServerChannelRow).where(ServerChannelRow.guild == guild),
            delete(ServerRoleRow).where(ServerRoleRow.guild == guild),
            *([insert(ServerChannelRow).values(channels)] if channels else []),
            *([insert(ServerRoleRow).values(roles)] if roles else []),
        )


def _of_purpose(rows: Iterable[Row[Any]], purpose: Purpose) -> frozenset[int]:
    return frozenset(row.channel for row in rows if row.purpose == purpose)


def _choices(row: Row[Any]) -> dict[str, Any]:
    return {
        "everywhere": row.everywhere,
        "human_role": row.human_role,
        "language": row.language,
        "tone": row.tone,
        "mention_replies": row.mention_replies,
        "forum": row.forum,
        "member_hour": row.member_hour,
        "server_hour": row.server_hour,
    }
