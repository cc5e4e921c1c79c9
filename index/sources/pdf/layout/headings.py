"""Which blocks are headings, what they say without their number, and how deep they stand.

A number tells the depth ("2.1" is the second level). Without numbers the type tells: what is larger,
bold or in capitals stands above what is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.plain import plain
from index.sources.rules.prose import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.sources.pdf.layout.blocks import Block

_NUMBER = re.compile(
    r"(?:(?P<figures>\d{1,2}(?:\.\d{1,2}){0,4})[.)]?|(?P<roman>[IVX]{1,5})[.)]|(?P<letter>[A-Z](?:\.\d{1,2}){0,3})[.)]?"
    r"|(?P<word>(?:appendix|section|chapter|part)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,5}))\s*[.:–—-]?)\s+(?=[^\W\d_]|[“\"‘(])",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\b\w\b ){4,}\w\b")
_KNOWN = frozenset(
    (
        "abstract", "summary", "introduction", "background", "related work", "methods", "method", "materials and methods",
        "methods and materials", "patients and methods", "subjects and methods", "materials", "experimental procedures",
        "experimental section", "experiments", "results", "results and discussion", "discussion", "discussion and conclusions",
        "conclusion", "conclusions", "limitations", "references", "bibliography", "literature cited", "acknowledgements",
        "acknowledgments", "acknowledgement", "acknowledgment", "appendix", "supplementary material", "supporting information",
        "data availability", "ethics statement", "literature review", "future work", "analysis", "evaluation", "findings",
        "study design", "participants", "statistical analysis", "concluding remarks", "objectives", "aims", "hypotheses",
    )
)  # fmt: skip
_LONGEST_WORDS = 22
_MOST_ROWS = 3
_LARGER = 1.07
_NO_SMALLER = 0.93
_LETTERS = 0.6
_ITALIC_WORDS = 12
_NO_HEADING = re.compile(r"[=<>∑∫√±≤≥]|https?://|@|\b(?:doi|issn)\b|^\W*$", re.IGNORECASE)
_CAPITALS = 4


class Heading(NamedTuple):
    """What a heading block says.

    Attributes:
        text: Without its number.
        depth: By its number, 1 for "2" and 2 for "2.1"; 0 without one.
        lettered: Whether letters number it, as appendices.
    """

    text: str
    depth: int
    lettered: bool = False


class Look(NamedTuple):
    """How a heading is set; what is greater stands above."""

    size: float
    bold: bool
    capitals: bool
    upright: bool


def unspaced(text: str) -> str:
    """The words, those set with blanks between their letters ("A B S T R A C T") made whole."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def heading_of(text: str) -> Heading:
    """The heading's words and its depth."""
    text = unspaced(text)
    found = _NUMBER.match(text)
    if not found:
        return Heading(plain(text).strip(" .:"), 0)
    bare = plain(text[found.end() :]).strip(" .:")
    if found["figures"]:
        return Heading(bare, found["figures"].count(".") + 1)
    if found["roman"] or found["word"]:
        return Heading(bare, 1)
    if found["letter"].isupper() and (len(found["letter"]) > 1 or text[1] in ".)"):
        return Heading(bare, found["letter"].count(".") + 1, lettered=True)
    return Heading(plain(text).strip(" .:"), 0)


def lettered(text: str) -> Heading | None:
    """The heading of an appendix, "B More results", where a letter may be a number; None for others."""
    found = _NUMBER.match(text)
    if not found or not found["letter"] or not found["letter"].isupper():
        return None
    return Heading(
        plain(text[found.end() :]).strip(" .:"), found["letter"].count(".") + 1, lettered=True
    )


def look_of(block: Block) -> Look:
    """How the block is set."""
    letters = [letter for letter in block.raw if letter.isalpha()]
    capitals = len(letters) >= _CAPITALS and all(letter.isupper() for letter in letters)
    return Look(round(block.size * 2) / 2, block.bold, capitals, not block.italic)


def is_heading(block: Block, *, body: float) -> bool:
    """Whether the block is set and worded as a heading; what follows it is the caller's to see."""
    text = unspaced(block.raw)
    if not _may_head(block, text):
        return False
    said = heading_of(text)
    if said.text.lower() in _KNOWN and block.size > 0.9 * body:
        return True
    if not said.text or said.text[0].islower() or (ends_sentence(text) and not text.endswith("?")):
        return ends_sentence(text) and said.depth > 0 and block.bold and said.text[:1].isupper()
    return not text.endswith((",", ";", "-")) and _stands_out(block, said, body)


def _may_head(block: Block, text: str) -> bool:
    """Whether it is short, and letters rather than signs."""
    if len(block.rows) > _MOST_ROWS or len(text.split()) > _LONGEST_WORDS:
        return False
    letters = sum(letter.isalpha() or letter.isspace() for letter in text)
    maths = any(row.maths for row in block.rows)
    return letters >= _LETTERS * len(text) and not maths and not _NO_HEADING.search(text)


def _stands_out(block: Block, said: Heading, body: float) -> bool:
    """Whether its type is not that of the running text."""
    look = look_of(block)
    if block.size > _LARGER * body or (look.bold and block.size > _NO_SMALLER * body):
        return True
    set_apart = look.capitals or not look.upright
    if said.depth and not said.lettered and set_apart:
        return True
    brief = len(said.text.split()) <= _ITALIC_WORDS
    return set_apart and brief and block.size > _NO_SMALLER * body


def levels_of(headings: Iterable[tuple[Heading, Look]]) -> dict[Look, int]:
    """The level of every look without a number: as numbered headings of that look, else by rank."""
    looks: dict[Look, int] = {}
    unnumbered: list[Look] = []
    for heading, look in headings:
        if heading.depth:
            looks[look] = min(heading.depth, looks.get(look, heading.depth))
        else:
            unnumbered.append(look)
    deepest = max(looks.values(), default=0)
    ranked = sorted({look for look in unnumbered if look not in looks}, reverse=True)
    above = {look: sum(_above(other, look) for other in ranked) for look in ranked}
    for look in ranked:
        over = [level for known, level in looks.items() if not _above(look, known)]
        known_floor = max(over, default=0) if deepest else 0
        looks[look] = known_floor + above[look] + 1 if deepest else above[look] + 1
    return looks


def _above(one: Look, other: Look) -> bool:
    return one > other and one[:3] != other[:3]
