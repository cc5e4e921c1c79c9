"""Feeds night after night: their pages go in, and what they name no more stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.index.gathering.web.conftest import hasty
from tests.index.gathering.web.stories import SUBJECTS, listed_metadata, stories
from tests.outlets import Outlet, Page, feed, item, prose, story

if TYPE_CHECKING:
    from tests.index.gathering.web.conftest import Nights

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


def test_secrets_stay_out_of_the_library(outlet: Outlet, nights: Nights) -> None:
    """A password or a token in an address is asked with, and is kept nowhere."""
    outlet.pages["/feed?token=SECRET"] = feed(item(outlet.at("/bees?access_token=HIDDEN")))
    outlet.pages["/bees?access_token=HIDDEN"] = story("bees")
    report = nights.run(outlet.at("/feed?token=SECRET").replace("http://", "http://me:PASSWORD@"))
    assert len(report.changes.added) == 1
    kept = b"".join(p.read_bytes() for p in nights.library.folder.rglob("*") if p.is_file())
    for secret in (b"SECRET", b"HIDDEN", b"PASSWORD"):
        assert secret not in kept
