"""Sitemaps night after night: all that stands on a site, and what they list no more goes."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from index.errors.library import TooManyRemovalsError
from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.stories import SUBJECTS, stories
from tests.outlets import Outlet, Page, sitemap

if TYPE_CHECKING:
    from tests.index.gathering.web.conftest import Nights


def test_a_sitemap_of_sitemaps(outlet: Outlet, nights: Nights) -> None:
    """Packed or not; pages of other sites are left out, and what is listed no more goes."""
    outlet.pages |= stories(*SUBJECTS)
    pages = [outlet.at(f"/{name}") for name in SUBJECTS]
    outlet.pages |= {
        "/sitemap.xml": sitemap(outlet.at("/a.xml"), outlet.at("/b.xml.gz"), kind="sitemap"),
        "/a.xml": sitemap(*pages[:3], "https://elsewhere.example/x"),
        "/b.xml.gz": Page(gzip.compress(sitemap(*pages[3:]))),
    }
    nights.run(outlet.at("/sitemap.xml"))
    assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS}
    assert nights.skipped() == {"/a.xml": "1 of its addresses are on other sites"}
    outlet.pages["/a.xml"] = sitemap(*pages[:2])
    nights.run(outlet.at("/sitemap.xml"))
    assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS if name != "frogs"}


def test_half_a_sitemap_takes_nothing_away(outlet: Outlet, nights: Nights) -> None:
    """One that breaks off, or an index one of whose parts cannot be had."""
    outlet.pages |= stories(*SUBJECTS)
    pages = [outlet.at(f"/{name}") for name in SUBJECTS]
    outlet.pages |= {
        "/sitemap.xml": sitemap(outlet.at("/a.xml"), outlet.at("/b.xml"), kind="sitemap"),
        "/a.xml": sitemap(*pages[:3]),
        "/b.xml": sitemap(*pages[3:]),
    }
    nights.run(outlet.at("/sitemap.xml"))
    for broken in (Page(b"", 503), Page(sitemap(*pages[3:])[:-60]), Page(b"", 404)):
        outlet.pages["/b.xml"] = broken
        nights.run(outlet.at("/sitemap.xml"), web=hasty(attempts=1))
        assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS}
        assert "/b.xml" in nights.skipped()


def test_a_sitemap_says_what_has_not_changed(outlet: Outlet, nights: Nights) -> None:
    """Then a page is not even asked for, until it is due."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/sitemap.xml"] = sitemap(
        f"{outlet.at('/bees')} 2024-01-01", f"{outlet.at('/owls')} 2024-01-01"
    )
    nights.run(outlet.at("/sitemap.xml"))
    outlet.pages["/sitemap.xml"] = sitemap(
        f"{outlet.at('/bees')} 2024-01-01", f"{outlet.at('/owls')} 2024-02-02"
    )
    outlet.forget()
    assert not nights.run(outlet.at("/sitemap.xml")).published
    assert outlet.asked == ["/sitemap.xml", "/owls"]
    nights.run(outlet.at("/sitemap.xml"), web=hasty(revisit_days=0))
    assert outlet.asked[2:] == ["/sitemap.xml", "/bees", "/owls"]


def test_sitemaps_that_lead_in_circles_end(outlet: Outlet, nights: Nights) -> None:
    """Each is asked for once, and not too deep."""
    outlet.pages |= stories("bees")
    outlet.pages |= {
        "/a.xml": sitemap(outlet.at("/a.xml"), outlet.at("/b.xml"), kind="sitemap"),
        "/b.xml": sitemap(outlet.at("/a.xml"), outlet.at("/c.xml"), kind="sitemap"),
        "/c.xml": sitemap(outlet.at("/bees"), kind="url"),
    }
    nights.run(outlet.at("/a.xml"))
    assert sorted(outlet.asked) == ["/a.xml", "/b.xml", "/bees", "/c.xml"]


def test_a_clock_that_goes_backwards_loses_nothing(
    outlet: Outlet, nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page is due rather than young for ever."""
    outlet.pages |= stories("bees")
    outlet.pages["/sitemap.xml"] = sitemap(f"{outlet.at('/bees')} 2024-01-01")
    nights.run(outlet.at("/sitemap.xml"))
    monkeypatch.setattr("index.gathering.web.following.time", lambda: 0.0)
    outlet.forget()
    assert not nights.run(outlet.at("/sitemap.xml")).published
    assert outlet.asked == ["/sitemap.xml", "/bees"]
    assert set(nights.pages()) == {"/bees"}


def test_a_site_that_lost_its_pages_does_not_empty_a_library(
    outlet: Outlet, nights: Nights
) -> None:
    """More than a fifth gone at once stops the build, as for a folder."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/sitemap.xml"] = sitemap(*(outlet.at(f"/{name}") for name in SUBJECTS))
    nights.run(outlet.at("/sitemap.xml"))
    for name in SUBJECTS[:3]:
        outlet.pages[f"/{name}"] = Page(b"", 404)
    with pytest.raises(TooManyRemovalsError):
        nights.run(outlet.at("/sitemap.xml"), allow_removals=False)
    assert len(nights.pages()) == 6
    outlet.pages["/sitemap.xml"] = sitemap()
    with pytest.raises(TooManyRemovalsError):
        nights.run(outlet.at("/sitemap.xml"), allow_removals=False)
    # The refused nights forgot nothing that a good one needs.
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/sitemap.xml"] = sitemap(*(outlet.at(f"/{name}") for name in SUBJECTS))
    assert not nights.run(outlet.at("/sitemap.xml"), allow_removals=False).published
    assert len(nights.pages()) == 6


def test_no_more_pages_than_one_run_may_ask(outlet: Outlet, nights: Nights) -> None:
    """The rest is named, and comes another night; what is there already does not count against it."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/sitemap.xml"] = sitemap(
        *(f"{outlet.at(f'/{name}')} 2024-01-01" for name in SUBJECTS)
    )
    web = hasty(most_pages=4)
    nights.run(outlet.at("/sitemap.xml"), web=web)
    assert len(nights.pages()) == 3  # the sitemap itself is one
    assert "3 of its pages" in nights.skipped()["/sitemap.xml"]
    nights.run(outlet.at("/sitemap.xml"), web=web)
    assert len(nights.pages()) == 6
    assert not nights.skipped()
