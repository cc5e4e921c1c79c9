"""The bot, built from ready parts: it wires them to Discord and keeps none of their rules."""

from __future__ import annotations

import asyncio
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import discord
import structlog
from discord.ext import commands, tasks
from typing_extensions import override

from bot.commands.administrators.footnote import Footnote
from bot.commands.alerts import Alerts
from bot.commands.deletions import Deletions
from bot.commands.forms import Forms
from bot.commands.lookups.about import About
from bot.commands.lookups.article import OneArticle
from bot.commands.lookups.brief import Brief
from bot.commands.lookups.latest import OverTime
from bot.commands.lookups.search import Search
from bot.commands.menus import Menus
from bot.commands.privacy import Privacy
from bot.commands.questions.ask import Ask
from bot.commands.questions.forum import ForumPosts
from bot.commands.questions.mentions import Mentions
from bot.cooldown import Cooldown
from bot.desk.desk import Desk
from bot.desk.ledger import Ledger
from bot.desk.lookups import Lookups
from bot.health import BEAT_SECONDS, Health, write_health
from bot.improving.opinions import Opinions
from bot.keeping.forgetting import forget_old
from bot.keeping.keeper import Keeper
from bot.language.commands import CommandTranslator
from bot.speaking.doorkeeper import Doorkeeper
from bot.telling import NOBODY, tell_failure
from bot.views.buttons import BUTTONS
from bot.views.depths import DEPTH_BUTTONS
from bot.views.feedback import FEEDBACK_BUTTONS
from bot.views.going_on import GOING_ON
from bot.views.panel import AskHere
from bot.views.privacy import DeleteKept
from bot.views.sending import Dress, Form
from bot.views.settings_page import SettingsMenu
from bot.views.turning import LOOKUP_BUTTONS
from bot.views.unsubscribe import Unsubscribe

if TYPE_CHECKING:
    from collections.abc import Generator

    from discord import app_commands

    from bot.serving.serving import Serving
    from bot.settings import BotSettings
    from bot.state.state import State

log = structlog.get_logger(__name__)

# The bot never speaks; without these, discord.py warns of missing voice libraries at each start.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False

COGS = (
    Ask, Mentions, ForumPosts, Footnote, Forms, Alerts, Privacy, Search, OneArticle, OverTime, Brief,
    About, Menus, Deletions,
)  # fmt: skip

_DAY = 24 * 60 * 60
_GRACE_SECONDS = 10.0
"""How long members who are being answered keep a closing bot up; a container is killed after 30."""


