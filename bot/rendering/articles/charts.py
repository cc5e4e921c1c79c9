"""A chart of counts as a small PNG: bars, figures and years, no words, so that it needs no language.

Drawn with Pillow, whose own font has the digits; a library for plots would be forty times its size.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.ImageDraw import ImageDraw

_WIDTH, _HEIGHT = 900, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 24, 28, 56
_FONT_SIZE: Final = 18
_PAPER, _INK, _RULE, _BAR = "#ffffff", "#1f2328", "#d0d7de", "#0b5cad"
"""Ink on paper 15 to 1, bars on paper 6 to 1: the contrast that WCAG asks for is 4.5 to 1."""

_COLOURS: Final = 16
_LINES: Final = 4
_LABEL_ROOM: Final = 70
"""Pixels that a label under the bars takes, with the space beside it."""

_FIGURES_UP_TO: Final = 24
"""Bars over which each has its figure; more would run into each other."""


def bar_chart(counts: Sequence[tuple[str, int]]) -> bytes:
    """A PNG of the counts, in order, under 30 KB.

    Args:
        counts: A label in digits and hyphens, and how many; at least one.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 - who draws nothing never pays for it

    picture = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(picture)
    step = _step(max(count for _, count in counts))
    top = step * -(-max(count for _, count in counts) // step)
    _draw_lines(draw, step, top)
    _draw_bars(draw, counts, top)
    written = BytesIO()
    picture.quantize(colors=_COLOURS).save(written, format="PNG", optimize=True)
    return written.getvalue()


def _draw_lines(draw: ImageDraw, step: int, top: int) -> None:
    font = _font()
    for value in range(0, top + 1, step):
        y = _height_of(value, top)
        draw.line([(_LEFT, y), (_WIDTH - _RIGHT, y)], fill=_RULE if value else _INK, width=2)
        draw.text((_LEFT - 10, y), str(value), fill=_INK, font=font, anchor="rm")


def _draw_bars(draw: ImageDraw, counts: Sequence[tuple[str, int]], top: int) -> None:
    font = _font()
    room = (_WIDTH - _LEFT - _RIGHT) / len(counts)
    every = max(1, -(-_LABEL_ROOM // max(1, int(room))))
    for number, (label, count) in enumerate(counts):
        middle = _LEFT + room * (number + 0.5)
        half = max(0.5, min(room * 0.38, 40))
        y = _height_of(count, top)
        if count:
            draw.rectangle([(middle - half, y), (middle + half, _height_of(0, top) - 1)], fill=_BAR)
        if count and len(counts) <= _FIGURES_UP_TO:
            draw.text((middle, y - 4), str(count), fill=_INK, font=font, anchor="mb")
        if number % every == 0:
            draw.text((middle, _HEIGHT - _BOTTOM + 12), label, fill=_INK, font=font, anchor="mt")


def _height_of(value: int, top: int) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top


def _step(most: int) -> int:
    """The distance of the lines: 1, 2 or 5 times a power of ten, for at most five of them."""
    power = 1
    while True:
        for factor in (1, 2, 5):
            if factor * power * _LINES >= most:
                return factor * power
        power *= 10


def _font():  # noqa: ANN202 - one of two classes of Pillow, both drawn with alike
    from PIL import ImageFont  # noqa: PLC0415 - as above

    return ImageFont.load_default(size=_FONT_SIZE)
