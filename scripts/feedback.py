"""What members asked and the library did not answer well: a list, or judged questions to start from."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from bot.improving.gaps import gaps_in, gold_lines
from bot.settings import BotSettings, load_settings
from bot.state.state import State
from index.disk import replace_file
from scripts.parts.console import AsJson, command_line, door, say, say_json, show

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.improving.gaps import Gap
    from bot.state.feedback import Opinion, Unanswered

app = command_line(__doc__)

Gold = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write judged questions, as `evaluate --gold` and `index --gate` take them. Read "
        "them first: a gap stands there as unanswerable until somebody names its articles.",
    ),
]
Server = Annotated[int | None, typer.Option(help="Only of the server with this id.")]
Private = Annotated[
    bool, typer.Option("--private", help="Also what was asked in private or in direct messages.")
]
Most = Annotated[int, typer.Option("-n", min=1, help="Rows of the table.")]


@app.command()
def feedback(
    gold: Gold = None,
    *,
    server: Server = None,
    private: Private = False,
    most: Most = 20,
    as_json: AsJson = False,
) -> None:
    """List the gaps, what was left open most often first; settings as for the bot."""
    with door():
        unanswered, opinions = asyncio.run(_read(server, private=private))
        gaps = gaps_in(unanswered, opinions)
        if gold is not None:
            lines = gold_lines(gaps, opinions)
            replace_file(gold, "".join(f"{line}\n" for line in lines))
        if as_json:
            helped = sum(opinion.helpful for opinion in opinions)
            say_json(
                {
                    "opinions": len(opinions),
                    "helpful": helped,
                    "unanswered": len(unanswered),
                    "gaps": [asdict(gap) for gap in gaps],
                }
            )
        elif gaps:
            show(_table(gaps[:most]))
        else:
            say("nothing was left open, as far as is still kept")


async def _read(
    server: int | None, *, private: bool
) -> tuple[Sequence[Unanswered], Sequence[Opinion]]:
    settings = load_settings(BotSettings)
    url = settings.database_url
    state = State(settings.state, url=url.get_secret_value() if url else None)
    try:
        await state.open()
        unanswered = await state.feedback.unanswered(guild=server, with_private=private)
        return unanswered, await state.feedback.opinions(guild=server, with_private=private)
    finally:
        await state.close()


def _table(gaps: Sequence[Gap]) -> Table:
    table = Table("times", "question", "why", "last")
    for gap in gaps:
        why = ", ".join(f"{reason} {count}" for reason, count in gap.reasons)
        day = datetime.fromtimestamp(gap.last, tz=UTC).date().isoformat()
        table.add_row(str(gap.times), gap.question, why, day)
    return table


if __name__ == "__main__":
    app()
