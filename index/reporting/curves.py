"""Where the points, ticks and names of a plot of curves stand, in units of its picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.reporting.parts import Lines

WIDTH: Final = 640
HEIGHT: Final = 320
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 16, 56
"""Room for the names of the axes."""

STYLES: Final = 5
"""So many curves look different, by colour and by dashes; the next one looks like the first."""

_TICKS: Final = 5
_GREATEST: Final = 1e8
_SAME: Final = 1e-9
_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, in units of the picture, and what it stands for."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve to draw.

    Attributes:
        name: As in the legend.
        style: A number under `STYLES`.
        path: Its points as SVG's `points`.
        dots: Each point, in units of the picture.
    """

    name: str
    style: int
    path: str
    dots: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Plot:
    """All that a drawing of curves shows."""

    curves: Sequence[Curve]
    across: Sequence[Tick]
    up: Sequence[Tick]


def plot_of(lines: Lines) -> Plot:
    """The drawing of these curves; points beyond any axis, or that are no numbers, are left out."""
    told = {
        name: [point for point in points if all(abs(value) <= _GREATEST for value in point)]
        for name, points in lines.curves.items()
    }
    every = [point for points in told.values() for point in points] or [(0.0, 0.0)]
    across = _Axis.over([x for x, _ in every], LEFT, WIDTH - RIGHT)
    up = _Axis.over([y for _, y in every], HEIGHT - BOTTOM, TOP)
    curves: list[Curve] = []
    for place, (name, points) in enumerate(told.items()):
        dots = [(across.at(x), up.at(y)) for x, y in points]
        path = " ".join(f"{x:g},{y:g}" for x, y in dots)
        curves.append(Curve(name, place % STYLES, path, dots))
    return Plot(curves, tuple(across.ticks()), tuple(up.ticks()))


def number(value: float) -> str:
    """A number as people read it: 1,024 and 0.721, without a tail of noughts."""
    if not math.isfinite(value):
        return "–"
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.4g}" if abs(value) < 1000 else f"{value:,.0f}"  # noqa: PLR2004 - beyond, figures suffice


@dataclass(frozen=True, slots=True)
class _Axis:
    """From a number to a place in the picture."""

    least: float
    most: float
    step: float
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> _Axis:
        """An axis whose first and last tick hold these values."""
        least, most = min(values), max(values)
        # Nearly the same number everywhere is a flat line, and no slope of rounding errors.
        if most - least <= _SAME * max(1.0, abs(least), abs(most)):
            least, most = least - 0.5, most + 0.5
        rough = (most - least) / _TICKS
        scale = 10.0 ** math.floor(math.log10(rough))
        step = next(one * scale for one in _STEPS if one * scale >= rough * (1 - 1e-9))
        return cls(math.floor(least / step) * step, math.ceil(most / step) * step, step, start, end)

    def at(self, value: float) -> float:
        share = (value - self.least) / (self.most - self.least)
        return round(self.start + share * (self.end - self.start), 1)

    def ticks(self) -> Iterator[Tick]:
        for count in range(round((self.most - self.least) / self.step) + 1):
            value = self.least + count * self.step
            # 0.30000000000000004 is 0.3 on an axis; years have no thousands to part.
            yield Tick(self.at(value), f"{value:.10g}")
