"""Every touch of pypdfium2: a PDF's bytes become words with their places, and what it says of itself.

Runs in the child process that `index.sources.pdf.worker` keeps, because pdfium is C++ that meets
strangers' bytes; it therefore imports nothing else of the project. pdfium knows no threads: there is
one call at a time in that process.

A word is told by a list, which JSON can carry: text, left, top, right, bottom, baseline, size in
points, style, angle, and whether no blank parts it from the word before; places count in points from the page's upper left corner.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

BOLD, ITALIC, MATHS, RAW = 1, 2, 4, 8
"""Bits of a word's style; RAW: its font does not say which characters its glyphs are."""

_LONGEST_WORD = 400
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(
    r"bold|black|heavy|demi|semibold|CMBX|SFBX|-?medi\b|\bB$|[-.]B\b", re.IGNORECASE
)
_ITALIC_NAME = re.compile(r"ital|obliq|slant|CMTI|SFTI|[-.]I\b", re.IGNORECASE)
_MATHS_NAME = re.compile(
    r"^(?:CM(?:MI|SY|EX|BSY|MIB)|MSAM|MSBM|EU[FRS]M|rtx?mi|[tp]xsy|[tp]xmi|[tp]xex|MathJax|STIX.*Math|LMMath|Cambria ?Math|XITSMath)|Math",
    re.IGNORECASE,
)
_FARTHEST = 1e5
_NEARLY, _ASLANT = 0.05, 45
"""Within four degrees and a half of upright is upright; of the rest one angle is as good as another."""

_MOVED, _RESIZED = 0.1, 0.03
_HYPHEN_AT_LINE_END = 2
"""What pdfium says for the hyphen of a word that goes on in the next line."""

_PROBED_OBJECTS = 200
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18
_ENDS = frozenset(" \t\r\n\x00\u00a0")
_INFO = (
    "Title",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "doi",
    "DOI",
    "WPS-ARTICLEDOI",
)


class UnreadablePdf(Exception):  # noqa: N818 - it is the answer, and the parent names the error
    """Why there is nothing to be had, in one word that the parent knows."""


class Limits(NamedTuple):
    """What one document may hold."""

    pages: int
    characters: int


class _Style(NamedTuple):
    """What the words of one text object share."""

    size: float
    bits: int
    angle: int
    baseline: float

    def unlike(self, other: _Style) -> bool:
        """Whether a reader sees the change."""
        moved = abs(self.baseline - other.baseline) > _MOVED * self.size
        resized = abs(self.size - other.size) > _RESIZED * self.size
        return moved or resized or (self.bits, self.angle) != (other.bits, other.angle)


def document(content: bytes, limits: Limits) -> dict[str, object]:
    """The pages of a PDF as plain JSON values: `{"info", "pages": [{"width", "height", "pictures", "words"}]}`.

    Raises:
        UnreadablePdf: it is encrypted, damaged or longer than the limits.
    """
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in {
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        }
        raise UnreadablePdf("encrypted" if locked else "damaged") from error
    try:
        if len(opened) > limits.pages:
            raise UnreadablePdf("pages")
        pages: list[dict[str, object]] = []
        left = limits.characters
        for number in range(len(opened)):
            page = _page(opened, number, left)
            left -= int(page.pop("characters"))  # pyright: ignore[reportArgumentType] - a count, see _page
            pages.append(page)
        info = {key: value for key in _INFO if (value := opened.get_metadata_value(key))}
    finally:
        opened.close()
    return {"info": info, "pages": pages}


def _page(opened: pypdfium2.PdfDocument, number: int, characters: int) -> dict[str, object]:
    """One page; a page that cannot be read is an empty one, for the others may well be."""
    empty: dict[str, object] = {
        "width": 0,
        "height": 0,
        "pictures": 0,
        "words": [],
        "characters": 0,
    }
    try:
        page = opened[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return empty
    try:
        count = text.count_chars()
        if count > characters:
            raise UnreadablePdf("characters")
        left, bottom, right, top = page.get_bbox()
        words = list(_Text(text.raw, count, (left, top)).words())
        kinds = (
            pdfium.FPDFPage_GetObject(page.raw, n)
            for n in range(min(_count(page), _PROBED_OBJECTS))
        )
        pictures = sum(
            pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE for one in kinds
        )
    finally:
        text.close()
        page.close()
    return {
        "width": right - left,
        "height": top - bottom,
        "pictures": pictures,
        "words": words,
        "characters": count,
    }


def _count(page: pypdfium2.PdfPage) -> int:
    return max(0, int(pdfium.FPDFPage_CountObjects(page.raw)))


class _Text:
    """The text of one page, character by character, as pdfium tells it."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE, count: int, corner: tuple[float, float]) -> None:
        self._text = text
        self._corner = corner
        self._characters = [_character(text, index) for index in range(count)]
        self._fonts: dict[int, int] = {}
        self._styles: dict[int, _Style] = {}

    def words(self) -> Iterator[list[object]]:
        """Words as the page draws them, cut at blanks and where size, weight or baseline change."""
        start = 0
        for index, character in enumerate((*self._characters, " ")):
            if character in _ENDS:
                for first, last, style in self._pieces(start, index):
                    yield from self._word(first, last, style, joined=first > start)
                start = index + 1

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, _Style]]:
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

    def _word(
        self, first: int, last: int, style: _Style, *, joined: bool
    ) -> Iterator[list[object]]:
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

    def _style(self, index: int, drawn: int) -> _Style:
        """How the text object that drew this character looks, asked once."""
        known = self._styles.get(drawn)
        if known is None:
            known = self._look(index)
            if drawn:
                self._styles[drawn] = known
        return known

    def _look(self, index: int) -> _Style:
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
        return _Style(size if math.isfinite(size) else 0.0, self._fonts[key] | raw, angle, baseline)


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
    bold = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or flags & _FLAG_FORCE_BOLD
    italic = flags & _FLAG_ITALIC or slant.value < 0
    return (
        (BOLD if bold or _BOLD_NAME.search(name) else 0)
        | (ITALIC if italic or _ITALIC_NAME.search(name) else 0)
        | (MATHS if _MATHS_NAME.search(name) else 0)
    )
