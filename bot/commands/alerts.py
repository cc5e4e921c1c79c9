"""`/alerts`: who wants to hear of new articles on what, where and how often."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING, Final, Literal

import discord
from discord import app_commands
from discord.ext import commands

from bot.desk.question import checked
from bot.errors import NotReadyError
from bot.keeping.ending import end_alert
from bot.keeping.news import gist_of
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.language.saying import say
from bot.refusals import CannotAlertHereError, NotYourAlertError, TooManyAlertsError
from bot.rendering.limits import CONTENT, LONGEST_QUESTION, length
from bot.rendering.text import clipped, plain
from bot.speaking.asking import asking_in
from bot.speaking.tongue import language_for
from bot.state.alerts import Alert
from bot.telling import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.client import FootnoteBot
    from bot.language.language import Language

MOST: Final = 25
"""Alerts of a server's channels together, and of a member in direct messages: as many as a list of
suggestions shows."""

_TOPIC: Final = 60
_CHOICE: Final = 100
"""Letters of a suggestion. https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure"""


class Alerts(
    commands.GroupCog,
    group_name=told("command.alerts.name"),
    group_description=told("command.alerts.description"),
):
    """The commands."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @app_commands.command(
        name=told("command.alerts-add.name"), description=told("command.alerts-add.description")
    )
    @app_commands.rename(
        topic=told("option.alert-topic.name"),
        where=told("option.alert-where.name"),
        when=told("option.alert-when.name"),
    )
    @app_commands.describe(
        topic=told("option.alert-topic.description"),
        where=told("option.alert-where.description"),
        when=told("option.alert-when.description"),
    )
    @app_commands.choices(
        where=[
            app_commands.Choice(name=told("alert.direct"), value="direct"),
            app_commands.Choice(name=told("alert.here"), value="here"),
        ],
        when=[
            app_commands.Choice(name=told("alert.at-once"), value="at once"),
            app_commands.Choice(name=told("alert.weekly"), value="weekly"),
        ],
    )
    async def add(
        self,
        interaction: discord.Interaction,
        topic: app_commands.Range[str, 2, LONGEST_QUESTION],
        where: Literal["direct", "here"] = "direct",
        when: Literal["at once", "weekly"] = "at once",
    ) -> None:
        """Tell of new articles from now on."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        subject = checked(topic)
        here = where == "here" and interaction.guild_id is not None
        door = self._bot.desk.door
        if refusal := await door.refusal(asking_in(interaction)):
            raise refusal
        if here:
            _check_channel(interaction)
        rules = await door.rules(interaction.guild_id if here else None)
        own = reader_of(interaction)
        alert = Alert(
            id=secrets.token_hex(8),
            owner=interaction.user.id,
            guild=interaction.guild_id if here else None,
            channel=interaction.channel_id if here else None,
            topic=subject,
            weekly=when == "weekly",
            language=language_for(rules, own, private=not here),
            made=int(time.time()),
            told_until=int(time.time()),
            generation=self._bot.serving.generation or "",
            answer=await self._gist(subject),
        )
        if await self._bot.state.alerts.count(guild=alert.guild, owner=alert.owner) >= MOST:
            raise TooManyAlertsError(MOST)
        await self._bot.state.alerts.add(alert)
        said = say(
            own,
            "alert.added",
            topic=clipped(subject, _TOPIC),
            where=_within(say(own, "alert.here" if here else "alert.to-you")),
            when=_within(say(own, "alert.weekly" if alert.weekly else "alert.at-once")),
        )
        await interaction.edit_original_response(content=said, allowed_mentions=NOBODY)

    @app_commands.command(
        name=told("command.alerts-list.name"), description=told("command.alerts-list.description")
    )
    async def list(self, interaction: discord.Interaction) -> None:
        """Show the member's alerts, and those of the server's channels."""
        language = reader_of(interaction)
        said = alerts_text(await self._seen(interaction), language)
        await interaction.response.send_message(said, ephemeral=True, allowed_mentions=NOBODY)

    @app_commands.command(
        name=told("command.alerts-remove.name"),
        description=told("command.alerts-remove.description"),
    )
    @app_commands.rename(alert=told("option.alert.name"))
    @app_commands.describe(alert=told("option.alert.description"))
    async def remove(self, interaction: discord.Interaction, alert: str) -> None:
        """End an alert."""
        ended = await end_alert(self._bot, alert, interaction)
        said = say(reader_of(interaction), "alert.removed", topic=clipped(ended.topic, _TOPIC))
        await interaction.response.send_message(said, ephemeral=True, allowed_mentions=NOBODY)

    @remove.autocomplete("alert")
    async def _suggest(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        seen = await self._seen(interaction)
        wanted = [alert for alert in seen if typed.casefold() in alert.topic.casefold()]
        return [
            app_commands.Choice(name=plain(alert.topic)[:_CHOICE], value=alert.id)
            for alert in wanted[:MOST]
        ]

    async def _seen(self, interaction: discord.Interaction) -> tuple[Alert, ...]:
        """What the member may know of: their own, and the channels' of this server."""
        own = await self._bot.state.alerts.of_owner(interaction.user.id)
        guild = interaction.guild_id
        servers = await self._bot.state.alerts.of_guild(guild) if guild is not None else ()
        return tuple({alert.id: alert for alert in (*own, *servers)}.values())

    async def _gist(self, topic: str) -> str:
        """What the library answers now; "" where it cannot be asked, and then the next look tells."""
        try:
            found = await self._bot.serving.consult(lambda answerer: answerer.found(topic))
        except NotReadyError:
            return ""
        return gist_of(found.answer)


def alerts_text(alerts: Iterable[Alert], language: Language) -> str:
    """The alerts, a line each, for as long as they fit into one message."""
    lines: list[str] = []
    room = CONTENT
    for alert in alerts:
        line = f"- {_line(alert, language)}"
        room -= length(line) + 1
        if room < 0:
            break
        lines.append(line)
    return "\n".join(lines) or say(language, "alert.none")


def _within(words: str) -> str:
    """The words of a choice within a sentence; German nouns keep their capitals."""
    return words[:1].lower() + words[1:]


def _check_channel(interaction: discord.Interaction) -> None:
    if not interaction.permissions.manage_messages:
        raise NotYourAlertError
    allowed = interaction.app_permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    may = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    if not (may and allowed.view_channel):
        raise CannotAlertHereError


def _line(alert: Alert, language: Language) -> str:
    where = f"<#{alert.channel}>" if alert.channel else say(language, "alert.direct")
    when = say(language, "alert.weekly" if alert.weekly else "alert.at-once")
    return f"{clipped(alert.topic, _TOPIC)} · {where} · {when}"
