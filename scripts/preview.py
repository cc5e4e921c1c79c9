"""A Discord-like page in a browser where the real bot answers, with no token."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer

from bot.logs import set_up_logs
from bot.preview.page import preview
from scripts.parts.console import LibraryFolder, command_line, door, say
from scripts.parts.wording import WithoutModel, chosen_model

if TYPE_CHECKING:
    from pathlib import Path

    from bot.model_settings import ModelSettings

app = command_line(__doc__)

Direct = Annotated[
    bool,
    typer.Option(
        "--direct", help="A member's direct messages with the bot, not a server's channel."
    ),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The page's port; 0 for a free one.")]


@app.command("preview")
def serve(
    *,
    library: LibraryFolder,
    port: Port = 0,
    direct: Direct = False,
    no_model: WithoutModel = False,
) -> None:
    """Serve the bot over this library on 127.0.0.1 until Ctrl-C, or until the page ends it."""
    with door():
        set_up_logs("ERROR")
        model = chosen_model(without=no_model)
        asyncio.run(_serve(library, port, model, direct=direct))


async def _serve(library: Path, port: int, model: ModelSettings | None, *, direct: bool) -> None:
    place = "direct" if direct else "channel"
    async with preview(library, port=port, model=model, place=place) as staged:
        say(
            f"Open {staged.url}\n"
            "  Type /ask, choose the command, and write a question in plain words.\n"
            "  Then press the buttons under the answer; / alone lists all commands.\n"
            "  “Viewing as” makes you another member: Jonas reads German, Morgan administers.\n"
            "  /right-click stands in for the menu on a message, which the page does not show.\n"
            "  Index something new meanwhile, and alerts and changed answers appear.\n"
            "Whoever has this address can use the page; it is served to this machine alone.\n"
            "Ctrl-C ends it."
        )
        await staged.page.wait_closed()


if __name__ == "__main__":
    app()
