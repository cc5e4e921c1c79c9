"""The one door from bytes to listings, through which no parser's own failure passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.sources import OversizedSourceError, SourceError, UnreadableSourceError
from index.gathering.web.listings.feeds import read_feed
from index.gathering.web.listings.kinds import Kind
from index.gathering.web.listings.lists import read_list
from index.gathering.web.listings.sitemaps import read_sitemap

if TYPE_CHECKING:
    from index.gathering.web.listings.listing import Listing


def parsed_listing(kind: Kind, content: bytes, address: str) -> Listing:
    """What a listing of this kind lists.

    Raises:
        SourceError: it cannot be understood, with the reason.
    """
    try:
        if kind is Kind.FEED:
            return read_feed(content, address)
        return read_sitemap(content, address) if kind is Kind.SITEMAP else read_list(content)
    except SourceError:
        raise
    except RecursionError as error:
        raise OversizedSourceError(f"a {kind.value} nested too deeply") from error
    except Exception as error:  # what the library of a parser raises must stop no build
        raise UnreadableSourceError(f"a {kind.value} that cannot be read") from error
