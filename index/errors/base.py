"""What every failure of the index is."""

from __future__ import annotations


class FootnoteError(Exception):
    """A failure with a sentence that says what to do; safe to show to an operator."""
