"""A web server on loopback that plays outlets: good ones, slow ones, broken ones and hostile ones."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS = (
    "The observers watched {0} for eleven months and wrote down what {0} did at every hour of the day. ",
    "Nobody had counted before how often {0} came back to the same place, and how long it stayed there. ",
    "In four of five nights {0} was seen at the northern edge of the area, where the ground is wet. ",
    "When the weather changed, {0} changed its habits within two days, which surprised the observers. ",
    "A second group, who knew nothing of the first, found the same of {0} in another valley. ",
    "Whether {0} learns this from its elders or finds it out alone is a question for the next years. ",
)


def prose(subject: str, paragraphs: int = 4) -> str:
    """Paragraphs of HTML about a subject; two subjects share few runs of five words."""
    name = f"the {subject} of {subject[::-1]}"
    return "\n".join(
        f"<p>{''.join(WORDS[(start + n) % len(WORDS)] for n in range(3)).format(name)}</p>"
        for start in range(paragraphs)
    )


def story(subject: str, head: str = "", paragraphs: int = 4) -> bytes:
    """A page about a subject, with the furniture that pages have."""
    return (
        f"<!DOCTYPE html><html lang=en><head><title>News of the {subject}</title>{head}</head><body>"
        f"<nav><a href=/>Home</a> <a href=/about>About</a></nav><article><h1>News of the {subject}</h1>"
        f"{prose(subject, paragraphs)}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


@dataclass(frozen=True, slots=True)
class Page:
    """An answer.

    Attributes:
        body: What is sent.
        status: With which status.
        headers: And which headers; an ETag makes the server answer 304 to who knows it.
        pause: Seconds between two pieces of the body.
        piece: How many bytes are in a piece.
        missing: Bytes that are promised and never sent.
        after: Seconds before the first byte.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    pause: float = 0.0
    piece: int = 1 << 16
    missing: int = 0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request."""

    path: str
    headers: Mapping[str, str]
    when: float


class Outlet:
    """A server by its pages; of several answers for a path, each is given once and the last stays."""

    def __init__(self, pages: Mapping[str, Page | Sequence[Page] | bytes] | None = None) -> None:
        self.pages: dict[str, Page | Sequence[Page] | bytes] = dict(pages or {})
        self.requests: list[Asked] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def at(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths that were asked for, but robots.txt, in order."""
        return [one.path for one in self.requests if one.path != "/robots.txt"]

    def forget(self) -> None:
        """Begin to count anew."""
        self.requests.clear()

    def answer(self, path: str) -> Page:
        """What is answered now."""
        found = self.pages.get(path, Page(b"nothing here", 404))
        if isinstance(found, bytes):
            return Page(found)
        if isinstance(found, Page):
            return found
        first, *rest = found
        if rest:
            self.pages[path] = rest
        return first

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        outlet = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outlet.requests.append(Asked(self.path, dict(self.headers), time.monotonic()))
                page = outlet.answer(self.path)
                time.sleep(page.after)
                etag = page.headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    self.send_response(304)
                    self.send_header("ETag", etag)
                    self.end_headers()
                    return
                try:
                    self._send(page)
                except OSError:
                    self.close_connection = True  # who asked has left

            def _send(self, page: Page) -> None:
                self.send_response(page.status)
                for name, value in page.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(page.body) + page.missing))
                self.end_headers()
                for start in range(0, len(page.body), page.piece):
                    self.wfile.write(page.body[start : start + page.piece])
                    self.wfile.flush()
                    time.sleep(page.pause)
                self.close_connection = bool(page.missing)

            @override
            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        return Handler


def feed(*items: str, title: str = "The Gazette") -> bytes:
    """An RSS feed."""
    return (
        f"<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
        f"xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>{title}</title>"
        f"<language>en-GB</language>{''.join(items)}</channel></rss>"
    ).encode()


def item(link: str, inside: str = "") -> str:
    """An entry of it."""
    return f"<item><link>{link}</link><guid isPermaLink='false'>{link}</guid>{inside}</item>"


def sitemap(*entries: str, kind: str = "url") -> bytes:
    """A sitemap, or an index of them; an entry is an address, or one and its day of change."""
    root = "urlset" if kind == "url" else "sitemapindex"
    listed = "".join(
        f"<{kind}><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{kind}>"
        for address, _, day in (entry.partition(" ") for entry in entries)
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8'?>"
        f"<{root} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{listed}</{root}>"
    ).encode()
