"""What feeds, sitemaps and lists have in common: they name pages, and other listings."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.article import Metadata


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a listing.

    Attributes:
        address: As it is asked; may carry a secret; empty where the entry is all there is.
        told: What the listing says of the page.
        changed: When it says the page last changed, as it says it.
        page: The whole text as a page of HTML, where the listing carries it.
        name: What tells the entry from others where it has no address.
    """

    address: str
    told: Metadata = field(default_factory=Metadata)
    changed: str = ""
    page: bytes = b""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What was listed.

    Attributes:
        entries: In the listing's order, each address once.
        listings: Addresses of further listings.
        complete: Whether a page it lists no more is gone from it (a sitemap, a list); a feed names
            only the newest.
        refused: What it names that cannot be asked, and why.
        any_kind: Whether an entry may itself be a listing (a list of addresses).
        one_site: Whether it may only name pages of its own site (a sitemap).
    """

    entries: tuple[Listed, ...]
    listings: tuple[str, ...] = ()
    complete: bool = True
    refused: tuple[str, ...] = ()
    any_kind: bool = False
    one_site: bool = False


@dataclass(frozen=True, slots=True)
class WebRoot:
    """A source on the web, as an operator names it.

    Attributes:
        name: As typed, without secrets, or the path of a file that lists addresses.
        listing: The addresses.
    """

    name: str
    listing: Listing
