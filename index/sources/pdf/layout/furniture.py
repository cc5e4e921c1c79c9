"""What a page prints around its text: running heads and feet, page numbers, line numbers.

Told by place and by repetition: the same words, figures aside, at the same height of several pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from index.sources.pdf.layout.layout import Line, Word

_MARGIN = 0.14
"""Of the page's height, above and below, where running heads and feet stand."""

_EDGE = 0.1
_NEAR = 6.0
_LEAST_PAGES = 2
_FIGURES = re.compile(r"\d+|\b[ivxlc]{1,7}\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:p(?:age|g|\.)?\s*)?[-–—\s|]*(?:[A-Z]?\d{1,5}|[ivxlc]{1,7})[-–—\s|]*(?:(?:of|/)\s*\d{1,5})?",
    re.IGNORECASE,
)
_LEAST_NUMBERED = 5
_ALIGNED = 3.0
_MOST_LINES, _STRAYS = 0.6, 0.02
_NEARLY_ALWAYS = 0.8


def repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[frozenset[int]]:
    """The places, of each page, of lines that are its furniture."""
    # A paper's title may stand on two pages, as may its running head; the type tells them apart.
    seen: defaultdict[tuple[str, int], list[tuple[int, int, float]]] = defaultdict(list)
    found: list[set[int]] = [set() for _ in pages]
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        for place, line in enumerate(lines):
            if not _in_margin(line, height):
                continue
            said = _FIGURES.sub("#", line.text.lower())
            seen[said, round(line.size)].append((number, place, line.baseline))
            if _PAGE_NUMBER.fullmatch(line.text) and _outermost(line, lines, height):
                found[number].add(place)
    for shown in seen.values():
        for number, place, baseline in shown:
            others = {page for page, _, other in shown if abs(other - baseline) <= _NEAR}
            if len(others) >= _LEAST_PAGES:
                found[number].add(place)
    return [frozenset(places) for places in found]


def _in_margin(line: Line, height: float) -> bool:
    return line.baseline < _MARGIN * height or line.baseline > (1 - _MARGIN) * height


def _outermost(line: Line, lines: Sequence[Line], height: float) -> bool:
    """Whether nothing but what shares its row stands further out."""
    if not _EDGE * height < line.baseline < (1 - _EDGE) * height:
        return True
    above = line.baseline < height / 2
    far = [other for other in lines if abs(other.baseline - line.baseline) > line.size]
    return all((other.baseline > line.baseline) == above for other in far)


def without_line_numbers(words: Iterable[Word]) -> list[Word]:
    """Without the numbers that a manuscript prints beside its lines: they rise, one under the other."""
    words = list(words)
    numbers = [word for word in words if word.text.isdecimal() and not word.joined]
    for edge in ("left", "right"):
        for aligned in _aligned(numbers, edge):
            if _counts(aligned) and _stands_outside(aligned, words):
                gone = {id(word) for word in aligned}
                words = [word for word in words if id(word) not in gone]
                numbers = [word for word in numbers if id(word) not in gone]
    return words


def _aligned(numbers: Sequence[Word], edge: str) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in sorted(numbers, key=lambda one: getattr(one, edge)):
        if groups and getattr(word, edge) - getattr(groups[-1][0], edge) <= _ALIGNED:
            groups[-1].append(word)
        else:
            groups.append([word])
    return [
        sorted(group, key=lambda one: one.baseline)
        for group in groups
        if len(group) >= _LEAST_NUMBERED
    ]


def _counts(aligned: Sequence[Word]) -> bool:
    """Whether they rise by one, or by five, nearly always."""
    values = [int(word.text[:9]) for word in aligned]
    steps = [after - before for before, after in pairwise(values)]
    return max(steps.count(1), steps.count(5)) >= _NEARLY_ALWAYS * len(steps)


def _stands_outside(aligned: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether most other words stand on one side of them."""
    left, right = min(word.left for word in aligned), max(word.right for word in aligned)
    within = (aligned[0].baseline, aligned[-1].baseline)
    beside = [
        word for word in words if within[0] <= word.baseline <= within[1] and word not in aligned
    ]
    before = sum(word.right <= left for word in beside)
    after = sum(word.left >= right for word in beside)
    # A column of a table has words on both sides; the numbers of a list are fewer than its lines.
    every = max(1, int(aligned[1].text[:9]) - int(aligned[0].text[:9]))
    numbered = every * len(aligned) >= _MOST_LINES * len(_heights(beside))
    return numbered and min(before, after) <= _STRAYS * len(beside)


def _heights(words: Iterable[Word]) -> list[float]:
    """The heights that these words stand at."""
    found: list[float] = []
    for baseline in sorted(word.baseline for word in words):
        if not found or baseline - found[-1] > _NEAR:
            found.append(baseline)
    return found
