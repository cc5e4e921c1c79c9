"""What a page says of itself: JSON-LD first, then meta tags, then what people see."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from index.article import Medium, Metadata
from index.sources import json_ld
from index.sources.dates import iso_date
from index.sources.bylines import names_in
from index.sources.names import doi_of, web_address
from index.sources.page_visible import (
    VisibleByline,
    guessed_date,
    printed_date,
    stated_time,
    visible_byline,
)
from index.sources.plain import plain, plain_all
from index.sources.prose import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_MAX_TOPICS = 12
_TITLE_KEYS = (
    "citation_title",
    "og:title",
    "parsely-title",
    "dc.title",
    "dcterms.title",
    "twitter:title",
    "title",
)
_AUTHOR_KEYS = (
    "citation_author",
    "citation_authors",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "og:article:author",
    "parsely-author",
    "author",
    "byl",
    "sailthru.author",
    "article.author",
    "bylines",
    "authors",
)
_DATE_KEYS = (
    "article:published_time", "og:article:published_time", "article:published", "citation_publication_date", "citation_online_date",
    "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created", "datepublished", "parsely-pub-date", "publish-date",
    "publish_date", "publication_date", "published_at", "pubdate", "article.published", "sailthru.date", "displaydate", "pdate", "date", "og:published_time", "cxenseparse:recs:publishtime",
)  # fmt: skip
_OUTLET_KEYS = (
    "citation_journal_title",
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
    "apple-mobile-web-app-title",
    "al:ios:app_name",
    "twitter:app:name:iphone",
    "publisher",
)
_DOI_KEYS = (
    "citation_doi",
    "bepress_citation_doi",
    "prism.doi",
    "dc.identifier",
    "dcterms.identifier",
    "doi",
    "eprints.id_number",
)
_URL_KEYS = (
    "og:url",
    "citation_public_url",
    "citation_abstract_html_url",
    "citation_fulltext_html_url",
    "parsely-link",
    "twitter:url",
)
_PAPER_KEYS = (
    "citation_doi",
    "citation_journal_title",
    "bepress_citation_doi",
    "citation_conference_title",
)
_SUFFIX = re.compile(r"\s+[|–—·»•›-]\s+|\s*\|\s*|\s+::\s+")
_COMPACT_DATE = re.compile(r"\A\s*(\d{4})(\d\d)(\d\d)(?:\d{6})?\s*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST_SITE_WORDS = 6
_TELLING_WORDS = 5
_NOTHING = {"null", "none", "nil", "undefined", "n/a"}
_HOME = re.compile(r"https?://[^/]+/?")


def metadata_of(root: HtmlElement, body: str = "") -> Metadata:
    """Everything the page states; the DOI only where the page itself is the paper.

    Args:
        root: The page.
        body: Its main text, which tells the title among lines that could be it.
    """
    return _Page(root, body).metadata()


@dataclass
class _Page:
    root: HtmlElement
    body: str
    meta: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.meta = defaultdict(list)
        for tag in self.root.iter("meta"):
            content = plain(tag.get("content") or "")
            for name in (tag.get("name"), tag.get("property"), tag.get("itemprop")):
                if name and content:
                    self.meta[plain(name).lower()].append(content)

    def metadata(self) -> Metadata:
        paper = self._is_paper()
        outlet = self._outlet(paper=paper)
        authors, byline = self._authors()
        title = self._title(outlet)
        return Metadata(
            title=title,
            authors=authors,
            byline=byline,
            outlet=outlet or self._site_in_title(title),
            published=self._published(),
            topics=self._topics(),
            doi=self._doi(),
            url=self._address(),
            licence=self._licence(),
            language=self._language(),
            genre=self._genre(),
            medium=Medium.PAPER if paper and self._doi() else Medium.WEB,
        )

    @cached_property
    def nodes(self) -> Sequence[json_ld.Node]:
        return json_ld.nodes_of(self.root)

    @cached_property
    def article(self) -> json_ld.Node:
        return json_ld.article_node(
            self.nodes, (*self._stated_titles, *self._headings, self._head_title)
        )

    @cached_property
    def _stated_titles(self) -> tuple[str, ...]:
        return plain_all(value for key in _TITLE_KEYS for value in self.meta[key])

    @cached_property
    def _headings(self) -> tuple[str, ...]:
        return plain_all("".join(one.itertext()) for one in self.root.iter("h1"))

    @cached_property
    def _head_title(self) -> str:
        return plain(self.root.findtext(".//head/title") or self.root.findtext(".//title") or "")

    @cached_property
    def _seen_byline(self) -> VisibleByline:
        return visible_byline(self.root)

    def _first(self, *keys: str) -> str:
        return next((value for key in keys for value in self.meta[key]), "")

    def _is_paper(self) -> bool:
        if json_ld.is_scholarly(self.article):
            return True
        told = json_ld.types(self.article)
        # Press offices put a paper's citation_doi on their news, for the counters of attention.
        news = any(kind.endswith(("NewsArticle", "BlogPosting")) for kind in told)
        return not news and any(self.meta[key] for key in _PAPER_KEYS)

    def _title(self, outlet: str) -> str:
        headline = json_ld.text_of(self.article, "headline")
        named = json_ld.text_of(self.article, "name")
        told = [
            one
            for one in (headline, *self._stated_titles, *self._headings, self._head_title, named)
            if one
        ]
        # Templates fill a headline with a slogan or a section's name: two places that agree are right.
        agreed = [
            one
            for place, one in enumerate(told)
            if _is_agreed(one, told[:place] + told[place + 1 :])
        ]
        title = next(iter((*agreed, *self._stated_titles)), "") or self._nearest_to_body(told)
        return _without_site(title, outlet, (*self._headings, headline))

    def _nearest_to_body(self, titles: Sequence[str]) -> str:
        known = content_words(self.body)

        def nearness(title: str) -> float:
            about = content_words(title)
            return (
                len(about & known) / len(about) * min(len(about), _TELLING_WORDS) if about else 0.0
            )

        return max(titles, key=nearness, default="")

    def _outlet(self, *, paper: bool) -> str:
        keys = _OUTLET_KEYS if paper else _OUTLET_KEYS[1:]
        stated = self._first(*keys[:2]) if paper else self._first("og:site_name")
        if stated:
            return stated
        for key in ("publisher", "sourceOrganization", "isPartOf"):
            if names := json_ld.names_of(self.article, key, self.nodes):
                return names[0]
        return self._first(*keys)

    def _site_in_title(self, title: str) -> str:
        rest = self._head_title.removeprefix(title)
        if not title or rest == self._head_title or not (mark := _SUFFIX.match(rest)):
            return ""
        site = _SUFFIX.split(rest[mark.end() :])[-1].strip()
        return site if len(site.split()) <= _LONGEST_SITE_WORDS else ""

    def _authors(self) -> tuple[tuple[str, ...], str]:
        named = json_ld.names_of(self.article, "author", self.nodes) or json_ld.names_of(
            self.article, "creator", self.nodes
        )
        if not named:
            for key in _AUTHOR_KEYS:
                named = plain_all(
                    _person(value)
                    for value in self.meta[key]
                    if not web_address(value) and not value.startswith("@")
                )
                if named:
                    break
        seen = self._seen_byline
        authors = (
            tuple(dict.fromkeys(name for one in named for name in names_in(_without_by(one))))
            or seen.names
        )
        return authors, seen.line or ", ".join(authors)

    def _published(self) -> str:
        stated = [json_ld.text_of(self.article, "datePublished", "dateCreated")]
        stated += [value for key in _DATE_KEYS for value in self.meta[key]]
        for value in stated:
            if iso := iso_date(_COMPACT_DATE.sub(r"\1-\2-\3", value)):
                return iso
        return (
            stated_time(self.root)
            or self._seen_byline.published
            or printed_date(self.root)
            or guessed_date(self.root)
        )

    def _topics(self) -> tuple[str, ...]:
        filed = (
            *json_ld.texts_of(self.article, "articleSection"),
            *self.meta["article:section"],
            *self.meta["og:article:section"],
            *(part for value in self.meta["article:tag"] for part in value.split(",")),
        )
        if not plain_all(filed):
            keys = ("citation_keywords", "dc.subject", "news_keywords", "keywords")
            words = next((self.meta[key] for key in keys if self.meta[key]), [])
            filed = tuple(
                part
                for value in (*json_ld.texts_of(self.article, "keywords"), *words)
                for part in re.split("[,;]", value)
            )
        return tuple(topic for topic in plain_all(filed) if topic.lower() not in _NOTHING)[
            :_MAX_TOPICS
        ]

    def _doi(self) -> str:
        if not self._is_paper():
            return ""
        stated = (
            *(value for key in _DOI_KEYS for value in self.meta[key]),
            *json_ld.identifiers_of(self.article),
        )
        return next(filter(None, map(doi_of, stated)), "")

    def _address(self) -> str:
        links = [
            link.get("href") or ""
            for link in self.root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ]
        stated = [*links, *(value for key in _URL_KEYS for value in self.meta[key])]
        stated += [
            *json_ld.texts_of(self.article, "url"),
            *json_ld.texts_of(self.article, "mainEntityOfPage"),
        ]
        addresses = [address for one in stated if (address := web_address(one))]
        # Some templates name the site's front page as every page's address.
        deep = [address for address in addresses if not _HOME.fullmatch(address)]
        return next(iter(deep or addresses), "")

    def _licence(self) -> str:
        links = (
            one
            for tag in ("link", "a")
            for one in self.root.iter(tag)
            if "license" in (one.get("rel") or "").lower().split()
        )
        linked = next(
            (address for one in links if (address := web_address(one.get("href") or ""))), ""
        )
        rights = next(
            (
                value
                for key in ("dc.rights", "dcterms.rights", "dcterms.license", "citation_license")
                for value in self.meta[key]
                if "creative" in value.lower() or "cc" in value.lower().split()
            ),
            "",
        )
        return json_ld.text_of(self.article, "license") or linked or rights

    def _language(self) -> str:
        stated = (
            self.root.get("lang"),
            self.root.get("xml:lang"),
            self._first("citation_language", "dc.language", "content-language"),
            json_ld.text_of(self.article, "inLanguage"),
            self._first("og:locale"),
        )
        return next(
            (tag.replace("_", "-") for tag in stated if tag and _LANGUAGE.fullmatch(tag)), ""
        )

    def _genre(self) -> str:
        told = next((kind for kind in json_ld.types(self.article) if kind), "")
        return (
            self._first("citation_article_type", "dc.type")
            or told
            or self._first("og:type").replace("website", "")
        )


def _is_agreed(title: str, others: Sequence[str]) -> bool:
    """Whether another place says the same, perhaps with the site's name behind it."""
    mine = _folded(title)
    for other in others:
        theirs = _folded(other)
        if mine and (mine == theirs or (len(mine) > 0.4 * len(theirs) and theirs.startswith(mine))):  # noqa: PLR2004
            return True
    return False


