"""An administrator, and what the bot shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import discord

from tests.bot.conftest import words

if TYPE_CHECKING:
    from simcord import InteractionResult

    from tests.bot.conftest import World


def administrator(world: World) -> Any:
    role = world.guild.create_role("chiefs", permissions=discord.Permissions(manage_guild=True))
    return world.guild.add_member(world.env.create_user("chief"), roles=[role])


def page(result: InteractionResult) -> str:
    assert result.ephemeral
    return words(result.response)
