"""All pictures, and the list of what each must show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.end_to_end.pictures.answers import ANSWERS
from tests.end_to_end.pictures.lookups import DIRECT, EMBED, LOOKUPS, MENUS
from tests.end_to_end.pictures.servers import CHANGED, SERVERS

if TYPE_CHECKING:
    from tests.end_to_end.pictures.shown import Shown

SITTINGS: Final = (ANSWERS, LOOKUPS, MENUS, SERVERS, CHANGED, DIRECT, EMBED)

_HEAD: Final = """\
# What each picture must show

`python -m tests.end_to_end.pictures docs/images` takes these in the preview, with Chromium, and fails naming a picture in which words of the third
column cannot be read. Whether the rest is there, and whether it looks right, somebody must look: at each, whenever they were taken again.
This page is written by that command, out of `tests/end_to_end/pictures/`.

| picture | of | can be read in it | can be seen in it |
|---|---|---|---|
"""


def written_list() -> str:
    """The list as Markdown, a row a picture."""
    return _HEAD + "".join(_row(shown) for sitting in SITTINGS for shown in sitting.shown)


def _row(shown: Shown) -> str:
    words = "; ".join(f"“{each}”" for each in shown.words)
    cells = (f"[{shown.name}](images/{shown.name}.png)", shown.of, words, "; ".join(shown.look))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |\n"
