"""One answer in the terminal, as the bot would give it."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.answering.answerer import Answerer
from bot.answering.written import answer_json
from scripts.console import AsJson, LibraryFolder, command_line, door, fail, say, say_json
from scripts.opening import searcher_of
from scripts.prose import answer_prose

app = command_line(__doc__)

Question = Annotated[str, typer.Argument(help="A question in plain words.")]


@app.command()
def ask(question: Question, *, library: LibraryFolder, as_json: AsJson = False) -> None:
    """Answer a question with verbatim citations, or say that the library does not know."""
    with door():
        if not question.strip():
            fail("ask a question")
        with searcher_of(library) as searcher:
            answer = Answerer(searcher).answer(question)
        if as_json:
            say_json(answer_json(answer))
        else:
            say(answer_prose(answer))


if __name__ == "__main__":
    app()
