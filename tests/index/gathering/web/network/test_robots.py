"""What a site's robots.txt lets us ask."""

from __future__ import annotations

from itertools import pairwise
from threading import Event

import pytest

from index.gathering.web.network.failures import FetchError, RefusedAddressError
from index.gathering.web.network.fetching import Fetcher
from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.network.fetched import BEES, failing, fetched
from tests.outlets import Outlet, Page, story

ROBOTS = b"""
User-agent: *
Disallow: /

User-agent: Footnote
Disallow: /private
Allow: /private/open
Crawl-delay: 0.4
"""


def test_robots_are_obeyed(outlet: Outlet) -> None:
    """The rules for us, not those for all; the longest match counts, and the pause they ask for."""
    outlet.pages |= {"/robots.txt": ROBOTS, "/private/open/a": BEES, "/private/b": BEES, "/c": BEES}
    fetcher = Fetcher(hasty(), Event())
    assert fetcher.fetch(outlet.at("/private/open/a")).content == BEES
    with pytest.raises(RefusedAddressError, match=r"robots\.txt asks not to"):
        fetcher.fetch(outlet.at("/private/b"))
    assert fetcher.fetch(outlet.at("/c")).content == BEES
    fetcher.close()
    assert [one.path for one in outlet.requests] == ["/robots.txt", "/private/open/a", "/c"]
    times = [one.when for one in outlet.requests]
    assert all(later - sooner >= 0.38 for sooner, later in pairwise(times))


def test_a_redirect_is_judged_by_the_rules_where_it_leads(outlet: Outlet) -> None:
    """An open door to a shut room."""
    outlet.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /shut\n",
        "/open": Page(b"", 302, {"Location": "/shut"}),
        "/shut": BEES,
    }
    assert "robots.txt" in failing(outlet.at("/open")).reason
    assert outlet.asked == ["/open"]


@pytest.mark.parametrize(
    ("robots", "open_"),
    [
        pytest.param(Page(b"", 404), True, id="none"),
        pytest.param(Page(b"", 403), True, id="forbidden"),
        pytest.param(Page(b"\xff\xfe\0garbage" * 1000), True, id="garbage"),
        pytest.param(Page(story("bees")), True, id="a_page"),
        pytest.param(Page(b"", 500), False, id="broken"),
        pytest.param(Page(b"", 429), False, id="too_many"),
        pytest.param(
            Page(b"", 302, {"Location": "http://10.0.0.1/robots.txt"}), False, id="private"
        ),
        pytest.param(Page(b"", 302, {"Location": "/robots.txt"}), True, id="loop"),
        pytest.param(
            Page(b"\xef\xbb\xbfuser-agent: footnote\r\ndisallow: /\r\n"), False, id="shut"
        ),
    ],
)
def test_robots_that_cannot_be_read(outlet: Outlet, robots: Page, *, open_: bool) -> None:
    """RFC 9309: where there is none, all is open; where it cannot be had, nothing is."""
    outlet.pages |= {"/robots.txt": robots, "/a": BEES}
    if open_:
        assert fetched(outlet.at("/a")).content == BEES
    else:
        failing(outlet.at("/a"))
        assert outlet.asked == []


def test_a_crawl_delay_of_hours_is_left_for_other_nights(outlet: Outlet) -> None:
    """One page is asked for, and the host is let alone."""
    outlet.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 3600\n", "/a": BEES, "/b": BEES}
    fetcher = Fetcher(hasty(), Event())
    assert fetcher.fetch(outlet.at("/a")).content == BEES
    with pytest.raises(FetchError, match="3600 s between requests"):
        fetcher.fetch(outlet.at("/b"))
    fetcher.close()
