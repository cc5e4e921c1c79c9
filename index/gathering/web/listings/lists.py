"""A list of addresses: one a line, and comments behind a #."""

from __future__ import annotations

import re
from typing import Final

from index.errors.sources import SourceError
from index.gathering.web.listings.listing import Listed, Listing
from index.gathering.web.network.addresses import address_of
from index.sources.decoding import decoded

MOST_BYTES: Final = 8 * 1024 * 1024
_LINE: Final = re.compile(r"[a-z][a-z0-9+.-]{0,20}://\S+", re.IGNORECASE)
_COMMENT: Final = re.compile(r"(?:^|\s)#.*$")
_PROBED: Final = 4096


def is_list(content: bytes) -> bool:
    """Whether every line is an address or a comment, and one at least an http(s) address."""
    # Without the zeros of UTF-16, which Windows calls "Unicode text".
    if len(content) > MOST_BYTES or b"://" not in content.replace(b"\0", b""):
        return False
    opening = content[:_PROBED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if opening.startswith((b"<", b"{", b"[", b"%PDF", b"PK", b"\x1f\x8b")):
        return False
    try:
        lines = _lines(decoded(content))
    except SourceError:
        return False
    return all(_LINE.fullmatch(line) for line in lines) and any(
        line.lower().startswith(("http://", "https://")) for line in lines
    )


def read_list(content: bytes) -> Listing:
    """The addresses of a list.

    Raises:
        SourceError: its bytes are no text.
    """
    found: dict[str, Listed] = {}
    refused: list[str] = []
    for number, line in enumerate(decoded(content).splitlines(), 1):
        if not (text := _bare(line)):
            continue
        try:
            address = address_of(text)
        except SourceError as error:
            refused.append(f"line {number}: {error.reason}")
        else:
            found.setdefault(address, Listed(address))
    return Listing(tuple(found.values()), refused=tuple(refused), any_kind=True)


def _lines(text: str) -> list[str]:
    return [bare for line in text.splitlines() if (bare := _bare(line))]


def _bare(line: str) -> str:
    return _COMMENT.sub("", line.strip("\ufeff \t\r\n")).strip()
