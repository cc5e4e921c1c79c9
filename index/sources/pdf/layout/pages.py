"""A PDF's pages become blocks in reading order, what is printed around the text left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from index.sources.pdf.layout.blocks import blocks_of
from index.sources.pdf.layout.columns import columns_of
from index.sources.pdf.layout.furniture import repeated, without_line_numbers
from index.sources.pdf.layout.headings import heading_of
from index.sources.pdf.layout.layout import Page, Word
from index.sources.pdf.layout.lines import lines_of, upright
from index.sources.pdf.wording import REFERENCES
from index.sources.rules.plain import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.sources.pdf.layout.blocks import Block

_SAME_LINE = 0.5


def pages_of(told: Mapping[str, Any]) -> list[Page]:
    """The pages that `document.document` tells, each turned as a reader turns it."""
    return [_turned(page) for page in told["pages"]]


def blocks_in(pages: Sequence[Page]) -> list[Block]:
    """The blocks of every page, without running heads and feet, page numbers and line numbers."""
    lines = [lines_of(without_line_numbers(page.words)) for page in pages]
    around = repeated(lines, [page.height for page in pages])
    found: list[Block] = []
    for number, (page, furniture) in enumerate(zip(lines, around, strict=True)):
        kept = [line for place, line in enumerate(page) if place not in furniture]
        for column in columns_of(kept):
            found.extend(blocks_of(replace(column, page=number)))
    return found


def lines_printed(page: Mapping[str, Any]) -> list[str]:
    """Every line of a page before its references as it is drawn, at any angle, notes' marks included."""
    found: list[str] = []
    last: Word | None = None
    for word in map(Word._make, page["words"]):
        level = last is not None and abs(word.baseline - last.baseline) <= _SAME_LINE * word.size
        if last is not None and level and word.angle == last.angle:
            found[-1] += ("" if word.joined else " ") + word.text
        else:
            found.append(word.text)
        last = word
    cut = (place for place, line in enumerate(found) if REFERENCES.fullmatch(heading_of(line).text))
    return [plain(line) for line in found[: next(cut, None)]]


def _turned(page: Mapping[str, Any]) -> Page:
    words, turned = upright(map(Word._make, page["words"]), page["width"], page["height"])
    width, height = page["width"], page["height"]
    return Page(*((height, width) if turned else (width, height)), page["pictures"], tuple(words))
