"""The library of a BEIR corpus, built once and kept: a second evaluation costs searches only.

cache/
  kept/                vectors by text, shared by every collection
  collections/<key>/   a library; the key stands for the corpus and the model
    CODE               what built it: other code builds it anew, out of the vectors kept
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import index
from index.article import Article, ArticleId, Metadata, Section
from index.building.build import build_articles
from index.disk import file_sha256, replace_file
from index.errors.library import (
    DamagedGenerationError,
    IncompatibleGenerationError,
    NoGenerationError,
)
from index.identity import digest
from index.store.library import Library
from index.store.records import ArticleRecord, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.evaluation.judged import Document
    from index.progress import Progress
    from index.store.generation import Generation
    from index.vectors.embedding import Embedder

_ROOT: Final = "corpus.jsonl"
_SHAPING: Final = ("building", "passages", "store", "vectors", "words")
"""Folders whose code, with the nouns above them, decides what a generation holds."""

_BLANK_LINES: Final = re.compile(r"\n\s*\n")


def collection(
    documents: Sequence[Document],
    *,
    cache: Path,
    embedder: Embedder,
    progress: Progress | None = None,
) -> Generation:
    """The corpus as an opened generation, in which every document is one article of its own id.

    Raises:
        LibraryError: The cache cannot be written, or another process is building there.
    """
    library = Library(cache / "collections" / _key(documents, embedder))
    library.kept = cache / "kept"
    stamp = library.folder / "CODE"
    code = _code()
    if _read(stamp) == code:
        try:
            return library.open()
        except (NoGenerationError, DamagedGenerationError, IncompatibleGenerationError):
            pass  # a cache: what does not open is built again
    articles = [_record(document) for document in documents]
    build_articles(library, articles, embedder=embedder, progress=progress)
    replace_file(stamp, code)
    library.prune(keep=1)
    return library.open()


def _record(document: Document) -> ArticleRecord:
    title = _collapsed(document.title)
    # Of a document without a text the title is all there is to find it by.
    paragraphs = [_collapsed(part) for part in _BLANK_LINES.split(document.text)]
    kept = tuple(part for part in paragraphs if part) or ((title,) if title else ())
    sections = (Section("", kept),) if kept else ()
    article = Article(ArticleId(document.id), Metadata(title=title), sections)
    return ArticleRecord(article, (Reading(article, _ROOT, document.id),))


def _collapsed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _key(documents: Iterable[Document], embedder: Embedder) -> str:
    seal = sha256()
    for document in documents:
        seal.update(digest(*document).encode())
    return digest(seal.hexdigest(), embedder.fingerprint)


def _code() -> str:
    """A hash of the code that shapes a generation.

    Its version numbers would not do: who tunes the index forgets to raise them, and would read the
    figures of yesterday's code.
    """
    home = Path(index.__file__).parent
    files = sorted(
        [
            *home.glob("*.py"),
            *(file for folder in _SHAPING for file in home.glob(f"{folder}/*.py")),
            Path(__file__),
        ]
    )
    return sha256("".join(file_sha256(file) for file in files).encode()).hexdigest()


def _read(stamp: Path) -> str:
    try:
        return stamp.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""
