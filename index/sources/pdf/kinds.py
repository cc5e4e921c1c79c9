"""What each block of a paper is: text, a heading, a caption, or what belongs to neither."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING

from index.sources.pdf.layout.blocks import BULLET, caption_label, ends_like_text
from index.sources.pdf.layout.headings import is_heading
from index.sources.pdf.wording import LICENCE, NOTICE
from index.sources.rules.prose import ends_sentence, is_prose, small_share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.sources.pdf.layout.blocks import Block

_SMALLER = 0.94
_SAME = 0.03
_FEWEST_WORDS = 4
_LETTERS = 0.62
_MATHS = 0.18
_SIGNS = re.compile(r"[=<>≤≥≈∑∏∫√∈∀∃∂∇×·±→←∞∝∥|{}^_+−∗/\\∼≜≡⊂⊆∪∩⊕⊗]")
_NUMBERED_FORMULA = re.compile(r"\(\s*[A-Z]?\d{1,3}[a-z]?(?:\.\d{1,3})?\s*\)\s*$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_FORMULA = 14
_NOTE_MARK = re.compile(r"(?:[*†‡§¶#∗⋆♠♢♡]|\d{1,2}(?=[A-Z“\"(]|\s+[A-Z“\"(h]))")
_ENTRY = re.compile(r"\s*(?:\[\w{1,12}\+?\d{0,4}\]|\(?\d{1,3}[.)]|\d{1,3}\s)\s*\S")
_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_FEWEST_ENTRIES = 5
_SMALL_WORDS = 0.25
_BODY_WORDS = 5
_LONGEST_NOTICE = 160


class Kind(Enum):
    """What a block is; of these TEXT, HEADING and CAPTION are read."""

    TEXT = "text"
    HEADING = "heading"
    CAPTION = "caption"
    CAPTION_MORE = "more of a caption"
    FOOTNOTE = "footnote"
    FORMULA = "formula"
    ENTRY = "entry of a list of references"
    OTHER = "other"


def body_size(blocks: Sequence[Block]) -> float:
    """The size that most of the running text is set in."""
    rows = [row for block in blocks if not block.table for row in block.rows]
    long = [row for row in rows if len(row.text.split()) >= _BODY_WORDS]
    # In a language whose small words nobody listed, every long row counts.
    worded = [row for row in long if ends_like_text(row.text)] or long or rows
    sizes: Counter[float] = Counter()
    for row in worded:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def kinds_of(blocks: Sequence[Block], *, body: float, front: int) -> list[Kind]:
    """The kind of every block.

    Args:
        blocks: Of the whole paper, in reading order.
        body: The size of its running text.
        front: The page that its title stands on: small type at the foot of it is no text.
    """
    kinds = [_by_itself(block, body) for block in blocks]
    for place, block in enumerate(blocks):
        if (
            place
            and kinds[place] in {Kind.TEXT, Kind.OTHER}
            and _goes_on(blocks, kinds, place, body)
        ):
            kinds[place] = Kind.CAPTION_MORE
        elif kinds[place] is Kind.HEADING and not _heads(blocks, kinds, place):
            kinds[place] = (
                Kind.TEXT if ends_sentence(block.raw) and is_prose(block.raw) else Kind.OTHER
            )
    _mark_footnotes(blocks, kinds, body, front)
    _mark_entries(blocks, kinds)
    return kinds


def _by_itself(block: Block, body: float) -> Kind:
    text = block.raw
    if block.table:
        return Kind.OTHER
    if caption_label(text) and block.size <= 1.1 * body:
        return Kind.CAPTION
    if _is_formula(block):
        return Kind.FORMULA
    if is_heading(block, body=body):
        return Kind.HEADING
    if LICENCE.search(text) and (
        block.size < _SMALLER * body or len(text.split()) < _LONGEST_NOTICE
    ):
        return Kind.OTHER
    return Kind.TEXT if _is_text(block, body) else Kind.OTHER


def _is_text(block: Block, body: float) -> bool:
    """Whether these are sentences, or a short paragraph in the type of the running text."""
    text = block.raw
    if is_prose(text):
        return True
    if abs(block.size - body) > _SAME * body or block.column.right - block.column.left < 8 * body:
        return False
    letters = sum(letter.isalpha() or letter.isspace() for letter in text)
    words = len(text.split())
    worded = letters >= _LETTERS * len(text) and len(_WORD.findall(text)) >= 2  # noqa: PLR2004 - more than a label
    return worded and (words >= _FEWEST_WORDS or bool(BULLET.match(text)) or text.endswith(":"))


def _is_formula(block: Block) -> bool:
    text = block.raw
    words = _WORD.findall(text)
    if len(words) > _LONGEST_FORMULA or is_prose(text):
        return False
    maths = sum(row.maths * len(row.text) for row in block.rows) / max(1, len(text))
    signs = len(_SIGNS.findall(text)) / max(1, len(text))
    numbered = bool(_NUMBERED_FORMULA.search(text)) and len(text) < 200  # noqa: PLR2004 - a line or two
    return maths > _MATHS or signs > 0.08 or (numbered and (signs > 0 or maths > 0))  # noqa: PLR2004 - a sign in twelve


def _heads(blocks: Sequence[Block], kinds: Sequence[Kind], place: int) -> bool:
    """Whether text, or a heading that heads text, follows it closely; a label of a figure heads nothing."""
    block = blocks[place]
    for other, kind in zip(
        blocks[place + 1 : place + 8], kinds[place + 1 : place + 8], strict=False
    ):
        if kind in {Kind.TEXT, Kind.HEADING, Kind.FORMULA, Kind.ENTRY}:
            below = other.rows[0].baseline - block.rows[-1].baseline
            near = other.column is not block.column or below < 5 * block.size
            return near or kind is Kind.TEXT
        if kind is Kind.OTHER and other.column is block.column and not other.table:
            return False
    return False


def _goes_on(blocks: Sequence[Block], kinds: Sequence[Kind], place: int, body: float) -> bool:
    """Whether a caption goes on in this block: below it, in its type, which is not the text's."""
    above, block = blocks[place - 1], blocks[place]
    if (
        kinds[place - 1] not in {Kind.CAPTION, Kind.CAPTION_MORE}
        or above.column is not block.column
    ):
        return False
    near = block.rows[0].baseline - above.rows[-1].baseline < 2 * block.size
    alike = abs(above.size - block.size) <= _SAME * above.size
    return near and alike and block.size < _SMALLER * body


