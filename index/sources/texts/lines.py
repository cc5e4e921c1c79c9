"""Lines of a text file become blocks: a paragraph, a heading, a list's entry or a menu's, one each.

Paragraphs may stand on one line each, be wrapped at a column, or be cut at every link; browsers in
text mode leave marks of links, buttons and pictures, which go.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from index.sources.rules.plain import plain
from index.sources.rules.prose import SMALL_WORDS, ends_sentence, words
from index.sources.texts.line_marks import unmarked, without_browser_marks

_WIDEST = 140
"""No text is wrapped at a wider column."""

_LONGEST_HEADING = 20
_FEWEST_PAIRS = 3
_WRAPPED_SHARE = 0.6
_NEARLY_FULL = 0.6
_LONGER_SHARE = 0.3
_OVERHANG = 8
"""A long word or a link's number may stand out beyond the column."""


_BULLET = re.compile(r"(?:[*•·●○◦■□▪▫►▸‣⁃–—+>-]|o(?=\s+[A-Z])|\(?\d{1,3}[.)](?!\d))\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=[^\s#])")
_UNDERLINE = re.compile(r"(={3,}|-{3,})")
_RULE = re.compile(r"[\s*_=~+|·•-]*")
_AMID = 4
"""Fewer words before a break are a menu's entry, which says nothing about the next one."""

_NOTE = re.compile(r"\[\s?(?:\d{1,3}|[a-z]|note \d+)\s?\]")
_FEWEST_LOOSE = 6
_LOOSE_SHARE = 0.02
_JOINS_BEFORE = re.compile(r"[,;:.!?)\]”’…%](?:\s|$|[a-z])")
_OPENS_LINE = re.compile(
    r"(?:by|in|from|published|posted|updated|written)\s+[A-Z\d]", re.IGNORECASE
)
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_TAIL_LINES = 8
_TAIL_CHARS = 600
_LOOSE_PUNCTUATION = re.compile(r"\s+(?=[,;:.!?)\]”’](?:\s|$))")


class Block(NamedTuple):
    """What stands on its own in the file.

    Attributes:
        text: Plain, never empty.
        gap: Whether a blank line stands before it.
        level: Of a heading marked as one, 1 to 6; 0 for none.
        bullet: Whether it is marked as an entry of a list.
        linked: Whether all of it is one link.
    """

    text: str
    gap: bool = False
    level: int = 0
    bullet: bool = False
    linked: bool = False


