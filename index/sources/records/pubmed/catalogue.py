"""What a record of PubMed says of its article: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from index.article import Medium, Metadata, Name
from index.sources.jats.inline import words_of
from index.sources.records.dates import date_of
from index.sources.records.languages import language_tag
from index.sources.records.pubmed.relations import notices_of, related_of
from index.sources.rules.dates import iso_of, month_number
from index.sources.rules.names import doi_of, pubmed_id_of
from index.sources.rules.plain import plain, plain_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.rules.xml import Element

PUBMED: Final = "https://pubmed.ncbi.nlm.nih.gov/"
_TRANSLATED: Final = re.compile(r"\[(?P<title>[^\[\]].*)\]")
_NOT_AVAILABLE: Final = {"", "not available", "in process citation"}
_FEW_DIGITS: Final = re.compile(r"(?P<first>\d+)-(?P<last>\d+)")
_WROTE: Final = (None, "authors", "author")


class Catalogued(NamedTuple):
    """The parts of a record: an article's and a book's differ in their names.

    Attributes:
        citation: The record of the work, with its PubMed id, terms and relations.
        work: What holds title, authors and abstract.
        outside: What PubMed adds: identifiers of others, and a history.
    """

    citation: Element
    work: Element
    outside: Element | None

    @classmethod
    def of(cls, record: Element) -> Catalogued | None:
        """The parts, None where the citation is missing."""
        book = record.find("BookDocument")
        if book is not None:
            return cls(book, book, record.find("PubmedBookData"))
        citation = record.find("MedlineCitation")
        work = None if citation is None else citation.find("Article")
        if citation is None or work is None:
            return None
        return cls(citation, work, record.find("PubmedData"))


def metadata_of(record: Catalogued) -> Metadata:
    """Everything the record states."""
    citation, work, _ = record
    pmid = pubmed_id_of(words_of(citation.find("PMID")))
    names = tuple(dict.fromkeys(_authors(work)))
    authors = plain_all(name.said for name in names)
    genres = plain_all(map(words_of, work.iterfind("PublicationTypeList/PublicationType")))
    return Metadata(
        title=_title(work),
        authors=authors,
        byline=", ".join(authors),
        outlet=_outlet(citation, work),
        published=_published(work),
        topics=plain_all(_topics(citation)),
        doi=_doi(record),
        # Its page shows the abstract, word for word; a paper's DOI goes before it where there is one.
        url=f"{PUBMED}{pmid}/" if pmid else "",
        language=language_tag(words_of(work.find("Language"))),
        genre="; ".join(genres or plain_all(map(words_of, work.iterfind("PublicationType")))),
        medium=Medium.PAPER,
        pmid=pmid,
        names=names if len(names) == len(authors) else (),
        volume=words_of(work.find("Journal/JournalIssue/Volume")),
        issue=words_of(work.find("Journal/JournalIssue/Issue")),
        pages=_pages(work),
        related=related_of(citation),
        notices=notices_of(citation),
    )


def _title(work: Element) -> str:
    """As printed; PubMed sets a full stop behind it, and brackets around its own translation."""
    stated = (work.find(tag) for tag in ("ArticleTitle", "VernacularTitle", "Book/BookTitle"))
    for title in map(words_of, stated):
        bare = title.removesuffix(".") if not title.endswith("..") else title
        translated = _TRANSLATED.fullmatch(bare.strip())
        bare = translated["title"].removesuffix(".") if translated else bare
        if bare.strip().lower() not in _NOT_AVAILABLE:
            return bare.strip()
    return ""


def _authors(work: Element) -> Iterator[Name]:
    for listed in work.iterfind("AuthorList"):
        if (listed.get("Type") or "").lower() not in {kind or "" for kind in _WROTE}:
            continue
        for author in listed.iterfind("Author"):
            if author.get("ValidYN") != "N" and (name := _name(author)).said:
                yield name


def _name(author: Element) -> Name:
    body, family, given, initials, suffix = (
        plain(words_of(author.find(tag)))
        for tag in ("CollectiveName", "LastName", "ForeName", "Initials", "Suffix")
    )
    return Name(body=body) if body else Name(family, given or initials, suffix)


def _outlet(citation: Element, work: Element) -> str:
    paths = (
        "Journal/Title",
        "Journal/ISOAbbreviation",
        "Book/BookTitle",
        "Book/Publisher/PublisherName",
    )
    own = next(filter(None, (words_of(work.find(path)) for path in paths)), "")
    return own or words_of(citation.find("MedlineJournalInfo/MedlineTA"))


def _published(work: Element) -> str:
    """The earliest of the most exact dates: print issues name only their month, or their season."""
    paths = ("ArticleDate", "Journal/JournalIssue/PubDate", "ContributionDate", "Book/PubDate")
    stated = (iso for path in paths for one in work.iterfind(path) if (iso := _iso(one)))
    return min(stated, key=lambda iso: (-len(iso), iso), default="")


def _iso(stated: Element) -> str:
    if told := words_of(stated.find("MedlineDate")):
        return date_of(told)
    year, month, day = (words_of(stated.find(part)) for part in ("Year", "Month", "Day"))
    if not re.fullmatch(r"[12]\d{3}", year, re.ASCII):
        return ""
    exact = re.fullmatch(r"\d{1,2}", day, re.ASCII)
    return iso_of(int(year), month_number(month), int(day) if exact else None)


def _topics(citation: Element) -> Iterator[str]:
    """The authors' keywords, then the headings that PubMed's indexers gave."""
    yield from map(words_of, citation.iterfind("KeywordList/Keyword"))
    yield from map(words_of, citation.iterfind("MeshHeadingList/MeshHeading/DescriptorName"))


def _doi(record: Catalogued) -> str:
    stated = [
        one
        for one in record.work.iterfind("ELocationID")
        if one.get("EIdType") == "doi" and one.get("ValidYN") != "N"
    ]
    for holder in (record.outside, record.work):
        # A list of references holds identifiers too, and deeper down.
        listed = () if holder is None else holder.iterfind("ArticleIdList/ArticleId")
        stated += [one for one in listed if one.get("IdType") == "doi"]
    return next(filter(None, (doi_of(words_of(one)) for one in stated)), "")


def _pages(work: Element) -> str:
    first, last, stated = (
        words_of(work.find(f"Pagination/{tag}")) for tag in ("StartPage", "EndPage", "MedlinePgn")
    )
    return whole_range(stated or "-".join(filter(None, (first, last))))


def whole_range(pages: str) -> str:
    """Such as "123-129" for "123-9", as PubMed shortens it; anything else as it is."""
    found = _FEW_DIGITS.fullmatch(pages)
    if not found:
        return pages
    first, last = found["first"], found["last"]
    whole = first[: max(0, len(first) - len(last))] + last
    return first if whole == first else f"{first}-{whole}"
