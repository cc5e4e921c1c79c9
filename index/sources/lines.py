"""Lines of a text file become blocks: a paragraph, a heading, a list's entry or a menu's, one each.

Paragraphs may stand on one line each, be wrapped at a column, or be cut at every link; browsers in
text mode leave marks of links, buttons and pictures, which go.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.sources.plain import plain
from index.sources.prose import SMALL_WORDS, ends_sentence, words

_WIDEST = 140
"""No text is wrapped at a wider column."""

_FEWEST_PAIRS = 3
_WRAPPED_SHARE = 0.6

_MARKS = re.compile(
    r"\((?:BUTTON|IMAGE|EMBED|SUBMIT)\)|\[(?:BUTTON|IMG|IMAGE|INLINE|EMBED|LINK|USEMAP|SUBMIT|icon|Image)\]"
    r"|\bIFRAME:\s*\S+|_{4,}|\[\s?[_x]?\s?\](?=\s)|\(\s?[*x]?\s?\)(?=\s)",
)
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)")
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\]\n]{0,40}\]){1,500})\]\((?:<[^>\n]{0,2000}>|[^)\s]{1,2000})(?:\s+\"[^\"\n]{0,300}\")?\)"
)
_EMPHASIS = re.compile(
    r"(\*\*|__|~~)(?=\S)(.{1,2000}?)(?<=\S)\1|(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,500}?)(?<=\S)\3(?![\w*])"
)
_ADDRESS = re.compile(r"\[[^\s\]]{25,}\]?")
_STARRED = re.compile(r"(?m)^(\*{2,6})[ ]((?:[^\n]+\n?){1,4}?)[ ]?\1[ \t]*$")
_UNDERSCORED_LINK = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_LYNX_NUMBER = re.compile(r"\[(\d{1,4})\](?=\S)")
_LYNX_LINKS = re.compile(
    r"(?m)^[ \t]*References[ \t]*\n(?:[ \t]*\n)*[ \t]*(?:Visible|Hidden) links", re.IGNORECASE
)
_LYNX_LIST = re.compile(
    r"(?m)^[ \t]*References[ \t]*\n(?:[ \t]*\n)*[ \t]*1\. (?:https?|file|mailto|ftp):"
)
_FEWEST_LYNX = 4

_BULLET = re.compile(r"(?:[*•·●○◦■□▪▫►▸‣⁃–—+>-]|o(?=\s+[A-Z])|\(?\d{1,3}[.)](?!\d))\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"(={3,}|-{3,})")
_RULE = re.compile(r"[\s*_=~+|#·•-]*")
_AMID = 4
"""Fewer words before a break are a menu's entry, which says nothing about the next one."""

_NOTE = re.compile(r"\[\s?(?:\d{1,3}|[a-z]|note \d+)\s?\]")
_FEWEST_LOOSE = 6
_LOOSE_SHARE = 0.02
_JOINS_BEFORE = re.compile(r"[,;:.!?)\]”’…%](?:\s|$|[a-z])")
_OPENS_LINE = re.compile(
    r"(?:by|in|from|published|posted|updated|written)\s+[A-Z\d]", re.IGNORECASE
)
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
    found: list[Block] = []
    last: _Line | None = None
    for place, line in enumerate(lines):
        after = lines[place + 1].block if place + 1 < len(lines) else Block("", gap=True)
        if last is None or not found:
            joined = False
        elif cut and not line.block.gap and not found[-1].level:
            joined = _is_cut_at(found[-1].text, line.block.text, "" if after.gap else after.text)
        else:
            joined = _continues(last, line, found[-1], width)
        if joined:
            found[-1] = _grown(found[-1], line.block.text)
        elif line.block.text:
            found.append(line.block)
        last = line
    return found


def _lines(text: str) -> list[_Line]:
    written = _without_link_list(_without_stars(text.expandtabs(4)))
    numbered = _is_lynx(written)
    found: list[_Line] = []
    gap = False
    rows = written.splitlines()
    for number, row in enumerate(rows):
        following = rows[number + 1].strip() if number + 1 < len(rows) else ""
        if found and not gap and _UNDERLINE.fullmatch(row.strip()):
            last = found[-1]
            if (
                last.block.text
                and words(last.block.text) <= 20
                and (number < 2 or not rows[number - 2].strip() or last.block.gap)
            ):  # noqa: PLR2004
                level = 1 if row.strip().startswith("=") else 2
                found[-1] = last._replace(block=last.block._replace(level=level))
            gap = True
            continue
        line = _line(row, gap=gap, numbered=numbered)
        if not line.block.text:
            gap = gap or not row.strip() or bool(_RULE.fullmatch(row))
            continue
        found.append(line)
        gap = bool(line.block.level) and not _UNDERLINE.fullmatch(following)
    return found


