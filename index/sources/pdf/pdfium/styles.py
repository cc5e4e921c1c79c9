"""How words are set: where, how large, and as their font's name and marks tell: bold, italic, or in symbols of mathematics."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

BOLD, ITALIC, MATHS, RAW = 1, 2, 4, 8
"""Bits of a word's style; RAW: its font does not say which characters its glyphs are."""

_BOLD_WEIGHT: Final = 600
_BOLD_NAME: Final = re.compile(
    r"bold|black|heavy|demi|semibold|CMBX|SFBX|-?medi\b|\bB$|[-.]B\b", re.IGNORECASE
)
_ITALIC_NAME: Final = re.compile(r"ital|obliq|slant|CMTI|SFTI|[-.]I\b", re.IGNORECASE)
_MATHS_NAME: Final = re.compile(
    r"^(?:CM(?:MI|SY|EX|BSY|MIB)|MSAM|MSBM|EU[FRS]M|rtx?mi|[tp]xsy|[tp]xmi|[tp]xex|MathJax|STIX.*Math|LMMath|Cambria ?Math|XITSMath)|Math",
    re.IGNORECASE,
)
_MOVED, _RESIZED = 0.1, 0.03
"""Shares of a size, beyond which a reader sees that a word stands elsewhere or is of another size."""

_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18
"""Of a font's descriptor, as the PDF standard numbers them."""


class Style(NamedTuple):
    """What the words of one text object share."""

    size: float
    bits: int
    angle: int
    baseline: float

    def unlike(self, other: Style) -> bool:
        """Whether a reader sees the change."""
        moved = abs(self.baseline - other.baseline) > _MOVED * self.size
        resized = abs(self.size - other.size) > _RESIZED * self.size
        return moved or resized or (self.bits, self.angle) != (other.bits, other.angle)


def font_bits(name: str, *, weight: int, flags: int, slant: int) -> int:
    """The bits of what is set in a font.

    Args:
        name: As the file names it; "" for none.
        weight: 400 is regular, 700 bold.
        flags: Of its descriptor.
        slant: In degrees; italics lean to the right by a negative one.
    """
    bold = weight >= _BOLD_WEIGHT or flags & _FLAG_FORCE_BOLD
    italic = flags & _FLAG_ITALIC or slant < 0
    return (
        (BOLD if bold or _BOLD_NAME.search(name) else 0)
        | (ITALIC if italic or _ITALIC_NAME.search(name) else 0)
        | (MATHS if _MATHS_NAME.search(name) else 0)
    )
