"""PubMed XML: one draft a record, read one after another, so that a broken end costs what is behind it.

Kept: title, abstract and what the catalogue says. A record without an abstract holds no words to
cite and is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.article import Section, SectionKind
from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError
from index.sources.jats.inline import words_of
from index.sources.records.pubmed.catalogue import Catalogued, metadata_of
from index.sources.rules.outline import NESTED
from index.sources.rules.xml import elements_of
from index.sources.source import Draft, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

RECORDS: Final = ("PubmedArticle", "PubmedBookArticle")
_PROBED: Final = 64 * 1024
_ROOT: Final = re.compile(
    r"\A\s*(?><\?[^>]{0,2000}\?>\s*|<!--.{0,20000}?-->\s*|<![^>\[]{0,2000}>\s*)*+"
    r"<(?:PubmedArticleSet|PubmedBookArticleSet|PubmedArticle|PubmedBookArticle)[\s>]",
    re.DOTALL,
)
_ABSTRACT: Final = "Abstract"
_UNLABELLED: Final = {"", "abstract", "unlabelled", "unlabeled", "unassigned"}
_PLAIN: Final = "plain-language-summary"
_CUT: Final = re.compile(r"\s*\(ABSTRACT TRUNCATED(?: AT \d+ WORDS)?\)\.?\s*\Z")
"""What PubMed wrote where it kept no more of an abstract, until the year 2000."""


def sniff(text: str) -> bool:
    """Whether this is a record of PubMed, or a set of them."""
    return bool(_ROOT.match(text[:_PROBED]))


def read(text: str) -> Iterator[Draft | Fault]:
    """Every record, and why some give no article.

    Raises:
        SourceError: not one record can be read.
    """
    number = 0
    try:
        for number, record in enumerate(elements_of(text, RECORDS), 1):
            yield _record(record, number)
    except (UnreadableSourceError, OversizedSourceError) as error:
        if not number:
            raise
        yield Fault(f"after record {number}", error.reason)


def _record(element: Element, number: int) -> Draft | Fault:
    record = Catalogued.of(element)
    if record is None:
        return Fault(f"record {number}", "no citation in it")
    try:
        metadata = metadata_of(record)
    except SourceError as error:
        return Fault(f"record {number}", error.reason)
    sections = tuple(_sections(record))
    place = f"record {number}" + (f" (PMID {metadata.pmid})" if metadata.pmid else "")
    if not sections:
        return Fault(place, "it has no abstract")
    return Draft(metadata, sections, name=metadata.pmid)


def _sections(record: Catalogued) -> Iterator[Section]:
    own = list(_abstract(record.work.find("Abstract")))
    others = record.citation.iterfind("OtherAbstract")
    if not own:
        # Often the only one of a paper in another language.
        own = next(filter(None, (list(_abstract(other)) for other in others)), own)
    yield from own
    for other in record.citation.iterfind("OtherAbstract"):
        if other.get("Type") == _PLAIN and other.get("Language", "eng") == "eng":
            yield from _abstract(other, "Plain language summary")


def _abstract(element: Element | None, untitled: str = "") -> Iterator[Section]:
    """One section a label; paragraphs without a label of their own stand under the last one."""
    heading, paragraphs = untitled, list[str]()
    for text in () if element is None else element.iterfind("AbstractText"):
        label = _label(text)
        if label and paragraphs:
            yield _section(heading, paragraphs)
            paragraphs = []
        heading = label or heading
        if words := _CUT.sub("", words_of(text)):
            paragraphs.append(words)
    if paragraphs:
        yield _section(heading, paragraphs)


def _section(heading: str, paragraphs: list[str]) -> Section:
    whole = NESTED.join(filter(None, (_ABSTRACT, heading)))
    return Section(whole, tuple(paragraphs), SectionKind.ABSTRACT)


def _label(text: Element) -> str:
    label = " ".join((text.get("Label") or "").split()).strip(" :.")
    if label.lower() in _UNLABELLED:
        return ""
    return label.capitalize() if label.isupper() else label