def _person(value: str) -> str:
    """ "Kooman, F." as "F. Kooman": catalogues turn names round."""
    surname, comma, given = value.partition(", ")
    turned = (
        comma
        and "," not in given
        and " and " not in value
        and len(surname.split()) <= 2
        and len(given.split()) <= 3
        and ";" not in value
    )  # noqa: PLR2004
    return f"{given} {surname}" if turned and len(given) <= 3 * len(surname) + 9 else value


def _without_by(name: str) -> str:
    return re.sub(r"^(?:by|von|par|por)\s+", "", name, flags=re.IGNORECASE)


def _without_site(title: str, outlet: str, others: Sequence[str]) -> str:
    """The title without the site's name behind it; a dash of its own stays."""
    marks = list(_SUFFIX.finditer(title))
    for mark in marks:
        before, after = title[: mark.start()].strip(), title[mark.end() :].strip()
        same = {_folded(outlet), _folded(outlet.removeprefix("the "))} - {""}
        if before and (_folded(after) in same or before in others):
            return before
    if len(marks) and outlet and _folded(title[: marks[0].start()]) == _folded(outlet):
        return title[marks[0].end() :].strip()
    return title


def _folded(name: str) -> str:
    return re.sub(r"\W+|^the\s+|\.(?:com|org|net)$", "", name.lower())
