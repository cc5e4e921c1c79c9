"""The noun that the readers of pages hand on."""

from __future__ import annotations

from typing import NamedTuple


class TextBlock(NamedTuple):
    """A piece of the main text.

    Attributes:
        text: Plain; may be empty.
        level: Of a heading, 1 to 6; 0 for a paragraph.
        listed: Whether it is an entry of a list or a row of a table.
    """

    text: str
    level: int = 0
    listed: bool = False