class FootnoteBot(commands.Bot):
    """Footnote on Discord.

    Logging in opens the state, registers the buttons and begins to look for a library; nothing is
    read from the environment, and no commands are registered with Discord (`python -m bot --sync`).

    Args:
        settings: How it behaves.
        serving: What answers; closed with the bot.
        state: What it remembers; opened at login, closed with the bot.

    Raises:
        StateError: At login, where the state cannot be opened.
    """

    def __init__(self, *, settings: BotSettings, serving: Serving, state: State) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=discord.Intents.default(),  # nothing privileged
            allowed_mentions=NOBODY,
        )
        self.settings = settings
        self.serving = serving
        self.state = state
        door = Doorkeeper(
            state.servers, Cooldown(settings.cooldown_seconds), everywhere=settings.everywhere
        )
        self.opinions = Opinions(state, door)
        self.ledger = Ledger(serving, state, door)
        self.desk = Desk(
            serving=serving,
            state=state,
            door=door,
            ledger=self.ledger,
            conversation_minutes=settings.conversation_minutes,
        )
        self.lookups = Lookups(serving, minutes=settings.conversation_minutes)
        self.dress = Dress(Form(settings.layout))
        self._connected = False
        self._hinted = False
        self._at_work = 0
        self._look = tasks.loop(seconds=settings.poll_seconds)(self._look_for_library)
        self.keeper = Keeper(self, recheck_days=settings.recheck_days)
        self._keep = tasks.loop(seconds=settings.poll_seconds)(self.keeper.turn)
        self._beat = tasks.loop(seconds=BEAT_SECONDS)(self._write_health)
        self._tidy = tasks.loop(seconds=_DAY)(self._forget)
        self._loops = (self._look, self._beat, self._tidy, self._keep)
        self.tree.on_error = self._on_command_error

    @override
    async def setup_hook(self) -> None:
        await self.add_commands()
        self.add_dynamic_items(
            *BUTTONS,
            *FEEDBACK_BUTTONS,
            *LOOKUP_BUTTONS,
            *GOING_ON,
            *DEPTH_BUTTONS,
            SettingsMenu,
            Unsubscribe,
            DeleteKept,
            AskHere,
        )
        await self.state.open()
        for loop in self._loops:
            loop.start()

    async def add_commands(self) -> None:
        """Make the commands known to this client; Discord is not told."""
        await self.tree.set_translator(CommandTranslator())
        for cog in COGS:
            await self.add_cog(cog(self))

    @contextmanager
    def at_work(self) -> Generator[None]:
        """While a member is being answered, closing waits."""
        self._at_work += 1
        try:
            yield
        finally:
            self._at_work -= 1

    async def stop_gently(self) -> None:
        """Close, once those who are being answered have their answers, or `_GRACE_SECONDS` later."""
        until = time.monotonic() + _GRACE_SECONDS
        while self._at_work and time.monotonic() < until:  # noqa: ASYNC110 - once in a bot's life
            await asyncio.sleep(0.1)
        await self.close()

    @override
    async def close(self) -> None:
        running = [task for loop in self._loops if (task := loop.get_task())]
        for task in running:
            task.cancel()
        # Each gives its connection back before the database is let go of.
        await asyncio.gather(*running, return_exceptions=True)
        await super().close()
        await self.serving.close()
        await self.state.close()

    @override
    async def on_message(self, message: discord.Message, /) -> None:
        """Nothing: `Mentions` listens, and there are no prefix commands."""

    async def on_ready(self) -> None:
        """Discord has told us of every server."""
        self._connected = True
        log.info("connected", user=str(self.user), servers=len(self.guilds))
        await self._write_health()
        await self._hint_at_sync()

    async def on_resumed(self) -> None:
        """The gateway is back, and nothing was missed."""
        self._connected = True

    async def on_disconnect(self) -> None:
        """The gateway is gone; discord.py connects again by itself."""
        self._connected = False

    @override
    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:
        log.exception("an event handler failed", event_name=event_method)  # noqa: LOG004 - inside one

    async def _on_command_error(
        self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError
    ) -> None:
        name = interaction.command.qualified_name if interaction.command else "unknown"
        await tell_failure(interaction, error, where=f"/{name}")

    async def _look_for_library(self) -> None:
        try:
            await self.serving.look()
        except Exception:  # a look that fails in a new way must not be the last one
            log.exception("looking for a library failed")

    async def _hint_at_sync(self) -> None:
        """A newcomer's bot without commands looks broken: say what is missing."""
        try:
            known = {command.name for command in await self.tree.fetch_commands()}
        except discord.HTTPException:
            return
        missing = {command.name for command in self.tree.get_commands()} - known
        if missing and not self._hinted:
            self._hinted = True
            log.warning("Discord does not know all commands; run `python -m bot --sync` once")

    async def _write_health(self) -> None:
        health = Health(
            at=time.time(),
            connected=self._connected,
            generation=self.serving.generation,
            trouble=self.serving.trouble,
        )
        try:
            await asyncio.to_thread(write_health, self.settings.state, health)
        except OSError as error:
            log.warning("cannot write the health file", reason=error.strerror)

    async def _forget(self) -> None:
        try:
            await forget_old(self.state, self.settings)
        except Exception:  # as for a look
            log.exception("forgetting what is old failed")
