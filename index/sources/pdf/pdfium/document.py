"""A PDF's bytes become pages of words, and what the file says of itself.

Runs in the child process that `index.sources.pdf.pdfium.worker` keeps, because pdfium is C++ that meets
strangers' bytes. pdfium knows no threads: there is one call at a time in that process.
"""

from __future__ import annotations

from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from index.sources.pdf.pdfium.glyphs import PageText

_PROBED_OBJECTS: Final = 200
_INFO = (
    "Title",
    "Author",
    "Subject",
    "Keywords",
    "Creator",
    "Producer",
    "doi",
    "DOI",
    "WPS-ARTICLEDOI",
)


class UnreadablePdf(Exception):  # noqa: N818 - it is the answer, and the parent names the error
    """Why there is nothing to be had, in one word that the parent knows."""


class Limits(NamedTuple):
    """What one document may hold."""

    pages: int
    characters: int


def document(content: bytes, limits: Limits) -> dict[str, object]:
    """The pages of a PDF as plain JSON values: `{"info", "pages": [{"width", "height", "pictures", "words"}]}`.

    Raises:
        UnreadablePdf: it is encrypted, damaged or longer than the limits.
    """
    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in {
            pdfium.FPDF_ERR_PASSWORD,
            pdfium.FPDF_ERR_SECURITY,
        }
        raise UnreadablePdf("encrypted" if locked else "damaged") from error
    try:
        if len(opened) > limits.pages:
            raise UnreadablePdf("pages")
        pages: list[dict[str, object]] = []
        left = limits.characters
        for number in range(len(opened)):
            page = _page(opened, number, left)
            left -= int(page.pop("characters"))  # pyright: ignore[reportArgumentType] - a count, see _page
            pages.append(page)
        info = {key: value for key in _INFO if (value := opened.get_metadata_value(key))}
    finally:
        opened.close()
    return {"info": info, "pages": pages}


def _page(opened: pypdfium2.PdfDocument, number: int, characters: int) -> dict[str, object]:
    """One page; a page that cannot be read is an empty one, for the others may well be."""
    empty: dict[str, object] = {
        "width": 0,
        "height": 0,
        "pictures": 0,
        "words": [],
        "characters": 0,
    }
    try:
        page = opened[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return empty
    try:
        count = text.count_chars()
        if count > characters:
            raise UnreadablePdf("characters")
        left, bottom, right, top = page.get_bbox()
        words = list(PageText(text.raw, count, (left, top)).words())
        kinds = (
            pdfium.FPDFPage_GetObject(page.raw, n)
            for n in range(min(_count(page), _PROBED_OBJECTS))
        )
        pictures = sum(
            pdfium.FPDFPageObj_GetType(one) == pdfium.FPDF_PAGEOBJ_IMAGE for one in kinds
        )
    finally:
        text.close()
        page.close()
    return {
        "width": right - left,
        "height": top - bottom,
        "pictures": pictures,
        "words": words,
        "characters": count,
    }


def _count(page: pypdfium2.PdfPage) -> int:
    return max(0, int(pdfium.FPDFPage_CountObjects(page.raw)))
