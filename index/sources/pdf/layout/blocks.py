"""Rows of a column become blocks: paragraphs, headings, captions, rows of a table.

A paragraph ends where the type changes, where more space follows than between its lines, before an
indent or a bullet, and where a sentence ends in a line that had room for the next word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from index.sources.pdf.layout.hyphens import joined
from index.sources.pdf.pdfium.styles import BOLD
from index.sources.rules.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.pdf.layout.hyphens import Vocabulary
    from index.sources.pdf.layout.layout import Column, Line

_RESIZED = 0.06
_LOOSER = 1.28
_INDENT = 0.8
_FLUSH = 0.45
_DEEPEST_INDENT = 6.0
_SHORT = 0.72
_CELLS = 3
BULLET = re.compile(r"[•●▪■◦‣⁃∙·o–—*-]\s+(?=\S)|[•●▪■◦‣⁃∙](?=\S)")
_ENTRY = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+(?=[A-Z“\"])")
_NUMBER_CELL = re.compile(
    r"(?:\(?[A-Z]?\d{0,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,5}\.?|[•●▪■◦‣⁃∙–-]|\(?[a-z]\))\s"
)
_CAPTION = re.compile(
    r"(?:(?:extended\s+data|supplementary|supplemental|appendix|online)\s+)?"
    r"(?P<label>(?:fig(?:ure)?|table|tab|box|scheme|chart|algorithm|listing|exhibit|plate|map|graph|video|movie|panel)"
    r"\.?\s*(?P<number>[A-Z]{0,2}\.?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVX]{1,5}))(?P<after>\s*[.:|—–-]|\s+\S|\s*$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together.

    Attributes:
        rows: From top to bottom.
        column: In which they stand.
        page: Counted from 0.
        first: Whether nothing stands above it in its column.
        table: Whether its rows are a table's.
    """

    rows: tuple[Line, ...]
    column: Column
    page: int
    first: bool = False
    table: bool = False

    @property
    def size(self) -> float:
        """Of most of its rows."""
        return median(row.size for row in self.rows)

    @property
    def bold(self) -> bool:
        """Whether every row is."""
        return all(row.bold for row in self.rows)

    @property
    def italic(self) -> bool:
        """Whether every row is."""
        return all(row.italic for row in self.rows)

    @property
    def raw(self) -> str:
        """Its rows side by side, hyphens as they stand."""
        return " ".join(row.text for row in self.rows)

    def text(self, known: Vocabulary) -> str:
        """Its words in a line, what the lines' ends cut made whole."""
        return reduce(lambda one, other: joined(one, other, known), (row.text for row in self.rows))


def blocks_of(column: Column) -> list[Block]:
    """The blocks of a column from top to bottom."""
    rows = column.lines
    if not rows:
        return []
    tables = _table_rows(column)
    leading = _leading(rows)
    cuts = [0, *(n for n in range(1, len(rows)) if _parts(column, n, leading, tables)), len(rows)]
    return [
        Block(rows[a:b], column, column.page, first=a == 0, table=tables[a])
        for a, b in pairwise(cuts)
    ]


def caption_label(text: str) -> str:
    """The label a caption begins with, as "Figure 3"; "" for a text that is no caption."""
    found = _CAPTION.match(text)
    if not found or (
        found["after"].strip() not in {"", ".", ":", "|", "—", "–", "-"}
        and not _is_title(text, found)
    ):
        return ""
    return " ".join(found[0][: found.start("after")].split())


def _is_title(text: str, found: re.Match[str]) -> bool:
    """Whether what follows a bare number begins a title: a sentence of the text would go on in lower case."""
    return text[found.end() - 1].isupper() or text[found.end() - 1] in '“"(['


