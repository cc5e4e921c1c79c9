"""Feeds, sitemaps and lists, by their bytes: good, broken, huge and hostile."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given, settings, strategies as st

from index.errors.sources import SourceError
from index.gathering.web.listings.feeds import read_feed
from index.gathering.web.listings.kinds import Kind, kind_of, listing_bytes
from index.gathering.web.listings.lists import is_list, read_list
from index.gathering.web.listings.parsing import parsed_listing
from index.gathering.web.listings.sitemaps import read_sitemap
from index.gathering.web.network.addresses import address_of
from tests.outlets import feed, item, prose, sitemap

AT = "https://a.example/feed"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (feed(), Kind.FEED),
        (
            b"\xef\xbb\xbf\n<!-- x --><?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>",
            Kind.FEED,
        ),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", Kind.FEED),
        (b"<rdf:RDF>", Kind.FEED),
        (feed().decode().encode("utf-16"), Kind.FEED),
        (sitemap(), Kind.SITEMAP),
        (sitemap(kind="sitemap"), Kind.SITEMAP),
        (b"https://a.example/x\n# y\n", Kind.LIST),
        (b"<html><body><rss>", Kind.PAGE),
        (b"", Kind.PAGE),
        (b"See https://a.example/x\n", Kind.PAGE),
        (b"%PDF-1.4\nhttps://a.example", Kind.PAGE),
        (b"<!--" + b"-" * 100_000, Kind.PAGE),
        (b"<?" * 50_000, Kind.PAGE),
    ],
)
def test_what_an_answer_is(content: bytes, kind: Kind) -> None:
    """By its root, whatever stands before it."""
    assert kind_of(content) is kind


def test_an_entrys_own_words() -> None:
    """Markup, entities and white space go; what cannot be true is left out."""
    inside = (
        "<title>Bees &amp;amp; &lt;i&gt;owls&lt;/i&gt;</title>"
        "<dc:creator> Ada L. </dc:creator><author>press@a.example</author>"
        "<pubDate>Tue, 03 Jun 2999 09:39:21 GMT</pubDate><category>Nature</category>"
    )
    (found,) = read_feed(
        feed(item("https://a.example/bees?utm_source=rss#top", inside)), AT
    ).entries
    assert found.address == "https://a.example/bees"
    assert found.told.title == "Bees & owls"
    assert found.told.published == ""
    assert found.told.topics == ("Nature",)
    assert found.told.language == "en-GB"
    assert found.told.outlet == "The Gazette"
    assert not any("@" in name for name in found.told.authors)


@pytest.mark.parametrize(
    ("entry", "address"),
    [
        ("<item><link>/bees</link></item>", ""),
        ("<item><guid>https://a.example/bees</guid></item>", "https://a.example/bees"),
        ("<item><link>javascript:alert(1)</link></item>", ""),
        ("<item><link>file:///etc/passwd</link></item>", ""),
    ],
)
def test_where_an_entry_leads(entry: str, address: str) -> None:
    """Only to the web; one that leads nowhere and says little is named."""
    found = read_feed(feed(entry), "https://b.example/feed")
    expected = address or ("https://b.example/bees" if "/bees" in entry else "")
    assert [one.address for one in found.entries] == ([expected] if expected else [])
    assert bool(found.refused) == (not expected)


def test_a_whole_text_is_told_from_a_teaser() -> None:
    """By how long it is; nothing in it can break out of the page that is made of it."""
    whole = f"<content:encoded><![CDATA[</article></html>{prose('bees')}]]></content:encoded>"
    teaser = "<description>Read on at our site.</description>"
    listing = read_feed(
        feed(
            item("https://a.example/1", f"<title>1</title>{whole}"),
            item("https://a.example/2", teaser),
        ),
        AT,
    )
    assert [bool(one.page) for one in listing.entries] == [True, False]


def test_a_feed_of_too_many_entries_says_so() -> None:
    """Nothing is left out in silence."""
    many = feed(*(f"<item><link>https://a.example/{n}</link></item>" for n in range(5_001)))
    listing = read_feed(many, AT)
    assert len(listing.entries) == 5_000
    assert listing.refused == ("only its first 5,000 entries are read",)


def test_an_aggregator_names_the_outlet() -> None:
    """The entry's own source wins over the feed's title."""
    inside = "<title>T</title><source url='https://b.example/feed'>The Echo</source>"
    (found,) = read_feed(feed(item("https://a.example/1", inside)), AT).entries
    assert found.told.outlet == "The Echo"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<rss><chan", id="cut"),
        pytest.param(b"\0" * 1000, id="zeros"),
        pytest.param(b"<rss>" + b" " * (8 * 2**20), id="huge"),
    ],
)
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    """With a reason."""
    with pytest.raises(SourceError):
        parsed_listing(Kind.FEED, content, AT)


LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>".encode() for n in range(9)
)
HOSTILE = {
    "laughs in a feed": LAUGHS + b"]><rss><channel><item><title>&j;</title></item></channel></rss>",
    "laughs in a sitemap": LAUGHS + b"]><urlset><url><loc>&j;</loc></url></urlset>",
    "a file in a sitemap": b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>https://a.example/&f;</loc></url></urlset>",
    "deep": b"<rss><channel>" + b"<item>" * 20_000,
    "deep sitemap": b"<urlset>" + b"<url>" * 20_000,
    "tags": b"<rss><channel><item><description>"
    + b"&lt;" * 100_000
    + b"</description></item></channel></rss>",
    "open tags": b"<rss><channel><item><title>" + b"<b" * 50_000,
    "quotes": b"<rss><channel><item a='" + b"'\"" * 50_000,
    "markup": b"<rss><channel><item><title>" + b"<![CDATA[<div>" * 5_000,
    "entities": b"<rss><channel><item><title>"
    + b"&amp;" * 100_000
    + b"</title><link>https://a.example</link>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_listings_end_soon(name: str) -> None:
    """In a second's work and a reason, or in what little they list; no file of this machine is read."""
    content = HOSTILE[name]
    kind = Kind.SITEMAP if b"<urlset" in content else Kind.FEED
    began = time.process_time()
    try:
        listing = parsed_listing(kind, content, AT)
    except SourceError:
        listing = None
    assert time.process_time() - began < 5
    assert "root:" not in repr(listing)
    assert len(repr(listing)) < 1_000_000


