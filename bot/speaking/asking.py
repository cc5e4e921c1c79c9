"""Who asks, and where, in plain numbers: what the rules of a server look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import discord

if TYPE_CHECKING:
    from discord import Interaction


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who asks somewhere; ids are Discord's.

    Attributes:
        member: Who.
        guild: The server; None in a direct message.
        places: The channel, its parent where it is a thread, and its category: the nearest first.
        roles: Of the member.
        administrator: Whether they may manage the server.
    """

    member: int
    guild: int | None = None
    places: tuple[int, ...] = ()
    roles: frozenset[int] = field(default=frozenset())
    administrator: bool = False


def asking_in(interaction: Interaction[Any]) -> Asking:
    """Whoever ran a command, pressed a button or filled a form in."""
    user = interaction.user
    return Asking(
        member=user.id,
        guild=interaction.guild_id,
        places=_places(interaction.channel, interaction.channel_id),
        roles=_roles(user),
        administrator=interaction.guild_id is not None and interaction.permissions.manage_guild,
    )


def asking_by(message: discord.Message) -> Asking:
    """Whoever wrote a message."""
    author = message.author
    return Asking(
        member=author.id,
        guild=message.guild.id if message.guild else None,
        places=_places(message.channel, message.channel.id),
        roles=_roles(author),
        administrator=isinstance(author, discord.Member) and author.guild_permissions.manage_guild,
    )


def places_of(channel: object) -> tuple[int, ...]:
    """The channel, its parent where it is a thread, and its category."""
    own = getattr(channel, "id", None)
    return _places(channel, own if isinstance(own, int) else None)


def _places(channel: object, own: int | None) -> tuple[int, ...]:
    found = [own, getattr(channel, "parent_id", None), _category(channel)]
    return tuple(dict.fromkeys(place for place in found if place))


def _category(channel: object) -> int | None:
    try:
        return getattr(channel, "category_id", None)
    except discord.ClientException:  # a thread whose parent we never saw
        return None


def _roles(user: discord.User | discord.Member) -> frozenset[int]:
    # `roles` drops those this client never saw, and a user install sees none of the server's.
    return frozenset(user._roles) if isinstance(user, discord.Member) else frozenset()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
