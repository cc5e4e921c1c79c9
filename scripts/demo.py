"""What `make demo` runs: the sample shelf into a library, and three questions to it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from bot.answering.answerer import Answerer
from index.building.build import build
from index.gathering.files import gather, root_name
from index.store.library import Library
from index.vectors.embedding import SentenceTransformerEmbedder
from scripts.parts.console import Bar, command_line, door, say, warn
from scripts.parts.opening import searcher_of
from scripts.parts.prose import answer_prose

app = command_line(__doc__)

SHELF: Final = Path(__file__).parent.parent / "shelf"
LIBRARY: Final = Path(".demo/library")

QUESTIONS: Final = (
    "does acupuncture help with depression?",
    "why do thresher sharks slap their tails?",
    "can vitamin D prevent migraine?",
)
"""The shelf answers two of them, and should say of the third that it does not."""


@app.command()
def demo(library: Annotated[Path, typer.Option(help="The library's folder.")] = LIBRARY) -> None:
    """Index the sample shelf and answer three questions from it."""
    with door():
        with Bar() as bar:
            report = build(
                Library(library),
                gather([SHELF]),
                roots=[root_name(SHELF)],
                embedder=SentenceTransformerEmbedder(),
                progress=bar,
            )
        for source in report.skipped:
            warn(f"skipped {source.locator}: {source.reason}")
        counts = report.counts
        say(
            f"{counts.articles} articles of shelf/ stand in {library}, as {counts.spans} sentences."
        )
        with searcher_of(library) as searcher:
            answerer = Answerer(searcher)
            for question in QUESTIONS:
                say(f"\n{'─' * 78}\n> {question}\n\n{answer_prose(answerer.answer(question))}")
        say(f'\nAsk your own:\n  .venv/bin/python -m scripts.ask "…" --library {library}')


if __name__ == "__main__":
    app()
