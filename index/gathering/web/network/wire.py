"""The one place where sockets are opened: only to an address that was looked at, only for so long.

A name is resolved once, what it resolves to is judged, and the connection goes to that very address:
a name that answers differently the second time (DNS rebinding) finds nobody asking.
"""

from __future__ import annotations

import socket
from contextlib import contextmanager
from contextvars import ContextVar
from ipaddress import IPv4Address, IPv6Address, ip_address
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

import httpcore
from typing_extensions import override

from index.gathering.web.network.failures import FetchError, RefusedAddressError
from index.gathering.web.network.ranges import Reach, reach_of

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Generator, Iterable, Sequence
    from threading import Event

    from httpcore import SOCKET_OPTION

_SLICE: Final = 0.5
"""How long a read may sleep before it looks whether it is still wanted."""

_MOST_TRIED: Final = 4
"""Addresses of one name that are tried in turn."""


class Patience:
    """How long one request may take in all, and whether anybody still waits for it."""

    def __init__(self, seconds: float, stopped: Event) -> None:
        self._seconds = seconds
        self._until = monotonic() + seconds
        self._stopped = stopped

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            FetchError: none are, or nobody waits. Who trickled for so long is not asked again.
        """
        left = self._until - monotonic()
        if self._stopped.is_set():
            raise FetchError("stopped")
        if left <= 0:
            raise FetchError(f"its server took longer than {self._seconds:.0f} s", host=True)
        return left


_patience: ContextVar[Patience | None] = ContextVar("patience", default=None)


@contextmanager
def patience(seconds: float, stopped: Event) -> Generator[None]:
    """Everything asked inside, in this thread, ends within so many seconds."""
    token = _patience.set(Patience(seconds, stopped))
    try:
        yield
    finally:
        _patience.reset(token)


def resolved(host: str, port: int) -> Sequence[str]:
    """The network addresses of a host.

    Raises:
        FetchError: it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        passing = error.errno == socket.EAI_AGAIN
        raise FetchError("its host has no address (DNS)", again=passing, host=True) from error
    except (UnicodeError, ValueError) as error:
        raise RefusedAddressError("its host is no name that can be resolved") from error
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to hosts that stand in public, and to those in private that the operator named."""

    def __init__(
        self,
        allow_private: frozenset[str],
        *,
        resolve: Callable[[str, int], Sequence[str]] = resolved,
    ) -> None:
        self._allow_private = allow_private
        self._resolve = resolve
        self._sockets = httpcore.SyncBackend()

    @override
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        failure: httpcore.NetworkError | httpcore.TimeoutException | None = None
        for address in self._judged(host, port)[:_MOST_TRIED]:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, _at_most(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
                continue
            return _TimedStream(stream)
        raise failure or httpcore.ConnectError("no address")

    @override
    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        raise RefusedAddressError("a socket of this machine is never asked")

    def _judged(self, host: str, port: int) -> Sequence[str]:
        """The addresses of `host`, every one of them allowed: one bad one among them is a trap."""
        addresses = self._resolve(host, port)
        for one in addresses:
            reach = reach_of(_parsed(one))
            if reach is Reach.NEVER:
                raise RefusedAddressError("its host stands at an address that is never asked")
            if reach is Reach.PRIVATE and host not in self._allow_private:
                raise RefusedAddressError("its host stands in a private network")
        return addresses


class _TimedStream(httpcore.NetworkStream):
    """A connection on which no read outlasts the patience of the request that reads."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    @override
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        until = monotonic() + (timeout if timeout is not None else _SLICE)
        while True:
            try:
                return self._stream.read(max_bytes, _at_most(_SLICE))
            except httpcore.ReadTimeout:
                if monotonic() >= until:
                    raise
                _at_most(None)

    @override
    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _at_most(timeout))

    @override
    def close(self) -> None:
        self._stream.close()

    @override
    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, _at_most(timeout)))

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _parsed(address: str) -> IPv4Address | IPv6Address:
    try:
        return ip_address(address)
    except ValueError as error:
        raise RefusedAddressError("its host stands at an address that is never asked") from error


def _at_most(timeout: float | None) -> float | None:
    held = _patience.get()
    if held is None:
        return timeout
    left = held.left()
    return left if timeout is None else min(timeout, left)
