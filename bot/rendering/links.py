"""Addresses and masked links: only http(s), nothing in them can end the link or show a preview."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from bot.rendering.limits import length

LONGEST_LINK: Final = 600
"""A text fragment over a long quote stays under 300 letters in English, and triples where letters
are percent-encoded; a longer address is shown without its fragment, or not at all."""

_SAFE: Final = "/:;.-_~!$&'+,=@%?"
"""What may stand bare in a path, a query or a fragment inside `[label](<address>)`."""


def safe_link(address: str) -> str:
    """`address` ready for a masked link, or "" where it is none that a reader should open."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or "@" in parts.netloc:
        return ""
    try:
        # Letters of other scripts can pass for Latin ones; their ASCII form cannot.
        netloc = parts.netloc.encode("idna").decode("ascii") if not host.isascii() else parts.netloc
        path, query, fragment = (
            quote(part, safe=_SAFE, errors="strict")
            for part in (parts.path, parts.query, parts.fragment)
        )
    except UnicodeError:
        return ""
    if quote(netloc, safe=":.-_[]%") != netloc:
        return ""
    for candidate in (
        urlunsplit((parts.scheme, netloc, path, query, fragment)),
        urlunsplit((parts.scheme, netloc, path, query, "")),
    ):
        if length(candidate) <= LONGEST_LINK:
            return candidate
    return ""


def masked(label: str, address: str) -> str:
    """`label`, which is inert already, as a link with no preview; bare where the address is none."""
    link = safe_link(address)
    return f"[{label}](<{link}>)" if link else label
