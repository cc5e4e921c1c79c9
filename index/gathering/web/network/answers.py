"""What a server's answer means: bytes, another address, nothing new, or a reason why not."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import httpcore
import httpx

from index.gathering.web.network.failures import FetchError

if TYPE_CHECKING:
    from collections.abc import Generator

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_GONE: Final = frozenset({404, 410})
_PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Worth another attempt: Scrapy's RETRY_HTTP_CODES, 425, and what Cloudflare says of an origin."""

_MINUTE, _HOUR = 60, 3600


def failure_of(answer: httpx.Response, *, longest_wait: float) -> FetchError | None:
    """Why this answer is no good, None where it is."""
    status = answer.status_code
    if HTTPStatus(200) <= status < HTTPStatus(300) and status not in {204, 205, 206}:
        return None
    said = f"its server answers {status}{_phrase(status)}"
    if status in _GONE:
        return FetchError(said, gone=True, status=status)
    if status not in _PASSING:
        return FetchError(said, status=status)
    after = _seconds(answer.headers.get("retry-after", ""))
    if after is None:
        return FetchError(said, again=True, host=True, status=status)
    if after > longest_wait:
        said = f"{said} and asks to come back in {_span(after)}"
        return FetchError(said, host=True, leave=True, status=status)
    return FetchError(said, again=after, host=True, status=status)


@contextmanager
def told_in_words() -> Generator[None]:
    """Failures of the wire inside become sentences for people.

    Raises:
        FetchError: instead of httpcore's errors and httpx's.
    """
    try:
        yield
    except httpcore.ConnectTimeout as error:
        raise FetchError("its host did not answer in time", again=True, host=True) from error
    except httpcore.TimeoutException as error:
        raise FetchError("its server was too slow", again=True, host=True) from error
    except httpcore.NetworkError as error:
        if _is_untrusted(error):
            raise FetchError("its certificate cannot be trusted", host=True) from error
        raise FetchError("the connection to its host failed", again=True, host=True) from error
    # httpx reads where a redirect leads to, though nobody asked it to follow.
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpx.HTTPError) as error:
        raise FetchError("its server breaks off or speaks no proper HTTP", again=True) from error


def _is_untrusted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _phrase(status: int) -> str:
    try:
        return f" ({HTTPStatus(status).phrase})"
    except ValueError:
        return ""


def _seconds(stated: str) -> float | None:
    """What a Retry-After says: seconds, or a date."""
    stated = stated.strip()
    if stated.isascii() and stated.isdecimal():
        return float(stated[:10])
    try:
        until = parsedate_to_datetime(stated)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _span(seconds: float) -> str:
    if seconds < 2 * _MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / _MINUTE:.0f} min" if seconds < 2 * _HOUR else f"{seconds / _HOUR:.0f} h"
