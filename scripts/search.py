"""The hits for some words, with their scores by component."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
from scripts.parts.prose import limits_of

if TYPE_CHECKING:
    from index.searching.hits import SearchResult

app = command_line(__doc__)

Words = Annotated[str, typer.Argument(help="A question or some words.")]
Count = Annotated[int, typer.Option("-k", help="At most so many hits.", min=1, max=1000)]


@app.command()
def search(
    words: Words,
    *,
    library: LibraryFolder,
    k: Count = 10,
    since: Since = "",
    until: Until = "",
    outlet: Outlets = [],  # noqa: B006 - typer copies it
    topic: Topics = [],  # noqa: B006
    author: Authors = [],  # noqa: B006
    design: Designs = [],  # noqa: B006
    status: Statuses = [],  # noqa: B006
    article: Articles = [],  # noqa: B006
    reranker: Reranking = "",
    as_json: AsJson = False,
) -> None:
    """Show the passages that a question finds, best first."""
    with door():
        if not words.strip():
            fail("say what to search for")
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
        with searcher_of(library, reranker=reranker) as searcher:
            result = searcher.search(words, limit=k, filters=filters)
        if as_json:
            say_json(result_json(result))
        else:
            say(_written(result))


def result_json(result: SearchResult) -> dict[str, Any]:
    """The result as plain JSON values."""
    return {
        "query": result.question,
        **({"looked_up": result.looked_up} if result.looked_up else {}),
        **({"within": asdict(result.within)} if result.within else {}),
        **({"without": [asdict(each) for each in result.without]} if result.without else {}),
        "generation": result.generation,
        "hits": [
            {
                "rank": rank,
                "passage_id": hit.passage.id,
                "article_id": hit.passage.article,
                "title": hit.metadata.title,
                "section": hit.passage.section,
                "text": hit.passage.text,
                "score": round(hit.score, 4),
                "dense": round(hit.dense, 4),
                "lexical": round(hit.lexical, 4),
            }
            for rank, hit in enumerate(result.hits, start=1)
        ],
        "timings_ms": {stage: round(took, 2) for stage, took in result.timings_ms.items()},
    }


def _written(result: SearchResult) -> str:
    told = {
        "looked up as": result.looked_up,
        "looked only into": limits_of(result.within, result.without),
    }
    meant = [f"{how}: {what}" for how, what in told.items() if what]
    blocks = [
        f"{rank}. {hit.metadata.title or '(no title)'}"
        + (f" / {hit.passage.section}" if hit.passage.section else "")
        + f"\n   score {hit.score:.3f}  dense {hit.dense:.3f}  lexical {hit.lexical:.2f}  "
        + f"passage {hit.passage.id}\n   {hit.passage.text}"
        for rank, hit in enumerate(result.hits, start=1)
    ]
    return "\n\n".join((*meant, *(blocks or ("nothing found",))))


if __name__ == "__main__":
    app()
