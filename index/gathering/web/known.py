"""What earlier runs learnt of a page or a listing; addresses stand here only as they may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.article import Metadata
from index.gathering.web.network.asking import Known


@dataclass(frozen=True, slots=True)
class Page:
    """A page, as it was when it was last asked.

    Attributes:
        root: The source it came by.
        asked: Its address in its listing; a name behind a # where the listing carries it whole.
        locator: Where it was found in the end.
        listing: What listed it: the address of a feed, a sitemap or a list; "" for the operator.
        etag: As its server stated it.
        modified: As its server stated it.
        fingerprint: Of the source that was made of it; empty where there was none.
        told: What its listing said of it.
        changed: When its listing said it last changed.
        checked: When it was asked, in seconds since 1970.
        from_feed: Whether the feed's own text was taken, as the page could not be had.
        tries: How often in a row it gave the library no article.
    """

    root: str
    asked: str
    locator: str
    listing: str
    etag: str = ""
    modified: str = ""
    fingerprint: str = ""
    told: Metadata = field(default_factory=Metadata)
    changed: str = ""
    checked: float = 0.0
    from_feed: bool = False
    tries: int = 0


@dataclass(frozen=True, slots=True)
class KnownListing:
    """A feed, sitemap or list as it was last sent, to be read again when its server says "unchanged".

    Attributes:
        root: The source it came by.
        asked: Its address.
        address: Where it was found in the end.
        etag: As its server stated it.
        modified: As its server stated it.
        content: Its bytes.
    """

    root: str
    asked: str
    address: str
    etag: str
    modified: str
    content: bytes

    def known(self) -> Known | None:
        """The version that need not be sent again."""
        stated = self.etag or self.modified
        return Known(self.address, self.etag, self.modified) if stated else None
