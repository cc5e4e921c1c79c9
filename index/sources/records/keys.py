"""What exports call the parts of an article, so that a maintainer need not rename their columns.

A key is compared in lower-case letters and digits alone: "Publication Title", "publication_title" and
"publicationTitle" are one. Of several that a record has, the first one listed here that says anything
counts. docs/maintainer.md shows them to people.
"""

from __future__ import annotations

import re
from typing import Final

TITLE: Final = (
    "title", "articletitle", "papertitle", "documenttitle", "headline", "displayname", "ti",
)  # fmt: skip
BODY: Final = (
    "sections", "bodytext", "paragraphs", "text", "body", "fulltext", "articlebody", "articletext", "maintext",
    "contenttext", "content", "contents", "contenthtml", "bodyhtml", "html", "markdown",
)  # fmt: skip
ABSTRACT: Final = (
    "abstract", "abstracttext", "paperabstract", "abstractnote", "ab",
)  # fmt: skip
LINE: Final = ("summary", "standfirst", "description", "excerpt")
"""Often a line that announces the article: an abstract where nothing else is, and long enough."""

AUTHORS: Final = (
    "authors", "author", "authorstring", "authornames", "authorships", "creators", "creator", "contributors",
    "au", "byline", "writers",
)  # fmt: skip
OUTLET: Final = (
    "journal", "journaltitle", "journalname", "outlet", "containertitle", "publicationtitle", "sourcetitle",
    "publicationname", "publicationvenue", "venue", "hostvenue", "primarylocation", "journalinfo", "newspaper",
    "magazine", "publication", "sitename", "website", "site", "so", "publisher", "source",
)  # fmt: skip
JOURNAL: Final = OUTLET[: OUTLET.index("newspaper")]
"""Those that a paper is in, and no page of news."""

PUBLISHED: Final = (
    "published", "publicationdate", "publisheddate", "datepublished", "publishtime", "publishedat", "publishdate",
    "pubdate", "firstpublicationdate", "publishedonline", "publishedprint", "issued", "date", "updatedate",
    "publicationyear", "pubyear", "year", "py",
)  # fmt: skip
TOPICS: Final = (
    "topics", "keywords", "keyword", "tags", "manualtags", "authorkeywords", "subjects", "subject", "categories",
    "category", "articlesection", "meshterms", "meshheadings", "mesh", "fieldsofstudy", "s2fieldsofstudy",
    "concepts", "keywordlist", "meshheadinglist", "de",
)  # fmt: skip
GENRE: Final = (
    "genre", "publicationtypes", "publicationtype", "pubtypes", "pubtypelist", "pubtype", "articletype",
    "documenttype", "doctype", "itemtype", "type", "dt",
)  # fmt: skip
DOI: Final = ("doi", "articledoi", "di")
PMID: Final = ("pmid", "pubmedid", "pubmed", "pm")
URL: Final = (
    "url", "canonicalurl", "articleurl", "webpage", "weburl", "pageurl", "sourceurl", "link", "links", "permalink",
    "href", "uri",
)  # fmt: skip
LICENCE: Final = ("licence", "license", "licenceurl", "licenseurl", "rights", "cclicense")
LANGUAGE: Final = ("language", "lang", "languages", "inlanguage", "la")
STATUS: Final = ("status", "retractionstatus")
RETRACTED: Final = ("isretracted", "retracted")
MEDIUM: Final = ("medium",)
BYLINE: Final = ("byline",)
VOLUME: Final = ("volume", "journalvolume", "vl")
ISSUE: Final = ("issue", "number", "journalissue", "is")
PAGES: Final = ("pages", "page", "pagination", "pageinfo", "articlenumber", "artno")
FIRST_PAGE: Final = ("pagestart", "firstpage", "startpage", "bp")
LAST_PAGE: Final = ("pageend", "lastpage", "endpage", "ep")
NAME: Final = (
    "id", "paperid", "corpusid", "corduid", "docid", "docno", "articleid", "recordid", "documentid", "uid",
    "guid", "pmcid", "pubmedcentral", "key", "sha",
)  # fmt: skip
"""What its own source calls a record."""

INVERTED: Final = "abstractinvertedindex"
"""Words with their places, as OpenAlex has an abstract."""

INSIDE: Final = (
    "source", "metadata", "meta", "fields", "attributes", "bibjson", "article", "pdfparse", "latexparse", "journal",
    "journalinfo", "biblio", "externalids", "ids", "identifiers", "articleids",
)  # fmt: skip
"""Objects whose keys count as the record's own, where the record itself says nothing."""

ARTICLE: Final = frozenset((*TITLE, *BODY, *ABSTRACT, *LINE, INVERTED))
"""A record with none of these is no article."""

_MARKS: Final = re.compile(r"[^a-z0-9]+")


def bare(key: str) -> str:
    """The key as it is compared."""
    return _MARKS.sub("", key.lower())
