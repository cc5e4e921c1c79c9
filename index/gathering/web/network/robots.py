"""What a site's robots.txt lets us ask, and how slowly (RFC 9309)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import httpx
from protego import Protego

from index.gathering.web.network.addresses import check
from index.gathering.web.network.failures import FetchError
from index.gathering.web.options import ROBOTS_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.gathering.web.network.asking import Asker
    from index.gathering.web.network.hosts import Host
    from index.gathering.web.options import WebOptions

_MOST_BYTES: Final = 512 * 1024
"""RFC 9309 (2.5) asks for 500 KiB at least; what stands behind is not read."""

_MOST_REDIRECTS: Final = 5
"""RFC 9309, 2.3.1.2."""

_TOO_MANY: Final = 429


class Rules(NamedTuple):
    """What one site asks of us.

    Attributes:
        allows: Whether an address may be asked.
        delay: Seconds between two requests; 0 where it states none.
    """

    allows: Callable[[str], bool]
    delay: float


def _any(address: str) -> bool:  # noqa: ARG001 - the shape of `Rules.allows`
    return True


_EVERYTHING: Final = Rules(_any, 0.0)
"""Where there is no robots.txt, all may be asked (RFC 9309, 2.3.1.3)."""


def rules_of(content: bytes) -> Rules:
    """The rules a robots.txt states for us; a broken one states what can be understood of it."""
    stated = Protego.parse(content[:_MOST_BYTES].decode("utf-8-sig", "replace"))
    rate = stated.request_rate(ROBOTS_NAME)
    per_request = rate.seconds / rate.requests if rate and rate.requests else 0.0
    delay = max(stated.crawl_delay(ROBOTS_NAME) or 0.0, per_request)

    def allows(address: str) -> bool:
        return stated.can_fetch(address, ROBOTS_NAME)

    return Rules(allows, delay)


class Robots:
    """The rules of every site of a run, each asked for once."""

    def __init__(self, options: WebOptions, asker: Asker) -> None:
        self._options = options
        self._asker = asker
        self._known: dict[str, Rules | FetchError] = {}

    def rules_for(self, client: httpx.Client, url: httpx.URL, host: Host) -> Rules:
        """The rules for an address of this host, in whose turn the caller is.

        Raises:
            SourceError: they cannot be had; then nothing may be asked (RFC 9309, 2.3.1.4).
        """
        at = url.copy_with(raw_path=b"/robots.txt")
        site = str(at)
        if site not in self._known:
            try:
                self._known[site] = self._asked(client, at, host)
            except FetchError as error:
                self._known[site] = error
        rules = self._known[site]
        if isinstance(rules, FetchError):
            raise FetchError(
                f"its site's robots.txt cannot be had: {rules.reason}", host=rules.host
            )
        return rules

    def _asked(self, client: httpx.Client, at: httpx.URL, host: Host) -> Rules:
        for _ in range(_MOST_REDIRECTS + 1):
            check(at, self._options)
            request = client.build_request("GET", at)
            try:
                found = self._asker.ask(client, request, host, delay=self._options.seconds_between)
            except FetchError as error:
                if 400 <= error.status < 500 and error.status != _TOO_MANY:  # noqa: PLR2004 - HTTP
                    return _EVERYTHING
                raise
            if not isinstance(found, httpx.URL):
                return rules_of(found.content or b"")
            at = found
        return _EVERYTHING
