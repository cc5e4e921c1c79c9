"""A report as one HTML file: nothing is fetched, nothing is run, and every word is escaped.

Titles and names of files come from strangers. Jinja escapes each of them, a mark in one that turns the
direction of writing is shown as a mark, and the page's own policy lets a browser load and run nothing
at all: the one style sheet is allowed by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from index.disk import replace_file
from index.reporting import curves
from index.reporting.curves import number, plot_of
from index.reporting.parts import Bars, Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.reporting.parts import Cell, Lines, Part, Section

_TEMPLATES: Final = Path(__file__).with_name("templates")
_STYLES: Final = ("report.css", "plot.css")
_FEWEST_FOLDED: Final = 25
"""A longer table is folded, so that what follows is found."""

_HEADING: Final = 36
_KEY: Final = 22
"""Height of a picture's headings, and of a line of its key."""

_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates: by them `txt.exe` reads `exe.txt`, and they are in no title for good."""


def page(title: str, sections: Sequence[Section], *, made: str = "", lede: str = "") -> str:
    """The report's HTML.

    Args:
        title: Of the whole report.
        sections: In their order; each is named in the list of contents.
        made: When and of what it was made, for its foot.
        lede: What it says, in a sentence.
    """
    style = "".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    sealed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    told = {"title": title, "sections": sections, "made": made, "lede": lede}
    return _environment().get_template("report.html").render(
        told, style=style, sealed=sealed, kind=_kind, shown=_shown, is_link=_is_link, is_number=_is_number,
        number=number, share=_share, plot_of=plot_of, curves=curves, is_long=_is_long,
    )  # fmt: skip


def picture(title: str, panels: Sequence[Lines]) -> str:
    """An SVG file of these plots side by side: light wherever it stands, for a guide to show.

    Args:
        title: What it shows, for whoever cannot see it.
        panels: From left to right.
    """
    style = (_TEMPLATES / "plot.css").read_text(encoding="utf-8")
    keys = max(len(panel.curves) for panel in panels)
    height = _HEADING + curves.HEIGHT + _KEY * (keys + 1)
    return _environment().get_template("picture.svg").render(
        title=title, panels=panels, style=style, height=height, heading=_HEADING, key=_KEY,
        shown=_shown, plot_of=plot_of, curves=curves,
    )  # fmt: skip


def write_page(path: Path, html: str) -> None:
    """Write a report or a picture in one step.

    Raises:
        OSError: The file cannot be written.
    """
    replace_file(path, html)


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _kind(part: Part) -> str:
    return type(part).__name__.lower()


def _shown(cell: Cell) -> str:
    """A cell in words."""
    match cell:
        case None | "":
            return "–"
        case Link():
            return _TURNING.sub("\N{REPLACEMENT CHARACTER}", cell.text)
        case int() | float():
            return number(cell)
        case str():
            return _TURNING.sub("\N{REPLACEMENT CHARACTER}", cell)


def _is_link(cell: Cell) -> bool:
    if not isinstance(cell, Link):
        return False
    try:
        return urlsplit(cell.address).scheme.lower() in {"http", "https"}
    except ValueError:
        return False


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, (int, float))


def _share(value: float, bars: Bars) -> str:
    """The length of a bar in percent of the longest."""
    longest = max(bars.bars.values(), default=0.0)
    return f"{100 * value / longest:.2f}%" if longest > 0 else "0%"


def _is_long(rows: Sequence[object]) -> bool:
    return len(rows) > _FEWEST_FOLDED
