"""The main text of a page: trafilatura finds it, and what of it is still furniture goes."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

import trafilatura

from index.sources.pages.bounds import bounded
from index.sources.pages.text_block import TextBlock
from index.sources.rules.dates import find_date
from index.sources.rules.furniture import Furniture, kind_of
from index.sources.rules.outline import Outline
from index.sources.rules.plain import plain
from index.sources.rules.prose import ends_sentence, is_prose, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from index.article import Metadata, Section
    from index.sources.rules.xml import Element

_MOST_BLOCKS = 3_000
"""A longer page is a book or a list, and searching it again costs seconds."""

_LONGEST_BIO = 80
_LAST_BLOCKS = 4
_FIRST_BLOCKS = 8
_LONGEST_CELL = 12
_LONGEST_LABEL = 4
_FEWEST_SENTENCE_WORDS = 12
_LONGEST_DATE_LINE = 6
_EARLIEST_END = 0.35
"""A count of comments often stands above the article; what ends an article stands behind it."""

_EDIT_LINK = re.compile(r"\s?\[\s?edit(?:\s\|\sedit\ssource)?\s?\]$")
_ABOUT_A_PERSON = re.compile(
    r"[,:]?\s+(?:is|was|has|covers?|writes?|reports?|joined|works?|teaches|contribut\w+|edits?|and|an?|the)\b"
)


def main_blocks(root: HtmlElement) -> Sequence[TextBlock]:
    """What trafilatura takes for the main text, in order; empty where it finds none."""
    broad = _searched(root)
    if not broad or len(broad) > _MOST_BLOCKS:
        return broad
    return bounded(broad, _searched(root, careful=True))


def _searched(root: HtmlElement, *, careful: bool = False) -> list[TextBlock]:
    document = trafilatura.bare_extraction(
        deepcopy(root),
        include_comments=False,
        include_tables=True,
        favor_precision=careful,
        fast=careful,
    )
    body = getattr(document, "body", None)
    return [] if body is None else list(_blocks(body))


def sections_of(blocks: Sequence[TextBlock], metadata: Metadata) -> tuple[Section, ...]:
    """The article's own words, under its headings."""
    outline = Outline()
    for block in _own(blocks, metadata):
        if block.level:
            outline.heading(block.text, block.level)
        else:
            outline.paragraph(block.text)
    return outline.sections()


def _blocks(body: Element) -> Iterator[TextBlock]:
    for element in body:
        tag = element.tag
        if tag == "head":
            rank = str(element.get("rend") or "h2")[-1]
            text = _EDIT_LINK.sub("", _words(element))
            yield TextBlock(text, int(rank) if rank.isdigit() else 2)
        elif tag == "list":
            yield from _entries(element)
        elif tag == "table":
            yield from _rows(element)
        elif tag in {"quote", "div"} and element.find("p") is not None:
            yield from _blocks(element)
        elif isinstance(tag, str):
            yield from (TextBlock(piece) for piece in _paragraphs(element))
        if element.tail and element.tail.strip():
            yield TextBlock(plain(element.tail))


def _paragraphs(element: Element) -> Iterator[str]:
    """The element's words, cut at a line break where one sentence ends and another begins."""
    piece = ""
    for part in _with_breaks(element):
        if part == "\n" and ends_sentence(piece.rstrip()) and len(piece.split()) > 2:  # noqa: PLR2004 - "e.g." ends no paragraph
            yield plain(piece)
            piece = ""
        else:
            piece += part if part != "\n" else " "
    if rest := plain(piece):
        yield rest


def _with_breaks(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag != "graphic":
            yield from _with_breaks(child)
        yield child.tail or ""


def _entries(listing: Element) -> Iterator[TextBlock]:
    for entry in listing:
        inner = [child for child in entry if child.tag == "list"]
        for one in inner:
            entry.remove(one)
        for piece in _paragraphs(entry):
            yield TextBlock(piece, listed=True)
        for one in inner:
            yield from _entries(one)


def _rows(table: Element) -> Iterator[TextBlock]:
    """A row of figures as one line; where a page is laid out in a table, its cells' own blocks."""
    for row in table.iter("row"):
        laid_out = [cell for cell in row.iter("cell") if _has_blocks(cell)]
        if laid_out:
            for cell in laid_out:
                yield from _blocks(cell)
            continue
        cells = [words_of_cell for cell in row.iter("cell") if (words_of_cell := _words(cell))]
        if any(words(cell) > _LONGEST_CELL for cell in cells):
            yield from (TextBlock(cell) for cell in cells)
        elif len(cells) > 1:
            yield TextBlock(" | ".join(cells), listed=True)


def _has_blocks(cell: Element) -> bool:
    return next(cell.iter("p", "head", "list"), None) is not None


def _words(element: Element) -> str:
    return plain("".join(_with_breaks(element)))


def _own(blocks: Sequence[TextBlock], metadata: Metadata) -> Iterator[TextBlock]:
    """The blocks that are the article's own words."""
    left_out = Furniture.NONE
    begun = False
    said, total = 0, sum(words(block.text) for block in blocks)
    for place, block in enumerate(blocks):
        kind = kind_of(block.text)
        said += words(block.text)
        if kind is Furniture.RELATED or (kind is Furniture.END and said > _EARLIEST_END * total):
            left_out = kind
        elif block.level:
            left_out = Furniture.NONE
        if kind is not Furniture.NONE or left_out is Furniture.END:
            continue
        if left_out is Furniture.RELATED and _is_teaser(blocks, place):
            continue
        begun = begun or is_prose(block.text) or _is_sentence(block)
        if not begun and not block.level and words(block.text) <= _LONGEST_LABEL:
            continue  # a section's name or a menu's entry above the first sentence
        last = place >= len(blocks) - _LAST_BLOCKS
        if not _is_masthead(block, metadata, place) and not (
            last and _is_bio(block.text, metadata)
        ):
            yield block


def _is_sentence(block: TextBlock) -> bool:
    """Whether the block is long and ends as a sentence, in a language whose small words nobody listed."""
    long = words(block.text) >= _FEWEST_SENTENCE_WORDS
    return long and not block.level and not block.listed and ends_sentence(block.text)


def _is_teaser(blocks: Sequence[TextBlock], place: int) -> bool:
    """Whether a block under "Related" belongs to it: running text in a row is the article again."""
    near = (*blocks[max(0, place - 1) : place], *blocks[place + 1 : place + 2])
    in_row = any(is_prose(one.text) and not one.listed and not one.level for one in near)
    return blocks[place].listed or not (is_prose(blocks[place].text) and in_row)


def _is_masthead(block: TextBlock, metadata: Metadata, place: int) -> bool:
    """Whether the block says the title, the byline or a date, which are metadata already."""
    text = block.text.casefold()
    title = metadata.title.casefold()
    if not text or (block.level and title and (text == title or title.startswith(f"{text} |"))):
        return True
    known = {metadata.byline.casefold(), *(name.casefold() for name in metadata.authors)} - {""}
    if place < _FIRST_BLOCKS and any(text in {name, f"by {name}"} for name in known):
        return True
    if block.level or block.listed or words(text) > _LONGEST_DATE_LINE or is_prose(block.text):
        return False
    return find_date(block.text) is not None


def _is_bio(text: str, metadata: Metadata) -> bool:
    """Whether a last paragraph is about the author: it begins with the name and goes on about the person."""
    if words(text) > _LONGEST_BIO:
        return False
    bare = text.removeprefix("About ")
    after = (bare.removeprefix(name) for name in metadata.authors if bare.startswith(name))
    return any(_ABOUT_A_PERSON.match(rest) for rest in after)
