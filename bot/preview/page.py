"""The page: the real bot on loopback, where a newcomer is any of four members in turn.

simcord's clock stands still between two acts, so a cooldown would never end here: it is off. A language
model's deadline never comes either: one that hangs is waited for.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Literal

from bot.assembly import bot_of
from bot.errors import BotError
from bot.preview.members import members_of, speaking
from bot.preview.right_click import RightClick
from bot.settings import BotSettings
from index.errors.asked import MissingPackageError
from index.errors.library import LibraryError
from index.store.library import Library

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    import simcord
    from simcord.preview import Preview

    from bot.client import FootnoteBot
    from bot.model_settings import ModelSettings
    from bot.preview.members import Members

    Place = Literal["channel", "direct"]
    Layout = Literal["components", "embed"]

SLOWEST_ANSWER_SECONDS: Final = 120.0
"""How long simcord waits for the bot after each act; its own 5 s are short for a busy machine."""

NAME: Final = "Footnote"

_LOOK_SECONDS: Final = 2.0
"""Between two looks whether a new generation was published, on the wall's clock."""

_TURNS: Final = 4
"""Of the bot's chores after a new generation: to serve it, to know what is new in it, and to tell."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A preview that is served.

    Attributes:
        page: simcord's.
        env: The simulated Discord.
        bot: The real one.
        members: Who is there.
    """

    page: Preview
    env: simcord.Env
    bot: FootnoteBot
    members: Members

    @property
    def url(self) -> str:
        """The page's address, which opens it to whoever has it."""
        return self.page.url

    async def catch_up(self) -> None:
        """Let the bot serve the library's current generation and do its chores, and show what it said."""
        await self.env.advance_time(_TURNS * (self.bot.settings.poll_seconds + 0.1))
        await self.page.refresh()


@asynccontextmanager
async def preview(
    library: Path,
    *,
    port: int = 0,
    model: ModelSettings | None = None,
    place: Place = "channel",
    layout: Layout = "components",
) -> AsyncGenerator[Staged]:
    """A page on loopback where members can use the bot over this library.

    A generation that is published meanwhile is served after a moment, and alerts tell of it.

    Args:
        library: Its folder.
        port: The page's; 0 for any that is free.
        model: The language model that words answers, if any.
        place: A channel of a server, or a member's direct messages with the bot.
        layout: How answers are dressed.

    Raises:
        MissingPackageError: simcord is not installed.
        LibraryError: The library cannot be served.
        BotError: As before, found on opening it; or the page cannot be served.
    """
    simcord = _simcord()
    Library(library).current()
    with TemporaryDirectory(prefix="footnote-preview-") as state:
        # Validated, not constructed: the settings of a bot on this machine are no concern here.
        bot = bot_of(
            BotSettings.model_validate(
                {
                    "library": library,
                    "state": Path(state),
                    "cooldown_seconds": 0,
                    "layout": layout,
                    **(model.model_dump() if model else {}),
                }
            )
        )
        await bot.serving.look()
        if bot.serving.trouble:
            await bot.serving.close()
            raise BotError(bot.serving.trouble)
        env = simcord.Env(bot, settle_timeout=SLOWEST_ANSWER_SECONDS)
        await env.start()
        try:
            with env.time_context():
                async with _served(
                    env, bot, port=port, place=place, error=simcord.SetupError
                ) as it:
                    yield it
        finally:
            await env.shutdown()
            await bot.serving.close()
            await bot.state.close()


@asynccontextmanager
async def _served(
    env: simcord.Env, bot: FootnoteBot, *, port: int, place: Place, error: type[Exception]
) -> AsyncGenerator[Staged]:
    if bot.user:
        await bot.user.edit(username=NAME)
    members = members_of(env)
    await bot.add_cog(RightClick(bot))
    await bot.tree.sync()
    await env.advance_time(bot.settings.poll_seconds + 0.1)  # what is in the library now is not new
    robin = members.robin.user
    where = (robin.dm_channel, [robin]) if place == "direct" else (members.channel, members.all)
    try:
        with speaking({members.jonas.id: "de"}):
            async with env.preview(
                where[0],
                viewers=where[1],
                layout="channel",
                port=port,
                presentation_time=datetime.now(
                    UTC
                ),  # the bot's is the wall's clock, simcord's is not
            ) as page:
                staged = Staged(page, env, bot, members)
                watching = asyncio.create_task(_watch(staged, error))
                try:
                    yield staged
                finally:
                    watching.cancel()
    except error as raised:
        raise BotError(str(raised)) from raised


async def _watch(staged: Staged, error: type[Exception]) -> None:
    """Catch up whenever a generation was published."""
    library = Library(staged.bot.settings.library)
    while True:
        await asyncio.sleep(_LOOK_SECONDS)
        # Whatever is wrong with it now, or whoever acts just now: there is another look.
        with suppress(LibraryError, error):
            if await asyncio.to_thread(library.current) != staged.bot.serving.generation:
                await staged.catch_up()


def _simcord() -> Any:  # noqa: ANN401 - a module, and one that need not be there
    try:
        for needed in ("markdown_it", "linkify_it", "regex", "PIL"):
            import_module(needed)
        return import_module("simcord")
    except ModuleNotFoundError as error:
        raise MissingPackageError(error.name or "simcord", "preview") from error
