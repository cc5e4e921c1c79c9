"""What a library holds of every source, for whoever asks servers only for what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import NoGenerationError
from index.gathering.archives.opening import INSIDE
from index.sources.reading import READERS_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.building.options import BuildOptions
    from index.store.library import Library


def held(library: Library, options: BuildOptions) -> Mapping[tuple[str, str], str]:
    """The fingerprints of the current generation's sources, by root and locator.

    True for as long as nobody else builds: ask inside the build. "" is what the build would read
    again though nothing changed. Members of archives are left out; the archive stands for them.

    Raises:
        LibraryError: the current generation cannot be opened.
    """
    if options.afresh:
        return {}
    try:
        with library.open() as generation:
            sources = generation.records.sources()
    except NoGenerationError:
        return {}
    return {
        (source.root, source.locator): ""
        if source.readers != READERS_VERSION or (source.faults and options.retry_failed)
        else source.fingerprint
        for source in sources
        if INSIDE not in source.locator
    }