def _mark_footnotes(blocks: Sequence[Block], kinds: list[Kind], body: float, front: int) -> None:
    """What stands small at the foot of a column, from the first mark of a note on."""
    end = len(blocks)
    while end:
        start = end
        while start and blocks[start - 1].column is blocks[end - 1].column:
            start -= 1
        foot = end
        while foot > start and _is_small(blocks[foot - 1], kinds[foot - 1], body):
            foot -= 1
        marked = [n for n in range(foot, end) if _is_note(blocks[n])]
        first = (
            foot if blocks[end - 1].page == front and foot > start else marked[0] if marked else end
        )
        for place in range(first, end):
            kinds[place] = Kind.FOOTNOTE
        end = start


def _is_small(block: Block, kind: Kind, body: float) -> bool:
    return (
        kind in {Kind.TEXT, Kind.OTHER, Kind.FORMULA}
        and block.size < _SMALLER * body
        and not block.table
    )


def _is_note(block: Block) -> bool:
    return bool(block.rows[0].mark or _NOTE_MARK.match(block.raw))


def _mark_entries(blocks: Sequence[Block], kinds: list[Kind]) -> None:
    """A list of references that no heading announces: many numbered entries with a year in each."""
    run: list[int] = []
    for place in (*range(len(blocks)), -1):
        text = blocks[place].raw if place >= 0 else ""
        if _is_entry(text):
            run.append(place)
        elif place < 0 or kinds[place] is Kind.TEXT:
            if len(run) >= _FEWEST_ENTRIES:
                for entry in run:
                    kinds[entry] = Kind.ENTRY
            run = []


def _is_entry(text: str) -> bool:
    """Whether a number and a year stand in it, and hardly a small word: a numbered paragraph has more."""
    return bool(_ENTRY.match(text) and _YEAR.search(text)) and small_share(text) < _SMALL_WORDS


def is_notice(block: Block) -> bool:
    """Whether it says how the paper came about: dates, addresses, licence, funding."""
    return bool(NOTICE.match(block.raw) or LICENCE.search(block.raw))
