"""One record, by whatever names its export knows, becomes one draft, or the reason why not."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from index.article import Medium, Metadata, SectionKind, Status
from index.errors.sources import NoArticleError
from index.sources.records import keys
from index.sources.records.annotated import annotated
from index.sources.records.bodies import sections_of
from index.sources.records.dates import date_in
from index.sources.records.languages import language_tag
from index.sources.records.markup import is_markup, without_markup
from index.sources.records.people import names_of
from index.sources.records.pubmed.catalogue import PUBMED
from index.sources.records.values import Fields, first_of, is_list, is_object, said
from index.sources.rules.names import doi_of, pubmed_id_of, web_address
from index.sources.rules.plain import plain, plain_all
from index.sources.rules.prose import words
from index.sources.source import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.article import Name, Section
    from index.sources.records.values import Object

LEAST_WORDS: Final = 50
"""A text without a title is taken for an article only from here: a shorter one is a question, a claim
or a line of a dialogue, as stand beside the articles of many a collection."""

_NEWS: Final = re.compile(r"news|blog|press|magazine|podcast|social", re.IGNORECASE)
_RESOLVER: Final = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
_MOST_TOPICS: Final = 60
_MOST_WORDS: Final = 100_000


def draft_of(record: Object) -> Draft:
    """The article that a record holds.

    Raises:
        NoArticleError: it holds none, with the reason.
    """
    fields = Fields(annotated(record) or record)
    title = _bare(fields.text(keys.TITLE))
    sections = _sections(fields, title)
    if not sections:
        line = _abstract(fields, keys.LINE)
        sections = line if _count(line) >= LEAST_WORDS else ()
    if not sections:
        raise NoArticleError(
            "it has a title and no text" if title else "it has no title and no text"
        )
    if not title and _count(sections) < LEAST_WORDS:
        raise NoArticleError(f"it has no title, and fewer than {LEAST_WORDS} words")
    return Draft(_metadata(fields, title), sections, name=_name(fields))


def _count(sections: tuple[Section, ...]) -> int:
    return sum(words(text) for section in sections for text in section.paragraphs)


def _sections(fields: Fields, title: str) -> tuple[Section, ...]:
    bodies = (sections_of(one, SectionKind.BODY, title=title) for one in fields.all(keys.BODY))
    body = first_of(bodies, ())
    abstract = _abstract(fields, keys.ABSTRACT) or _inverted(fields)
    # Many an export has the abstract a second time, at the head of the text.
    told = {text.casefold() for section in body for text in section.paragraphs}
    repeated = all(text.casefold() in told for one in abstract for text in one.paragraphs)
    return body if body and repeated else (*abstract, *body)


def _abstract(fields: Fields, called: tuple[str, ...]) -> tuple[Section, ...]:
    return first_of((sections_of(one, SectionKind.ABSTRACT) for one in fields.all(called)), ())


def _inverted(fields: Fields) -> tuple[Section, ...]:
    """An abstract given as words with their places."""
    index = next(fields.all((keys.INVERTED,)), None)
    placed = [
        (place, word)
        for word, places in (index.items() if is_object(index) else ())
        for place in (places if is_list(places) else ())
        if isinstance(place, int)
    ]
    said_words = " ".join(word for _, word in sorted(placed)[:_MOST_WORDS])
    return sections_of(said_words, SectionKind.ABSTRACT)


def _metadata(fields: Fields, title: str) -> Metadata:
    names = first_of(map(names_of, fields.all(keys.AUTHORS)), ())
    authors = plain_all(name.said for name in names)
    doi, pmid, url = _identifiers(fields)
    genre = "; ".join(fields.texts(keys.GENRE))
    return Metadata(
        title=title,
        authors=authors,
        byline=fields.text(keys.BYLINE) or ", ".join(authors),
        outlet=_outlet(fields),
        published=_published(fields),
        topics=tuple(_topics(fields)),
        doi=doi,
        url=url,
        licence=fields.text(keys.LICENCE),
        language=language_tag(fields.text(keys.LANGUAGE)),
        genre=genre,
        medium=_medium(fields, genre, known=bool(doi or pmid)),
        status=_status(fields),
        pmid=pmid,
        names=_told_apart(names, authors),
        volume=fields.text(keys.VOLUME),
        issue=fields.text(keys.ISSUE),
        pages=_pages(fields),
    )


def _told_apart(names: tuple[Name, ...], authors: tuple[str, ...]) -> tuple[Name, ...]:
    parts = all(name.family or name.body for name in names)
    return names if parts and len(names) == len(authors) else ()


def _identifiers(fields: Fields) -> tuple[str, str, str]:
    """DOI, PubMed id and address; an address that only resolves the DOI is the DOI."""
    addresses = [address for one in fields.all(keys.URL) for address in _addresses(one)]
    pages = (one for one in addresses if not _RESOLVER.match(one))
    stated = (*map(said, fields.all(keys.DOI)), *addresses)
    doi = first_of(map(doi_of, stated), "")
    pmid = first_of((pubmed_id_of(said(one)) for one in fields.all(keys.PMID)), "")
    page = next(pages, "")
    return doi, pmid, page or (f"{PUBMED}{pmid}/" if pmid and not doi else "")


def _addresses(value: object) -> Iterator[str]:
    """Those in a value; a cell may hold several, with semicolons between."""
    for one in value if is_list(value) else (value,):
        for part in said(one).split("; "):
            if address := web_address(part.strip(" ;")):
                yield address


def _outlet(fields: Fields) -> str:
    for value in fields.all(keys.OUTLET):
        # OpenAlex names the journal as the source of an article's first location.
        inner = value.get("source") if is_object(value) else None
        name = _bare(said(inner) or said(value))
        if name and not web_address(name):
            return name
    return ""


def _published(fields: Fields) -> str:
    """The first of the most exact: a year often stands beside the whole date."""
    stated = [iso for one in fields.all(keys.PUBLISHED) if (iso := date_in(one))]
    return max(stated, key=len, default="")


def _topics(fields: Fields) -> Iterator[str]:
    found = plain_all(_bare(one) for key in keys.TOPICS for one in fields.texts((key,)))
    return iter(found[:_MOST_TOPICS])


def _medium(fields: Fields, genre: str, *, known: bool) -> Medium:
    stated = fields.text(keys.MEDIUM).lower()
    if stated in {one.value for one in Medium}:
        return Medium(stated)
    # A DOI on a page of news is that of the paper it reports.
    return Medium.PAPER if known and not _NEWS.search(genre) else Medium.WEB


def _status(fields: Fields) -> Status:
    stated = fields.text(keys.STATUS).lower()
    if stated in {one.value for one in Status}:
        return Status(stated)
    return Status.RETRACTED if fields.truth(keys.RETRACTED) else Status.CURRENT


def _pages(fields: Fields) -> str:
    first, last = fields.text(keys.FIRST_PAGE), fields.text(keys.LAST_PAGE)
    both = f"{first}-{last}" if first and last and first != last else first
    return fields.text(keys.PAGES) or both


def _name(fields: Fields) -> str:
    return fields.text(keys.NAME) or fields.text(keys.PMID)


def _bare(text: str) -> str:
    return plain(unescape(without_markup(text) if is_markup(text) else text))
