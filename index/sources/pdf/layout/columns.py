"""In which order a page is read: down the left column, then the right; what spans both comes between.

A gutter is an upright strip with lines of words on both sides, side by side, which few lines cross.
Those that do (a title, a wide caption) part the page into bands, each read by itself.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from index.sources.pdf.layout.layout import Column
from index.sources.pdf.layout.lines import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.sources.pdf.layout.layout import Line

_TOLERANCE = 2.0
"""Points by which letters hang over the edge of their column."""

_MOST_COLUMNS_DEEP = 3
_MOST_GUTTERS_TRIED = 16
_FEWEST_LINES = 3
_NARROWEST = 0.13
"""Of the region's width: narrower lines are labels and cells, and tell nothing of columns."""

_FEWEST_WORDS = 3.0
_LEAST_SHARE = 0.12
_SPANS = 0.06
_ROW = 6.0


def columns_of(lines: Sequence[Line], *, depth: int = 0) -> list[Column]:
    """The columns of a page in reading order, the lines of each from top to bottom."""
    if not lines:
        return []
    gutter = _gutter(lines) if depth < _MOST_COLUMNS_DEEP else None
    if gutter is None:
        return [_column(lines)]
    return list(_bands(lines, gutter, depth))


def _bands(lines: Sequence[Line], gutter: float, depth: int) -> Iterator[Column]:
    reach = _SPANS * (max(line.right for line in lines) - min(line.left for line in lines))
    spanning = [line for line in lines if _spans(line, gutter, reach)]
    heights = sorted(line.middle for line in spanning)
    bands: dict[int, tuple[list[Line], list[Line]]] = {}
    for line in lines:
        if not _spans(line, gutter, reach):
            sides = bands.setdefault(bisect(heights, line.middle), ([], []))
            sides[(line.left + line.right) / 2 > gutter].append(line)
    above = 0
    for band in (*sorted(bands), len(heights) + 1):
        between = [
            line
            for line in spanning
            if above < bisect(heights, line.middle) <= min(band, len(heights))
        ]
        if between:
            yield _column(between)
        above = band
        for side in bands.get(band, ()):
            yield from columns_of(side, depth=depth + 1)


def _spans(line: Line, gutter: float, reach: float) -> bool:
    return min(gutter - line.left, line.right - gutter) > reach


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second column begins, None where there is one column."""
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    wide = [line for line in lines if line.width >= _NARROWEST * (last - first)]
    edges = Counter(
        round(line.left) for line in wide if line.left > first + _NARROWEST * (last - first)
    )
    tried = [
        edge for edge, count in edges.most_common(_MOST_GUTTERS_TRIED) if count >= _FEWEST_LINES
    ]
    weighed = [(_weight(lines, wide, edge), -edge) for edge in tried]
    best = max(weighed, default=(0.0, 0))
    return -best[1] - _TOLERANCE if best[0] > 0 else None


def _weight(lines: Sequence[Line], wide: Sequence[Line], edge: float) -> float:
    """How much text stands side by side at this gutter, less what crosses it; 0 for no gutter."""
    left = [line for line in wide if line.right <= edge + _TOLERANCE]
    right = [line for line in wide if line.left >= edge - _TOLERANCE]
    if min(len(left), len(right)) < _FEWEST_LINES:
        return 0.0
    rows = {round(line.middle / _ROW) + near for line in right for near in (-1, 0, 1)}
    beside = [line for line in left if round(line.middle / _ROW) in rows]
    if len(beside) < _FEWEST_LINES or not all(map(_is_text, (left, right))):
        return 0.0
    sides = [sum(len(line.text) for line in side) for side in (left, right)]
    everything = sum(len(line.text) for line in lines)
    if min(sides) < _LEAST_SHARE * everything:
        return 0.0
    across = [
        line for line in lines if line.left < edge - _TOLERANCE and line.right > edge + _TOLERANCE
    ]
    crossed = {round(line.middle / _ROW) for line in across}
    # A line that crosses the gutter beside others is no title: then there is no gutter here.
    broken = sum(round(line.middle / _ROW) in crossed for line in beside)
    if broken > len(beside) / 4:
        return 0.0
    return max(0.0, sum(sides) - 0.5 * sum(len(line.text) for line in across))


def _is_text(side: Sequence[Line]) -> bool:
    return median(len(line.text.split()) for line in side) >= _FEWEST_WORDS


def _column(lines: Sequence[Line]) -> Column:
    rows = rows_of(lines)
    return Column(tuple(rows), min(row.left for row in rows), max(row.right for row in rows))
