"""How a command opens a library: verified, and with the model its vectors come from."""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors.library import NoGenerationError
from index.ranking.reranking import CrossEncoderReranker
from index.searching.search import Searcher
from index.store.library import Library
from index.vectors.embedding import PACKAGED_MODEL, SentenceTransformerEmbedder

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


Reranking = Annotated[
    str, typer.Option("--reranker", help="A cross-encoder, by name or folder, to read hits again.")
]


@contextmanager
def searcher_of(
    folder: Path, generation: str | None = None, *, reranker: str = ""
) -> Generator[Searcher]:
    """A searcher over the library's current generation, or over this one.

    Raises:
        LibraryError: It cannot be served.
    """
    with closing(Library(folder).open(generation)) as opened:
        embedder = SentenceTransformerEmbedder(opened.manifest.model.name)
        yield Searcher(opened, embedder, reranker=reranker_of(reranker))


def model_of(library: Library) -> str:
    """The model of the current generation, or the packaged one where nothing was published yet.

    Raises:
        LibraryError: The current generation's manifest cannot be read.
    """
    try:
        return library.manifest(library.current()).model.name
    except NoGenerationError:
        return PACKAGED_MODEL


def reranker_of(model: str) -> CrossEncoderReranker | None:
    """The cross-encoder of this name, loaded; None for no name.

    Raises:
        ModelError: There is no such model.
    """
    if not model:
        return None
    reranker = CrossEncoderReranker(model)
    reranker.load()
    return reranker
