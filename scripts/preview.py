"""A Discord-like page in a browser where the real bot answers, with no token."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.logs import set_up_logs
from bot.preview import preview
from scripts.console import LibraryFolder, command_line, door, say
from scripts.wording import WithoutModel, chosen_model

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model_settings import ModelSettings

app = command_line(__doc__)

Port = Annotated[int, typer.Option(min=0, max=65535, help="The page's port; 0 for a free one.")]


@app.command("preview")
def serve(*, library: LibraryFolder, port: Port = 0, no_model: WithoutModel = False) -> None:
    """Serve the bot over this library on 127.0.0.1 until Ctrl-C, or until the page ends it."""
    with door():
        set_up_logs("ERROR")
        model = chosen_model(without=no_model)
        asyncio.run(_serve(library, port, model))


async def _serve(library: Path, port: int, model: ModelSettings | None) -> None:
    async with preview(library, port=port, model=model) as page:
        say(
            f"Open {page.url}\n"
            "  Type /ask, choose the command, and write a question in plain words.\n"
            "  Then press “Show passages” under the answer.\n"
            "Whoever has this address can use the page; it is served to this machine alone.\n"
            "Ctrl-C ends it."
        )
        await page.wait_closed()


if __name__ == "__main__":
    app()
