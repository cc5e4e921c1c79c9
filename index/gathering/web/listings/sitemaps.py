"""Sitemaps and their indexes (sitemaps.org/protocol.html); a broken one is refused, never half believed.

Half a sitemap would look like a site that took down its other half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors.sources import SourceError
from index.gathering.web.listings.listing import Listed, Listing
from index.gathering.web.network.addresses import address_of
from index.sources.decoding import decoded
from index.sources.rules.plain import plain
from index.sources.rules.xml import parsed

if TYPE_CHECKING:
    from index.sources.rules.xml import Element


def read_sitemap(content: bytes, address: str) -> Listing:
    """The pages, or the further sitemaps, that a sitemap lists.

    Args:
        content: The bytes, unpacked.
        address: Where it stands.

    Raises:
        SourceError: it is broken, deeper or larger than a sitemap may be.
    """
    root = parsed(decoded(content))
    entries: dict[str, Listed] = {}
    listings: dict[str, None] = {}
    refused: list[str] = []
    for one in root:
        location = _text(one, "loc")
        if not location:
            continue
        try:
            found = address_of(location, base=address)
        except SourceError as error:
            refused.append(error.reason)
            continue
        if one.tag == "sitemap":
            listings.setdefault(found)
        else:
            entries.setdefault(found, Listed(found, changed=_text(one, "lastmod")))
    return Listing(
        tuple(entries.values()),
        listings=tuple(listings),
        refused=tuple(dict.fromkeys(refused)),
        one_site=True,
    )


def _text(entry: Element, name: str) -> str:
    return plain(entry.findtext(name) or "")
