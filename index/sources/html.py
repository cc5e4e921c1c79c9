"""A saved page: trafilatura finds the main text, and what of it is still furniture goes."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

import trafilatura
from lxml.etree import iterwalk

from index.article import Medium
from index.errors import NoArticleError
from index.sources import text as plain_text
from index.sources.dates import find_date
from index.sources.furniture import Furniture, kind_of
from index.sources.names import doi_of, dois_in
from index.sources.outline import Outline
from index.sources.page import page_of
from index.sources.page_metadata import metadata_of
from index.sources.plain import plain
from index.sources.prose import ends_sentence, is_prose, words
from index.sources.signatures import xml_root
from index.sources.source import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree
    from lxml.html import HtmlElement

    from index.article import Metadata, Section

_OPENING = re.compile(
    r"\A\s*(?:<\?xml\b[^>]{0,500}>\s*|<!--.{0,20000}?-->\s*|<!doctype\s[^>]{0,500}>\s*)*"
    r"<(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|p|h[1-6]|table|center|ul|span|a|b|img|br|nav|font|form|base|noscript)\b",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = re.compile(r"<html[\s>]|<body[\s>]", re.IGNORECASE)
_PROBED = 8192
_FEWEST_WORDS = 25
_LONGEST_BIO = 80
_LAST_BLOCKS = 4
_LONGEST_CELL = 12
_LONGEST_DATE_LINE = 6
_EARLIEST_END = 0.35
"""A count of comments often stands above the article; what ends an article stands behind it."""


class _Block(NamedTuple):
    """A piece of the main text: `level` of a heading, 0 for a paragraph."""

    text: str
    level: int = 0
    listed: bool = False


def sniff(text: str) -> bool:
    """Whether this is a page, or a part of one."""
    if xml_root(text).lower() not in {"", "html"}:
        return False
    return bool(_OPENING.match(text[: 8 * _PROBED]) or _INSIDE.search(text[:_PROBED]))


def read(text: str) -> Sequence[Draft]:
    """The article of a page.

    Raises:
        NoArticleError: there is no main text in it.
        OversizedSourceError: larger or deeper than a page people read.
    """
    root = page_of(text)
    blocks = _main_blocks(root)
    metadata = metadata_of(root, " ".join(block.text for block in blocks if is_prose(block.text)))
    sections = _sections(blocks, metadata)
    if _word_count(sections) < _FEWEST_WORDS:
        sections = max(sections, _seen_sections(root), key=_word_count)
    if not sections:
        raise NoArticleError("a page with no main text in it")
    said = "\n".join(block.text for block in blocks)
    return (Draft(_with_reported_doi(metadata, root, said), sections),)


def _main_blocks(root: HtmlElement) -> list[_Block]:
    document = trafilatura.bare_extraction(deepcopy(root), include_comments=False, include_tables=True)
    body = None if document is None else document.body
    return [] if body is None else list(_blocks(body))


def _blocks(body: etree._Element) -> Iterator[_Block]:
    for element in body:
        tag = element.tag
        if tag == "head":
            rank = str(element.get("rend") or "h2")[-1]
            yield _Block(_words(element), int(rank) if rank.isdigit() else 2)
        elif tag == "list":
            yield from _entries(element)
        elif tag == "table":
            yield from _rows(element)
        elif tag in {"quote", "div"} and element.find("p") is not None:
            yield from _blocks(element)
        elif isinstance(tag, str):
            yield from (_Block(piece) for piece in _paragraphs(element))
        if element.tail and element.tail.strip():
            yield _Block(plain(element.tail))


def _paragraphs(element: etree._Element) -> Iterator[str]:
    """The element's words, cut at a line break where one sentence ends and another begins."""
    piece = ""
    for part in _with_breaks(element):
        if part == "\n" and ends_sentence(piece.rstrip()) and len(piece.split()) > 2:  # noqa: PLR2004
            yield plain(piece)
            piece = ""
        else:
            piece += part if part != "\n" else " "
    if words_left := plain(piece):
        yield words_left


