"""The door: formats by their bytes, metadata from outside winning, and no surprise from any bytes at all."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from index.article import Article, Medium, Metadata, Status
from index.errors.sources import (
    NoArticleError,
    OversizedSourceError,
    SourceError,
    UnknownFormatError,
    UnreadableSourceError,
)
from index.sources.reading import READERS, articles_of
from index.sources.rules.plain import plain
from index.sources.source import MAX_SOURCE_BYTES, Source
from tests.index.sources import outlet_pages as pages
from tests.index.sources.jats.test_jats import article as jats_article
from tests.index.sources.outlet_pages import PAGE, PARAGRAPHS, TITLE
from tests.index.sources.test_markdown import FRONT

MARKDOWN = FRONT + "\n\n".join(PARAGRAPHS)
SEEDS = (
    PAGE,
    MARKDOWN,
    jats_article(),
    pages.magazine().text,
    pages.terminal().text,
    pages.blog().text,
)


def source(content: bytes, **known: object) -> Source:
    """Bytes from a file of no telling name."""
    return replace(Source("shelf/file", "/shelf", content), **known)


def titles(content: bytes) -> list[str]:
    """The titles of the articles in these bytes."""
    return [article.metadata.title for article in articles_of(source(content))]


@pytest.mark.parametrize(
    ("written", "medium"),
    [
        pytest.param(PAGE, "web", id="HTML"),
        pytest.param(
            PAGE.replace("<!doctype html>", "<!-- saved -->\n"), "web", id="HTML after a comment"
        ),
        pytest.param(MARKDOWN, "paper", id="Markdown"),
        pytest.param(pages.magazine().text, "web", id="plain text"),
    ],
)
def test_the_format_is_found_from_the_bytes(written: str, medium: str) -> None:
    """No file ending is asked."""
    (article,) = articles_of(source(written.encode()))
    assert article.metadata.title == TITLE
    assert article.metadata.medium == medium


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"],
)
def test_no_encoding_garbles_a_text(encoding: str) -> None:
    """Curly quotes come out as such, declared or not."""
    (article,) = articles_of(source(pages.essay().text.encode(encoding)))
    assert PARAGRAPHS[2] in article.text


def test_a_declared_encoding_is_believed() -> None:
    """Cyrillic by its declaration; a wrong declaration of UTF-8 pages is not believed."""
    words = (
        "Городская библиотека теперь открыта с восьми часов утра, и читатели приходят раньше. " * 4  # noqa: RUF001 - Cyrillic on purpose
    )
    page = f'<html><head><meta charset="windows-1251"><title>Город</title></head><body><article><p>{words}</p></article></body></html>'
    assert words.strip() in articles_of(source(page.encode("cp1251")))[0].text
    wrong = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert PARAGRAPHS[2] in articles_of(source(wrong.encode()))[0].text


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        pytest.param(b"%PDF-1.7 ...", UnreadableSourceError, "PDF", id="PDF"),
        pytest.param(b"PK\x03\x04....", UnknownFormatError, "zip", id="zip"),
        pytest.param(b"\x89PNG\r\n....", UnknownFormatError, "picture", id="picture"),
        pytest.param(b"\x1f\x8b....", UnknownFormatError, "gzip", id="gzip"),
        pytest.param(b'{"title": "x"}', NoArticleError, "no text", id="JSON"),
        pytest.param(
            b'<?xml version="1.0"?><rss><item/></rss>', UnknownFormatError, "<rss>", id="other XML"
        ),
        pytest.param(bytes(range(1, 32)) * 40, UnknownFormatError, "binary", id="binary"),
        pytest.param(b"", NoArticleError, "empty", id="empty"),
        pytest.param(b" \n\t ", NoArticleError, "empty", id="blank"),
        pytest.param(b"a" * (MAX_SOURCE_BYTES + 1), OversizedSourceError, "MB", id="oversize"),
        pytest.param(
            bytes(range(128, 256)) * 40, UnreadableSourceError, "UTF-8", id="no encoding fits"
        ),
    ],
)
def test_what_is_no_article_is_named(content: bytes, error: type[SourceError], says: str) -> None:
    """The build report says what the file looks like."""
    with pytest.raises(error) as caught:
        articles_of(source(content))
    assert says in caught.value.reason


def test_what_is_supplied_wins() -> None:
    """A fact from a sidecar replaces the page's, and a settled one even by its default."""
    given_facts = Metadata(title="Another title", doi="10.5555/x.1")
    (article,) = articles_of(source(PAGE.encode(), supplied=given_facts))
    assert (article.metadata.title, article.metadata.doi) == ("Another title", "10.5555/x.1")
    assert article.metadata.outlet == "Valley Mirror"
    settled = source(MARKDOWN.encode(), settled=frozenset({"status", "medium"}))
    (article,) = articles_of(settled)
    assert (article.metadata.status, article.metadata.medium) == (Status.CURRENT, Medium.WEB)


