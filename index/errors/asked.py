"""What somebody asked for cannot be done as it was asked, and the library is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.base import FootnoteError

if TYPE_CHECKING:
    from pathlib import Path


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
