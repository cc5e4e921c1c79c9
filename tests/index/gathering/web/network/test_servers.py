"""How servers are asked: politely, in bounds, and as if each of them were hostile."""

from __future__ import annotations

import gzip
import time
import zlib
from itertools import pairwise
from threading import Event, Timer

import pytest

from index.gathering.web.network.asking import Known
from index.gathering.web.network.failures import FetchError
from index.gathering.web.network.fetching import Fetcher
from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.network.fetched import BEES, failing, fetched
from tests.outlets import Outlet, Page


def test_a_good_page(outlet: Outlet) -> None:
    """Asked once, after robots.txt, by a name that says whom to write to."""
    outlet.pages["/a"] = Page(BEES, headers={"ETag": '"1"', "Last-Modified": "yesterday"})
    answer = fetched(outlet.at("/a"), hasty(contact="me@footnote.example"))
    assert (answer.content, answer.etag, answer.modified) == (BEES, '"1"', "yesterday")
    assert [one.path for one in outlet.requests] == ["/robots.txt", "/a"]
    agents = {one.headers["User-Agent"] for one in outlet.requests}
    assert agents == {"Footnote/0.1 (indexes research articles; me@footnote.example)"}


def test_what_is_known_is_not_sent_again(outlet: Outlet) -> None:
    """Only at the address where it was found."""
    outlet.pages["/a"] = Page(BEES, headers={"ETag": '"1"'})
    known = Known(outlet.at("/a"), '"1"', "")
    assert fetched(outlet.at("/a"), known=known).content is None
    assert fetched(outlet.at("/a"), known=Known(outlet.at("/b"), '"1"', "")).content == BEES


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (gzip.compress(BEES), "gzip"),
        (gzip.compress(BEES[:99]) + gzip.compress(BEES[99:]) + b"\0\0", "x-gzip"),
        (zlib.compress(BEES), "deflate"),
        (zlib.compress(BEES)[2:-4], "deflate"),  # as old servers send it, without zlib's header
        (BEES, "identity"),
    ],
)
def test_packed_answers_are_unpacked(outlet: Outlet, packed: bytes, name: str) -> None:
    """As HTTP packs them, several members and padding included."""
    outlet.pages["/a"] = Page(packed, headers={"Content-Encoding": name})
    assert fetched(outlet.at("/a")).content == BEES


@pytest.mark.parametrize(
    ("page", "said"),
    [
        pytest.param(Page(gzip.compress(bytes(10**8)), headers={"Content-Encoding": "gzip"}), "larger than", id="bomb"),
        pytest.param(Page(bytes(2 * 10**6)), "larger than", id="too_large"),
        pytest.param(Page(b"", missing=10**12), "larger than", id="promises_too_much"),
        pytest.param(Page(b"x", headers={"Content-Encoding": "br"}), "was not asked for", id="brotli"),
        pytest.param(Page(b"x" * 99, headers={"Content-Encoding": "gzip"}), "packed answer is broken", id="no_gzip"),
        pytest.param(Page(gzip.compress(BEES)[:-20], headers={"Content-Encoding": "gzip"}), "breaks off", id="half_gzip"),
        pytest.param(Page(b"half", missing=100), "breaks off", id="breaks_off"),
        pytest.param(Page(BEES, after=9), "too slow", id="silent"),
        pytest.param(Page(BEES, pause=0.2, piece=1), "took longer than 1 s", id="drips"),
        pytest.param(Page(b"", 404), "404 (Not Found)", id="not_found"),
        pytest.param(Page(b"", 410), "410 (Gone)", id="gone"),
        pytest.param(Page(b"", 403), "403 (Forbidden)", id="forbidden"),
        pytest.param(Page(b"", 500), "500 (Internal Server Error)", id="broken"),
        pytest.param(Page(b"", 526), "answers 526", id="unheard_of"),
        pytest.param(Page(b"", 204), "204 (No Content)", id="empty"),
        pytest.param(Page(b"", 304), "304 (Not Modified)", id="not_modified"),
        pytest.param(Page(b"", 429, {"Retry-After": "7200"}), "come back in 2 h", id="come_back_later"),
        pytest.param(Page(b"", 302), "does not say where to", id="to_nowhere"),
        pytest.param(Page(b"", 302, {"Location": "/a"}), "more than 10 times", id="loop"),
        pytest.param(Page(b"", 302, {"Location": "ftp://a.example/"}), "only http and https", id="to_ftp"),
        pytest.param(Page(b"", 302, {"Location": "http://[::1"}), "no proper HTTP", id="to_garbage"),
        pytest.param(Page(b"", 302, {"Location": "http://10.0.0.1/"}), "private network", id="to_private"),
        pytest.param(Page(b"", 302, {"Location": "http://169.254.169.254/latest/"}), "never asked", id="to_metadata"),
        pytest.param(Page(b"", 302, {"Location": "http://localhost/"}), "private network", id="to_localhost"),
        pytest.param(Page(b"", 302, {"Location": "http://8.8.8.8:22/"}), "port 22", id="to_another_port"),
    ],
)  # fmt: skip
def test_a_server_that_gives_nothing(outlet: Outlet, page: Page, said: str) -> None:
    """It is named with the reason, within the time and the memory that are allowed."""
    outlet.pages["/a"] = page
    began = time.monotonic()
    options = hasty(most_bytes=10**6, attempts=1, total_seconds=1.0, idle_seconds=0.8)
    assert said in failing(outlet.at("/a"), options).reason
    assert time.monotonic() - began < 8


def test_a_reset_connection_is_told() -> None:
    """Nobody listens."""
    with Outlet() as gone:
        address = gone.at("/a")
    error = failing(address, hasty(attempts=1))
    assert "robots.txt cannot be had: the connection to its host failed" in error.reason