def test_articles_that_share_a_file_have_ids_of_their_own() -> None:
    """What is supplied for a file names none of its articles, and says what they share."""
    one = '<article article-type="x"><body><p>Words of the {}.</p></body></article>'
    both = f"<pmc-articleset>{one.format('first')}{one.format('second')}</pmc-articleset>"
    supplied = Metadata(title="Both", outlet="Annals")
    first, second = articles_of(source(both.encode(), supplied=supplied))
    assert first.id != second.id
    assert (first.metadata.title, first.metadata.outlet) == ("", "Annals")


def test_an_id_stays_while_the_page_does() -> None:
    """The address names an article of the web, wherever its file stands."""
    (here,) = articles_of(source(PAGE.encode()))
    (there,) = articles_of(replace(source(PAGE.encode()), locator="elsewhere/other.html"))
    assert here.id == there.id


def check(articles: list[Article]) -> None:
    """What every article that was read keeps."""
    for article in articles:
        for section in article.sections:
            assert section.paragraphs
            for text in (*section.paragraphs, section.heading):
                assert text == plain(text)
            assert all(section.paragraphs)


def read_or_refused(content: bytes) -> None:
    """Reading ends soon, in articles or in a named failure."""
    began = monotonic()
    try:
        check(list(articles_of(source(content))))
    except SourceError as error:
        refusal = error.reason
    else:
        refusal = "read"
    assert refusal
    assert "its reader fails" not in refusal, "a reader met what it does not name"
    assert monotonic() - began < 20


def test_a_parser_that_fails_in_its_own_way_refuses_one_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever a library raises over a strange file, the build goes on without that file."""

    def extract(*_: object, **__: object) -> None:
        raise KeyError("inside")

    broken = [reader._replace(read=extract) for reader in READERS]
    monkeypatch.setattr("index.sources.reading.READERS", tuple(broken))
    with pytest.raises(UnreadableSourceError, match=r"its reader fails on it \(KeyError\)"):
        articles_of(source(PAGE.encode()))


@given(st.binary(max_size=400))
@settings(max_examples=120, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Nothing but a SourceError comes out."""
    read_or_refused(content)


@given(
    seed=st.sampled_from(SEEDS),
    cuts=st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 60), st.binary(max_size=12)), max_size=6
    ),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_articles_are_read_or_refused(
    seed: str, cuts: list[tuple[float, int, bytes]]
) -> None:
    """Bytes lost, doubled and replaced anywhere in real formats."""
    content = seed.encode()
    for place, length, put in cuts:
        start = int(place * len(content))
        content = content[:start] + put + content[start + length :]
    read_or_refused(content)


@given(
    st.lists(
        st.sampled_from(
            [
                "<div>",
                "</p>",
                "<p>",
                "[1]",
                "# ",
                "* ",
                "\n",
                "\n\n",
                "“",
                "said so. ",
                "by ",
                "2021-02-30 ",
                "&amp;",
                "<![CDATA[",
                "---\n",
                "| ",
                "\x00",
                "é",
                "\ud7ff",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=120, deadline=None)
def test_any_pile_of_marks_is_read_or_refused(pieces: list[str]) -> None:
    """The marks of all formats in any order."""
    read_or_refused("".join(pieces).encode())


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("<html><body>" + "<p>word " * 60_000, id="open paragraphs"),
        pytest.param("[a](" * 60_000, id="open links"),
        pytest.param("---\na: b\n---\n" + "**a " * 60_000, id="open emphasis"),
        pytest.param("- " * 100_000 + "x", id="bullets"),
        pytest.param("Share this. " * 20_000, id="one long line"),
        pytest.param("Home\nNews\n" * 20_000, id="one long menu"),
        pytest.param("<!--" * 50_000, id="open comments"),
    ],
)
def test_time_grows_with_the_text_alone(written: str) -> None:
    """No pattern runs away."""
    read_or_refused(written.encode())
