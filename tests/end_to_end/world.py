"""What the fake Discord tells of people, places and messages, in the words of Discord's gateway.

Every id is a snowflake of this very moment: discord.py reads an interaction's age from its id.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final

Payload = dict[str, Any]

DISCORD_EPOCH_MS: Final = 1_420_070_400_000
PERMISSIONS: Final = str((1 << 50) - 1)
VIEW_SEND_AND_LINK: Final = str(1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 31)

_numbers = count()


def snowflake() -> str:
    """A new id, made now."""
    milliseconds = int(time.time() * 1000) - DISCORD_EPOCH_MS
    return str(milliseconds << 22 | next(_numbers) & 0x3FFFFF)


APPLICATION: Final = snowflake()
BOT: Final = APPLICATION
OWNER: Final = snowflake()
GUILD: Final = snowflake()
CHANNEL: Final = snowflake()

# No real token: two parts are words in base64, and Discord would know none of them.
TOKEN: Final = "Zm9vdG5vdGUtaW4tdGVzdHM.Zm9vdG4.Zm9vdG5vdGUtYnVpbHQtZm9yLXRlc3Rz"  # noqa: S105


def now() -> str:
    """This moment as Discord writes it."""
    return datetime.now(UTC).isoformat()


def user(user_id: str, name: str, *, bot: bool = False) -> Payload:
    """A user."""
    return {
        "id": user_id,
        "username": name,
        "discriminator": "0",
        "global_name": name.title(),
        "avatar": None,
        "bot": bot,
        "flags": 0,
        "public_flags": 0,
    }


def bot_user() -> Payload:
    """The bot itself."""
    return user(BOT, "footnote", bot=True) | {"verified": True, "mfa_enabled": False, "email": None}


def member(of: Payload | None = None) -> Payload:
    """A member of the guild: without the user as in a message, with it as in an interaction."""
    facts: Payload = {
        "roles": [],
        "joined_at": "2024-01-01T00:00:00+00:00",
        "premium_since": None,
        "nick": None,
        "avatar": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
        "communication_disabled_until": None,
    }
    return facts if of is None else facts | {"user": of, "permissions": VIEW_SEND_AND_LINK}


def application() -> Payload:
    """The application the bot belongs to."""
    return {
        "id": APPLICATION,
        "name": "Footnote",
        "icon": None,
        "description": "",
        "rpc_origins": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(OWNER, "owner"),
        "team": None,
        "verify_key": "0" * 64,
        "flags": 0,
        "bot": bot_user(),
        "interactions_endpoint_url": None,
        "approximate_guild_count": 1,
    }


def channel(channel_id: str = CHANNEL) -> Payload:
    """The guild's text channel."""
    return {
        "id": channel_id,
        "guild_id": GUILD,
        "name": "library",
        "type": 0,
        "position": 0,
        "topic": None,
        "nsfw": False,
        "parent_id": None,
        "permission_overwrites": [],
        "rate_limit_per_user": 0,
        "last_message_id": None,
        "flags": 0,
    }


def guild() -> Payload:
    """The guild as it is told when the bot comes online."""
    everyone: Payload = {
        "id": GUILD,
        "name": "@everyone",
        "permissions": VIEW_SEND_AND_LINK,
        "position": 0,
        "color": 0,
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": GUILD,
        "name": "Readers",
        "icon": None,
        "owner_id": OWNER,
        "preferred_locale": "en-US",
        "premium_tier": 0,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "system_channel_flags": 0,
        "afk_timeout": 300,
        "features": [],
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "channels": [channel()],
        "threads": [],
        "members": [member() | {"user": bot_user()}],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "member_count": 2,
        "large": False,
        "unavailable": False,
        "joined_at": "2024-01-01T00:00:00+00:00",
    }


def message(author: Payload, channel_id: str, body: Payload) -> Payload:
    """A message as Discord stores it, from what was sent."""
    return {
        "id": snowflake(),
        "channel_id": channel_id,
        "author": author,
        "content": body.get("content") or "",
        "timestamp": now(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [{"type": "rich"} | embed for embed in body.get("embeds") or []],
        "components": body.get("components") or [],
        "pinned": False,
        "type": 19 if body.get("message_reference") else 0,
        "flags": body.get("flags") or 0,
    } | ({"message_reference": body["message_reference"]} if body.get("message_reference") else {})


def text_of(message: Payload) -> str:
    """Every word a reader of the message sees: content, embeds and text displays."""
    words: list[str] = []

    def gather(part: object) -> None:
        if isinstance(part, dict):
            for name, value in part.items():
                if name in {"content", "description", "title", "value", "text", "label", "name"}:
                    words.extend([value] if isinstance(value, str) else [])
                gather(value)
        elif isinstance(part, list):
            for element in part:
                gather(element)

    gather({name: message.get(name) for name in ("content", "embeds", "components")})
    return "\n".join(words)