def _line(row: str, *, gap: bool, numbered: bool) -> _Line:
    shown = _ADDRESS.sub(" ", _MARKS.sub(" ", row))
    if numbered:
        shown = _LYNX_NUMBER.sub("", shown)
    indent = len(row) - len(row.lstrip())
    bare = shown.strip()
    level, bullet, linked = 0, False, False
    if heading := _HEADING.match(bare):
        level = len(heading[1])
        bare = bare[heading.end() :].rstrip("# ")
    elif mark := _BULLET.match(bare):
        bullet, bare = True, bare[mark.end() :]
    if "](" in bare:
        bare = _PICTURE.sub(" ", bare)
        linked = bool(_LINK.fullmatch(bare.strip()))
        bare = _LINK.sub(r"\1", bare)
    if "*" in bare or "_" in bare or "~~" in bare:
        bare = _EMPHASIS.sub(lambda found: found[2] or found[4], bare)
    if _RULE.fullmatch(bare):
        bare = ""
    return _Line(row.rstrip(), indent, Block(plain(bare), gap, level, bullet, linked))


def _without_link_list(text: str) -> str:
    """Text browsers append the addresses of all links, under "References"."""
    for pattern in (_LYNX_LINKS, _LYNX_LIST):
        if found := pattern.search(text):
            return text[: found.start()]
    return text


def _without_stars(text: str) -> str:
    """Debian's html2text writes "**** Heading ****", and links with_their_words_joined."""
    shown, headings = _STARRED.subn(
        lambda found: f"{'#' * (7 - len(found[1]))} {' '.join(found[2].split())}", text
    )
    return _UNDERSCORED_LINK.sub(" ", shown) if headings else text


def _is_lynx(text: str) -> bool:
    """Whether links are numbered in order, "[1]Home [2]News", as no article numbers its references."""
    numbers = [int(found[1]) for found in _LYNX_NUMBER.finditer(text)]
    steps = sum(after - before == 1 for before, after in zip(numbers, numbers[1:], strict=False))
    return len(numbers) >= _FEWEST_LYNX and steps > 0.8 * (len(numbers) - 1)


def _wrap_width(lines: list[_Line]) -> int:
    """The column the text is wrapped at, 0 for none.

    A wrapped line is full: the next line's first word would not have fitted. Every pair of lines
    so names the widths at which it could have been wrapped; the true width is in most of them.
    """
    pairs = [
        (len(line.raw), len(line.raw) + len(after.raw.split(maxsplit=1)[0]))
        for line, after in zip(lines, lines[1:], strict=False)
        if not (after.block.gap or after.block.bullet or after.block.level)
        and len(line.raw) <= _WIDEST
        and words(line.raw) >= 4  # noqa: PLR2004 - a menu's entry is no line of prose
    ]
    candidates = sorted({low for low, _ in pairs})
    if not candidates:
        return 0

    def covered(width: int) -> int:
        return sum(low <= width <= high for low, high in pairs)

    best = max(candidates, key=lambda width: (covered(width), width))
    near = [low for low, _ in pairs if low > best * 0.6]
    if covered(best) < max(_FEWEST_PAIRS, _WRAPPED_SHARE * len(near)):
        return 0
    longer = sum(len(line.raw) > best + 8 for line in lines)
    return best if longer <= 0.3 * len(lines) else 0


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


def _continues(last: _Line, line: _Line, grown: Block, width: int) -> bool:
    block = line.block
    if block.gap or block.bullet or block.level or grown.level or not line.block.text:
        return False
    if width and _fills(last, line, width):
        hanging = grown.bullet and line.indent > last.indent
        return (
            hanging
            or abs(line.indent - last.indent) <= 1
            or (last.block is grown and line.indent < last.indent)
        )
    return _is_cut(grown.text, block.text)


def _fills(last: _Line, line: _Line, width: int) -> bool:
    first = len(line.raw.split(maxsplit=1)[0])
    return len(last.raw) <= width + 8 and len(last.raw) + 1 + first > width


def _is_cut(before: str, after: str) -> bool:
    """Whether a paragraph was cut in two by hand."""
    if _OPENS_LINE.match(after):
        return False
    if _JOINS_BEFORE.match(after):
        return True
    count = words(before)
    if ends_sentence(before) or count < _AMID:
        return False
    tail = before.rsplit(maxsplit=1)[-1]
    return after[0].islower() or tail.endswith(",") or (tail in SMALL_WORDS and count > _AMID + 2)


def _grown(block: Block, text: str) -> Block:
    if block.text.endswith("-") and block.text[-2:-1].isalpha() and text[0].islower():
        return block._replace(text=block.text + text, linked=False)
    joined = _LOOSE_PUNCTUATION.sub("", f"{block.text} {text}")
    return block._replace(text=joined, linked=False)
