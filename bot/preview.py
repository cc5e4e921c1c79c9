"""The real bot on a simulated Discord with a page to look at: no token, and nothing leaves loopback.

simcord's clock stands still between two acts, so a cooldown would never end here: it is off. A
library is looked at once; a new generation is seen after a restart of the preview. A language model's
deadline never comes either: one that hangs is waited for.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from bot.assembly import bot_of
from bot.errors import BotError
from bot.settings import BotSettings
from index.errors import MissingPackageError
from index.store.library import Library

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from simcord.preview import Preview

    from bot.model_settings import ModelSettings

SLOWEST_ANSWER_SECONDS: Final = 120.0
"""How long simcord waits for the bot after each act; its own 5 s are short for a busy machine."""

NAME: Final = "Footnote"
SERVER: Final = "Readers"
CHANNEL: Final = "ask-the-library"
TOPIC: Final = "Type /ask and a question in plain words"
MEMBER: Final = "robin"


@asynccontextmanager
async def preview(
    library: Path, *, port: int = 0, model: ModelSettings | None = None
) -> AsyncGenerator[Preview]:
    """A page on loopback with one channel, where a member can ask the bot over this library.

    Args:
        library: Its folder.
        port: The page's; 0 for any that is free.
        model: The language model that words answers, if any.

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
                if bot.user:
                    await bot.user.edit(username=NAME)
                guild = env.create_guild(SERVER)
                channel = guild.create_text_channel(CHANNEL, topic=TOPIC)
                member = guild.add_member(env.create_user(MEMBER, global_name=MEMBER.title()))
                await bot.tree.sync()
                try:
                    async with env.preview(
                        channel, viewers=[member], layout="channel", port=port
                    ) as page:
                        yield page
                except simcord.SetupError as error:
                    raise BotError(str(error)) from error
        finally:
            await env.shutdown()
            await bot.close()


def _simcord() -> Any:  # noqa: ANN401 - a module, and one that need not be there
    try:
        for needed in ("markdown_it", "linkify_it", "regex", "PIL"):
            import_module(needed)
        return import_module("simcord")
    except ModuleNotFoundError as error:
        raise MissingPackageError(error.name or "simcord", "preview") from error