@pytest.mark.parametrize(
    "passing",
    [
        pytest.param(Page(b"", 503), id="server_error"),
        pytest.param(Page(b"", 429, {"Retry-After": "0"}), id="too_many"),
        pytest.param(Page(b"half", missing=9), id="broken_off"),
        pytest.param(Page(BEES, after=1.5), id="too_slow"),
    ],
)
def test_what_passes_is_asked_again(outlet: Outlet, passing: Page) -> None:
    """As often as is allowed."""
    outlet.pages["/a"] = [passing, passing, Page(BEES)]
    assert fetched(outlet.at("/a"), hasty(idle_seconds=0.5)).content == BEES
    assert len(outlet.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_what_stays_is_asked_once(outlet: Outlet, status: int) -> None:
    """Asking again would only be a burden."""
    outlet.pages["/a"] = Page(b"", status)
    failing(outlet.at("/a"))
    assert len(outlet.asked) == 1


@pytest.mark.parametrize("after", ["1", "Wed, 21 Oct 2015 07:28:00 GMT", "soon"])
def test_a_server_says_when_to_come_back(outlet: Outlet, after: str) -> None:
    """In seconds or by date; where it says nothing that can be understood, after the usual pause."""
    outlet.pages["/a"] = [Page(b"", 429, {"Retry-After": after}), Page(BEES)]
    assert fetched(outlet.at("/a")).content == BEES
    first, second = (one.when for one in outlet.requests if one.path == "/a")
    assert (second - first >= 1) == (after == "1")


def test_pauses_between_requests(outlet: Outlet) -> None:
    """Between any two to one host, robots.txt and redirects included."""
    outlet.pages |= {"/a": Page(b"", 301, {"Location": "/b"}), "/b": Page(BEES)}
    fetched(outlet.at("/a"), hasty(seconds_between=0.3))
    times = [one.when for one in outlet.requests]
    assert len(times) == 3
    assert all(later - sooner >= 0.28 for sooner, later in pairwise(times))


def test_a_host_that_is_unwell_is_let_alone(outlet: Outlet) -> None:
    """After three addresses that fail by its fault; one that is merely missing is no fault of it."""
    outlet.pages |= {f"/{n}": Page(b"", 503) for n in range(9)}
    fetcher = Fetcher(hasty(attempts=1), Event())
    for path in ("/0", "/1", "/lost", "/2", "/3", "/4"):
        with pytest.raises(FetchError):
            fetcher.fetch(outlet.at(path))
    with pytest.raises(FetchError, match="given up for this run"):
        fetcher.fetch(outlet.at("/5"))
    fetcher.close()
    assert outlet.asked == ["/0", "/1", "/lost", "/2", "/3", "/4"]


def test_a_host_that_asks_to_be_left_alone_is(outlet: Outlet) -> None:
    """For the rest of the run, where it asks for longer than a run waits."""
    outlet.pages["/0"] = Page(b"", 429, {"Retry-After": "3600"})
    fetcher = Fetcher(hasty(), Event())
    for path, said in (("/0", "come back in 60 min"), ("/1", "given up for this run")):
        with pytest.raises(FetchError, match=said):
            fetcher.fetch(outlet.at(path))
    fetcher.close()
    assert outlet.asked == ["/0"]


def test_a_server_that_trickles_is_asked_once(outlet: Outlet) -> None:
    """It had all the time there is for one answer."""
    outlet.pages["/a"] = Page(BEES, pause=0.1, piece=1)
    failing(outlet.at("/a"), hasty(total_seconds=0.8))
    assert len(outlet.asked) == 1


def test_a_password_goes_to_its_own_site_only(outlet: Outlet) -> None:
    """Not to where it redirects, and not into what is shown."""
    with Outlet({"/b": BEES}) as other:
        outlet.pages["/a"] = Page(b"", 302, {"Location": other.at("/b")})
        address = outlet.at("/a").replace("http://", "http://me:secret@")
        answer = fetched(address)
        assert answer.address == other.at("/b")
        assert "Authorization" in outlet.requests[-1].headers
        assert all("Authorization" not in one.headers for one in other.requests)


def test_a_password_that_a_server_writes_is_sent_to_nobody(outlet: Outlet) -> None:
    """Not even to itself."""
    to = outlet.at("/b").replace("http://", "http://you:guess@")
    outlet.pages |= {"/a": Page(b"", 302, {"Location": to}), "/b": BEES}
    assert fetched(outlet.at("/a")).address == outlet.at("/b")
    assert "Authorization" not in outlet.requests[-1].headers


def test_cookies_are_kept_for_one_page_only(outlet: Outlet) -> None:
    """Some sites send everybody round once to see that they keep them; nobody is followed by them."""
    outlet.pages |= {"/a": Page(b"", 302, {"Location": "/b", "Set-Cookie": "seen=1"}), "/b": BEES}
    fetcher = Fetcher(hasty(), Event())
    fetcher.fetch(outlet.at("/a"))
    fetcher.fetch(outlet.at("/b"))
    fetcher.close()
    first, second = (one for one in outlet.requests if one.path == "/b")
    assert first.headers.get("Cookie") == "seen=1"
    assert "Cookie" not in second.headers


def test_an_answer_ends_when_nobody_waits(outlet: Outlet) -> None:
    """Ctrl-C is not held up by a slow server."""
    outlet.pages["/a"] = Page(BEES, after=30)
    stopped = Event()
    fetcher = Fetcher(hasty(total_seconds=60, idle_seconds=60, attempts=1), stopped)
    Timer(0.3, stopped.set).start()
    began = time.monotonic()
    with pytest.raises(FetchError):
        fetcher.fetch(outlet.at("/a"))
    fetcher.close()
    assert time.monotonic() - began < 5
