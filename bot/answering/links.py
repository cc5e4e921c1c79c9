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

_START_WORDS: Final = 6
"""Words of a long quote's start. Of the sentences of 23 outlets' pages 2.3 % share their first four
words with an earlier sentence of the same page, and so would open at that one; 0.3 % share six."""

_END_WORDS: Final = 4
"""Words of its end, which is looked for behind the start alone."""

_MATCHABLE: Final = re.compile(r"\S+")
_DOI: Final = re.compile(r"^10\.\d{4,9}/\S+$")
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a letter, as a broken text has it; no address can hold one."""


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
    if not _DOI.match(doi) or _HALF.search(doi):
        return ""
    return "https://doi.org/" + quote(doi, safe="/:;.-_~!$&'*+,=@")


def is_doi_address(address: str) -> bool:
    """Whether the address is a DOI's resolver's."""
    return (urlsplit(address).hostname or "") in {"doi.org", "dx.doi.org", "www.doi.org"}


def web_address(url: str) -> str:
    """The address if it is a whole http(s) one, with what could break out of a link quoted; else ""."""
    if _HALF.search(url):
        return ""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
        _ = parts.port
        # As browsers send it: percent signs in a host are no link to every program.
        netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in netloc:
        return ""
    safe = "/:;.-_~!$&'*+,=@%?"
    return urlunsplit(
        (
            parts.scheme.lower(),
            quote(netloc, safe="[]:.-_%"),
            quote(parts.path, safe=safe),
            quote(parts.query, safe=safe),
            quote(parts.fragment, safe=safe),
        )
    )


def with_fragment(address: str, words: str) -> str:
    """The address with a text fragment that a browser highlights `words` by."""
    found = _MATCHABLE.findall(words)
    if not found or _HALF.search(words):
        return address
    if len(found) <= _START_WORDS + _END_WORDS:
        directive = _encoded(" ".join(found))
    else:
        # Not whole: a page may break a long quote with the marks of its notes.
        first, last = found[:_START_WORDS], found[-_END_WORDS:]
        directive = f"{_encoded(' '.join(first))},{_encoded(' '.join(last))}"
    base, _, fragment = address.partition("#")
    return f"{base}#{fragment}:~:text={directive}"


def _encoded(words: str) -> str:
    # A dash, a comma and an ampersand have meanings of their own inside a text directive.
    return quote(words, safe="").replace("-", "%2D").replace(".", "%2E").replace("~", "%7E")
