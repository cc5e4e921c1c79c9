"""A library that is fed from the web, night after night."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from tests.index.gathering.archives.packed import zipped
from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.stories import SUBJECTS, listed_metadata, stories
from tests.outlets import Outlet, Page, feed, item, sitemap, story

if TYPE_CHECKING:
    from tests.index.gathering.web.conftest import Nights


def test_a_page(outlet: Outlet, nights: Nights) -> None:
    """The second night costs one question and no answer."""
    outlet.pages |= stories("bees")
    assert nights.run(outlet.at("/bees")).published
    assert nights.pages() == {"/bees": "News of the bees"}
    assert listed_metadata(nights)["bees"].url == outlet.at("/bees")
    outlet.forget()
    embedded = len(nights.embedder.embedded)
    assert not nights.run(outlet.at("/bees")).published
    assert outlet.requests[-1].headers["If-None-Match"] == '"bees"'
    assert len(nights.embedder.embedded) == embedded


def test_a_page_that_changed_is_read_again(outlet: Outlet, nights: Nights) -> None:
    """Its new words only are embedded."""
    outlet.pages |= stories("bees", "owls")
    places = [outlet.at("/bees"), outlet.at("/owls")]
    nights.run(*places)
    outlet.pages["/bees"] = Page(story("bees", paragraphs=5), headers={"ETag": '"new"'})
    report = nights.run(*places)
    assert (len(report.changes.changed), report.changes.unchanged) == (1, 1)


def test_a_page_without_etags_is_compared_by_its_bytes(outlet: Outlet, nights: Nights) -> None:
    """It is sent every night, and read once."""
    outlet.pages["/bees"] = story("bees")
    nights.run(outlet.at("/bees"))
    assert not nights.run(outlet.at("/bees")).published
    assert outlet.asked == ["/bees", "/bees"]


def test_failed_pages_are_named_and_keep_what_was_held(outlet: Outlet, nights: Nights) -> None:
    """A page that is gone goes; one that only fails tonight stays."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/sitemap.xml"] = sitemap(*(outlet.at(f"/{name}") for name in SUBJECTS))
    nights.run(outlet.at("/sitemap.xml"))
    outlet.pages["/bees"] = Page(b"", 500)
    outlet.pages["/owls"] = Page(b"", 410)
    outlet.pages["/frogs"] = Page(b"\x89PNG and so on")
    outlet.pages["/bats"] = Page(b"", 302, {"Location": "http://10.0.0.1/"})
    nights.run(outlet.at("/sitemap.xml"), web=hasty(attempts=1))
    assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS if name != "owls"}
    assert nights.skipped() == {
        "/bees": "its server answers 500 (Internal Server Error)",
        "/owls": "its server answers 410 (Gone)",
        "/frogs": "it looks like a PNG picture, which no reader takes",
        "/bats": "its host stands in a private network",
    }


def test_what_gave_no_article_is_not_sent_again(outlet: Outlet, nights: Nights) -> None:
    """It is named every night, and what it gave before is kept; once it changes, it is read."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/none"] = Page(b"\x89PNG", headers={"ETag": '"none"'})
    places = [outlet.at(f"/{name}") for name in ("bees", "owls", "none")]
    nights.run(*places)
    outlet.pages["/owls"] = Page(b"GIF89a", headers={"ETag": '"gif"'})
    for _ in range(3):
        outlet.forget()
        nights.run(*places)
        assert set(nights.pages()) == {"/bees", "/owls"}
        assert set(nights.skipped()) == {"/none", "/owls"}
    asked = {one.path: one.headers.get("If-None-Match") for one in outlet.requests}
    assert (asked["/none"], asked["/owls"]) == ('"none"', '"gif"')
    outlet.pages |= stories("owls") | {"/none": Page(story("moss"))}
    nights.run(*places)
    assert (set(nights.pages()), nights.skipped()) == ({"/bees", "/owls", "/none"}, {})


def test_redirects_end_at_one_article(outlet: Outlet, nights: Nights) -> None:
    """Two addresses of one page are one source, known by where it stands."""
    outlet.pages |= stories("bees")
    outlet.pages |= {f"/{n}": Page(b"", 301, {"Location": "/bees"}) for n in "ab"}
    nights.run(outlet.at("/a"), outlet.at("/b?utm_source=x"), outlet.at("/b"))
    assert set(nights.pages()) == {"/bees"}


def test_archives_from_the_web(outlet: Outlet, nights: Nights) -> None:
    """Opened as those of a folder are; unchanged, they are not even sent."""
    content = zipped({"bees.html": story("bees"), "owls.html.gz": gzip.compress(story("owls"))})
    outlet.pages["/all.zip"] = Page(content, headers={"ETag": '"1"'})
    nights.run(outlet.at("/all.zip"))
    both = {"/all.zip!/bees.html", "/all.zip!/owls.html.gz!/owls.html"}
    assert set(nights.pages()) == both
    assert not nights.run(outlet.at("/all.zip")).published
    assert outlet.requests[-1].headers["If-None-Match"] == '"1"'
    outlet.pages["/all.zip"] = Page(b"", 500)
    assert not nights.run(outlet.at("/all.zip"), web=hasty(attempts=1)).published
    assert set(nights.pages()) == both


def test_a_lost_memory_loses_no_article(outlet: Outlet, nights: Nights) -> None:
    """Nor does a damaged one: everything is asked for again."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/feed"] = feed(item(outlet.at("/bees")), item(outlet.at("/owls")))
    nights.run(outlet.at("/feed"))
    for harm in (b"garbage" * 999, None):
        outlet.pages["/feed"] = feed(item(outlet.at("/owls")))
        if harm is None:
            nights.library.web.unlink()
        else:
            nights.library.web.write_bytes(harm)
        assert not nights.run(outlet.at("/feed")).published
        assert set(nights.pages()) == {"/bees", "/owls"}


def test_a_library_made_afresh_gets_everything_again(outlet: Outlet, nights: Nights) -> None:
    """A memory without a library is not believed: pages that left their feed are asked for once more."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/feed"] = Page(
        feed(item(outlet.at("/bees")), item(outlet.at("/owls"))), headers={"ETag": '"1"'}
    )
    nights.run(outlet.at("/feed"))
    outlet.pages["/feed"] = feed(item(outlet.at("/owls")))
    nights.run(outlet.at("/feed"))
    nights.run(outlet.at("/feed"), afresh=True)
    assert set(nights.pages()) == {"/bees", "/owls"}


def test_hosts_are_asked_side_by_side(nights: Nights) -> None:
    """A slow one holds up nobody else; each is asked one thing at a time."""
    with Outlet() as one, Outlet() as other:
        one.pages |= stories("bees", "owls")
        other.pages |= stories("frogs")
        nights.run(one.at("/bees"), one.at("/owls"), other.at("/frogs"))
        assert set(nights.pages()) == {"/bees", "/owls", "/frogs"}


def test_a_wrong_content_type_is_not_believed(outlet: Outlet, nights: Nights) -> None:
    """Bytes tell what a page is."""
    outlet.pages["/bees"] = Page(story("bees"), headers={"Content-Type": "image/png"})
    outlet.pages["/feed"] = Page(
        feed(item(outlet.at("/bees"))), headers={"Content-Type": "application/pdf"}
    )
    nights.run(outlet.at("/feed"))
    assert set(nights.pages()) == {"/bees"}
