"""The text of one page as pdfium draws it: words with their places and how they are set.

Runs in the child process that `index.sources.pdf.pdfium.worker` keeps. A word is told by a list, which
JSON can carry: text, left, top, right, bottom, baseline, size in points, style, angle, and whether no
blank parts it from the word before; places count in points from the page's upper left corner.
"""

from __future__ import annotations

import ctypes
import math
import sys
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from index.sources.pdf.pdfium.styles import RAW, Style, font_bits

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_WORD = 400
_FARTHEST = 1e5
_NEARLY, _ASLANT = 0.05, 45
"""Within four degrees and a half of upright is upright; of the rest one angle is as good as another."""

_HYPHEN_AT_LINE_END = 2
"""What pdfium says for the hyphen of a word that goes on in the next line."""

_ENDS = frozenset(" \t\r\n\x00\u00a0")


class PageText:
    """The text of one page, character by character, as pdfium tells it."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, count: int, corner: tuple[float, float]) -> None:
        self._text = text
        self._corner = corner
        self._characters = [_character(text, index) for index in range(count)]
        self._fonts: dict[int, int] = {}
        self._styles: dict[int, Style] = {}

    def words(self) -> Iterator[list[object]]:
        """Words as the page draws them, cut at blanks and where size, weight or baseline change."""
        start = 0
        for index, character in enumerate((*self._characters, " ")):
            if character in _ENDS:
                for first, last, style in self._pieces(start, index):
                    yield from self._word(first, last, style, joined=first > start)
                start = index + 1

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, Style]]:
        """The parts of one word that are set alike: first character, the one after the last, style.

        Some programs draw every letter by itself, so a change of the text object alone is no cut.
        """
        if start >= end:
            return
        drawn = self._drawn(start)
        first, style = start, self._style(start, drawn)
        # A word that begins and ends in one text object is in it whole: that saves most of the calls.
        whole = drawn == self._drawn(end - 1)
        for index in () if whole else range(start + 1, end):
            by = self._drawn(index)
            if by == drawn:
                continue
            drawn, changed = by, self._style(index, by)
            if changed.unlike(style):
                yield first, index, style
                first, style = index, changed
        while end - first > _LONGEST_WORD:
            yield first, first + _LONGEST_WORD, style
            first += _LONGEST_WORD
        yield first, end, style

    def _drawn(self, index: int) -> int:
        return _address(pdfium.FPDFText_GetTextObject(self._text, index))

    def _word(self, first: int, last: int, style: Style, *, joined: bool) -> Iterator[list[object]]:
        """The word up to `last`; nothing where pdfium cannot place it."""
        one, other = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        placed = pdfium.FPDFText_GetLooseCharBox(self._text, first, one)
        placed = placed and pdfium.FPDFText_GetLooseCharBox(self._text, last - 1, other)
        left, top = self._corner
        places = (
            min(one.left, other.left) - left,
            top - max(one.top, other.top),
            max(one.right, other.right) - left,
            top - min(one.bottom, other.bottom),
            style.baseline,
            style.size,
        )
        if placed and all(math.isfinite(place) and abs(place) < _FARTHEST for place in places):
            said = "".join(self._characters[first:last])
            rounded = (round(place, 2) for place in places)
            yield [said, *rounded, style.bits, style.angle, int(joined)]

    def _style(self, index: int, drawn: int) -> Style:
        """How the text object that drew this character looks, asked once."""
        known = self._styles.get(drawn)
        if known is None:
            known = self._look(index)
            if drawn:
                self._styles[drawn] = known
        return known

    def _look(self, index: int) -> Style:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self._text, index))
        angle = 0
        if pdfium.FPDFText_GetMatrix(self._text, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
            turned = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
            angle = round(turned) * 90 % 360 if abs(turned - round(turned)) < _NEARLY else _ASLANT
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
        left, top = self._corner
        baseline = x.value - left if angle in {90, 270} else top - y.value
        drawn = pdfium.FPDFText_GetTextObject(self._text, index)
        font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
        key = _address(font)
        if key not in self._fonts:
            self._fonts[key] = _font_bits(font)
        raw = RAW if pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1 else 0
        return Style(size if math.isfinite(size) else 0.0, self._fonts[key] | raw, angle, baseline)


def _character(text: pdfium.FPDF_TEXTPAGE, index: int) -> str:
    code = int(pdfium.FPDFText_GetUnicode(text, index))
    if code == _HYPHEN_AT_LINE_END:
        return "-"
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _address(handle: object) -> int:
    return (ctypes.cast(handle, ctypes.c_void_p).value or 0) if handle else 0  # pyright: ignore[reportArgumentType] - a pointer


def _font_bits(font: pdfium.FPDF_FONT | None) -> int:
    if not font:
        return 0
    buffer = ctypes.create_string_buffer(256)
    length = pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("utf-8", "replace") if length else ""
    flags = max(0, pdfium.FPDFFont_GetFlags(font))
    slant = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, slant)
    weight = pdfium.FPDFFont_GetWeight(font)
    return font_bits(name, weight=weight, flags=flags, slant=slant.value)
