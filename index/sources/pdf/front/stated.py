"""What a PDF says of itself beside its pages: its information dictionary and its XMP, believed with care.

Programs fill these in by themselves ("Microsoft Word - final.doc"), so a title or an author counts
only where the first page prints it too; a DOI counts by its form.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from index.sources.rules.dates import iso_date
from index.sources.rules.names import doi_of, dois_in
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKET = re.compile(rb"<x:xmpmeta\b.{0,200000}?</x:xmpmeta>", re.DOTALL)
_MOST_PACKETS = 40
_JUNK = re.compile(
    r"microsoft word\s*-.*|powerpoint.*|untitled.*|.*\.(?:docx?|tex|dvi|pdf|indd|qxd|rtf|ps|eps|fm|xls|pmd|3d)|"
    r"\W*|[\w.-]{1,4}|(?:doc|document|paper|article|layout|slide|template|manuscript|full|main|title|print|pii|proof)\W*\d*|"
    r"(?:doi|pii|s\d{4})\W.*|\S*\d{4,}\S*|author.*|user|admin\w*|administrator|owner|unknown|none|null",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*;\s*|\s*\|\s*|,\s*(?:and\s+)?|\s+(?:and|&)\s+")


class Stated(NamedTuple):
    """What the file says of itself.

    Attributes:
        title: Empty where it is plainly a program's.
        authors: As they may be; for the pages to confirm.
        doi: Lower case, no prefix.
        outlet: The journal.
        published: ISO 8601, of publication and never of the file.
        language: As BCP 47.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    doi: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""


def stated_of(info: Mapping[str, str], content: bytes) -> Stated:
    """What the information dictionary and the last fitting XMP packet state."""
    packets = [found[0].decode("utf-8", "replace") for found in _PACKET.finditer(content)]
    told = [_told(packet) for packet in packets[-_MOST_PACKETS:]]
    first = next((one for one in reversed(told) if one.doi), told[-1] if told else Stated())
    subject = dois_in(info.get("Subject", ""))
    dois = (doi_of(info.get(key, "")) for key in ("doi", "DOI", "WPS-ARTICLEDOI"))
    return first._replace(
        title=_unless_junk(info.get("Title", "")) or first.title,
        authors=_people(info.get("Author", "")) or first.authors,
        doi=next(filter(None, dois), "") or first.doi or (subject[0] if len(subject) == 1 else ""),
    )


def _told(packet: str) -> Stated:
    named = (
        _value(packet, tag)
        for tag in ("prism:doi", "crossmark:DOI", "pdfx:doi", "jav:doi", "dc:identifier")
    )
    dates = (
        "prism:coverDate",
        "prism:publicationDate",
        "prism:coverDisplayDate",
        "crossmark:MajorVersionDate",
    )
    creators = re.search(r"<dc:creator\b.{0,20000}?</dc:creator>", packet, re.DOTALL)
    listed = re.findall(r"<rdf:li[^>]*>([^<]{1,200})</rdf:li>", creators[0]) if creators else []
    return Stated(
        title=_unless_junk(_value(packet, "dc:title")),
        authors=plain_all(_unless_junk(unescape(one)) for one in listed),
        doi=next(filter(None, (doi_of(one) for one in named)), ""),
        outlet=_value(packet, "prism:publicationName"),
        published=next(filter(None, (iso_date(_value(packet, tag)) for tag in dates)), ""),
    )


def _value(packet: str, tag: str) -> str:
    """The text of an element, or of the attribute that stands for it; the first of a list."""
    element = re.search(
        rf"<{tag}\b[^>]{{0,200}}>\s*(?:<rdf:(?:Alt|Seq|Bag)>\s*<rdf:li[^>]{{0,200}}>)?([^<]{{1,2000}})<",
        packet,
    )
    attribute = None if element else re.search(rf"\b{tag}=\"([^\"<]{{1,2000}})\"", packet)
    found = element or attribute
    return plain(unescape(found[1])) if found else ""


def _unless_junk(text: str) -> str:
    said = plain(text)
    return "" if _JUNK.fullmatch(said) else said


def _people(text: str) -> tuple[str, ...]:
    said = plain(text)
    if not said or _JUNK.fullmatch(said):
        return ()
    return plain_all(_BETWEEN.split(said))