def test_a_sitemaps_entries() -> None:
    """White space goes, relative addresses are completed, broken ones are named once."""
    content = sitemap("\t/a 2024-01-01", "https://a.example/a", "ftp://x", "gopher://y", "")
    listing = read_sitemap(content, "https://a.example/maps/s.xml")
    assert [(one.address, one.changed) for one in listing.entries] == [
        ("https://a.example/a", "2024-01-01")
    ]
    assert listing.refused == ("only http and https addresses are asked",)
    assert listing.complete


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        (b"https://a.example/x\n", True),
        ("\ufeff# links\r\n\r\nHTTPS://a.example/x # best\r\n".encode(), True),
        ("https://a.example/\u00fc\n".encode("utf-16"), True),
        (b"https://a.example/x\nftp://a.example/y\n", True),
        (b"ftp://a.example/y\n", False),
        (b"# only comments\n", False),
        (b"Bees dance.\nhttps://a.example/x\n", False),
        (b"https://a.example/x and more words\n", False),
        (b"", False),
        (b"\xff\xfe\xfd://", False),
        (b"[https://a.example/x]", False),
    ],
)
def test_what_is_a_list(content: bytes, *, listed: bool) -> None:
    """Every line an address or a comment."""
    assert is_list(content) == listed


def test_a_list_says_which_line_is_wrong() -> None:
    """And takes the others, each once."""
    listing = read_list(b"https://a.example/x\nftp://y\nhttps://a.example/x#top\nhttps://[::1\n")
    assert [one.address for one in listing.entries] == ["https://a.example/x"]
    assert [reason.split(":")[0] for reason in listing.refused] == ["line 2", "line 4"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://A.example:443/x?utm_medium=a&q=1#f ", "https://a.example/x?q=1"),
        ("HTTP://a.example", "http://a.example"),
        ("https://b\u00fccher.example/\u00fc", "https://xn--bcher-kva.example/%C3%BC"),
    ],
)
def test_one_form_for_every_address(text: str, address: str) -> None:
    """As the parser that asks it writes it."""
    assert address_of(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "file:///etc/passwd",
        "//a.example/x",
        "https://",
        "https:///x",
        "https://a.example\\@b.example/",
        "https://a.example/" + "x" * 2000,
        "http://[::1",
        "http://\0/",
        "",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    """Also what two parsers would read differently."""
    with pytest.raises(SourceError):
        address_of(text)


def test_a_packed_listing_is_unpacked_and_other_archives_are_not() -> None:
    """A page packed by gzip stays what it was; a broken archive is named."""
    packed = gzip.compress(sitemap())
    assert listing_bytes(packed) == sitemap()
    page = gzip.compress(b"<html>")
    assert listing_bytes(page) == page
    with pytest.raises(SourceError):
        listing_bytes(packed[:-4])


SAMPLES = (
    feed(
        item("https://a.example/1", f"<title>T</title><description>{prose('bees')}</description>")
    ),
    sitemap("https://a.example/1 2024", "https://a.example/2"),
    b"https://a.example/1\nhttps://a.example/2\n# x\n",
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_listing_however_broken_raises_anything_else(data: st.DataObject) -> None:
    """Bytes changed, dropped, doubled or cut: it is read, or refused with a reason."""
    content = bytearray(data.draw(st.sampled_from(SAMPLES)))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(content) - 1))
        stop = min(len(content), at + data.draw(st.integers(0, 40)))
        content[at:stop] = data.draw(
            st.sampled_from([b"", b"<", b"&", b"\0", b"]]>", b"\xff", content[at:stop] * 2])
        )
        if not content:
            return
    for kind in (Kind.FEED, Kind.SITEMAP, Kind.LIST):
        try:
            listing = parsed_listing(kind, bytes(content), AT)
        except SourceError as error:
            assert error.reason  # noqa: PT017 - either outcome is right
        else:
            assert all(one.address or one.name or one.page for one in listing.entries)
