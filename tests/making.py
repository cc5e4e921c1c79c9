"""Small articles, sources and libraries, made in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.article import Article, ArticleId, Metadata, Section
from index.building.build import BuildOptions, build, build_articles
from index.identity import article_id
from index.sources.source import Source
from index.store.library import Library
from index.store.records import ArticleRecord, Reading
from tests.index.hashing_embedder import HashingEmbedder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from index.building.report import BuildReport
    from index.sources.source import Skipped, Unchanged
    from index.vectors.embedding import Embedder

ROOT = "/articles"
"""Where made sources stand."""

FILLER = "Twenty words or more keep a paragraph to itself, so this one goes on until it has enough of them to stand alone."


def names(folder: Path) -> list[str]:
    """What a folder holds, hidden files too, sorted."""
    return sorted(path.name for path in folder.iterdir())


def article(
    title: str, *paragraphs: str, sections: Iterable[Section] = (), **metadata: str
) -> Article:
    """An article of these paragraphs under no heading, then of these sections."""
    known = Metadata(title=title, **metadata)  # pyright: ignore[reportArgumentType] - only text fields are given
    lead = (Section("", paragraphs),) if paragraphs else ()
    return Article(ArticleId(article_id(known, title)), known, (*lead, *sections))


def record(made: Article, root: str = ROOT, locator: str = "") -> ArticleRecord:
    """The article, as the one reading of a source named by its title."""
    return ArticleRecord(made, (Reading(made, root, locator or made.metadata.title),))


def library_of(folder: Path, *articles: Article, embedder: Embedder | None = None) -> Library:
    """A library in `folder` whose current generation holds just these articles."""
    library = Library(folder)
    build_articles(library, [record(a) for a in articles], embedder=embedder or HashingEmbedder())
    return library


def page(name: str, *paragraphs: str, root: str = ROOT, url: str = "") -> Source:
    """A Markdown file `name` under `root`, titled by its name as a sidecar would."""
    locator = f"{root.rpartition('/')[2]}/{name}"
    text = "\n\n".join((f"# {name}", *paragraphs))
    return Source(locator, root, text.encode(), Metadata(title=name, url=url))


def built(
    library: Library,
    *found: Source | Skipped | Unchanged,
    roots: Iterable[str] = (ROOT,),
    embedder: Embedder | None = None,
    **options: Any,
) -> BuildReport:
    """`build` with a hashing embedder and the usual root."""
    return build(
        library,
        found,
        roots=tuple(roots),
        embedder=embedder or HashingEmbedder(),
        options=BuildOptions(**options),
    )
