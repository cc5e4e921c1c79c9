"""The library or this machine is at fault: nothing can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.base import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.sources.source import Skipped


class LibraryError(FootnoteError):
    """The library or this machine is at fault; nothing can go on."""


class AdaptedWeightsError(LibraryError):
    """The weights adapted to a library cannot be read, or are none."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"{file} holds no weights; adapt the library again, or run "
            f"`python -m scripts.adapt --library {file.parent} --forget`"
        )
        self.file = file


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
            f"roll back with `python -m scripts.generations roll-back`, or index everything again "
            f"with --afresh"
        )
        self.generation = generation
        self.detail = detail


class IncompatibleGenerationError(LibraryError):
    """A generation was made by another version of Footnote or with another model."""

    def __init__(self, generation: str, detail: str) -> None:
        super().__init__(
            f"generation {generation} does not fit this installation ({detail}); index everything "
            f"again with --afresh"
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


class LibraryNotReadableError(LibraryError):
    """The library, or a file in it, may not be read by this user; nothing says it is damaged."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"cannot read {path} ({detail}); mend its permissions, or run as the user who owns it"
        )
        self.path = path
        self.detail = detail


class NoTemporaryFolderError(LibraryError):
    """Nothing temporary can be written on this machine; the library is untouched."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            f"no temporary folder can be used ({detail}); free space in it, or set TMPDIR to a "
            f"folder that this user may write"
        )
        self.detail = detail


class LibraryNotWritableError(LibraryError):
    """The library's folder cannot be written; the published generation is untouched."""

    def __init__(self, library: Path, detail: str) -> None:
        super().__init__(
            f"cannot write to {library} ({detail}); the published generation is untouched. "
            f"Free disk space or mend the permissions, then run this again"
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
    """A build ended with no article to publish.

    Attributes:
        skipped: What gave no article, and why.
    """

    def __init__(self, skipped: Sequence[Skipped] = ()) -> None:
        super().__init__(
            "no article could be read from these sources, so nothing was published; "
            "`python -m scripts.extract SOURCE` shows how one source is read"
        )
        self.skipped = skipped


class ModelError(LibraryError):
    """The embedding model is missing, unreadable, or not the pinned one."""
