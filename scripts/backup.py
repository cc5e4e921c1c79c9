"""A copy of what the bot remembers, taken while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.errors import StateError
from bot.settings import BotSettings, load_settings
from bot.state.backup import back_up
from scripts.parts.console import AsJson, command_line, door, say, say_json

app = command_line(__doc__)

Target = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The copy; an older one is replaced once it is whole."),
]


@app.command()
def backup(file: Target, *, as_json: AsJson = False) -> None:
    """Copy the database in the state folder to FILE; settings as for the bot."""
    with door():
        settings = load_settings(BotSettings)
        if settings.database_url is not None:
            raise StateError(
                "FOOTNOTE_DATABASE_URL names another database; copy it with its own tool, "
                "such as pg_dump"
            )
        size = back_up(settings.state, file)
        if as_json:
            say_json({"file": str(file), "bytes": size})
        else:
            say(f"{file}: {size:,} bytes")


if __name__ == "__main__":
    app()