class _Line(NamedTuple):
    raw: str
    indent: int
    block: Block


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text file, in order."""
    lines = _lines(text)
    width = _wrap_width(lines)
    cut = _is_cut_at_links(lines)
    grown: list[_Growing] = []
    for place, line in enumerate(lines):
        after = lines[place + 1].block if place + 1 < len(lines) else Block("", gap=True)
        if grown and cut and not line.block.gap and not grown[-1].first.level:
            joined = _is_cut_at(grown[-1].tail(), line.block.text, "" if after.gap else after.text)
        else:
            joined = bool(grown) and _continues(lines[place - 1], line, grown[-1], width)
        if joined:
            grown[-1].pieces.append(line.block.text)
        else:
            last = grown[-1] if grown else None
            listed = last is not None and last.opens_entry()
            grown.append(_Growing(line.block, [line.block.text], listed and not line.block.gap))
    return [one.whole() for one in grown]


@dataclass(slots=True)
class _Growing:
    """A block while lines are put to it."""

    first: Block
    pieces: list[str]
    listed: bool
    """Whether it follows a colon, or an entry that does: entries of a list begin in small letters too."""

    def opens_entry(self) -> bool:
        """Whether the next line may be an entry of the list that this ends, opens, or goes on with."""
        said = self.tail()
        return said.endswith(":") or (
            self.listed and words(said) <= _LONGEST_HEADING and not ends_sentence(said)
        )

    def tail(self) -> str:
        """Its last words: joining looks no further back, so that time grows with the text alone."""
        return " ".join(self.pieces[-_TAIL_LINES:])[-_TAIL_CHARS:]

    def whole(self) -> Block:
        """All its lines as one text; a word cut at a hyphen stays cut, as its own spelling may be."""
        if len(self.pieces) == 1:
            return self.first
        joined = _HYPHENATED.sub("-", "\n".join(self.pieces)).replace("\n", " ")
        return self.first._replace(text=_LOOSE_PUNCTUATION.sub("", joined), linked=False)


def _lines(text: str) -> list[_Line]:
    shown = without_browser_marks(text.expandtabs(4))
    rows = shown.text.splitlines()
    found: list[_Line] = []
    gap = False
    for number, row in enumerate(rows):
        if _UNDERLINE.fullmatch(row.strip()):
            if found and not gap:
                found[-1] = _underlined(found[-1], row.strip())
            gap = True
            continue
        line = _line(row, gap=gap, numbered=shown.numbered)
        if line.block.text:
            found.append(line)
            following = rows[number + 1].strip() if number + 1 < len(rows) else ""
            gap = bool(line.block.level) and not _UNDERLINE.fullmatch(following)
        else:
            gap = gap or bool(_RULE.fullmatch(row))
    return found


def _underlined(line: _Line, rule: str) -> _Line:
    """A line above a rule is a heading, if it stands alone and is short enough for one."""
    if not line.block.gap or words(line.block.text) > _LONGEST_HEADING:
        return line
    return line._replace(block=line.block._replace(level=1 if rule.startswith("=") else 2))


def _line(row: str, *, gap: bool, numbered: bool) -> _Line:
    bare = row.strip()
    level, bullet = 0, False
    if heading := _HEADING.match(bare):
        level = len(heading[1])
        bare = bare[heading.end() :].rstrip("# ")
    elif mark := _BULLET.match(bare):
        bullet, bare = True, bare[mark.end() :]
    shown, linked = unmarked(bare, numbered=numbered)
    text = "" if _RULE.fullmatch(shown) else plain(shown)
    indent = len(row) - len(row.lstrip())
    return _Line(row.rstrip(), indent, Block(text, gap, level, bullet, linked))


def _wrap_width(lines: list[_Line]) -> int:
    """The column the text is wrapped at, 0 for none.

    A wrapped line is full: the next line's first word would not have fitted. Every pair of lines
    so names the widths at which it could have been wrapped; the true width is in most of them.
    """
    pairs = [
        (len(line.raw), len(line.raw) + len(after.raw.split(maxsplit=1)[0]))
        for line, after in pairwise(lines)
        if not (after.block.gap or after.block.bullet or after.block.level)
        and len(line.raw) <= _WIDEST
        and words(line.raw) >= _AMID
    ]
    lengths = Counter(
        low for low, _ in pairs
    )  # at most `_WIDEST` of them: time grows with the text
    covered = {width: sum(low <= width <= high for low, high in pairs) for width in lengths}
    best = max(covered, key=lambda width: (covered[width], width), default=0)
    near = sum(low > best * _NEARLY_FULL for low, _ in pairs)
    if covered.get(best, 0) < max(_FEWEST_PAIRS, _WRAPPED_SHARE * near):
        return 0
    longer = sum(len(line.raw) > best + _OVERHANG for line in lines)
    return best if longer <= _LONGER_SHARE * len(lines) else 0


def _is_cut_at_links(lines: list[_Line]) -> bool:
    """Whether lines end wherever a link or an italic began, as when every text node got a line."""
    loose = sum(bool(_JOINS_BEFORE.match(line.block.text)) for line in lines if not line.block.gap)
    return loose >= _FEWEST_LOOSE and loose >= _LOOSE_SHARE * len(lines)


def _is_cut_at(before: str, text: str, after: str) -> bool:
    """Whether `text` goes on with `before`, in a file with a line for every link, italic and mark."""
    if _NOTE.match(text) or _JOINS_BEFORE.match(text):
        return True
    if ends_sentence(before) or _OPENS_LINE.match(text):
        return False
    opened = before.count("(") > before.count(")")
    tail = before.rsplit(maxsplit=1)[-1].lower()
    if opened or text[0].islower() or text[0] == "(" or tail.endswith(",") or tail in SMALL_WORDS:
        return True
    # A link amid a sentence: the words before it are many, those behind it go on in small letters.
    goes_on = after[:1].islower() or bool(_JOINS_BEFORE.match(after)) or bool(_NOTE.match(after))
    return words(before) > _AMID and goes_on


def _continues(last: _Line, line: _Line, grown: _Growing, width: int) -> bool:
    block = line.block
    if block.gap or block.bullet or block.level or grown.first.level:
        return False
    if width and _fills(last, line, width):
        hanging = grown.first.bullet and line.indent > last.indent
        indented = last.block is grown.first and line.indent < last.indent
        return hanging or indented or abs(line.indent - last.indent) <= 1
    return not grown.listed and _is_cut(grown.tail(), block.text)


def _fills(last: _Line, line: _Line, width: int) -> bool:
    first = len(line.raw.split(maxsplit=1)[0])
    return len(last.raw) <= width + _OVERHANG and len(last.raw) + 1 + first > width


def _is_cut(before: str, after: str) -> bool:
    """Whether a paragraph was cut in two by hand."""
    if _OPENS_LINE.match(after):
        return False
    if _JOINS_BEFORE.match(after):
        return True
    count = words(before)
    if ends_sentence(before) or before.endswith(":") or count < _AMID:
        return False
    tail = before.rsplit(maxsplit=1)[-1]
    return after[0].islower() or tail.endswith(",") or (tail in SMALL_WORDS and count > _AMID + 2)
