"""What an answer is, by its bytes: a listing to follow, or a page to read. No server's word is taken."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from index.gathering.web.listings.lists import is_list
from index.gathering.web.network.body import unpacked

_PROBED: Final = 16 * 1024
_GZIP: Final = b"\x1f\x8b\x08"
_MOST_UNPACKED: Final = 64 * 1024 * 1024
"""A sitemap may hold 50 MB unpacked (sitemaps.org/protocol.html)."""

_ROOT: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^>]{0,2000}\?>\s*|<!--.{0,4000}?-->\s*"
    rb"|<!doctype\s[^>\[]{0,500}(?:\[[^\]]{0,4000}\]\s*)?>\s*){0,50}<(?:[\w.-]{1,40}:)?([\w.-]{1,40})",
    re.DOTALL | re.IGNORECASE,
)


class Kind(Enum):
    """What an answer is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LIST = "list"
    PAGE = "page"


_ROOTS: Final = {
    b"rss": Kind.FEED,
    b"feed": Kind.FEED,
    b"rdf": Kind.FEED,
    b"urlset": Kind.SITEMAP,
    b"sitemapindex": Kind.SITEMAP,
}


def kind_of(content: bytes) -> Kind:
    """What these bytes are."""
    probed = content[:_PROBED]
    if b"\0" in probed:
        probed = probed.replace(b"\0", b"")  # UTF-16, near enough to see its root
    if root := _ROOT.match(probed):
        return _ROOTS.get(root[1].lower(), Kind.PAGE)
    return Kind.LIST if is_list(content) else Kind.PAGE


def listing_bytes(content: bytes) -> bytes:
    """The bytes, unpacked if they are a packed listing; other archives stay as they are.

    Raises:
        SourceError: it unpacks to more than any listing, or is broken.
    """
    if not content.startswith(_GZIP):
        return content
    plain = unpacked((content,), most=_MOST_UNPACKED)
    return content if kind_of(plain) is Kind.PAGE else plain
