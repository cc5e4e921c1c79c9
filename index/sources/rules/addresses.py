"""What of a web address may be kept and shown: never a password, a token, a session or a tracker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit, urlunsplit

from tld import get_fld

from index.sources.rules.names import web_address

if TYPE_CHECKING:
    from collections.abc import Callable

_SECRET: Final = re.compile(
    r"(?:.*[_-])?(?:access|api|auth|aws|bearer|client|private|refresh|security|shared|session|user)?[_-]?"
    r"(?:apikey|auth|authorization|credentials?|jwt|pass|passwd|password|pwd|secret|sig|signature|token"
    r"|accesskey|accesskeyid|accesstoken|authtoken)|(?:.*[_-])?(?:api|access|auth|private|user)[_-]?key",
    re.IGNORECASE,
)
_KEY: Final = re.compile(r"(?:key|code|hash|hmac|k)", re.IGNORECASE)
_LONG_KEY: Final = 16
"""A `key` or `code` as long as this is a key; a shorter one more often names an article."""

_SESSION: Final = re.compile(
    r"(?:jsessionid|phpsessid|aspsessionid.*|sessionid|session|sid)", re.IGNORECASE
)
_TRACKER: Final = re.compile(
    r"utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|cmpid|ref_src|ns_.*",
    re.IGNORECASE,
)
_PATH_SESSION: Final = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?#;]*", re.IGNORECASE)


def shown(address: str) -> str:
    """A whole http(s) address as people may see it: no user, secret, session, tracker or fragment.

    The host is in lower case; an address that cannot be understood becomes "".
    """
    return _rebuilt(
        address, lambda name, value: _is_secret(name, value) or bool(_TRACKER.fullmatch(name))
    )


def named(address: str) -> str:
    """The address as it was typed, if it holds no secret; else without it."""
    try:
        parts = urlsplit(address)
        pairs = _pairs(parts.query)
    except ValueError:
        return ""
    secret = "@" in parts.netloc or _PATH_SESSION.search(parts.path)
    if not secret and not any(_is_secret(*_pair(pair)) for pair in pairs):
        return address
    return _rebuilt(address, _is_secret)


def without_trackers(address: str) -> str:
    """The address with everything a server may need, but not what only counts visitors."""
    parts = urlsplit(address)
    pairs = _pairs(parts.query)
    kept = [pair for pair in pairs if not _TRACKER.fullmatch(_pair(pair)[0])]
    return urlunsplit(parts._replace(query="&".join(kept))) if len(kept) < len(pairs) else address


def site_of(address: str) -> str:
    """Whose address it is: the domain somebody registered ("nature.com"), or the host itself."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    host = host.rstrip(".")
    return get_fld(f"https://{host}/", fail_silently=True) or host if host else ""


def place_of(address: str) -> tuple[str, str, str] | None:
    """What two printings of one address share, whatever their scheme, "www." or last slash; None of no address."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return host, parts.path.rstrip("/"), parts.query


def believed(stated: str, fetched: str) -> str:
    """The address of a page that states one and was fetched from another.

    A page's word is taken for another address of its own site only: else a stranger's page could
    pass for somebody's article, and take its place.
    """
    stated = shown(stated) if web_address(stated) else ""
    return stated if stated and site_of(stated) == site_of(fetched) else fetched


def _rebuilt(address: str, drops: Callable[[str, str], bool]) -> str:
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if not host:
        return ""
    scheme = parts.scheme.lower()
    netloc = f"[{host}]" if ":" in host else host
    if port not in {None, {"http": 80, "https": 443}.get(scheme)}:
        netloc = f"{netloc}:{port}"
    path = _PATH_SESSION.sub("", parts.path) or "/"
    kept = (pair for pair in _pairs(parts.query) if not drops(*_pair(pair)))
    return urlunsplit((scheme, netloc, path, "&".join(kept), ""))


def _pairs(query: str) -> list[str]:
    return query.split("&") if query else []


def _pair(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return unquote(name), value


def _is_secret(name: str, value: str) -> bool:
    return bool(
        _SECRET.fullmatch(name)
        or _SESSION.fullmatch(name)
        or (_KEY.fullmatch(name) and len(value) >= _LONG_KEY)
    )
