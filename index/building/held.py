"""What a library holds of every source, for whoever asks servers only for what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.library import NoGenerationError
from index.gathering.archives.opening import INSIDE
from index.gathering.web.held import Held
from index.sources.reading import READERS_VERSION
from index.store.failures import read_failures

if TYPE_CHECKING:
    from index.building.options import BuildOptions
    from index.store.library import Library


def held(library: Library, options: BuildOptions) -> Held:
    """What the current generation holds, and what failed since.

    True for as long as nobody else builds: ask inside the build. What the build would read again
    though nothing changed counts as not read. Members of archives are left out; the archive stands
    for them.

    Raises:
        LibraryError: the current generation cannot be opened.
        OSError: the list of failures may not be read.
    """
    if options.afresh:
        return Held()
    try:
        with library.open() as generation:
            sources = generation.records.sources()
    except NoGenerationError:
        return Held()
    read = {
        (source.root, source.locator): ""
        if source.readers != READERS_VERSION or (source.faults and options.retry_failed)
        else source.fingerprint
        for source in sources
        if INSIDE not in source.locator
    }
    failed = {
        (failure.root, failure.locator): failure.fingerprint
        for failure in read_failures(library.failures)
        if failure.readers == READERS_VERSION and not options.retry_failed
    }
    return Held(read, failed)
