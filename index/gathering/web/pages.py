"""What a page that was asked for becomes: a source, the word that it stands, or why it could not be had."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors.sources import SourceError
from index.gathering.web.known import Page
from index.gathering.web.listings.kinds import Kind, kind_of
from index.gathering.web.network.failures import FetchError
from index.identity import digest
from index.sources.reading import articles_of
from index.sources.rules.addresses import shown
from index.sources.source import Skipped, Source, Unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.gathering.web.listings.listing import Listed
    from index.gathering.web.network.asking import Fetched
    from index.gathering.web.root import Root


def found(
    root: Root, listed: Listed, listing: str, answer: Fetched, *, page: bool
) -> Iterator[Source | Skipped | Unchanged]:
    """What an answer for this entry gives.

    Args:
        root: Its root.
        listed: The entry.
        listing: What listed it.
        answer: What its server said.
        page: Whether it can only be a page; a feed in its place is then no article.
    """
    locator = shown(answer.address)
    if locator in root.settled:
        return  # another address led here
    root.settled.add(locator)
    before = root.page_at(listed.address)
    if answer.content is None:
        if before:
            root.memory.remember(replace(before, checked=root.now, changed=listed.changed))
        yield Unchanged(locator, root.name)
        return
    if page and kind_of(answer.content) in {Kind.FEED, Kind.SITEMAP}:
        yield Skipped(locator, root.name, "a feed or a sitemap where an article was expected")
        return
    told = replace(listed.told, url=locator)
    source = Source(locator, root.name, answer.content, fallback=told)
    from_feed = bool(listed.page) and not _has_article(source)
    if from_feed:
        source = replace(source, content=listed.page)
    asked = shown(listed.address)
    held = locator in root.held
    root.memory.remember(
        Page(
            root=root.name,
            asked=asked,
            locator=locator,
            listing=listing,
            etag=answer.etag,
            modified=answer.modified,
            fingerprint=source.fingerprint(),
            told=listed.told,
            changed=listed.changed,
            checked=root.now,
            from_feed=from_feed,
            tries=0 if held else 1 + (before.tries if before else 0),
        )
    )
    yield source


def failed(
    root: Root, listed: Listed, listing: str, error: SourceError
) -> Iterator[Source | Skipped]:
    """What stands for an entry whose page could not be had.

    The feed's own text does, where the library has nothing better.
    """
    gone = isinstance(error, FetchError) and error.gone
    before = root.page_at(listed.address)
    locator = before.locator if before else shown(listed.address)
    if locator in root.settled:
        return
    better = locator in root.held and not (before and before.from_feed)
    if listed.page and not gone and not better:
        yield _from_feed(root, listed, listing, shown(listed.address), locator)
        return
    root.settled.add(locator)
    if not gone:
        root.failing(listed.address, listing, listed)
    elif before:
        root.memory.forget(before)
    yield Skipped(locator, root.name, error.reason, gone=gone)


def carried(root: Root, listed: Listed, listing: str) -> Iterator[Source]:
    """The source of an entry that has no page but its feed's own text."""
    name = f"{listing}#{digest(listed.name)}"
    if name not in root.settled:
        yield _from_feed(root, listed, listing, name, name)


def _from_feed(root: Root, listed: Listed, listing: str, asked: str, locator: str) -> Source:
    root.settled.add(locator)
    told = listed.told if "#" in locator else replace(listed.told, url=locator)
    source = Source(locator, root.name, listed.page, fallback=told)
    root.memory.remember(
        Page(
            root=root.name,
            asked=asked,
            locator=locator,
            listing=listing,
            fingerprint=source.fingerprint(),
            told=listed.told,
            changed=listed.changed,
            checked=root.now,
            from_feed=True,
        )
    )
    return source


def _has_article(source: Source) -> bool:
    try:
        return bool(articles_of(source))
    except SourceError:
        return False
