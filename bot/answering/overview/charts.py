"""Studies by year and direction: as lines of text for a message, as a drawing for a page.

Nothing is told by colour alone: each part of a bar says its number, and has a pattern of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.language.language import Language
from bot.language.terms import DIRECTION, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answering.overview.nouns import Bar

_BLOCK: Final = "\N{FULL BLOCK}"


def text_chart(bars: Sequence[Bar], language: Language = Language.ENGLISH) -> str:
    """A line a year, oldest first: a bar, how many studies, and which way they went; "" for none."""
    lines: list[str] = []
    for year, of_year in groupby(bars, key=lambda bar: bar.year):
        parts = list(of_year)
        studies = sum(part.studies for part in parts)
        told = ", ".join(f"{part.studies} {_named(part.direction, language)}" for part in parts)
        lines.append(f"{year}  {_BLOCK * studies} {studies} ({told})")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a drawn bar.

    Attributes:
        x: From the left.
        y: From the top.
        width: Of each bar, the same.
        height: By the number of studies.
        kind: Which direction, as a number from 0, for its pattern.
        studies: What it says.
    """

    x: float
    y: float
    width: float
    height: float
    kind: int
    studies: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart laid out.

    Attributes:
        width: Of the whole.
        height: Of the whole.
        boxes: Parts of bars.
        years: Each with the middle of its bar.
        legend: Directions in the order of their kinds.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    years: tuple[tuple[float, str], ...]
    legend: tuple[str, ...]


_WIDTH: Final = 640.0
_HEIGHT: Final = 150.0
_WIDEST: Final = 48.0
_GAP: Final = 0.25


def drawing_of(bars: Sequence[Bar], language: Language = Language.ENGLISH) -> Drawing:
    """The bars of `text_chart`, laid out for a page."""
    years = sorted({bar.year for bar in bars})
    kinds = sorted({bar.direction for bar in bars}, key=lambda way: (not way, way))
    totals = {year: sum(bar.studies for bar in bars if bar.year == year) for year in years}
    unit = _HEIGHT / max(totals.values(), default=1)
    step = min(_WIDEST, _WIDTH / max(len(years), 1))
    boxes: list[Box] = []
    for place, year in enumerate(years):
        floor = _HEIGHT
        for bar in (bar for bar in bars if bar.year == year):
            height = unit * bar.studies
            floor -= height
            x, width = step * (place + _GAP / 2), step * (1 - _GAP)
            boxes.append(Box(x, floor, width, height, kinds.index(bar.direction), bar.studies))
    middles = tuple((step * (place + 0.5), year) for place, year in enumerate(years))
    legend = tuple(_named(way, language) for way in kinds)
    return Drawing(_WIDTH, _HEIGHT, tuple(boxes), middles, legend)


def _named(direction: str, language: Language) -> str:
    return term(language, DIRECTION, direction or "not told")
