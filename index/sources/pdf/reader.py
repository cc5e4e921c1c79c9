"""A PDF: its title, authors and imprint where the layout tells, its sections as they are printed.

Left out, as of a paper in JATS: references, acknowledgements, footnotes, tables' cells, formulas that stand
by themselves, running heads and page numbers. A scan is refused, and so is a file whose fonts do not say
which letters they print: there are no words in it to quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.article import Medium, Metadata
from index.errors.sources import NoArticleError
from index.sources.pdf.flow import sections_of, with_abstract
from index.sources.pdf.front.first_page import first_page_of
from index.sources.pdf.front.imprint import imprint_of
from index.sources.pdf.front.people import authors_of
from index.sources.pdf.front.stated import stated_of
from index.sources.pdf.kinds import Kind, body_size, kinds_of
from index.sources.pdf.layout.hyphens import vocabulary_of
from index.sources.pdf.layout.pages import blocks_in, lines_printed, pages_of
from index.sources.pdf.pdfium.styles import RAW
from index.sources.pdf.pdfium.worker import WORKER
from index.sources.rules.plain import plain
from index.sources.source import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from index.article import Section
    from index.sources.pdf.front.first_page import FirstPage
    from index.sources.pdf.front.stated import Stated
    from index.sources.pdf.layout.blocks import Block
    from index.sources.pdf.layout.hyphens import Vocabulary
    from index.sources.pdf.layout.layout import Page

HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
"""Where readers of PDF look for its header; mail and web servers put lines before it."""

_FEWEST_LETTERS = 60
"""A page that holds fewer, beside a picture, is a picture with a stamp on it."""

_MOST_RAW = 0.3


def sniff(content: bytes) -> bool:
    """Whether these bytes are a PDF, perhaps with a line or two of something else before it."""
    place = content.find(HEADER, 0, _HEADER_WITHIN)
    return place == 0 or (place > 0 and b"startxref" in content[-_HEADER_WITHIN:])


def read(content: bytes) -> Sequence[Draft]:
    """The article in a PDF.

    Raises:
        SourceError: it is encrypted, damaged, a scan, or more than the limits allow.
    """
    told = WORKER.words_of(content)
    pages = pages_of(told)
    _refuse_unreadable(pages)
    blocks = blocks_in(pages)
    known = vocabulary_of(row.text for block in blocks for row in block.rows)
    stated = stated_of(told["info"], content)
    body = body_size(blocks)
    first = first_page_of(blocks, body=body, stated=stated.title, known=known)
    sections = _sections(blocks, first, body, known)
    if not sections:
        raise NoArticleError("a PDF with no running text in it")
    return (Draft(_metadata(told, blocks, first, stated), sections),)


def _refuse_unreadable(pages: Sequence[Page]) -> None:
    letters = [sum(len(word.text) for word in page.words) for page in pages]
    pictured = [page.pictures > 0 for page in pages]
    scanned = [few < _FEWEST_LETTERS and any_ for few, any_ in zip(letters, pictured, strict=True)]
    if pages and sum(letters) < _FEWEST_LETTERS * len(pages) and sum(scanned) * 2 >= len(pages):
        raise NoArticleError("a PDF that is a scan; run OCR first, for example ocrmypdf")
    raw = sum(len(word.text) for page in pages for word in page.words if word.bits & RAW)
    if raw > _MOST_RAW * max(1, sum(letters)):
        raise NoArticleError(
            "a PDF whose fonts do not say which letters they print; "
            "run OCR first, for example ocrmypdf --force-ocr"
        )


def _sections(
    blocks: Sequence[Block], first: FirstPage, body: float, known: Vocabulary
) -> tuple[Section, ...]:
    text = blocks[first.begins :]
    kinds = kinds_of(text, body=body, front=first.page)
    for place in first.left_out:
        kinds[place - first.begins] = Kind.OTHER
    return with_abstract(sections_of(text, kinds, known))


def _metadata(
    told: Mapping[str, Any], blocks: Sequence[Block], first: FirstPage, stated: Stated
) -> Metadata:
    imprint = imprint_of(lines_printed(told["pages"][first.page]), told["info"].get("Subject", ""))
    authors = authors_of([blocks[place] for place in first.people], stated.authors)
    return Metadata(
        title=plain(first.title),
        authors=authors,
        byline=", ".join(authors),
        outlet=stated.outlet or imprint.outlet,
        published=stated.published or imprint.published,
        doi=stated.doi or imprint.doi,
        medium=Medium.PAPER,
    )
