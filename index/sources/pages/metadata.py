"""What a page says of itself: JSON-LD first, then meta tags, then what people see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.article import Medium, Metadata
from index.sources.pages import json_ld
from index.sources.pages.titles import site_in_title, title_of
from index.sources.pages.visible import (
    guessed_date,
    printed_date,
    stated_time,
    visible_byline,
)
from index.sources.rules.dates import iso_date
from index.sources.rules.names import doi_of, pubmed_id_of, web_address
from index.sources.rules.plain import plain_all
from index.sources.texts.bylines import name_only, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.sources.pages.tags import PageTags
    from index.sources.pages.visible import VisibleByline

_MAX_TOPICS = 12
_NO_TOPICS = frozenset({"null", "none", "nil", "undefined", "n/a"})

_CATALOGUED_AUTHORS = ("citation_author", "citation_authors", "dc.creator", "dcterms.creator")
_AUTHORS = (
    "article:author", "og:article:author", "parsely-author", "author", "byl", "sailthru.author",
    "article.author", "bylines", "authors",
)  # fmt: skip
_DATES = (
    "article:published_time", "og:article:published_time", "article:published",
    "citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "datepublished",
    "parsely-pub-date", "publish-date", "publish_date", "publication_date", "published_at", "pubdate",
    "article.published", "sailthru.date", "displaydate", "pdate", "date", "og:published_time",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_JOURNALS = ("citation_journal_title", "citation_conference_title", "prism.publicationname")
_SITES = (
    "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name",
    "apple-mobile-web-app-title", "al:ios:app_name", "twitter:app:name:iphone", "publisher",
)  # fmt: skip
_OWN_DOIS = ("citation_doi", "bepress_citation_doi", "prism.doi")
_IDENTIFIERS = ("dc.identifier", "dcterms.identifier", "doi", "eprints.id_number")
_ADDRESSES = (
    "og:url", "citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url",
    "parsely-link", "twitter:url",
)  # fmt: skip
_RIGHTS = ("dc.rights", "dcterms.rights", "dcterms.license", "citation_license")

_COMPACT_DATE = re.compile(r"\A\s*(\d{4})(\d\d)(\d\d)(?:\d{6})?\s*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TURNED = re.compile(r"(?P<surname>[^,;]{1,60}), (?P<given>[^,;]{1,40})")
_FRONT_PAGE = re.compile(r"https?://[^/]+/?")
_COMMONS = re.compile(r"creative\s*commons|\bcc\b", re.IGNORECASE)


def metadata_of(tags: PageTags, body: str = "") -> Metadata:
    """Everything the page states; the DOI only where the page itself is the paper.

    Args:
        tags: What the page's head states.
        body: Its main text, which tells the title among lines that could be it.
    """
    root = tags.root
    paper = _is_paper(tags)
    doi = _own_doi(tags) if paper else ""
    outlet = _outlet(tags, paper=paper)
    title = title_of(tags, outlet, body)
    seen = visible_byline(root)
    authors = _authors(tags) or seen.names
    return Metadata(
        title=title,
        authors=authors,
        byline=seen.line or ", ".join(authors),
        outlet=outlet or site_in_title(tags, title),
        published=_published(tags, seen),
        topics=_topics(tags),
        doi=doi,
        url=_address(tags),
        licence=_licence(tags),
        language=_language(tags),
        genre=_genre(tags),
        medium=Medium.PAPER if doi else Medium.WEB,
        volume=tags.first("citation_volume", "prism.volume") if doi else "",
        issue=tags.first("citation_issue", "prism.number") if doi else "",
        pages=_pages(tags) if doi else "",
        pmid=pubmed_id_of(tags.first("citation_pmid")) if paper else "",
    )


def _is_paper(tags: PageTags) -> bool:
    if json_ld.is_scholarly(tags.article):
        return True
    # Press offices put a paper's citation_doi on their news, for the counters of attention.
    news = any(kind.endswith(("NewsArticle", "BlogPosting")) for kind in tags.types)
    return not news and bool(tags.all(*_OWN_DOIS, *_JOURNALS))


def _own_doi(tags: PageTags) -> str:
    stated = (*tags.all(*_OWN_DOIS, *_IDENTIFIERS), *json_ld.identifiers_of(tags.article))
    return next((doi for one in stated if (doi := doi_of(one))), "")


def _outlet(tags: PageTags, *, paper: bool) -> str:
    journal = tags.first(*_JOURNALS) if paper else ""
    stated = journal or tags.first("og:site_name")
    named = tags.names("publisher", "sourceOrganization", "isPartOf")
    return stated or next(iter(named), "") or tags.first(*_SITES)


def _authors(tags: PageTags) -> tuple[str, ...]:
    named = tags.names("author", "creator") or tuple(
        _turned(name) for name in tags.all(*_CATALOGUED_AUTHORS)
    )
    if not named:
        by_key = (tuple(_not_addresses(tags.all(key))) for key in _AUTHORS)
        named = next((names for names in by_key if names), ())
    return plain_all(name for one in named for name in names_in(name_only(one)))


def _not_addresses(values: tuple[str, ...]) -> Iterator[str]:
    return (value for value in values if not web_address(value) and not value.startswith("@"))


def _turned(name: str) -> str:
    """A name as people say it, where a catalogue has "Kooman, F."."""
    found = _TURNED.fullmatch(name)
    return f"{found['given']} {found['surname']}" if found else name


def _pages(tags: PageTags) -> str:
    first = tags.first("citation_firstpage", "prism.startingpage")
    last = tags.first("citation_lastpage", "prism.endingpage")
    return f"{first}-{last}" if first and last and first != last else first


def _published(tags: PageTags, seen: VisibleByline) -> str:
    for value in (tags.text("datePublished", "dateCreated"), *tags.all(*_DATES)):
        if iso := iso_date(_COMPACT_DATE.sub(r"\1-\2-\3", value)):
            return iso
    root = tags.root
    return stated_time(root) or seen.published or printed_date(root) or guessed_date(root)


def _topics(tags: PageTags) -> tuple[str, ...]:
    """The sections and tags the page is filed under; its keywords only where it has none."""
    tagged = (part for value in tags.all("article:tag") for part in value.split(","))
    filed = plain_all(
        (
            *tags.texts("articleSection"),
            *tags.all("article:section", "og:article:section"),
            *tagged,
        )
    )
    if not filed:
        keys = ("citation_keywords", "dc.subject", "news_keywords", "keywords")
        keywords = next((found for key in keys if (found := tags.all(key))), ())
        said = (*tags.texts("keywords"), *keywords)
        filed = plain_all(part for value in said for part in re.split("[,;]", value))
    return tuple(topic for topic in filed if topic.lower() not in _NO_TOPICS)[:_MAX_TOPICS]


def _address(tags: PageTags) -> str:
    stated = (
        *tags.links("canonical", "link"),
        *tags.all(*_ADDRESSES),
        *tags.texts("url", "mainEntityOfPage"),
    )
    addresses = [address for one in stated if (address := web_address(one))]
    # Some templates name the site's front page as every page's address.
    deep = [address for address in addresses if not _FRONT_PAGE.fullmatch(address)]
    return next(iter(deep or addresses), "")


def _licence(tags: PageTags) -> str:
    linked = (web_address(address) for address in tags.links("license", "link", "a"))
    rights = (value for value in tags.all(*_RIGHTS) if _COMMONS.search(value))
    return tags.text("license") or next(filter(None, linked), "") or next(rights, "")


def _language(tags: PageTags) -> str:
    stated = (
        tags.root.get("lang") or tags.root.get("xml:lang") or "",
        tags.first("citation_language", "dc.language", "content-language"),
        tags.text("inLanguage"),
        tags.first("og:locale"),
    )
    return next((tag.replace("_", "-") for tag in stated if _LANGUAGE.fullmatch(tag)), "")


def _genre(tags: PageTags) -> str:
    kind = tags.first("og:type")
    told = tags.first("citation_article_type", "dc.type") or next(iter(tags.types), "")
    return told or ("" if kind == "website" else kind)
