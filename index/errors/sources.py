"""One source is at fault: it is skipped and counted, and the build goes on."""

from __future__ import annotations

from index.errors.base import FootnoteError


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
