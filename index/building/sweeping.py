"""Vectors that no generation needs any more are forgotten; the next build never embeds what one has."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from index.errors.library import DamagedGenerationError, IncompatibleGenerationError
from index.passages.passage import whole_of
from index.vectors.kept import Dropped, keep_only, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.store.generation import Generation
    from index.store.library import Library

_ROWS = 1000


def sweep(library: Library) -> Dropped:
    """Forget every kept vector whose text stands in no generation of the library.

    A generation that cannot be opened keeps nothing: its texts cannot be told.

    Raises:
        LibraryBusyError: somebody builds, and what is embedded for it stands in no generation yet.
        LibraryNotWritableError: the folder cannot be written.
    """
    used: defaultdict[str, set[bytes]] = defaultdict(set)
    with library.building():
        for name in library.generations():
            try:
                with library.open(name) as generation:
                    used[generation.manifest.model.fingerprint].update(_keys(generation))
            except (DamagedGenerationError, IncompatibleGenerationError):
                continue
        return keep_only(library.kept, used)


def _keys(generation: Generation) -> Iterator[bytes]:
    """Of every text a generation has a vector for."""
    for record in generation.records.articles():
        yield key_of(record.article.metadata.title)
    table = generation.spans
    for start in range(0, generation.manifest.counts.passages, _ROWS):
        rows = range(start, min(start + _ROWS, generation.manifest.counts.passages))
        for record in generation.records.passages(rows):
            passage = record.passage
            yield key_of(whole_of(record.metadata.title, passage.text))
            for _, first, after in table[record.spans.start : record.spans.stop].tolist():
                yield key_of(passage.text[first - passage.start : after - passage.start])
