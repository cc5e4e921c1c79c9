"""Ways to meet the bot that simcord has no verb for: menus in direct messages, servers it is no member of."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from simcord import actors, interactions
from simcord.backend import serializers
from simcord.enums import AppCommandType, InteractionType

if TYPE_CHECKING:
    from collections.abc import Generator

    from tests.bot.conftest import World

STRANGE_SERVER = 987_654_321_098_765_432


async def menu_in_dm(world: World, member: Any, name: str, message: Any) -> Any:
    """A member opens the menu of a message in their direct messages with the bot."""
    user, backend = member.user, world.env.backend
    root = actors._resolve_visible_command(user, user.dm_channel.id, name, AppCommandType.MESSAGE)
    stored = backend.get_message(message.channel.id, message.id)
    data = {
        "id": root["id"],
        "name": root["name"],
        "type": AppCommandType.MESSAGE,
        "target_id": str(message.id),
        "resolved": {
            "messages": {str(message.id): dict(serializers.message_payload(backend, stored))}
        },
    }
    return await actors._dispatch_actor_interaction(
        user, InteractionType.APPLICATION_COMMAND, user.dm_channel, data
    )


@contextmanager
def installed_by_the_member_alone() -> Generator[None]:
    """While it lasts, interactions come from a server that the bot is no member of and never saw."""
    made = interactions.base_payload

    def base_payload(*args: Any, **kwargs: Any) -> Any:
        record, payload = made(*args, **kwargs)
        user = payload["member"]["user"]["id"]
        strange = {
            "guild_id": str(STRANGE_SERVER),
            "guild": {"id": str(STRANGE_SERVER), "locale": "en-US", "features": []},
            "authorizing_integration_owners": {"1": user},
        }
        return record, {**payload, **strange}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interactions, "base_payload", base_payload)
        yield


@contextmanager
def heard_too_late() -> Generator[None]:
    """While it lasts, three seconds have passed before the bot says anything."""
    made = interactions.base_payload

    def base_payload(*args: Any, **kwargs: Any) -> Any:
        record, payload = made(*args, **kwargs)
        record.initial_response_deadline = "2000-01-01T00:00:00+00:00"
        return record, payload

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(interactions, "base_payload", base_payload)
        yield