def _with_breaks(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "\n"
        elif child.tag not in {"graphic"}:
            yield from _with_breaks(child)
        yield child.tail or ""


def _entries(listing: etree._Element) -> Iterator[_Block]:
    for entry in listing:
        inner = [child for child in entry if child.tag == "list"]
        for one in inner:
            entry.remove(one)
        for piece in _paragraphs(entry):
            yield _Block(piece, listed=True)
        for one in inner:
            yield from _entries(one)


def _rows(table: etree._Element) -> Iterator[_Block]:
    """A row of figures as one line; cells that hold paragraphs, as pages laid out in tables have, each alone."""
    for row in table.iter("row"):
        laid_out = [cell for cell in row.iter("cell") if any(True for _ in cell.iter("p", "head", "list"))]
        if laid_out:
            for cell in laid_out:
                yield from _blocks(cell)
            continue
        cells = [cell for cell in (_words(one) for one in row.iter("cell")) if cell]
        if any(words(cell) > _LONGEST_CELL for cell in cells):
            yield from (_Block(cell) for cell in cells)
        elif len(cells) > 1:
            yield _Block(" | ".join(cells), listed=True)


def _words(element: etree._Element) -> str:
    return plain(" ".join("".join(_with_breaks(element)).split()))


def _sections(blocks: Sequence[_Block], metadata: Metadata) -> tuple[Section, ...]:
    outline = Outline()
    for block in _own(blocks, metadata):
        if block.level:
            outline.heading(block.text, block.level)
        else:
            outline.paragraph(block.text)
    return outline.sections()


def _own(blocks: Sequence[_Block], metadata: Metadata) -> Iterator[_Block]:
    """The blocks that are the article's own words."""
    left_out = Furniture.NONE
    said, total = 0, sum(words(block.text) for block in blocks)
    for place, block in enumerate(blocks):
        kind = kind_of(block.text)
        said += words(block.text)
        if kind is Furniture.RELATED or (kind is Furniture.END and said > _EARLIEST_END * total):
            left_out = kind
        elif block.level:
            left_out = Furniture.NONE
        if not block.text or kind is not Furniture.NONE or _repeats(block, metadata, place):
            continue
        if not block.level and words(block.text) <= _LONGEST_DATE_LINE and find_date(block.text) and not is_prose(block.text) and not block.listed:
            continue
        if left_out is Furniture.END or (left_out is Furniture.RELATED and _is_teaser(blocks, place)):
            continue
        if place >= len(blocks) - _LAST_BLOCKS and _is_bio(block.text, metadata):
            continue
        yield block


def _is_teaser(blocks: Sequence[_Block], place: int) -> bool:
    """Whether a block under "Related" belongs to it: running text in a row is the article again."""
    after = blocks[place + 1 : place + 2]
    before = blocks[max(0, place - 1) : place]
    in_row = [one for one in (*before, *after) if is_prose(one.text) and not one.listed and not one.level]
    return blocks[place].listed or not (is_prose(blocks[place].text) and in_row)


def _repeats(block: _Block, metadata: Metadata, place: int) -> bool:
    """Whether the block says the title or the byline over again."""
    text = block.text.casefold()
    if block.level and metadata.title and (text == metadata.title.casefold() or metadata.title.casefold().startswith(text + " |")):
        return True
    known = {metadata.byline.casefold(), *(name.casefold() for name in metadata.authors)} - {""}
    return place < 2 * _LAST_BLOCKS and any(text in {name, f"by {name}"} for name in known)


def _is_bio(text: str, metadata: Metadata) -> bool:
    """Whether a last paragraph is about the author: it begins with the name and goes on about the person."""
    if words(text) > _LONGEST_BIO:
        return False
    for name in metadata.authors:
        rest = text.removeprefix("About ").removeprefix(name)
        if rest != text and re.match(r"[,:]?\s+(?:is|was|has|covers?|writes?|reports?|joined|works?|teaches|contribut\w+|edits?|and|a|an|the)\b", rest):
            return True
    return False


def _seen_sections(root: HtmlElement) -> tuple[Section, ...]:
    """What the reader of scrapes finds in the page's visible text, for pages trafilatura gives up on."""
    lines = "\n".join(_visible_lines(root))
    try:
        return plain_text.read(lines)[0].sections
    except NoArticleError:
        return ()


def _visible_lines(root: HtmlElement) -> Iterator[str]:
    unseen = {"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "option", "nav", "form"}
    blocks = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "br", "section", "article", "blockquote", "figcaption", "dd", "dt", "pre", "header", "footer", "aside", "main", "ul", "ol", "table"}
    line: list[str] = []
    skipped = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag
        skipped += (tag in unseen) * (1 if event == "start" else -1)
        if tag in blocks and line:
            yield plain(" ".join(line))
            line = []
        said = element.text if event == "start" else element.tail
        if said and not skipped and (event == "end" or tag not in unseen):
            line.append(said)
    if line:
        yield plain(" ".join(line))


def _with_reported_doi(metadata: Metadata, root: HtmlElement, said: str) -> Metadata:
    """On a page about a paper, the one DOI its main text, references included, prints or links."""
    if metadata.doi or metadata.medium is Medium.PAPER:
        return metadata
    if own := doi_of(metadata.url):  # a canonical address that is a DOI link says which paper
        return replace(metadata, doi=own)
    linked = (
        unquote(link.get("href") or "")
        for link in root.iter("a")
        if "doi.org/10." in (link.get("href") or "") and _is_in(plain(link.text_content()), said)
    )
    dois = dois_in(f"{said}\n" + "\n".join(linked))
    return replace(metadata, doi=dois[0]) if len(dois) == 1 else metadata


def _is_in(words_of_link: str, said: str) -> bool:
    return bool(words_of_link) and words_of_link in said


def _word_count(sections: tuple[Section, ...]) -> int:
    return sum(words(text) for section in sections for text in section.paragraphs)
