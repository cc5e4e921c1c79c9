"""`python -m bot`: run it, register its commands (`--sync`), or ask how it is (`--health`).

Exit codes: 0 done, 1 not healthy, 2 cannot start; a failure that an operator can mend is one
sentence on stderr, never a trace, and never tells a secret.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import BotError, DiscordError, LoginError
from bot.health import complaint_in
from bot.settings import BotSettings, Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

DONE, UNHEALTHY, CANNOT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; returns the exit code."""
    wanted = _parser().parse_args(arguments)
    try:
        if wanted.health:
            return _health(load_settings(BotSettings))
        settings = load_settings(Settings)
        if wanted.sync or wanted.sync_guild is not None:
            return asyncio.run(_sync(settings, guild=wanted.sync_guild))
        return asyncio.run(_run(settings))
    except BotError as error:
        print(f"footnote: {error}", file=sys.stderr)  # noqa: T201 - an operator reads it
        return CANNOT
    except KeyboardInterrupt:
        return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Footnote on Discord. Settings: see .env.example."
    )
    act = parser.add_mutually_exclusive_group()
    act.add_argument(
        "--sync", action="store_true", help="register the commands with Discord, then exit"
    )
    act.add_argument(
        "--sync-guild",
        type=int,
        metavar="ID",
        help="register them with one server alone, for tests: there they work at once",
    )
    act.add_argument(
        "--health", action="store_true", help="exit 0 if the running bot is well, 1 if not"
    )
    return parser


def _health(settings: BotSettings) -> int:
    complaint = complaint_in(settings.state)
    print(complaint or "well")  # noqa: T201 - a health check's log shows it
    return UNHEALTHY if complaint else DONE


async def _run(settings: Settings) -> int:
    from bot.assembly import bot_of  # noqa: PLC0415 - `--health` runs every 30 seconds without it

    _logs(settings)
    bot = bot_of(settings)
    stopping: set[asyncio.Task[None]] = set()
    asyncio.get_running_loop().add_signal_handler(
        signal.SIGTERM, lambda: stopping.add(asyncio.create_task(bot.stop_gently()))
    )
    async with bot:
        await bot.state.open()  # before Discord is asked: a full disk needs no network to be told
        with _talking_to_discord():
            await bot.start(settings.discord_token.get_secret_value())
    await asyncio.gather(*stopping)
    return DONE


async def _sync(settings: Settings, *, guild: int | None) -> int:
    from discord import Object  # noqa: PLC0415 - as above

    from bot.assembly import bot_of  # noqa: PLC0415 - as above

    _logs(settings)
    bot = bot_of(settings)
    bot.setup_hook = bot.add_commands
    where = Object(guild) if guild is not None else None
    async with bot:
        with _talking_to_discord():
            await bot.login(settings.discord_token.get_secret_value())
            if where:
                bot.tree.copy_global_to(guild=where)
            registered = await bot.tree.sync(guild=where)
    names = ", ".join(f"/{command.name}" for command in registered)
    place = f"server {guild}" if guild is not None else "every server and direct messages"
    print(f"registered {names} for {place}")  # noqa: T201 - what was done
    return DONE


@contextmanager
def _talking_to_discord() -> Generator[None]:
    """Put what an operator can mend into a sentence."""
    import discord  # noqa: PLC0415 - as above

    try:
        yield
    except discord.LoginFailure as error:
        raise LoginError from error
    except discord.HTTPException as error:
        raise DiscordError(f"it answered {error.status} {error.text}".strip()) from error
    except (discord.DiscordException, OSError) as error:
        raise DiscordError(type(error).__name__) from error


def _logs(settings: Settings) -> None:
    from bot.logs import set_up_logs  # noqa: PLC0415 - as above

    secrets = [settings.discord_token.get_secret_value()]
    if settings.database_url:
        secrets.append(settings.database_url.get_secret_value())
    if settings.llm_api_key:
        secrets.append(settings.llm_api_key.get_secret_value())
    set_up_logs(settings.log_level, secrets=secrets)


if __name__ == "__main__":
    sys.exit(main())
