"""Words from articles and members, made inert: they show as written and do nothing.

No text can start a heading, a list, a quote or code, link anywhere, mention anybody, invite to a
server, turn the reading direction around, or hide letters.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.rendering.limits import length

ELLIPSIS: Final = "…"

_MOST_MARKS: Final = 4
"""Combining marks on one letter; Vietnamese, Hebrew and Thai need three, towers of them climb over lines."""

_JOINERS: Final = "\u200c\u200d"
"""Zero-width joiner and non-joiner: Persian, Indic scripts and emoji need them between two letters."""

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
"""Unicode's default-ignorable letters and blank ones (DerivedCoreProperties.txt), but for joiners and the
variation selectors that emoji need; the bidirectional controls among them can turn a sentence around."""

_LONE_JOINER: Final = re.compile(
    rf"(?<![^\s{_JOINERS}])[{_JOINERS}]+|[{_JOINERS}]+(?=\s|$)|(?<=[{_JOINERS}])[{_JOINERS}]+"
)
_MARKUP: Final = re.compile(r"[\\*_~`|\[\]<>@]|:(?=//)")
_INVITE: Final = re.compile(r"(?i)(?<=discord)\s*\.|(?<=discordapp)\s*\.|(?<=dsc)\s*\.|\.(?=gg/)")
_LINE_START: Final = re.compile(r"^(\d{1,10})([.)])(?=\s|$)|^([#+-])")


def plain(text: str) -> str:
    """`text` on one line, without letters that cannot be seen or cannot be sent."""
    kept: list[str] = []
    marks = 0
    for letter in _INVISIBLE.sub("", text):
        category = unicodedata.category(letter)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if category == "Cs" or marks > _MOST_MARKS:
            continue
        kept.append(" " if category in {"Cc", "Zl", "Zp", "Zs"} else letter)
    return " ".join(_LONE_JOINER.sub("", "".join(kept)).split())


def escaped(text: str) -> str:
    """`text` on one line, inert wherever it stands, at a line's start too."""
    return _inert(plain(text))


def clipped(text: str, room: int) -> str:
    """`escaped(text)`, cut at a word's end where it is longer than `room`, with an ellipsis."""
    clean = plain(text)
    whole = _inert(clean)
    if length(whole) <= room:
        return whole
    low, high = 0, min(len(clean), room)
    while low < high:
        middle = (low + high + 1) // 2
        if length(_inert(clean[:middle])) + 1 <= room:
            low = middle
        else:
            high = middle - 1
    return _inert(clean[: _seam(clean, low)].rstrip()) + ELLIPSIS if room > 0 else ""


def clipped_start(text: str, room: int) -> str:
    """The end of `escaped(text)`, from a word's start, with an ellipsis before it where cut."""
    clean = plain(text)
    if length(_inert(clean)) <= room:
        return _inert(clean)
    words = clean.split(" ")
    kept: list[str] = []
    while words and length(_inert(" ".join((words[-1], *kept)))) + 2 <= room:
        kept.insert(0, words.pop())
    return f"{ELLIPSIS} {_inert(' '.join(kept))}" if kept else ""


def _seam(text: str, at: int) -> int:
    """The nearest place at or before `at` to cut: a word's end if one is near, never inside a letter."""
    space = text.rfind(" ", max(0, at - 30), at + 1)
    if space > 0:
        return space
    while at > 0 and at < len(text) and _sticks(text[at - 1], text[at]):
        at -= 1
    return at


def _sticks(before: str, after: str) -> bool:
    return before in _JOINERS or after in _JOINERS or unicodedata.category(after).startswith("M")


def _inert(clean: str) -> str:
    marked = _MARKUP.sub(lambda found: "\\" + found.group(), clean)
    marked = _INVITE.sub(lambda found: "\\".join((found.group()[:-1], ".")), marked)
    return _LINE_START.sub(_escape_start, marked)


def _escape_start(found: re.Match[str]) -> str:
    number, mark, sign = found.groups()
    return f"{number}\\{mark}" if number else f"\\{sign}"
