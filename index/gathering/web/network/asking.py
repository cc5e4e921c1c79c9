"""One request to one host in its turn, asked again where that may help."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import httpx
import stamina
import stamina.instrumentation

from index.gathering.web.network.addresses import address_of
from index.gathering.web.network.answers import REDIRECTS, failure_of, told_in_words
from index.gathering.web.network.body import ACCEPTED, body_of
from index.gathering.web.network.failures import FetchError
from index.gathering.web.network.wire import patience
from index.sources.rules.addresses import shown

if TYPE_CHECKING:
    from threading import Event

    from index.gathering.web.network.hosts import Host
    from index.gathering.web.options import WebOptions

_ASKED_FOR: Final = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, application/pdf;q=0.9, */*;q=0.8"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What a server said of a version we have.

    Attributes:
        address: Where it stood, as it may be shown.
        etag: Its ETag.
        modified: Its Last-Modified.
    """

    address: str
    etag: str
    modified: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer.

    Attributes:
        address: Where it was found in the end.
        content: The bytes; None where the version we know stands.
        etag: As the server states it.
        modified: As the server states it.
    """

    address: str
    content: bytes | None
    etag: str = ""
    modified: str = ""


class Asker:
    """Sends requests within the bounds of its options; threads may share one."""

    def __init__(self, options: WebOptions, stopped: Event, transport: httpx.BaseTransport) -> None:
        # Its default hook logs through structlog, which prints to stdout until it is configured.
        stamina.instrumentation.set_on_retry_hooks(())
        self._options = options
        self._stopped = stopped
        self._transport = transport
        self._persistently = stamina.RetryingCaller(
            attempts=options.attempts,
            timeout=None,
            wait_initial=options.backoff_seconds,
            wait_max=options.longest_wait,
            wait_jitter=options.backoff_seconds / 2,
        )

    def client(self) -> httpx.Client:
        """A client for one chain of redirects; some sites need their cookies back within it."""
        return httpx.Client(
            transport=self._transport,
            trust_env=False,
            headers={
                "User-Agent": self._options.user_agent,
                "Accept": _ASKED_FOR,
                "Accept-Encoding": ACCEPTED,
                "Accept-Language": "en, *;q=0.5",
            },
            timeout=httpx.Timeout(
                self._options.idle_seconds, connect=self._options.connect_seconds
            ),
        )

    def ask(
        self,
        client: httpx.Client,
        request: httpx.Request,
        host: Host,
        *,
        delay: float,
        auth: httpx.Auth | None = None,
        known: Known | None = None,
    ) -> Fetched | httpx.URL:
        """What the server answers: bytes, or where it sends us.

        Args:
            client: From `client`.
            request: What is asked.
            host: The host it is asked of, in whose turn the caller is.
            delay: Seconds since the host was asked before.
            auth: Who asks.
            known: The version we have.

        Raises:
            SourceError: there is no good answer, at the last attempt either.
        """
        held = known if known and shown(str(request.url)) == known.address else None
        if held:
            request.headers.update(_conditions(held))

        def once() -> Fetched | httpx.URL:
            host.pause(delay)
            try:
                with told_in_words(), patience(self._options.total_seconds, self._stopped):
                    return self._once(client, request, auth, held)
            finally:
                host.asked()

        return self._persistently(_again, once)

    def _once(
        self,
        client: httpx.Client,
        request: httpx.Request,
        auth: httpx.Auth | None,
        held: Known | None,
    ) -> Fetched | httpx.URL:
        address = str(request.url)
        answer = client.send(request, stream=True, auth=auth)
        try:
            if answer.status_code in REDIRECTS:
                return _sent_on(answer)
            if answer.status_code == HTTPStatus.NOT_MODIFIED and held:
                return Fetched(address, None, held.etag, held.modified)
            if failure := failure_of(answer, longest_wait=self._options.longest_wait):
                raise failure
            content = body_of(answer, most=self._options.most_bytes)
        finally:
            answer.close()
        said = answer.headers
        return Fetched(address, content, said.get("etag", ""), said.get("last-modified", ""))


def _again(error: Exception) -> bool | float:
    return error.again if isinstance(error, FetchError) else False


def _conditions(held: Known) -> dict[str, str]:
    stated = {"If-None-Match": held.etag, "If-Modified-Since": held.modified}
    return {name: value for name, value in stated.items() if value}


def _sent_on(answer: httpx.Response) -> httpx.URL:
    location = answer.headers.get("location", "")
    if not location:
        raise FetchError("its server redirects and does not say where to")
    # A user and password that a server writes into an address are sent to nobody.
    sent = httpx.URL(address_of(location, base=str(answer.request.url)))
    return sent.copy_with(userinfo=b"")
