"""One address becomes bytes: every hop on the way is judged anew and asked in its own host's turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx

from index.gathering.web.network.addresses import check
from index.gathering.web.network.asking import Asker, Fetched, Known
from index.gathering.web.network.failures import FetchError, RefusedAddressError
from index.gathering.web.network.hosts import Hosts
from index.gathering.web.network.robots import Robots
from index.gathering.web.network.transport import GuardedTransport
from index.gathering.web.network.wire import GuardedBackend

if TYPE_CHECKING:
    from threading import Event

    from index.gathering.web.network.hosts import Host
    from index.gathering.web.options import WebOptions


class Fetcher:
    """Asks the web; threads may share one.

    Args:
        options: How politely, and within which bounds.
        stopped: Once set, what is under way ends within a second.
        backend: Where connections come from.
    """

    def __init__(
        self, options: WebOptions, stopped: Event, backend: GuardedBackend | None = None
    ) -> None:
        self._options = options
        self._hosts = Hosts(stopped)
        self._transport = GuardedTransport(
            backend or GuardedBackend(options.allow_private), connections=options.hands
        )
        self._asker = Asker(options, stopped, self._transport)
        self._robots = Robots(options, self._asker)

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()

    def fetch(self, address: str, known: Known | None = None) -> Fetched:
        """What stands at an address.

        Args:
            address: As `address_of` gives it; a user and password in it go to its own site only.
            known: The version we have, so that the server need not send it again.

        Raises:
            SourceError: nothing that could be had, with the reason.
        """
        url = httpx.URL(address)
        secret = httpx.BasicAuth(url.username, url.password) if url.userinfo else None
        home = url = url.copy_with(userinfo=b"")
        client = self._asker.client()
        for _ in range(self._options.most_redirects + 1):
            check(url, self._options)
            host = self._hosts.of(url.host)
            with host.turn():
                delay = self._delay(client, url, host)
                auth = secret if _origin(url) == _origin(home) else None
                request = client.build_request("GET", url)
                found = self._asker.ask(client, request, host, delay=delay, auth=auth, known=known)
            if isinstance(found, Fetched):
                return found
            url = found
        raise FetchError(f"it redirects more than {self._options.most_redirects} times")

    def _delay(self, client: httpx.Client, url: httpx.URL, host: Host) -> float:
        """The pause this site wants before the request, which its robots.txt may forbid."""
        rules = self._robots.rules_for(client, url, host)
        if not rules.allows(str(url)):
            raise RefusedAddressError("its site's robots.txt asks not to read it")
        if rules.delay > self._options.longest_wait:
            host.close(
                f"its site's robots.txt asks for {rules.delay:.0f} s between requests; "
                f"the next run asks for one more"
            )
            return self._options.seconds_between
        return max(self._options.seconds_between, rules.delay)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
