"""Words become lines: side by side on one baseline, marks of notes dropped, powers kept above the line."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from index.sources.pdf.layout.layout import Line, Word
from index.sources.pdf.pdfium.styles import BOLD, ITALIC, MATHS
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDE_GAP = 1.35
"""In sizes: wider than any blank of justified text, narrower than a gutter."""

_CELL_GAP = 1.6
_SAME_LINE = 0.55
_BACK = 0.6
_SMALLER = 0.86
_LIFTED = 0.12
_MOST = 0.85
_CLOSES = frozenset(".,;:)]")
_LIGATURES = str.maketrans(
    # TeX's font of symbols has its bullet where Unicode has a control character.
    {"\x0f": "•", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_RAISED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_RAISABLE = re.compile(r"[0-9+\-−–n]{1,8}")
_REFERENCES = re.compile(r"[\[(]?[0-9*†‡§¶#\u2217⋆♠♢♡♣♦♥◇,;–—\-\s]+[\])]?|[a-z](?:,[a-z])*")
_NO_SIGN = re.compile(r"\d")
_UNIT_END = re.compile(r"(?:^|[^A-Za-z])[A-Za-zµμΩχρσ]{1,2}$")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|a|o|e|er|TM|®|™)")


def upright(words: Iterable[Word], width: float, height: float) -> tuple[list[Word], bool]:
    """The words as a reader turns the page to read most of them, and whether that lays it on its side.

    Those at other angles are left out.
    """
    words = list(words)
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.angle] += len(word.text)
    angle = max(letters, key=lambda one: (letters[one], -one), default=0)
    kept = [_turned(word, angle, width, height) for word in words if word.angle == angle]
    return kept, angle in {90, 270}


def _turned(word: Word, angle: int, width: float, height: float) -> Word:
    match angle:
        case 90:
            left, right, baseline = height - word.bottom, height - word.top, word.baseline
        case 180:
            left, right, baseline = width - word.right, width - word.left, height - word.baseline
        case 270:
            left, right, baseline = word.top, word.bottom, width - word.baseline
        case _:
            return word
    return word._replace(left=left, right=right, baseline=baseline, angle=0)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Lines in the order the page draws them, cut at wide gaps: a table's cells are lines of their own."""
    found: list[Line] = []
    run: list[Word] = []
    size = 0.0
    for word in words:
        if word.size <= 0 or not word.text.strip():
            continue
        if run and not _goes_on(run, word, size):
            found.append(line_of(run))
            run = []
        run.append(word)
        size = word.size if len(run) == 1 else max(size, word.size)
    if run:
        found.append(line_of(run))
    return [line for line in found if line.text]


def _goes_on(run: Sequence[Word], word: Word, size: float) -> bool:
    last = run[-1]
    size = max(size, word.size)
    level = min(abs(word.baseline - last.baseline), abs(word.baseline - run[0].baseline))
    if level > _SAME_LINE * size:
        return False
    gap = last.left - word.right if leftwards(word.text) else word.left - last.right
    return -_BACK * size <= gap <= WIDE_GAP * size


def line_of(words: Sequence[Word]) -> Line:
    """The line of these words, left to right."""
    sizes: Counter[float] = Counter()
    bits: Counter[int] = Counter()
    for word in words:
        sizes[round(word.size, 1)] += len(word.text)
        for bit in (BOLD, ITALIC, MATHS):
            bits[bit] += len(word.text) if word.bits & bit else 0
    letters = sum(sizes.values())
    size = max(sizes, key=lambda one: (sizes[one], one))
    standing = [word.baseline for word in words if round(word.size, 1) == size]
    baseline = Counter(standing).most_common(1)[0][0]
    mark, text = _said(words, size, baseline)
    return Line(
        text=text,
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        baseline=baseline,
        size=size,
        bold=bits[BOLD] > _MOST * letters and bool(words[-1].bits & BOLD),
        italic=bits[ITALIC] > _MOST * letters,
        maths=bits[MATHS] / letters,
        mark=mark,
        cells=1 + sum(_is_cell_gap(*pair, size) for pair in pairwise(words)),
        words=tuple(words),
    )


def rows_of(lines: Iterable[Line]) -> list[Line]:
    """The lines of one column from top to bottom, parts of one row put together."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (one.baseline, one.left)):
        if rows and _same_row(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row[0] if len(row) == 1 else _merged(row) for row in rows]


def _same_row(first: Line, line: Line) -> bool:
    return abs(first.baseline - line.baseline) <= 0.35 * max(first.size, line.size)


def _merged(row: list[Line]) -> Line:
    row = sorted(
        row, key=lambda line: line.left, reverse=leftwards("".join(one.text for one in row))
    )
    words = [word for line in row for word in _apart(line.words)]
    merged = line_of(words)
    return replace(merged, text=" ".join(line.text for line in row), mark=row[0].mark)


def leftwards(text: str) -> bool:
    """Whether most of its letters are of a script written from right to left."""
    letters = [unicodedata.bidirectional(letter) for letter in text if letter.isalpha()]
    return 2 * sum(one in {"R", "AL"} for one in letters) > len(letters)


def _apart(words: Sequence[Word]) -> list[Word]:
    return [word._replace(joined=word.joined and place > 0) for place, word in enumerate(words)]


def _is_cell_gap(one: Word, other: Word, size: float) -> bool:
    return other.left - one.right > _CELL_GAP * size


def is_raised(word: Word, size: float, baseline: float) -> bool:
    """Whether the word stands small and above the line, as a power or the mark of a note does."""
    return word.size < _SMALLER * size and baseline - word.baseline > _LIFTED * size


def _said(words: Sequence[Word], size: float, baseline: float) -> tuple[str, str]:
    """What is raised before the first word, and the text."""
    mark, text, dropped = "", "", False
    for word in words:
        said = word.text.translate(_LIGATURES)
        closes = dropped and said[0] in _CLOSES
        blank = "" if word.joined or closes or not text else " "
        before = text
        if not is_raised(word, size, baseline):
            text += blank + said
        elif not text:
            mark += said
        else:
            text += _raised(said, text, blank)
        dropped = bool(before) and text == before
    return plain(mark), plain(text)


def _raised(said: str, before: str, blank: str) -> str:
    """Raised text behind `before`: a power, a letter of its own, or a mark that refers to a note."""
    if _ORDINAL.fullmatch(said):
        return said
    if not _REFERENCES.fullmatch(said):
        return blank + said
    if before[-1:].isdigit():
        return said.translate(_RAISED) if _RAISABLE.fullmatch(said) else ""
    if _NO_SIGN.search(said) and _UNIT_END.search(before):
        return said
    return ""
