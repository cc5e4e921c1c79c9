"""`/footnote gaps`, `export` and `health`: what administrators may know of their server."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands
from discord.ext import commands
from sqlalchemy.exc import SQLAlchemyError

from bot.answering.model.failures import Reason
from bot.improving.export import export_of
from bot.improving.gaps import gaps_in, gold_lines
from bot.language.choosing import reader_of
from bot.language.commands import told
from bot.language.saying import say
from bot.rendering.gaps import gaps_text
from bot.telling import NOBODY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.client import FootnoteBot
    from bot.language.language import Language

_BROKEN: Final = "health.model-fails"
_MODEL: Final[Mapping[Reason | None, str]] = dict.fromkeys(Reason, _BROKEN) | {
    None: "health.works",
    Reason.UNREACHABLE: "health.model-unreachable",
    Reason.UNKNOWN: "health.model-unknown",
    Reason.REFUSED: "health.model-refused",
    Reason.SLOW: "health.model-slow",
    Reason.BUSY: "health.model-slow",
}
"""How the language model is, by what keeps it from being asked."""


class Reports(commands.Cog):
    """Commands of the administrators' group; `bot.commands.administrators.footnote` takes them in."""

    _bot: FootnoteBot

    @app_commands.command(
        name=told("command.footnote-gaps.name"),
        description=told("command.footnote-gaps.description"),
    )
    async def gaps(self, interaction: discord.Interaction) -> None:
        """Show what was left open, and hand out all of it as judged questions."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        language = reader_of(interaction)
        feedback = self._bot.state.feedback
        guild = interaction.guild_id
        opinions = await feedback.opinions(guild=guild, with_private=False)
        unanswered = await feedback.unanswered(guild=guild, with_private=False)
        found = gaps_in(unanswered, opinions)
        if not found:
            await _reply(interaction, say(language, "gaps.none"))
            return
        gold = "\n".join(gold_lines(found, opinions)) + "\n"
        said = gaps_text(found, language)
        await _reply(interaction, said, file=_file("gaps.jsonl", gold))

    @app_commands.command(
        name=told("command.footnote-export.name"),
        description=told("command.footnote-export.description"),
    )
    async def export(self, interaction: discord.Interaction) -> None:
        """Hand out everything that is kept for this server."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        guild = interaction.guild_id or 0
        rules = await self._bot.desk.door.rules(guild)
        kept = await export_of(self._bot.state, guild, rules)
        written = json.dumps(kept, ensure_ascii=False, indent=1)
        said = say(reader_of(interaction), "export.done")
        await _reply(interaction, said, file=_file(f"footnote-{guild}.json", written))

    @app_commands.command(
        name=told("command.footnote-health.name"),
        description=told("command.footnote-health.description"),
    )
    async def health(self, interaction: discord.Interaction) -> None:
        """Say whether the bot is well, in words for who does not run it."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await _reply(interaction, await self._health(reader_of(interaction)))

    async def _health(self, language: Language) -> str:
        serving = self._bot.serving
        latency = self._bot.latency  # NaN before the first heartbeat
        milliseconds = round(1000 * latency) if latency == latency else 0  # noqa: PLR0124
        lines = [
            ("health.generation", serving.generation or say(language, "health.none")),
            ("health.waiting", str(serving.waiting)),
            ("health.latency", say(language, "health.milliseconds", count=milliseconds)),
            ("health.database", say(language, await self._database())),
        ]
        if serving.worded:
            lines.append(("health.model", say(language, _MODEL[await serving.model_trouble()])))
        told_lines = "\n".join(f"**{say(language, key)}:** {value}" for key, value in lines)
        return f"### {say(language, 'health.title')}\n{told_lines}"

    async def _database(self) -> str:
        try:
            await self._bot.state.chores.mark("health")
        except SQLAlchemyError:
            return "health.fails"
        return "health.works"


async def _reply(
    interaction: discord.Interaction[Any], text: str, *, file: discord.File | None = None
) -> None:
    files = [file] if file else []
    await interaction.edit_original_response(
        content=text, attachments=files, allowed_mentions=NOBODY
    )


def _file(name: str, text: str) -> discord.File:
    return discord.File(io.BytesIO(text.encode()), filename=name)
