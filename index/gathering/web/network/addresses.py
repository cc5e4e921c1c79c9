"""One form for every address that is asked, made by the parser that also asks it.

Two parsers that disagree on where a host ends are how private hosts get asked by mistake.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import httpx

from index.gathering.web.network.failures import RefusedAddressError
from index.sources.rules.addresses import without_trackers

if TYPE_CHECKING:
    from index.gathering.web.options import WebOptions

_LONGEST: Final = 2000
"""Longer ones are traps or broken links; what every browser and server takes ends near here."""


def address_of(text: str, *, base: str = "") -> str:
    """The absolute address that `text` is, without fragment and trackers.

    Args:
        text: As somebody wrote it.
        base: What a relative one is relative to.

    Raises:
        RefusedAddressError: it is no http(s) address.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        raise RefusedAddressError(f"its address is longer than {_LONGEST} characters")
    try:
        url = httpx.URL(base).join(text) if base else httpx.URL(text)
        host = url.host
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise RefusedAddressError("its address is broken") from error
    if url.scheme not in {"http", "https"}:
        raise RefusedAddressError("only http and https addresses are asked")
    if not host or "\\" in text:
        raise RefusedAddressError("its address is broken")
    return without_trackers(str(url.copy_with(fragment=None)))


def check(url: httpx.URL, options: WebOptions) -> None:
    """Refuse what may never be asked, whatever its name resolves to.

    Raises:
        RefusedAddressError: with the reason.
    """
    if url.scheme not in {"http", "https"}:
        raise RefusedAddressError("only http and https addresses are asked")
    port = url.port or {"http": 80, "https": 443}[url.scheme]
    if port not in options.ports and url.host not in options.allow_private:
        raise RefusedAddressError(f"the port {port} is none that is allowed")


def is_address(text: str) -> bool:
    """Whether an operator means the web by this, and no file."""
    return text.strip().lower().startswith(("http://", "https://"))
