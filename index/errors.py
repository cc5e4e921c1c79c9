"""Every failure the index names, and on which side the fault lies.

FootnoteError
├─ SourceError                 one source is at fault: skip it, count it, go on
│  ├─ UnknownFormatError       no reader knows these bytes
│  ├─ UnreadableSourceError    the bytes break their own format, or could not be read
│  ├─ OversizedSourceError     larger or deeper than a reader accepts
│  └─ NoArticleError           read well, and there is no article text in it
├─ JudgedQuestionsError        a file of judged questions is at fault: stop
├─ RegisterError               a file of retractions and corrections is at fault: stop
├─ FilterError                 a search is asked for a date that is none: stop
├─ UnknownArticleError         no article of the library is named so
├─ MissingPackageError         a command needs a package that is not installed: stop
└─ LibraryError                the library or this machine is at fault: stop
   ├─ NoGenerationError        nothing was ever published here
   ├─ DamagedGenerationError   a file disagrees with the manifest
   ├─ IncompatibleGenerationError  made by another version or with another model
   ├─ UnknownGenerationError   no generation of that name
   ├─ LibraryBusyError         another build is under way
   ├─ LibraryNotReadableError  the folder or a file in it may not be read
   ├─ LibraryNotWritableError  the folder cannot be written
   ├─ TooManyRemovalsError     a build would drop more of the library than allowed
   ├─ NothingPublishedError    a build had nothing to publish
   ├─ NoTemporaryFolderError   nothing temporary can be written here
   ├─ AdaptedWeightsError      the weights adapted to a library cannot be read
   └─ ModelError               the embedding model is missing or is not the pinned one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.sources.source import Skipped


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
    """Larger or deeper than a reader accepts."""


class NoArticleError(SourceError):
    """The source was read and holds no article text."""


class JudgedQuestionsError(FootnoteError):
    """A file of judged questions is missing or cannot be understood."""

    def __init__(self, file: Path, reason: str, line: int | None = None) -> None:
        place = f"{file}, line {line}" if line else str(file)
        super().__init__(f"cannot use the judged questions in {place}: {reason}")
        self.file = file
        self.reason = reason
        self.line = line


class RegisterError(FootnoteError):
    """A register of retractions and corrections is missing, or is no such register."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(
            f"cannot use the register of retractions in {file}: {reason}. Download Retraction Watch's "
            f"file as it is, retraction_watch.csv, and name that file"
        )
        self.file = file
        self.reason = reason


class FilterError(FootnoteError):
    """A search is limited to a time that is none."""

    def __init__(self, day: str) -> None:
        super().__init__(
            f"{day!r} is no date or span of time; write 2023, 2023-04 or 2023-04-01, the first before the last"
        )
        self.day = day


class UnknownArticleError(FootnoteError):
    """No article of the library is named so."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"no article of this library is named {name!r}; give its id, the id of one of its "
            f"passages, its DOI or its address, as `python -m scripts.search` shows them"
        )
        self.name = name


class MissingPackageError(FootnoteError):
    """A command needs a package that the bot itself does not."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed; run `pip install '.[{extra}]'` first")
        self.package = package
        self.extra = extra


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
