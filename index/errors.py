"""Every failure the index names, and on which side the fault lies.

FootnoteError
├─ SourceError                 one source is at fault: skip it, count it, go on
│  ├─ UnknownFormatError       no reader knows these bytes
│  ├─ UnreadableSourceError    the bytes break their own format, or could not be read
│  ├─ OversizedSourceError     larger, deeper or slower than a reader accepts
│  └─ NoArticleError           read well, and there is no article text in it
└─ LibraryError                the library or this machine is at fault: stop
   ├─ NoGenerationError        nothing was ever published here
   ├─ DamagedGenerationError   a file disagrees with the manifest
   ├─ IncompatibleGenerationError  made by another version or with another model
   ├─ UnknownGenerationError   no generation of that name
   ├─ LibraryBusyError         another build is under way
   ├─ LibraryNotWritableError  the folder cannot be written
   ├─ TooManyRemovalsError     a build would drop more of the library than allowed
   ├─ NothingPublishedError    a build had nothing to publish
   └─ ModelError               the embedding model is missing or is not the pinned one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class FootnoteError(Exception):
    """A failure with a sentence that says what to do; safe to show to an operator."""


class SourceError(FootnoteError):
    """One source is at fault; the rest of the build goes on.

    Attributes:
        reason: A short clause for the build report, with no path in it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownFormatError(SourceError):
    """No reader knows these bytes."""


class UnreadableSourceError(SourceError):
    """The bytes break their own format, or could not be read at all."""


class OversizedSourceError(SourceError):
    """Larger, deeper or slower than a reader accepts."""


class NoArticleError(SourceError):
    """The source was read and holds no article text."""


class LibraryError(FootnoteError):
    """The library or this machine is at fault; nothing can go on."""


class NoGenerationError(LibraryError):
    """No generation was ever published in this library."""

    def __init__(self, library: Path) -> None:
        super().__init__(
            f"nothing is indexed in {library}; "
            f"run `python -m scripts.index SOURCE --library {library}` first"
        )
        self.library = library


class DamagedGenerationError(LibraryError):
    """A generation disagrees with its own manifest."""

    def __init__(self, generation: str, detail: str) -> None:
        super().__init__(
            f"generation {generation} is damaged ({detail}); restore it from a backup, "
            f"roll back with `python -m scripts.generations roll-back`, or index again"
        )
        self.generation = generation
        self.detail = detail


class IncompatibleGenerationError(LibraryError):
    """A generation was made by another version of Footnote or with another model."""

    def __init__(self, generation: str, detail: str) -> None:
        super().__init__(
            f"generation {generation} does not fit this installation ({detail}); index again"
        )
        self.generation = generation
        self.detail = detail


class UnknownGenerationError(LibraryError):
    """No generation of that name stands in the library."""

    def __init__(self, generation: str, library: Path) -> None:
        super().__init__(
            f"there is no generation {generation} in {library}; "
            f"`python -m scripts.generations list --library {library}` shows those there are"
        )
        self.generation = generation
        self.library = library


class LibraryBusyError(LibraryError):
    """Another process is building this library."""

    def __init__(self, library: Path) -> None:
        super().__init__(
            f"another build of {library} is under way; wait for it, or run again with --wait"
        )
        self.library = library


class LibraryNotWritableError(LibraryError):
    """The library's folder cannot be written; the published generation is untouched."""

    def __init__(self, library: Path, detail: str) -> None:
        super().__init__(
            f"cannot write to {library} ({detail}); the published generation is untouched. "
            f"Free disk space or mend the permissions, then index again"
        )
        self.library = library
        self.detail = detail


class TooManyRemovalsError(LibraryError):
    """A build would drop more of the library than the operator allowed."""

    def __init__(self, removed: int, total: int) -> None:
        super().__init__(
            f"this build would remove {removed} of {total} articles; if that is meant, "
            f"run it again with --allow-removals"
        )
        self.removed = removed
        self.total = total


class NothingPublishedError(LibraryError):
    """A build ended with no article to publish."""

    def __init__(self) -> None:
        super().__init__(
            "no article could be read from these sources, so nothing was published; "
            "`python -m scripts.extract SOURCE` shows how one source is read"
        )


class ModelError(LibraryError):
    """The embedding model is missing, unreadable, or not the pinned one."""
