"""BM25 over passages: the only importer of tantivy.

Tantivy wants to write a lock beside what it reads, and a generation is read-only: it is opened
through a temporary folder of copies, which takes the lock and goes once the files are mapped. Copies,
since the system kills a program whose mapped file is cut short, as `cp` does to a file it replaces.
"""

from __future__ import annotations

from contextlib import contextmanager
from errno import EDQUOT, EIO, ENOSPC
from functools import lru_cache
from itertools import islice
from pathlib import Path
from shutil import copyfile, rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import tantivy

from index.errors.library import NoTemporaryFolderError

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Generator, Iterable

_WORDS = "words"
"""The one field: a passage's words and those above it, as one text. Apart, a title's few words would
outweigh the passage's many."""

_ANALYZER = "footnote"
_WRITER_BYTES = 128 << 20
"""Memory of the writer before it spills a segment; tantivy refuses less than 15 MB."""

_REMEMBERED = 20_000
"""Texts whose stems an index remembers: about 40 MB of sentences."""

_LONGEST_WORD = 40
"""Letters; what is longer is an address or noise, and tantivy drops it."""


class Indexed(NamedTuple):
    """What the lexical index reads of one passage: its article's title, its heading, its text."""

    title: str
    section: str
    body: str

    def written(self) -> str:
        """All of it as one text."""
        return "\n".join(part for part in self if part)


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
        # Questions read the same passages again and again.
        self._cut = lru_cache(maxsize=_REMEMBERED)(Stemmer().terms)
        self._mean_length = _mean_length(self._searcher)

    @property
    def mean_length(self) -> float:
        """Stems of a passage with its title and heading, on average."""
        return self._mean_length

    def __len__(self) -> int:
        return self._searcher.num_docs

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text` as the index knows them, in order, repeats kept."""
        return self._cut(text)

    def frequency(self, term: str) -> int:
        """How many passages hold this stem, in their text or above it."""
        return self._searcher.doc_freq(_WORDS, term)

    def pair_frequency(self, first: str, second: str) -> int:
        """How many passages hold these stems side by side."""
        phrase = tantivy.Query.phrase_query(self._schema, _WORDS, [first, second])
        found: Any = self._searcher.search(phrase, 1)  # its stub leaves `count` out
        return int(found.count or 0)

    def search(
        self, terms: Collection[str], *, count: int, among: Container[int] | None = None
    ) -> tuple[Found, ...]:
        """At most `count` passages that hold any of these stems, best first.

        Args:
            terms: Stems from `terms`; a user's text never reaches the query language.
            count: At most this many.
            among: Rows to which the search is limited.
        """
        if not terms or count <= 0:
            return ()
        clauses = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, _WORDS, term, "freq"))
            for term in sorted(set(terms))
        ]
        # Tantivy cannot be told the rows: all that hold a word are asked for where some are wanted.
        most = count if among is None else len(self)
        found = self._searcher.search(tantivy.Query.boolean_query(clauses), most, count=False)
        addresses = [address for _, address in found.hits]
        rows = self._searcher.fast_field_values("row", addresses)
        held = (
            Found(int(row), score)
            for row, (score, _) in zip(rows, found.hits, strict=True)
            if row is not None  # every document has one; the type does not know
        )
        return tuple(islice((each for each in held if among is None or each.row in among), count))


class Stemmer:
    """Cuts texts into the stems that every index of this version knows, where no index is at hand."""

    def __init__(self) -> None:
        self._analyzer = _analyzer()

    def terms(self, text: str) -> tuple[str, ...]:
        """The stems of `text`, in order, repeats kept."""
        return tuple(self._analyzer.analyze(text))


def write_lexical(folder: Path, passages: Iterable[Indexed]) -> None:
    """Write an index over `passages`, whose rows count from 0, into an empty folder.

    Raises:
        OSError: The disk is full or the folder cannot be written.
    """
    with _scratch(folder) as scratch:
        try:
            _write(scratch, passages)
        except ValueError as error:  # how tantivy's binding reports what the disk refused
            raise OSError(EIO, f"the lexical index cannot be written: {error}") from error
        for file in scratch.iterdir():
            if not file.name.endswith(".lock"):
                file.replace(folder / file.name)


def _write(folder: Path, passages: Iterable[Indexed]) -> None:
    index = tantivy.Index(_schema(), str(folder))
    index.config_reader(reload_policy="manual")
    index.register_tokenizer(_ANALYZER, _analyzer())
    # One thread: segments, and so the order of equal scores, are the same in every build.
    writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    analyzer = _analyzer()
    for row, passage in enumerate(passages):
        text = passage.written()
        document = tantivy.Document()
        document.add_unsigned("row", row)
        document.add_unsigned("length", len(analyzer.analyze(text)))
        document.add_text(_WORDS, text)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


@contextmanager
def _scratch(folder: Path) -> Generator[Path]:
    """A folder beside `folder`, gone for good at the end.

    A thread of tantivy's may take a lock at any time until it notices that nobody reads: in the
    folder of a sealed generation that file would be a stranger.
    """
    scratch = folder.with_name(f"{folder.name}-scratch")
    scratch.mkdir()
    try:
        yield scratch
    finally:
        rmtree(scratch, ignore_errors=True)
        if scratch.exists():  # the lock came in between
            rmtree(scratch)


@contextmanager
def _mirror(folder: Path) -> Generator[Path]:
    """A temporary folder with a copy of each file of `folder`, or a link where copies find no room."""
    files = list(folder.resolve(strict=True).iterdir())
    try:
        mirror = TemporaryDirectory(prefix="footnote-lexical-", ignore_cleanup_errors=True)
        for file in files:
            _copy_or_link(file, Path(mirror.name, file.name))
    except OSError as error:
        raise NoTemporaryFolderError(error.strerror or str(error)) from error
    with mirror:
        yield Path(mirror.name)


def _copy_or_link(file: Path, to: Path) -> None:
    try:
        copyfile(file, to)
    except OSError as error:
        if error.errno not in {ENOSPC, EDQUOT}:
            raise
        to.unlink(missing_ok=True)
        to.symlink_to(file)


def _mean_length(searcher: tantivy.Searcher) -> float:
    asked = {"mean": {"avg": {"field": "length"}}}
    unstubbed = cast("Any", searcher)  # its stub says bare dicts
    found = unstubbed.aggregate(tantivy.Query.all_query(), asked)
    return float(found["mean"]["value"] or 1.0)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, indexed=False, fast=True)
    builder.add_unsigned_field("length", stored=False, indexed=False, fast=True)
    builder.add_text_field(_WORDS, stored=False, tokenizer_name=_ANALYZER, index_option="position")
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
