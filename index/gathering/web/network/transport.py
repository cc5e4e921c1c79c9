"""httpx over the guarded wire: no proxies, no environment, and no address in any log."""

from __future__ import annotations

import logging
import ssl
from typing import TYPE_CHECKING, Final

import certifi
import httpcore
import httpx
from typing_extensions import override

from index.sources.rules.addresses import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class GuardedTransport(httpx.BaseTransport):
    """Sends requests over a backend of our own; shared by threads.

    Failures come as httpcore's, and as those that the backend raises itself.
    """

    def __init__(self, backend: httpcore.NetworkBackend, *, connections: int) -> None:
        _quieten()
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trust(),
            max_connections=2 * connections,
            max_keepalive_connections=connections,
            keepalive_expiry=30.0,
            network_backend=backend,
        )

    @override
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Stream(answer),
        )

    @override
    def close(self) -> None:
        self._pool.close()


def _trust() -> ssl.SSLContext:
    """This machine's authorities, which may know an intranet's own, and Mozilla's, which it may lack."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    @override
    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    @override
    def close(self) -> None:
        self._answer.close()


class _WithoutSecrets(logging.Filter):
    """httpx logs every address it asks, whole; this leaves what may be shown."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        arguments: Iterable[object] = record.args if isinstance(record.args, tuple) else ()
        record.args = tuple(
            shown(str(one)) if isinstance(one, httpx.URL) else one for one in arguments
        )
        return True


class _Never(logging.Filter):
    """httpcore's debug lines print headers: credentials sent, addresses redirected to."""

    @override
    def filter(self, record: logging.LogRecord) -> bool:
        return False


_SHOWN: Final = _WithoutSecrets()
_NEVER: Final = _Never()


def _quieten() -> None:
    logging.getLogger("httpx").addFilter(_SHOWN)  # the same filter is never added twice
    for name in ("connection", "http11", "proxy"):
        logging.getLogger(f"httpcore.{name}").addFilter(_NEVER)
