"""One answer in the terminal, as the bot would give it."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.answering.answerer import Answerer
from bot.answering.written import answer_json
from scripts.parts.console import AsJson, LibraryFolder, command_line, door, fail, say, say_json
from scripts.parts.filtering import (
    Articles,
    Authors,
    Designs,
    Outlets,
    Since,
    Statuses,
    Topics,
    Until,
    filters_of,
)
from scripts.parts.opening import Reranking, searcher_of
from scripts.parts.prose import answer_prose
from scripts.parts.wording import WithoutModel, chosen_writer, worded

app = command_line(__doc__)

Question = Annotated[str, typer.Argument(help="A question in plain words.")]


@app.command()
def ask(
    question: Question,
    *,
    library: LibraryFolder,
    since: Since = "",
    until: Until = "",
    outlet: Outlets = [],  # noqa: B006 - typer copies it
    topic: Topics = [],  # noqa: B006
    author: Authors = [],  # noqa: B006
    design: Designs = [],  # noqa: B006
    status: Statuses = [],  # noqa: B006
    article: Articles = [],  # noqa: B006
    reranker: Reranking = "",
    no_model: WithoutModel = False,
    as_json: AsJson = False,
) -> None:
    """Answer a question with verbatim citations, or say that the library does not know."""
    with door():
        if not question.strip():
            fail("ask a question")
        filters = filters_of(
            since=since,
            until=until,
            outlets=outlet,
            topics=topic,
            authors=author,
            designs=design,
            statuses=status,
            articles=article,
        )
        writer = chosen_writer(without=no_model)
        with searcher_of(library, reranker=reranker) as searcher:
            answer = worded(Answerer(searcher).found(question, filters=filters), writer)
        if as_json:
            say_json(answer_json(answer))
        else:
            say(answer_prose(answer))


if __name__ == "__main__":
    app()
