"""A library that is fed from the web, night after night."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from index.errors.library import TooManyRemovalsError
from tests.index.gathering.archives.test_opening import zipped
from tests.index.gathering.web.conftest import hasty
from tests.outlets import Outlet, Page, feed, item, prose, sitemap, story

if TYPE_CHECKING:
    from pathlib import Path

    from index.article import Metadata
    from tests.index.gathering.web.conftest import Nights

SUBJECTS = ("bees", "owls", "frogs", "bats", "eels", "moss")


def stories(*subjects: str, **headers: str) -> dict[str, Page]:
    """A page a subject, whose ETag changes with it."""
    return {
        f"/{subject}": Page(story(subject), headers={"ETag": f'"{subject}"', **headers})
        for subject in subjects
    }


def listed_metadata(nights: Nights) -> dict[str, Metadata]:
    with nights.library.open() as generation:
        return {
            record.article.metadata.url.rpartition("/")[2]: record.article.metadata
            for record in generation.records.articles()
        }


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


FEEDS = {
    "rss": lambda outlet: feed(
        *(
            item(
                outlet.at(f"/{name}"),
                f"<title>Feed title of {name}</title><dc:creator>Ada L.</dc:creator>"
                f"<pubDate>Tue, 03 Jun 2014 09:39:21 GMT</pubDate><category>Nature</category>",
            )
            for name in SUBJECTS[:3]
        )
    ),
    "atom": lambda _: (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>The Gazette</title>"
        + "".join(
            f"<entry><title>Feed title of {name}</title><id>urn:{name}</id><link href='/{name}'/>"
            f"<author><name>Ada L.</name></author><published>2014-06-03T09:39:21Z</published>"
            f"<category term='Nature'/></entry>"
            for name in SUBJECTS[:3]
        )
        + "</feed>"
    ).encode(),
    "rdf": lambda outlet: (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns='http://purl.org/rss/1.0/'>"
        "<channel><title>The Gazette</title></channel>"
        + "".join(
            f"<item><title>Feed title of {name}</title><link>{outlet.at(f'/{name}')}</link>"
            "<dc:creator>Ada L.</dc:creator><dc:date>2014-06-03</dc:date>"
            "<dc:subject>Nature</dc:subject></item>"
            for name in SUBJECTS[:3]
        )
        + "</rdf:RDF>"
    ).encode(),
}
FEEDS["malformed"] = lambda outlet: (
    b"\n\n"
    + FEEDS["rss"](outlet).replace(b"<title>The Gazette", b"<title>The Gazette &nbsp; & <b>")
)[: -len("</channel></rss>")]


@pytest.mark.parametrize("kind", FEEDS)
def test_a_feed(outlet: Outlet, nights: Nights, kind: str) -> None:
    """Its pages go in; what it says of them fills what they lack, and wins over nothing they say."""
    outlet.pages |= stories(*SUBJECTS[:3])
    outlet.pages["/feed"] = Page(FEEDS[kind](outlet), headers={"Content-Type": "text/plain"})
    report = nights.run(outlet.at("/feed"))
    assert not report.skipped
    known = listed_metadata(nights)
    assert known.keys() == set(SUBJECTS[:3])
    bees = known["bees"]
    assert bees.title == "News of the bees"
    assert bees.authors == ("Ada L.",)
    assert bees.published == "2014-06-03"
    assert bees.topics == ("Nature",)
    assert bees.outlet.startswith("The Gazette")


def test_what_a_feed_names_no_more_stays(outlet: Outlet, nights: Nights) -> None:
    """It names the newest only; a page that is taken down goes all the same, once it is looked at."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/feed"] = feed(*(item(outlet.at(f"/{name}")) for name in SUBJECTS[:4]))
    nights.run(outlet.at("/feed"))
    outlet.pages["/feed"] = feed(*(item(outlet.at(f"/{name}")) for name in SUBJECTS[2:]))
    del outlet.pages["/bees"]
    outlet.forget()
    nights.run(outlet.at("/feed"))
    assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS}
    assert "/bees" not in outlet.asked
    nights.run(outlet.at("/feed"), web=hasty(revisit_days=0))
    assert set(nights.pages()) == {f"/{name}" for name in SUBJECTS[1:]}
    assert nights.skipped() == {"/bees": "its server answers 404 (Not Found)"}


