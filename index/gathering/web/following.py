"""Addresses become sources: listings are followed, pages fetched, and what is unchanged is said to be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from threading import Event
from time import time
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from index.errors.sources import SourceError, UnreadableSourceError
from index.gathering.web.crew import Crew
from index.gathering.web.held import of_root
from index.gathering.web.known import KnownListing
from index.gathering.web.listings.kinds import Kind, kind_of, listing_bytes
from index.gathering.web.listings.listing import Listed, Listing, WebRoot
from index.gathering.web.listings.parsing import parsed_listing
from index.gathering.web.memory import WebMemory
from index.gathering.web.network.fetching import Fetcher
from index.gathering.web.pages import carried, failed, found
from index.gathering.web.root import Root
from index.sources.rules.addresses import shown, site_of
from index.sources.source import Skipped, Source, Unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from index.gathering.web.held import Held
    from index.gathering.web.network.asking import Fetched, Known
    from index.gathering.web.options import WebOptions

_DEEPEST: Final = 3
"""A list of indexes of sitemaps; the protocol knows nothing deeper."""

Gathered = Source | Skipped | Unchanged


@dataclass(frozen=True, slots=True)
class _Job:
    """Something to ask for.

    Attributes:
        root: For which root.
        listed: The entry.
        listing: The key of what listed it.
        depth: How many listings may still lie below it; 0 for what must be a page.
        known: The version that need not be sent again.
    """

    root: Root
    listed: Listed
    listing: str
    depth: int
    known: Known | None


def follow(
    roots: Sequence[WebRoot],
    *,
    options: WebOptions,
    memory: Path,
    held: Held,
) -> Iterator[Gathered]:
    """Everything that stands under these roots now, as it comes.

    Args:
        roots: Each once.
        options: How politely, and within which bounds.
        memory: The file of what earlier runs learnt.
        held: What the library holds; see `index.gathering.found`.
    """
    stopped = Event()
    store = WebMemory(memory)
    fetcher = Fetcher(options, stopped)
    crew: Crew[_Job, Fetched] = Crew(
        lambda job: fetcher.fetch(job.listed.address, job.known),
        hands=options.hands,
        stopped=stopped,
    )
    run = _Run(crew, store, options)
    try:
        yield from run.all_of(roots, held)
        store.flush()
    finally:
        crew.close()
        fetcher.close()


class _Run:
    """One run over all roots; everything but the asking happens in the thread that iterates."""

    def __init__(self, crew: Crew[_Job, Fetched], memory: WebMemory, options: WebOptions) -> None:
        self._crew = crew
        self._memory = memory
        self._options = options

    def all_of(self, roots: Sequence[WebRoot], held: Held) -> Iterator[Gathered]:
        followed: list[Root] = []
        for one in roots:
            site = "" if len(one.listing.entries) != 1 else site_of(one.listing.entries[0].address)
            root = Root(
                name=one.name,
                site=site,
                held=of_root(held.read, one.name),
                failures=of_root(held.failed, one.name),
                memory=self._memory,
                now=time(),
                revisit_days=self._options.revisit_days,
            )
            followed.append(root)
            yield from self._listed(root, one.listing, "", _DEEPEST)
        yield from self._answered()
        for root in followed:
            yield from self._left(root)
        yield from self._answered()

    def _answered(self) -> Iterator[Gathered]:
        for job, answer in self._crew.answers():
            if isinstance(answer, SourceError):
                yield from self._failed(job, answer)
                continue
            try:
                listing = self._listing(job, answer)
            except SourceError as error:
                yield from self._failed(job, error)
                continue
            if listing is None:
                yield from found(job.root, job.listed, job.listing, answer, page=job.depth == 0)
            else:
                yield from self._listed(job.root, listing, shown(job.listed.address), job.depth - 1)

    def _listing(self, job: _Job, answer: Fetched) -> Listing | None:
        """The listing that was fetched, or the one that stands; None for a page."""
        key = shown(job.listed.address)
        before = self._memory.listing(job.root.name, key) if answer.content is None else None
        content = before.content if before else answer.content
        if content is None or not job.depth:
            return None
        plain = listing_bytes(content)
        if (kind := kind_of(plain)) is Kind.PAGE:
            if self._was_listing(job):
                # A site under repair answers everything with one page, and says 200.
                raise UnreadableSourceError("a page where a feed, a sitemap or a list was before")
            return None
        listing = parsed_listing(kind, plain, answer.address)
        if not before:
            self._memory.remember_listing(
                KnownListing(
                    job.root.name,
                    key,
                    shown(answer.address),
                    answer.etag,
                    answer.modified,
                    content,
                )
            )
        return listing

    def _listed(self, root: Root, listing: Listing, key: str, depth: int) -> Iterator[Gathered]:
        """Ask for what a listing names, and say what need not be asked.

        The key is the listing's address, "" for what the operator named: an address that is a feed's
        names one thing for certain, and the feed behind it only the newest.
        """
        root.read[key] = listing.complete
        for reason in listing.refused:
            yield Skipped(key or root.name, root.name, reason)
        for address in listing.listings:
            yield from self._follow(root, address, key, depth)
        # What the library lacks first: where the run asks for no more, the newest is in.
        entries = sorted(listing.entries, key=lambda listed: not root.lacks(listed))
        left_out: Counter[str] = Counter()
        for listed in filter(root.names, entries):
            if not listed.address:
                yield from carried(root, listed, key)
            elif reason := self._leaves(root, listing, listed):
                left_out[reason] += 1
            elif page := root.stands(listed):
                yield page
            else:
                self._ask(root, listed, key, depth if listing.any_kind else 0)
        for reason, count in left_out.items():
            yield Skipped(key or root.name, root.name, f"{count} {reason}")

    def _leaves(self, root: Root, listing: Listing, listed: Listed) -> str:
        """Why an entry is not asked for; "" where it is, or where it stands."""
        if listing.one_site and root.site and site_of(listed.address) != root.site:
            return "of its addresses are on other sites"
        if root.asked >= self._options.most_pages and not root.would_stand(listed):
            return "of its pages are more than one run asks for; run it again"
        return ""

    def _follow(self, root: Root, address: str, key: str, depth: int) -> Iterator[Gathered]:
        name = shown(address)
        if name in root.listings or name in root.read:
            return
        root.listings.add(name)
        if not depth:
            yield Skipped(name, root.name, "listings inside listings inside listings; not followed")
        elif len(root.listings) > self._options.most_listings:
            root.failed = True
            yield Skipped(name, root.name, "more listings than one run asks for")
        else:
            self._ask(root, Listed(address), key, depth)

    def _ask(self, root: Root, listed: Listed, key: str, depth: int) -> None:
        listing = self._memory.listing(root.name, shown(listed.address)) if depth else None
        known = listing.known() if listing else root.known(listed.address)
        root.asked += 1
        host = urlsplit(listed.address).hostname or ""
        self._crew.add(host, _Job(root, listed, key, depth, known))

    def _failed(self, job: _Job, error: SourceError) -> Iterator[Gathered]:
        root, key = job.root, shown(job.listed.address)
        page = root.page_at(job.listed.address)
        listing = job.depth > 0 and (
            page is None and (bool(root.held) or bool(job.listing) or self._was_listing(job))
        )
        if listing:
            root.failed = True
            yield Skipped(key, root.name, error.reason)
        else:
            yield from failed(root, job.listed, job.listing, error)

    def _was_listing(self, job: _Job) -> bool:
        return self._memory.listing(job.root.name, shown(job.listed.address)) is not None

    def _left(self, root: Root) -> Iterator[Gathered]:
        """Pages that rolled off their feed, or whose listing could not be had."""
        asked: set[str] = set()
        for left in root.left():
            page = left.page
            if page.locator in root.settled or page.locator in asked:
                continue
            if left.ask and root.asked < self._options.most_pages:
                asked.add(page.locator)
                self._ask(root, Listed(page.asked, page.told, page.changed), page.listing, 0)
            elif page.locator in root.held:
                root.settled.add(page.locator)
                yield Unchanged(page.locator, root.name)