def _table_rows(column: Column) -> list[bool]:
    """Which rows are a table's: parts with wide gaps between, one under the other."""
    rows = column.lines
    gapped = [row.cells > 1 and not _stretched(column, row) for row in rows]
    near = [any(gapped[max(0, n - 1) : n] + gapped[n + 1 : n + 2]) for n in range(len(rows))]
    found = [
        gap and (beside or row.cells >= _CELLS)
        for gap, beside, row in zip(gapped, near, rows, strict=True)
    ]
    for n in range(1, len(rows) - 1):  # a cell that goes on in a second row
        if found[n - 1] and found[n + 1] and rows[n].width < _SHORT * (column.right - column.left):
            found[n] = True
    return found


def _stretched(column: Column, row: Line) -> bool:
    """Whether the gap is a number's before its heading, a bullet's, or of a badly filled line."""
    if row.cells == 2 and _NUMBER_CELL.match(row.text):  # noqa: PLR2004 - the number, and what it numbers
        return True
    full = row.width > 0.95 * (column.right - column.left)
    return full and len(row.text.split()) >= 3 * row.cells and ends_like_text(row.text)


def ends_like_text(text: str) -> bool:
    """Whether there are small words in it, as in sentences and hardly in a table."""
    return bool(
        re.search(
            r"\b(?:the|of|and|to|in|a|is|was|for|with|that|were|are|der|die|und|de|la|et)\b", text
        )
    )


def _leading(rows: Sequence[Line]) -> float:
    """The usual distance of baselines, in sizes."""
    steps = [
        (below.baseline - above.baseline) / max(above.size, below.size)
        for above, below in pairwise(rows)
        if abs(above.size - below.size) < _RESIZED * above.size
    ]
    usual = [step for step in steps if 0.8 < step < 2.6]  # noqa: PLR2004 - from tight to double spacing
    return median(usual) if usual else 1.2


def _parts(column: Column, place: int, leading: float, tables: Sequence[bool]) -> bool:
    """Whether a block begins at this row."""
    above, row = column.lines[place - 1], column.lines[place]
    if tables[place] != tables[place - 1]:
        return True
    if tables[place]:
        return False
    if _unlike(column, above, row) or row.baseline - above.baseline > _LOOSER * leading * max(
        above.size, row.size
    ):
        return True
    if row.mark or BULLET.match(row.text) or (_ENTRY.match(row.text) and ends_sentence(above.text)):
        return True
    if caption_label(row.text):
        return True
    return _indented(column, place) or _had_room(column, above, row)


def _unlike(column: Column, above: Line, row: Line) -> bool:
    if abs(above.size - row.size) > _RESIZED * max(above.size, row.size):
        return True
    return above.bold != row.bold and not _runs_in(column, above, row)


def _runs_in(column: Column, above: Line, row: Line) -> bool:
    """Whether bold words that fill a line end in the next one, which goes on with the paragraph."""
    opens = above.bold and not row.bold and bool(row.words[0].bits & BOLD)
    return opens and not _fits(column, above, row)


def _indented(column: Column, place: int) -> bool:
    """Whether the row begins further right than the one above and the one below it."""
    above, row = column.lines[place - 1], column.lines[place]
    if (above.bold and row.bold) or BULLET.match(above.text) or _ENTRY.match(above.text):
        return False  # a heading or an entry of a list hangs its second line
    if not _INDENT * row.size <= row.left - above.left <= _DEEPEST_INDENT * row.size:
        return False
    if place + 1 == len(column.lines):
        return ends_sentence(above.text)
    below = column.lines[place + 1]
    return row.left - below.left >= _FLUSH * row.size or (
        ends_sentence(above.text) and row.left - column.left <= _DEEPEST_INDENT / 2 * row.size
    )


def _had_room(column: Column, above: Line, row: Line) -> bool:
    """Whether the row above ends a sentence though the next word would have fitted in it."""
    return ends_sentence(above.text) and _fits(column, above, row)


def _fits(column: Column, above: Line, row: Line) -> bool:
    """Whether the first word of a row would have fitted in the one above."""
    first = row.text.split(maxsplit=1)[0]
    needed = (len(first) + 1) * row.width / max(1, len(row.text))
    return above.right + needed < column.right - 0.5 * row.size
