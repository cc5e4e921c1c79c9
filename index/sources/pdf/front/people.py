"""The authors of a paper, from the lines below its title; the file's own word where these confirm it.

A raised mark, a wide gap or a comma ends a name. The lines stop being names at the first affiliation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.sources.pdf.layout.lines import WIDE_GAP, is_raised
from index.sources.pdf.wording import PLACES
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from index.sources.pdf.layout.blocks import Block
    from index.sources.pdf.layout.layout import Line

_BETWEEN = re.compile(
    r"\s*[,;•·|]\s*(?:(?:and|&|und|et|y)\s+)?|\s+(?:and|&|und)\s+|^(?:by|and|&)\s+"
)
_DEGREE = re.compile(
    r"(?:(?:M\.?D|Ph\.?\s?D|M\.?Sc|B\.?Sc|M\.?P\.?H|M\.?A|B\.?A|M\.?S|M\.?B\.?B\.?S|MBChB|Dr\.?P\.?H|D\.?Phil|Sc\.?D|R\.?N|F\.?R\.?C\.?P|"
    r"M\.?R\.?C\.?P|D\.?V\.?M|D\.?D\.?S|D\.?O|J\.?D|Pharm\.?D|Psy\.?D|Ed\.?D|MHS|MEd|MBA|FAHA|FACC|FRS|Jr|Sr|II|III|IV)\.?)",
)
_TITLE = re.compile(r"(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir)\.?\s+")
_MARKS = re.compile(r"[*†‡§¶#∗⋆♠♢♡♣♦♥◇ⓘ✉\d\[\]()]+")
_PARTICLE = frozenset(
    [
        "al",
        "bin",
        "da",
        "dal",
        "de",
        "degli",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "ter",
        "ten",
        "van",
        "von",
        "y",
        "zu",
        "zur",
    ]
)
_NAME_WORDS = range(2, 7)
_LONGEST_PART = 24
_LEAST_NAMES = 0.6
_CONFIRMED = 0.6


def authors_of(blocks: Sequence[Block], stated: Sequence[str]) -> tuple[str, ...]:
    """The authors.

    Args:
        blocks: Those between the title and the text.
        stated: Whom the file names; believed where most of them are printed here.
    """
    printed = plain_all(_printed(row for block in blocks for row in block.rows))
    shown = " ".join(row.text for block in blocks for row in block.rows).lower()
    confirmed = [name for name in stated if name.split()[-1].lower() in shown]
    if confirmed and len(confirmed) >= _CONFIRMED * len(stated) and len(stated) > len(printed):
        return tuple(stated)
    return printed


def _printed(rows: Iterable[Line]) -> Iterator[str]:
    begun, cut = False, ""
    for row in rows:
        parts = _parts(row)
        if cut and parts:
            parts[0] = f"{cut} {parts[0]}"
        # A name that the line's end cuts goes on in the next line.
        cut = (
            parts.pop()
            if len(parts) > 1 and not _is_name(parts[-1]) and _is_half(parts[-1])
            else ""
        )
        names = [part for part in parts if _is_name(part)]
        if names and len(names) >= _LEAST_NAMES * len(parts):
            begun = True
            yield from names
        elif begun:
            return


def _parts(row: Line) -> list[str]:
    """What commas, marks and wide gaps part in the row, without marks and degrees."""
    pieces: list[str] = []
    piece, right = "", row.left
    for word in row.words:
        raised = is_raised(word, row.size, row.baseline)
        if raised or word.left - right > WIDE_GAP * row.size / 2:
            pieces.append(piece)
            piece = ""
        if not raised:
            piece += ("" if word.joined else " ") + word.text
        right = word.right
    parts = (part for one in (*pieces, piece) for part in _BETWEEN.split(plain(one)))
    bare = (_TITLE.sub("", _MARKS.sub(" ", part)).strip(" .,:") for part in parts)
    return [name for part in bare if (name := plain(part)) and not _DEGREE.fullmatch(name)]


def _is_name(text: str) -> bool:
    if PLACES.search(text) or "@" in text:
        return False
    parts = text.split()
    said = [part for part in parts if part.lower() not in _PARTICLE]
    return (
        len(parts) in _NAME_WORDS
        and len(said) > 1
        and all(part[0].isupper() and len(part) <= _LONGEST_PART for part in said)
        and all(
            part.replace(".", "")
            .replace("-", "")
            .replace("’", "")
            .replace("'", "")
            .replace("‐", "")
            .isalpha()
            for part in said
        )
    )


def _is_half(text: str) -> bool:
    return len(text.split()) == 1 and text[0].isupper() and text.replace(".", "").isalpha()
