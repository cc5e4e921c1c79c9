"""A one-page brief on a topic: what the studies in a library found, the strongest design first."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.answering.overview.composing import brief
from bot.answering.overview.writing import brief_html, brief_markdown
from index.disk import replace_file
from scripts.parts.console import AsJson, LibraryFolder, command_line, door, fail, say, say_json
from scripts.parts.opening import searcher_of

app = command_line(__doc__)

Topic = Annotated[str, typer.Argument(help="A topic in a few words.")]
Html = Annotated[Path | None, typer.Option("--html", help="Also write it as a page to print.")]


@app.command("brief")
def write(
    topic: Topic, *, library: LibraryFolder, html: Html = None, as_json: AsJson = False
) -> None:
    """Print the brief as Markdown."""
    with door():
        if not topic.strip():
            fail("name a topic")
        with searcher_of(library) as searcher:
            found = brief(searcher, topic)
        if html:
            replace_file(html, brief_html(found))
        if as_json:
            say_json(asdict(found))
        else:
            say(brief_markdown(found).rstrip("\n"))


if __name__ == "__main__":
    app()
