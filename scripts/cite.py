"""References to articles of a library, for a bibliography or for a reader."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from index.citing.finding import all_articles, find_articles
from index.citing.references import Style, references
from index.store.library import Library
from scripts.parts.console import AsJson, LibraryFolder, command_line, door, fail, say, say_json

if TYPE_CHECKING:
    from index.article import ArticleId, Metadata
    from index.store.generation import Generation

app = command_line(__doc__)

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID...", help="An article's or a passage's id, a DOI or an address."),
]
InStyle = Annotated[Style, typer.Option(help="How the references are written.")]
All = Annotated[bool, typer.Option("--all", help="Every article of the library.")]


@app.command()
def cite(
    names: Names = None,
    *,
    library: LibraryFolder,
    style: InStyle = Style.APA,
    every: All = False,
    as_json: AsJson = False,
) -> None:
    """Write references to these articles, in this style."""
    with door():
        if bool(names) == every:
            fail("say which articles to cite: by ids, DOIs or addresses, or --all")
        with closing(Library(library).open()) as generation:
            articles = _articles(generation, names)
            day = generation.manifest.created[:10]
            written = references(articles, style, accessed=day).rstrip("\n")
            if as_json:
                cited = [article_id for article_id, _ in articles]
                say_json(
                    {
                        "generation": generation.id,
                        "style": style.value,
                        "articles": cited,
                        "references": written,
                    }
                )
            else:
                say(written)


def _articles(generation: Generation, names: list[str] | None) -> list[tuple[ArticleId, Metadata]]:
    if names:
        return find_articles(generation.records, names)
    return list(all_articles(generation.records))


if __name__ == "__main__":
    app()