def test_a_feed_that_gives_the_whole_text(outlet: Outlet, nights: Nights) -> None:
    """It stands in for pages that cannot be had, and for entries that have no page."""
    whole = f"<title>Whole</title><content:encoded><![CDATA[{prose('bees')}]]></content:encoded>"
    teaser = "<title>Teaser</title><description>Read more.</description>"
    outlet.pages["/feed"] = feed(
        item(outlet.at("/walled"), whole),
        f"<item><title>No page</title><guid isPermaLink='false'>7</guid>{whole}</item>",
        item(outlet.at("/missing"), teaser),
    )
    outlet.pages["/walled"] = Page(b"", 403)
    report = nights.run(outlet.at("/feed"))
    assert len(report.changes.added) in {1, 2}  # the same words under two names are one article
    assert nights.skipped() == {"/missing": "its server answers 404 (Not Found)"}
    assert listed_metadata(nights).keys() >= {"walled"}


def test_a_broken_feed_loses_nothing(outlet: Outlet, nights: Nights) -> None:
    """The articles of earlier nights stay, and the feed is named."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/feed"] = feed(*(item(outlet.at(f"/{name}")) for name in ("bees", "owls")))
    nights.run(outlet.at("/feed"))
    broken = (Page(b"", 500), Page(b"<rss><channel><it"), Page(b"", 404), Page(story("moss")))
    for answer in broken:
        outlet.pages["/feed"] = answer
        assert not nights.run(outlet.at("/feed"), web=hasty(attempts=1)).published
        assert set(nights.skipped()) == {"/feed"}


def test_pages_known_only_to_the_library_stay_for_good(
    outlet: Outlet, nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The memory is lost, new readers want every page again, and the feed names it no more."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/feed"] = feed(*(item(outlet.at(f"/{name}")) for name in ("bees", "owls")))
    nights.run(outlet.at("/feed"))
    nights.library.web.unlink()
    outlet.pages["/feed"] = feed(item(outlet.at("/owls")))
    for module in ("index.building.held", "index.building.intake", "index.building.making"):
        monkeypatch.setattr(f"{module}.READERS_VERSION", "readers-next")
    outlet.forget()
    nights.run(outlet.at("/feed"))
    assert set(outlet.asked) == {"/feed", "/owls", "/bees"}
    for _ in range(2):
        nights.run(outlet.at("/feed"))
        assert set(nights.pages()) == {"/bees", "/owls"}


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


def test_a_list_of_addresses(outlet: Outlet, nights: Nights, tmp_path: Path) -> None:
    """On this machine or on the web; it may name listings, and what is struck off goes."""
    outlet.pages |= stories(*SUBJECTS)
    outlet.pages["/feed"] = feed(item(outlet.at("/owls")))
    links = tmp_path / "links.txt"
    links.write_text(
        f"# ours\n{outlet.at('/bees')}  # the best\n\n{outlet.at('/feed')}\n{outlet.at('/frogs#top')}\n"
    )
    nights.run(str(links))
    assert set(nights.pages()) == {"/bees", "/owls", "/frogs"}
    links.write_text(f"{outlet.at('/bees')}\n{outlet.at('/feed')}\nftp://a.example/x\n")
    nights.run(str(links))
    assert set(nights.pages()) == {"/bees", "/owls"}
    assert nights.skipped() == {
        str(links): "line 3: only http and https addresses are asked",
    }


def test_a_list_on_the_web(outlet: Outlet, nights: Nights) -> None:
    """As one on this machine."""
    outlet.pages |= stories("bees", "owls")
    outlet.pages["/list.txt"] = f"{outlet.at('/bees')}\n{outlet.at('/owls')}\n".encode()
    nights.run(outlet.at("/list.txt"))
    assert set(nights.pages()) == {"/bees", "/owls"}


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


def test_secrets_stay_out_of_the_library(outlet: Outlet, nights: Nights) -> None:
    """A password or a token in an address is asked with, and is kept nowhere."""
    outlet.pages["/feed?token=SECRET"] = feed(item(outlet.at("/bees?access_token=HIDDEN")))
    outlet.pages["/bees?access_token=HIDDEN"] = story("bees")
    report = nights.run(outlet.at("/feed?token=SECRET").replace("http://", "http://me:PASSWORD@"))
    assert len(report.changes.added) == 1
    kept = b"".join(p.read_bytes() for p in nights.library.folder.rglob("*") if p.is_file())
    for secret in (b"SECRET", b"HIDDEN", b"PASSWORD"):
        assert secret not in kept


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
