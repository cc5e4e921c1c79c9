"""Whether an endpoint's address can be used, and whether it stands near enough to go unencrypted."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

_NEAR_ENDINGS: Final = (".localhost", ".local", ".internal", ".lan", ".home.arpa")
"""RFC 6761, 6762, 8375, ICANN's `.internal`, and what home routers use: no public name ends so."""


_WHOLE: Final = (
    "it must be a whole address with http:// or https:// and a host, as http://127.0.0.1:8080/v1"
)


def is_near(host: str) -> bool:
    """Whether the host is this machine, or by its name or number one of a private network.

    A name without a dot is one that a private network, Docker's say, gives out.
    """
    name = host.rstrip(".").lower()
    try:
        address = ip_address(name)
    except ValueError:
        return bool(name) and ("." not in name or name.endswith(_NEAR_ENDINGS))
    return address.is_private or address.is_loopback or address.is_link_local


def address_complaint(url: str, *, keyed: bool) -> str:
    """What is wrong with an endpoint's address; "" where it can be used.

    Args:
        url: As the operator wrote it; it is never repeated, for it may hold a password.
        keyed: Whether a key is sent there.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return _WHOLE
    if parts.scheme not in {"http", "https"} or not host or any(c.isspace() for c in url):
        return _WHOLE
    return _complaint(parts, host, keyed=keyed)


def _complaint(parts: SplitResult, host: str, *, keyed: bool) -> str:
    if parts.username is not None or parts.password is not None:
        return "it holds a name or password; put the key into FOOTNOTE_LLM_API_KEY instead"
    if parts.query or parts.fragment:
        return "it must end before any ? or #, mostly with /v1"
    if parts.path.rstrip("/").endswith("/chat/completions"):
        return "leave /chat/completions away; it is added to the address"
    if keyed and parts.scheme == "http" and not is_near(host):
        return "over http:// everybody on the way could read the key; write https://"
    return ""
