"""Who is in the preview's server, and what of it they can choose from: a newcomer is any of them in turn."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import discord

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    import simcord
    from simcord.actors import MemberActor
    from simcord.builders import ChannelHandle, RoleHandle

SERVER: Final = "Readers"
CHANNEL: Final = "ask-the-library"
TOPIC: Final = "Type / to see what you can do; “Viewing as” makes you another member"


@dataclass(frozen=True, slots=True)
class Members:
    """The people and the channel they meet in.

    Attributes:
        channel: Where they are.
        robin: A member.
        sasha: Another, a stranger to Robin's answers.
        jonas: One whose Discord is set to German.
        morgan: The administrator, who is a librarian.
    """

    channel: ChannelHandle
    robin: MemberActor
    sasha: MemberActor
    jonas: MemberActor
    morgan: MemberActor

    @property
    def all(self) -> list[MemberActor]:
        """All of them, the one who looks first in front."""
        return [self.robin, self.sasha, self.jonas, self.morgan]


def members_of(env: simcord.Env) -> Members:
    """A server with these people."""
    guild = env.create_guild(SERVER)
    channel = guild.create_text_channel(CHANNEL, topic=TOPIC)
    guild.create_text_channel("lounge")
    guild.create_forum_channel("questions")
    admins = discord.Permissions(manage_guild=True, manage_messages=True)
    roles = [
        guild.create_role("Administrators", permissions=admins),
        guild.create_role("Librarians"),
    ]

    def member(name: str, *has: RoleHandle) -> MemberActor:
        user = env.create_user(name.lower(), global_name=name)
        return guild.add_member(user, roles=has)

    return Members(
        channel, member("Robin"), member("Sasha"), member("Jonas"), member("Morgan", *roles)
    )


@contextmanager
def speaking(locales: Mapping[int, str]) -> Generator[None]:
    """While it lasts, these members' Discord is set to these languages; simcord's all are to English."""
    interactions: Any = import_module("simcord.interactions")
    made = interactions.base_payload

    def base_payload(*args: object, user_id: int, **known: object) -> tuple[Any, dict[str, Any]]:
        record, payload = made(*args, user_id=user_id, **known)
        return record, {**payload, "locale": locales.get(user_id, payload["locale"])}

    interactions.base_payload = base_payload
    try:
        yield
    finally:
        interactions.base_payload = made
