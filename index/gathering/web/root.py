"""One source on the web while a run follows it: what stands, what must be asked, what has vanished."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from index.gathering.web.known import Page
from index.gathering.web.network.asking import Known
from index.sources.rules.addresses import shown
from index.sources.source import Unchanged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.gathering.web.listings.listing import Listed
    from index.gathering.web.memory import WebMemory

_DAY: Final = 24 * 3600
_TRIES: Final = 3
"""How many runs ask for a page that its feed lists no more and that never gave an article."""


@dataclass(frozen=True, slots=True)
class Left:
    """A page the run has nothing of, though it is not gone: it stands, or is asked once more.

    Attributes:
        page: The page.
        ask: Whether to ask for it.
    """

    page: Page
    ask: bool


@dataclass(slots=True)
class Root:
    """What is known of one root, and what the run found out.

    Attributes:
        name: As the operator typed it, without secrets.
        site: Whose pages its sitemaps may list; empty for a list of addresses.
        held: Fingerprints by locator: what the library holds of this root.
        failures: The same, of what was read and gave no article.
        memory: What earlier runs learnt.
        now: When this run began, in seconds since 1970.
        revisit_days: How long a page may go without being asked.
        settled: Locators that this run has told something of.
        named: Addresses that a listing of this run names.
        read: Listings that were read, "" for what the operator named, and whether each is complete.
        failed: Whether a listing could not be read.
        asked: How many pages were asked for.
        listings: Addresses of listings that were asked for.
    """

    name: str
    site: str
    held: Mapping[str, str]
    failures: Mapping[str, str]
    memory: WebMemory
    now: float
    revisit_days: float
    settled: set[str] = field(default_factory=set[str])
    named: set[str] = field(default_factory=set[str])
    read: dict[str, bool] = field(default_factory=dict[str, bool])
    failed: bool = False
    asked: int = 0
    listings: set[str] = field(default_factory=set[str])

    def page_at(self, asked: str) -> Page | None:
        """What is known of the page asked at this address."""
        return self.memory.pages(self.name).get(shown(asked) or asked)

    def known(self, asked: str) -> Known | None:
        """The version of a page that need not be sent again, for it was read."""
        page = self.page_at(asked)
        if page is None or page.from_feed or not self._holds(page):
            return None
        return Known(page.locator, page.etag, page.modified) if page.etag or page.modified else None

    def names(self, listed: Listed) -> bool:
        """Note that an entry is listed; whether it is for the first time in this run."""
        name = shown(listed.address) if listed.address else listed.name
        if name in self.named:
            return False
        self.named.add(name)
        return True

    def stands(self, listed: Listed) -> Unchanged | None:
        """The word that a page is as it was, where that of its listing is enough; said once."""
        page = self.page_at(listed.address)
        if page is None or not self.would_stand(listed):
            return None
        self.settled.add(page.locator)
        return Unchanged(page.locator, self.name)

    def would_stand(self, listed: Listed) -> bool:
        """Whether a page's listing says that it has not changed, and it need not be looked at yet."""
        page = self.page_at(listed.address)
        return (
            page is not None
            and bool(listed.changed)
            and listed.changed == page.changed
            and page.locator not in self.settled
            and self._holds(page)
            and not self._due(page)
        )

    def lacks(self, listed: Listed) -> bool:
        """Whether the library holds nothing of this entry yet."""
        page = self.page_at(listed.address)
        return (page.locator if page else shown(listed.address)) not in self.held

    def failing(self, asked: str, listing: str, listed: Listed) -> Page:
        """Note that a page gave nothing; the page as it is known now."""
        key = shown(asked)
        page = self.page_at(asked) or Page(self.name, key, key, listing, told=listed.told)
        page = replace(page, tries=page.tries + 1)
        self.memory.remember(page)
        return page

    def left(self) -> Iterator[Left]:
        """Pages this run has said nothing of and that have not vanished; those that have are forgotten."""
        pages = list(self.memory.pages(self.name).values())
        for page in pages:
            if page.locator in self.settled:
                continue
            if page.asked not in self.named and self._vanished(page):
                self.memory.forget(page)
            elif (ask := self._asks(page)) or page.locator in self.held:
                yield Left(page, ask=ask)
        # Of these the memory was lost; without a feed or a failure, they were looked for and not found.
        if self.failed or not all(self.read.values()):
            feed = next((key for key, complete in self.read.items() if not complete), "")
            known = {page.locator for page in pages}
            for locator in sorted(self.held.keys() - known):
                page = Page(self.name, locator, locator, feed)
                ask = bool(feed) and not self.held[locator] and "#" not in locator
                yield Left(page, ask=ask)

    def _vanished(self, page: Page) -> bool:
        complete = self.read.get(page.listing)
        return not self.failed if complete is None else complete

    def _asks(self, page: Page) -> bool:
        if "#" in page.asked or self.failed or page.asked in self.named:
            return False
        if page.locator not in self.held:
            # A library made afresh holds nothing, and wants all that was ever listed.
            return not self.held or page.tries < _TRIES or self._due(page)
        return self._due(page) or (not self.held[page.locator] and not page.from_feed)

    def _holds(self, page: Page) -> bool:
        known = (self.held.get(page.locator), self.failures.get(page.locator))
        return bool(page.fingerprint) and page.fingerprint in known

    def _due(self, page: Page) -> bool:
        # A clock that went backwards makes a page due, never young for ever.
        return not 0 <= self.now - page.checked < self.revisit_days * _DAY
