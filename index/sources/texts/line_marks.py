"""Marks that are no words: of Markdown, and of browsers in text mode (lynx, w3m, html2text)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LONGEST_MARKED_ROW = 20_000
"""Longer rows keep their marks: a pattern must not be run over a whole file without line ends."""

_WIDGETS = re.compile(
    r"\((?:BUTTON|IMAGE|EMBED|SUBMIT)\)"
    r"|\[(?:BUTTON|IMG|IMAGE|INLINE|EMBED|LINK|USEMAP|SUBMIT|icon|Image)\]"
    r"|\[\s?edit(?:\s\|\sedit\ssource|\ssource)?\s?\]|\bIFRAME:\s*\S+|_{4,}|\[\s?[_x]?\s?\](?=\s)|\(\s?[*x]?\s?\)(?=\s)",
)
_ADDRESS = re.compile(r"\[[^\s\]]{25,}\]?")
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\]\n]{0,40}\]){1,500})\]"
    r"\((?:<[^>\n]{0,2000}>|[^)\s]{1,2000})(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_EMPHASIS = re.compile(
    r"(\*\*|__|~~)(?=\S)([^\n]{1,300}?)(?<=\S)\1"
    r"|(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,300}?)(?<=\S)\3(?![\w*])"
)
_STARRED = re.compile(r"(?m)^(\*{2,6})[ ]((?:[^\n]*\n){0,3}?[^\n]*?)[ ]?\1[ \t]*$")
_JOINED_LINK = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_LYNX_NUMBER = re.compile(r"\[(\d{1,4})\](?=\S)")
_LYNX_ADDRESSES = re.compile(
    r"(?m)^[ \t]*References[ \t]*\n(?:[ \t]*\n)*[ \t]*"
    r"(?:(?:Visible|Hidden) links|1\. (?:https?|file|mailto|ftp):)",
    re.IGNORECASE,
)
_FEWEST_NUMBERS = 4
_IN_ORDER_SHARE = 0.8


class Unmarked(NamedTuple):
    """A row's words, and whether all of them are one link."""

    text: str
    linked: bool = False


class BrowserText(NamedTuple):
    """A text, and whether its links are numbered: the numbers counted where lines were wrapped."""

    text: str
    numbered: bool


def without_browser_marks(text: str) -> BrowserText:
    """A text without the list of addresses and the starred headings that text browsers add.

    Headings that html2text writes between stars become those of Markdown.
    """
    # lynx -dump lists the addresses of all links under "References".
    addresses = _LYNX_ADDRESSES.search(text)
    shown = text[: addresses.start()] if addresses else text
    shown, starred = _STARRED.subn(_hashed, shown)
    if starred:  # the same html2text writes links with_their_words_joined
        shown = _JOINED_LINK.sub(" ", shown)
    return BrowserText(shown, _is_numbered(shown))


def unmarked(row: str, *, numbered: bool = False) -> Unmarked:
    """A row without the marks of widgets, pictures, links, their numbers, and emphasis."""
    if len(row) > _LONGEST_MARKED_ROW:
        return Unmarked(row)
    row = _LYNX_NUMBER.sub("", row) if numbered else row
    shown = _ADDRESS.sub(" ", _WIDGETS.sub(" ", row))
    linked = False
    if "](" in shown:
        shown = _PICTURE.sub(" ", shown)
        linked = bool(_LINK.fullmatch(shown.strip()))
        shown = _LINK.sub(r"\1", shown)
    if "*" in shown or "_" in shown or "~~" in shown:
        shown = _EMPHASIS.sub(lambda found: found[2] or found[4], shown)
    return Unmarked(shown, linked)


def _hashed(found: re.Match[str]) -> str:
    return f"{'#' * (7 - len(found[1]))} {' '.join(found[2].split())}"


def _is_numbered(text: str) -> bool:
    """Whether links are numbered in order, "[1]Home [2]News", as no article numbers its references."""
    numbers = [int(found[1]) for found in _LYNX_NUMBER.finditer(text)]
    steps = sum(after - before == 1 for before, after in pairwise(numbers))
    return len(numbers) >= _FEWEST_NUMBERS and steps > _IN_ORDER_SHARE * (len(numbers) - 1)
