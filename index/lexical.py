"""BM25 over passages: the only importer of tantivy.

Tantivy wants to write a lock beside what it reads, and a generation is read-only: it is opened
through a temporary folder of links, which takes the lock and goes once the files are mapped.
"""

from __future__ import annotations

from contextlib import contextmanager
from errno import EIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import tantivy

from index.errors import NoTemporaryFolderError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence

FIELDS = ("title", "section", "body")

_ANALYZER = "footnote"
_WRITER_BYTES = 128 << 20
"""Memory of the writer before it spills a segment; tantivy refuses less than 15 MB."""

_LONGEST_WORD = 40
"""Letters; what is longer is an address or noise, and tantivy drops it."""


class Indexed(NamedTuple):
    """What the lexical index reads of one passage."""

    title: str
    section: str
    body: str


class Found(NamedTuple):
    """A passage's row and its BM25 score."""

    row: int
    score: float


class LexicalIndex:
    """An opened index; safe to share between threads.

    Raises:
        NoTemporaryFolderError: There is no folder to open it through.
        ValueError: The files are no index.
    """

    def __init__(self, folder: Path) -> None:
        with _mirror(folder) as mirror:
            index = tantivy.Index.open(str(mirror))
            # Else a thread would look twice a second whether the mirror has changed.
            index.config_reader(reload_policy="manual")
            self._schema = index.schema
            self._searcher = index.searcher()
        self._analyzer = _analyzer()

    def __len__(self) -> int:
        return self._searcher.num_docs

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as the index knows them, in order, repeats kept."""
        return tuple(self._analyzer.analyze(text))

    def frequency(self, term: str) -> int:
        """How many passages hold this stem in their body."""
        return self._searcher.doc_freq("body", term)

    def search(
        self, terms: Sequence[str], *, weights: Mapping[str, float], count: int
    ) -> tuple[Found, ...]:
        """At most `count` passages that hold any of these stems, best first.

        Args:
            terms: Stems from `terms`; a user's text never reaches the query language.
            weights: What a match in each field counts.
            count: At most this many.
        """
        if not terms or count <= 0:
            return ()
        clauses = [
            (
                tantivy.Occur.Should,
                tantivy.Query.boost_query(
                    tantivy.Query.term_query(self._schema, field, term, "freq"), weight
                ),
            )
            for term in sorted(set(terms))
            for field, weight in weights.items()
        ]
        found = self._searcher.search(tantivy.Query.boolean_query(clauses), count, count=False)
        addresses = [address for _, address in found.hits]
        rows = self._searcher.fast_field_values("row", addresses)
        return tuple(
            Found(int(row), score)
            for row, (score, _) in zip(rows, found.hits, strict=True)
            if row is not None  # every document has one; the type does not know
        )


def write_lexical(folder: Path, passages: Iterable[Indexed]) -> None:
    """Write an index over `passages`, whose rows count from 0, into an empty folder.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    try:
        index = tantivy.Index(_schema(), str(folder))
        index.register_tokenizer(_ANALYZER, _analyzer())
        # One thread: segments, and so the order of equal scores, are the same in every build.
        writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
        for row, passage in enumerate(passages):
            writer.add_document(_document(row, passage))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:  # how tantivy's binding reports what the disk refused
        raise OSError(EIO, f"the lexical index cannot be written: {error}") from error
    for lock in (*folder.glob("*.lock"), *folder.glob(".tantivy-*.lock")):
        lock.unlink(missing_ok=True)


@contextmanager
def _mirror(folder: Path) -> Generator[Path]:
    """A temporary folder with a link to each file of `folder`."""
    files = list(folder.resolve(strict=True).iterdir())
    try:
        mirror = TemporaryDirectory(prefix="footnote-lexical-", ignore_cleanup_errors=True)
        for file in files:
            Path(mirror.name, file.name).symlink_to(file)
    except OSError as error:
        raise NoTemporaryFolderError(error.strerror or str(error)) from error
    with mirror:
        yield Path(mirror.name)


def _document(row: int, passage: Indexed) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("row", row)
    for field, text in zip(FIELDS, passage, strict=True):
        document.add_text(field, text)
    return document


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, indexed=False, fast=True)
    for field in FIELDS:
        builder.add_text_field(field, stored=False, tokenizer_name=_ANALYZER, index_option="freq")
    return builder.build()


def _analyzer() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(_LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )
