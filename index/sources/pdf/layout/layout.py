"""What a page of a PDF is made of: words with their places, and the lines they stand in.

Places count in points from the page's upper left corner, downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

ASCENT, DESCENT = 0.75, 0.25
"""How far a line reaches above and below its baseline, in its size; fonts' own boxes differ too much."""


class Word(NamedTuple):
    """Characters set alike, without a blank between them.

    Attributes:
        baseline: Where it stands: a height, or of text turned by a right angle a distance from the left.
        size: Of its font, in points.
        angle: In degrees, against the clock: 0, 90, 180, 270, or 45 for all others.
        joined: Whether no blank parts it from the word before.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    bits: int = 0
    angle: int = 0
    joined: bool = False


class Page(NamedTuple):
    """One page.

    Attributes:
        pictures: How many stand on it, as far as counted.
        words: As it draws them, whatever their angle.
    """

    width: float
    height: float
    pictures: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline, as they are read.

    Attributes:
        text: With blanks between words; marks that refer to notes are gone.
        baseline: Where most of it stands.
        size: Of most of it.
        bold: Most of it.
        italic: Most of it.
        maths: The share of its characters set in a font of symbols.
        mark: What stands raised before its first word, as of a footnote.
        cells: How many parts wide gaps make of it: more than one in a table.
        words: What it is made of.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False
    italic: bool = False
    maths: float = 0.0
    mark: str = ""
    cells: int = 1
    words: tuple[Word, ...] = ()

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.baseline + DESCENT * self.size

    @property
    def middle(self) -> float:
        """Half-way up."""
        return self.baseline - (ASCENT - DESCENT) / 2 * self.size

    @property
    def width(self) -> float:
        """From its first word to its last."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that are read one under the other.

    Attributes:
        left: Where its text begins.
        right: Where its text ends.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    page: int = 0
