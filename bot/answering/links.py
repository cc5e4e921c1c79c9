"""Where a citation leads: the page at the very words, or the paper's DOI.

A text fragment is a part of an address that a browser looks up on the page and highlights:
https://wicg.github.io/scroll-to-text-fragment/. Browsers without it open the page at its top.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit, urlunsplit

from index.article import Medium

if TYPE_CHECKING:
    from index.article import Metadata

_WHOLE_QUOTE_WORDS: Final = 8
"""A quote of at most so many words stands in the fragment whole; a longer one as start,end, since a
page may break it with links and notes in the middle."""

_EDGE_WORDS: Final = 4
"""Words of a long quote's start and of its end: fewer are often found elsewhere on the page first."""

_MATCHABLE: Final = re.compile(r"\S+")
_DOI: Final = re.compile(r"^10\.\d{4,9}/\S+$")


def link_to(metadata: Metadata, words: str = "") -> str:
    """An http(s) address for these words of the article these metadata describe, or "".

    A web page opens at the words; a paper opens by its DOI, whose address outlives its pages.
    """
    address = web_address(metadata.url)
    doi = doi_address(metadata.doi)
    if metadata.medium is Medium.PAPER or not address:
        return doi or address
    # A DOI's address redirects, and a fragment would be looked for on a page nobody indexed.
    if words and not is_doi_address(address):
        return with_fragment(address, words)
    return address


def doi_address(doi: str) -> str:
    """The address a DOI resolves at, or "" for what is no DOI."""
    if not _DOI.match(doi):
        return ""
    return "https://doi.org/" + quote(doi, safe="/:;.-_~!$&'*+,=@")


def is_doi_address(address: str) -> bool:
    """Whether the address is a DOI's resolver's."""
    return (urlsplit(address).hostname or "") in {"doi.org", "dx.doi.org", "www.doi.org"}


def web_address(url: str) -> str:
    """The address if it is a whole http(s) one, with what could break out of a link quoted; else ""."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in parts.netloc:
        return ""
    safe = "/:;.-_~!$&'*+,=@%?"
    return urlunsplit(
        (
            parts.scheme.lower(),
            quote(parts.netloc, safe="[]:.-_%"),
            quote(parts.path, safe=safe),
            quote(parts.query, safe=safe),
            quote(parts.fragment, safe=safe),
        )
    )


def with_fragment(address: str, words: str) -> str:
    """The address with a text fragment that a browser highlights `words` by."""
    found = _MATCHABLE.findall(words)
    if not found:
        return address
    if len(found) <= _WHOLE_QUOTE_WORDS:
        directive = _encoded(" ".join(found))
    else:
        first, last = found[:_EDGE_WORDS], found[-_EDGE_WORDS:]
        directive = f"{_encoded(' '.join(first))},{_encoded(' '.join(last))}"
    base, _, fragment = address.partition("#")
    return f"{base}#{fragment}:~:text={directive}"


def _encoded(words: str) -> str:
    # A dash, a comma and an ampersand have meanings of their own inside a text directive.
    return quote(words, safe="").replace("-", "%2D").replace(".", "%2E").replace("~", "%7E")
