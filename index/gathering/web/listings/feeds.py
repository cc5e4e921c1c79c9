"""Feeds: RSS, RDF and Atom, well-formed or not, by feedparser; its only importer."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from html import escape
from time import gmtime, strftime, struct_time
from typing import TYPE_CHECKING, Any, Final, cast

import feedparser
from lxml import etree, html

from index.article import Metadata
from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError
from index.gathering.web.listings.listing import Listed, Listing
from index.gathering.web.network.addresses import address_of
from index.sources.rules.plain import plain, plain_all
from index.sources.rules.prose import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES: Final = 8 * 1024 * 1024
"""The largest feeds, whole podcasts' histories, stand near 5 MB."""

_MOST_ENTRIES: Final = 5_000
_FEWEST_WORDS: Final = 120
"""Entries shorter than this are teasers; a whole piece of news is rarely under 200 words."""

_LONGEST_TAG: Final = 12
_MOST_TOPICS: Final = 12
_YEARS: Final = range(1900, 2200)

Fields = Mapping[str, Any]


def read_feed(content: bytes, address: str) -> Listing:
    """What a feed lists, its entries in its order.

    Args:
        content: The bytes.
        address: Where it stands, for links that are relative.

    Raises:
        SourceError: it is no feed that can be understood.
    """
    if len(content) > _MOST_BYTES:
        raise OversizedSourceError(f"a feed larger than {_MOST_BYTES // 2**20} MB")
    # As a stream: feedparser takes bare bytes for the name of a file, and opens it.
    read = feedparser.parse(io.BytesIO(content), response_headers={"content-location": address})
    entries = cast("Sequence[Fields]", read.get("entries") or ())
    if not entries and read.get("bozo"):
        raise UnreadableSourceError("a feed that is broken")
    feed = cast("Fields", read.get("feed") or {})
    found: dict[str, Listed] = {}
    refused: list[str] = []
    for entry in entries[:_MOST_ENTRIES]:
        try:
            listed = _listed(entry, feed, address)
        except SourceError as error:
            refused.append(error.reason)
        else:
            found.setdefault(listed.address or listed.name, listed)
    if len(entries) > _MOST_ENTRIES:
        refused.append(f"only its first {_MOST_ENTRIES:,} entries are read")
    return Listing(tuple(found.values()), complete=False, refused=tuple(dict.fromkeys(refused)))


def _listed(entry: Fields, feed: Fields, base: str) -> Listed:
    title = _plain(entry.get("title"))
    text = max(_texts(entry), key=len, default="")
    whole = words(_plain(text)) >= _FEWEST_WORDS
    link = _link(entry)
    if not link and not whole:
        raise UnreadableSourceError("an entry of the feed has neither a link nor a whole text")
    told = _told(entry, feed, title)
    return Listed(
        address_of(link, base=base) if link else "",
        told,
        changed=str(_stated(entry, "updated") or _stated(entry, "published") or ""),
        page=_page(title, text, told.language) if whole else b"",
        name=str(entry.get("id") or title),
    )


def _link(entry: Fields) -> str:
    # FeedBurner's own link only counts the click and goes on to this one.
    stated = (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id"))
    links = (str(one).strip() for one in stated if one)
    return next((one for one in links if one.lower().startswith(("http://", "https://"))), "")


def _texts(entry: Fields) -> Iterator[str]:
    """What the entry carries as text: the whole piece where the outlet gives it away."""
    for one in cast("Sequence[Fields]", entry.get("content") or ()):
        yield str(one.get("value") or "")
    yield str(entry.get("summary") or "")


def _told(entry: Fields, feed: Fields, title: str) -> Metadata:
    authors = plain_all(_names(entry) or ())
    tags = cast("Sequence[Fields]", entry.get("tags") or ())
    return Metadata(
        title=title,
        authors=authors,
        byline=", ".join(authors),
        outlet=_plain(_source_of(entry).get("title") or feed.get("title")),
        published=_date(_stated(entry, "published_parsed") or _stated(entry, "updated_parsed")),
        topics=plain_all(_plain(tag.get("term")) for tag in tags)[:_MOST_TOPICS],
        language=_language(feed),
    )


def _stated(entry: Fields, name: str) -> object:
    """What the entry itself states: feedparser gives one date for another, and warns of it."""
    return dict(entry).get(name)


def _source_of(entry: Fields) -> Fields:
    """Where an aggregator took the entry from, if it says so."""
    return cast("Fields", entry.get("source") or {})


def _names(entry: Fields) -> Iterator[str]:
    people = cast("Sequence[Fields]", entry.get("authors") or ())
    for person in people:
        name = _plain(person.get("name"))
        if name and "@" not in name:
            yield name


def _language(feed: Fields) -> str:
    stated = str(feed.get("language") or "").strip().replace("_", "-")
    return stated if stated.replace("-", "").isalnum() and len(stated) <= _LONGEST_TAG else ""


def _date(stated: object) -> str:
    """The day, from the nine numbers feedparser makes of a date."""
    if not isinstance(stated, struct_time) or stated.tm_year not in _YEARS:
        return ""
    if stated[:3] > gmtime()[:3]:
        return ""
    return strftime("%Y-%m-%d", stated)


def _plain(markup: object) -> str:
    text = str(markup or "")
    if "<" in text:
        try:
            text = html.fromstring(f"<div>{text}</div>").text_content()
        except (ValueError, etree.ParserError):
            return ""
    return plain(text)


def _page(title: str, text: str, language: str) -> bytes:
    head = f'<html lang="{escape(language)}"><head><title>{escape(title)}</title></head>'
    body = f"<body><article><h1>{escape(title)}</h1>\n{text}\n</article></body></html>"
    return f"<!DOCTYPE html>{head}{body}".encode("utf-8", "replace")
