"""`/footnote`: what administrators choose for their server, each choice a command, all on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands
from typing_extensions import override

from bot.commands.administrators.panel import Panels
from bot.commands.administrators.reports import Reports
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.language.language import Language
from bot.refusals import LimitOfNobodyError, refuse_both
from bot.rendering.choices import TONE_KEYS
from bot.speaking import changes
from bot.speaking.tongue import OWN
from bot.telling import NOBODY
from bot.views.settings_page import settings_page

if TYPE_CHECKING:
    from bot.client import FootnoteBot
    from bot.state.servers import ServerRules

Channel = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.ForumChannel
    | discord.CategoryChannel
)
_LANGUAGES = [app_commands.Choice(name=told("settings.language-auto"), value=OWN)] + [
    app_commands.Choice(name=language.name_of_its_own, value=language.value)
    for language in Language
]
_TONES = [app_commands.Choice(name=told(key), value=tone) for tone, key in TONE_KEYS.items()]


@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
class Footnote(
    Reports,
    Panels,
    commands.GroupCog,
    group_name=told("command.footnote.name"),
    group_description=told("command.footnote.description"),
):
    """The administrators' commands."""

    def __init__(self, bot: FootnoteBot) -> None:
        self._bot = bot

    @override
    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Only who may manage the server, whatever its command permissions say."""
        return interaction.guild_id is not None and interaction.permissions.manage_guild

    @app_commands.command(
        name=told("command.footnote-channels.name"),
        description=told("command.footnote-channels.description"),
    )
    @app_commands.rename(
        everywhere=told("option.everywhere.name"),
        allow=told("option.allow-channel.name"),
        deny=told("option.deny-channel.name"),
        dedicated=told("option.dedicated.name"),
        forget=told("option.forget-channel.name"),
    )
    @app_commands.describe(
        everywhere=told("option.everywhere.description"),
        allow=told("option.allow-channel.description"),
        deny=told("option.deny-channel.description"),
        dedicated=told("option.dedicated.description"),
        forget=told("option.forget-channel.description"),
    )
    async def channels(
        self,
        interaction: discord.Interaction,
        *,
        everywhere: bool | None = None,
        allow: Channel | None = None,
        deny: Channel | None = None,
        dedicated: discord.TextChannel | None = None,
        forget: Channel | None = None,
    ) -> None:
        """Choose where the bot speaks."""
        refuse_both(deny, allow, dedicated)
        refuse_both(forget, allow, deny, dedicated)
        before = rules = await self._rules(interaction)
        if everywhere is not None:
            rules = replace(rules, everywhere=everywhere)
        for channel, change in (
            (forget, changes.forget_channel),
            (allow, changes.allow_channel),
            (deny, changes.deny_channel),
            (dedicated, changes.dedicate_channel),
        ):
            rules = change(rules, channel.id) if channel else rules
        await self._show(interaction, rules, before)
        if dedicated and dedicated.id not in before.dedicated:
            await self._post(interaction, dedicated)

    @app_commands.command(
        name=told("command.footnote-roles.name"),
        description=told("command.footnote-roles.description"),
    )
    @app_commands.rename(
        allow=told("option.allow-role.name"),
        remove=told("option.remove-role.name"),
        human=told("option.human.name"),
    )
    @app_commands.describe(
        allow=told("option.allow-role.description"),
        remove=told("option.remove-role.description"),
        human=told("option.human.description"),
    )
    async def roles(
        self,
        interaction: discord.Interaction,
        allow: discord.Role | None = None,
        remove: discord.Role | None = None,
        human: discord.Role | None = None,
    ) -> None:
        """Choose who may ask, and who is called for a person."""
        refuse_both(remove, allow)
        before = rules = await self._rules(interaction)
        rules = changes.remove_role(rules, remove.id) if remove else rules
        rules = changes.allow_role(rules, allow.id) if allow else rules
        rules = replace(rules, human_role=human.id) if human else rules
        await self._show(interaction, rules, before)

    @app_commands.command(
        name=told("command.footnote-limits.name"),
        description=told("command.footnote-limits.description"),
    )
    @app_commands.rename(
        member=told("option.member-hour.name"),
        server=told("option.server-hour.name"),
        role=told("option.limited-role.name"),
        hourly=told("option.role-hour.name"),
    )
    @app_commands.describe(
        member=told("option.member-hour.description"),
        server=told("option.server-hour.description"),
        role=told("option.limited-role.description"),
        hourly=told("option.role-hour.description"),
    )
    async def limits(
        self,
        interaction: discord.Interaction,
        member: app_commands.Range[int, 0, 10_000] | None = None,
        server: app_commands.Range[int, 0, 1_000_000] | None = None,
        role: discord.Role | None = None,
        hourly: app_commands.Range[int, 0, 10_000] | None = None,
    ) -> None:
        """Choose how often members may ask."""
        if hourly is not None and role is None:
            raise LimitOfNobodyError
        before = rules = await self._rules(interaction)
        rules = replace(rules, member_hour=member or None) if member is not None else rules
        rules = replace(rules, server_hour=server or None) if server is not None else rules
        rules = changes.limit_role(rules, role.id, hourly or 0) if role else rules
        await self._show(interaction, rules, before)

    @app_commands.command(
        name=told("command.footnote-language.name"),
        description=told("command.footnote-language.description"),
    )
    @app_commands.rename(language=told("option.language.name"))
    @app_commands.describe(language=told("option.language.description"))
    @app_commands.choices(language=_LANGUAGES)
    async def language(self, interaction: discord.Interaction, language: str) -> None:
        """Choose the language of answers."""
        before = await self._rules(interaction)
        await self._show(interaction, replace(before, language=language), before)

    @app_commands.command(
        name=told("command.footnote-tone.name"),
        description=told("command.footnote-tone.description"),
    )
    @app_commands.rename(tone=told("option.tone.name"))
    @app_commands.describe(tone=told("option.tone.description"))
    @app_commands.choices(tone=_TONES)
    async def tone(self, interaction: discord.Interaction, tone: str) -> None:
        """Choose the tone of answers."""
        before = await self._rules(interaction)
        await self._show(interaction, replace(before, tone=tone), before)

    @app_commands.command(
        name=told("command.footnote-mention-replies.name"),
        description=told("command.footnote-mention-replies.description"),
    )
    @app_commands.rename(on=told("option.on.name"))
    @app_commands.describe(on=told("option.on.description"))
    async def mention_replies(self, interaction: discord.Interaction, *, on: bool) -> None:
        """Choose whether mentions are answered."""
        before = await self._rules(interaction)
        await self._show(interaction, replace(before, mention_replies=on), before)

    @app_commands.command(
        name=told("command.footnote-forum.name"),
        description=told("command.footnote-forum.description"),
    )
    @app_commands.rename(on=told("option.on.name"), channel=told("option.forum-channel.name"))
    @app_commands.describe(
        on=told("option.on.description"), channel=told("option.forum-channel.description")
    )
    async def forum(
        self,
        interaction: discord.Interaction,
        *,
        on: bool,
        channel: discord.ForumChannel | None = None,
    ) -> None:
        """Choose whether posts in forums are answered."""
        before = await self._rules(interaction)
        forum = channel.id if channel else None
        await self._show(interaction, changes.answer_forum(before, on=on, forum=forum), before)

    @app_commands.command(
        name=told("command.footnote-settings.name"),
        description=told("command.footnote-settings.description"),
    )
    async def settings(self, interaction: discord.Interaction) -> None:
        """Show all choices on a page that changes them."""
        rules = await self._rules(interaction)
        await self._show(interaction, rules, rules)

    async def _rules(self, interaction: discord.Interaction) -> ServerRules:
        return await self._bot.desk.door.rules(interaction.guild_id)

    async def _show(
        self, interaction: discord.Interaction, rules: ServerRules, before: ServerRules
    ) -> None:
        """Keep what changed, and show the page to the administrator alone."""
        door = self._bot.desk.door
        if rules != before and interaction.guild_id is not None:
            await door.choose(interaction.guild_id, rules)
        page = settings_page(
            rules, reader_of(interaction), everywhere=door.everywhere, saved=rules != before
        )
        await interaction.response.send_message(view=page, ephemeral=True, allowed_mentions=NOBODY)
