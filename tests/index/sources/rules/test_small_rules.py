"""Dates, names, plain text, furniture and bylines: each rule by a table."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from index.sources.rules.dates import find_date, iso_date, month_number
from index.sources.rules.furniture import Furniture, kind_of
from index.sources.rules.names import doi_of, dois_in, web_address
from index.sources.rules.plain import plain
from index.sources.rules.prose import is_prose
from index.sources.texts.bylines import name_only, names_in
from index.sources.texts.lines import blocks_of


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        pytest.param("March 19, 2017", "2017-03-19", id="American"),
        pytest.param("Sunday 19th March 2017", "2017-03-19", id="British"),
        pytest.param("19-Mar-2017", "2017-03-19", id="hyphens"),
        pytest.param("Mar. 2017", "2017-03", id="month"),
        pytest.param("2017-03-19T07:00:02.000Z", "2017-03-19", id="ISO with time"),
        pytest.param("2017-03", "2017-03", id="ISO month"),
        pytest.param("2017", "2017", id="year alone"),
        pytest.param("in 2017 or so", "", id="a year among words"),
        pytest.param("19.3.2017", "2017-03-19", id="dots are day first"),
        pytest.param("03/19/2017", "2017-03-19", id="only one order is a date"),
        pytest.param("03/04/2017", "2017", id="either order is a date"),
        pytest.param("2017-13-19", "", id="no month"),
        pytest.param("February 30, 2017", "2017-02", id="no day"),
        pytest.param("version 1.2.2017.4", "", id="no date in a number"),
        pytest.param("may 2017 be good", "2017-05", id="small letters"),
    ],
)
def test_dates(printed: str, iso: str) -> None:
    """As exact as printed, and never more."""
    assert iso_date(printed) == iso


@given(st.text(max_size=200))
def test_any_text_has_a_date_or_none(text: str) -> None:
    """The place that is told holds it."""
    dated = find_date(text)
    if dated:
        assert text[dated.start : dated.end].strip()
        assert dated.iso[:4] in text


def test_month_names() -> None:
    """By name, short name or number."""
    assert [month_number(one) for one in ("March", "mar.", "3", "03", "Spring", "")] == [
        3,
        3,
        3,
        3,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        pytest.param("https://doi.org/10.1000/ABC(1)", "10.1000/abc(1)", id="address"),
        pytest.param("doi: 10.1000/abc.", "10.1000/abc", id="a sentence's end"),
        pytest.param("10.1000/a%3Cb", "", id="no angle brackets"),
        pytest.param("11.1000/abc", "", id="no DOI"),
    ],
)
def test_dois(written: str, doi: str) -> None:
    """One spelling each."""
    assert doi_of(written) == doi


def test_dois_in_text_lose_the_sentences_marks() -> None:
    """A bracket stays where the DOI opened it."""
    said = "(see doi:10.1000/abc.1), and https://doi.org/10.1000/x(2)y. Again 10.1000/ABC.1!"
    assert dois_in(said) == ("10.1000/abc.1", "10.1000/x(2)y")


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "ftp://x.example/", "/path", "http://", "https://u:p@x.example/", "https://x y", "http://[::1", "https://x.example/" + "a" * 3000],
)  # fmt: skip
def test_what_is_no_web_address(written: str) -> None:
    """Only whole http(s) addresses without a password in them."""
    assert not web_address(written)


@given(st.text(max_size=300))
def test_plain_text_is_plain(text: str) -> None:
    """Once plain, always plain; no blank at an end, none doubled, nothing unseen."""
    once = plain(text)
    assert plain(once) == once
    assert once == once.strip()
    assert "  " not in once
    assert not set(once) & set("\n\t\r\x00\u200b\ufeff\u00ad\u200d")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Share on TwitterShare on Facebook", Furniture.LINE, id="share bar without a blank"),
        pytest.param("Facebook Twitter Pinterest LinkedIn Email", Furniture.LINE, id="networks"),
        pytest.param("Sign in | Create account", Furniture.LINE, id="entries on one line"),
        pytest.param("Photo credit: A. Person", Furniture.LINE, id="credit"),
        pytest.param("© 2021 Valley Mirror. All rights reserved.", Furniture.LINE, id="copyright"),
        pytest.param("We use cookies to make this site better for you.", Furniture.LINE, id="cookies"),
        pytest.param("Related stories", Furniture.RELATED, id="related"),
        pytest.param("You may also like", Furniture.RELATED, id="also like"),
        pytest.param("Most read", Furniture.RELATED, id="most read"),
        pytest.param("Read more »", Furniture.READ_MORE, id="read more"),
        pytest.param("Continue reading", Furniture.READ_MORE, id="continue"),
        pytest.param("12 Comments", Furniture.END, id="comments"),
        pytest.param("References", Furniture.END, id="references"),
        pytest.param("###", Furniture.END, id="end mark"),
        pytest.param("Discussion", Furniture.NONE, id="a section of a paper"),
        pytest.param("Results", Furniture.NONE, id="another"),
        pytest.param("Readers share their books with friends on Sundays.", Furniture.NONE, id="a sentence on sharing"),
        pytest.param("The related question of cost was left to the council.", Furniture.NONE, id="a sentence with related"),
    ],
)  # fmt: skip
def test_furniture(line: str, kind: Furniture) -> None:
    """What the web has in common, and no sentence of an article."""
    assert kind_of(line) is kind


@pytest.mark.parametrize(
    ("line", "name"),
    [
        pytest.param("By Maria Example | 4 June 2021", "Maria Example", id="date behind a bar"),
        pytest.param("by Maria Example, June 4, 2021", "Maria Example", id="date behind a comma"),
        pytest.param("Maria Example @maria", "Maria Example", id="handle"),
        pytest.param("Written by Maria Example · 5 min read", "Maria Example", id="reading time"),
    ],
)
def test_a_byline_is_the_name(line: str, name: str) -> None:
    """Without "by", date, role and handle."""
    assert name_only(line) == name


def test_names_are_told_apart_only_where_they_are_names() -> None:
    """A school's name is not cut at its "and"."""
    assert names_in("Maria Example, Otto Sample and Ida de Test") == (
        "Maria Example",
        "Otto Sample",
        "Ida de Test",
    )
    assert names_in("School of Letters and science") == ("School of Letters and science",)
    assert names_in("") == ()


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        pytest.param(
            "The doors of the library open at eight in the morning.", True, id="a sentence"
        ),
        pytest.param(
            "Die Türen der Bücherei öffnen um acht Uhr am Morgen, und das ist gut so.",
            True,
            id="German",
        ),
        pytest.param(
            "図書館は朝八時に開きます。読者は仕事の前に本を返すことができます。",
            True,
            id="Japanese",
        ),
        pytest.param(
            "News Sport Weather Culture Travel Business Health Science Shop Help",
            False,
            id="a menu",
        ),
        pytest.param("Library opens doors at eight", False, id="a headline"),
    ],
)
def test_prose(line: str, prose: bool) -> None:  # noqa: FBT001 - a column of the table
    """Sentences, in the scripts and languages at hand."""
    assert is_prose(line) is prose


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        pytest.param("one line\n\nanother line", ["one line", "another line"], id="blank lines"),
        pytest.param("Home\nNews\nSport", ["Home", "News", "Sport"], id="a menu"),
        pytest.param("* one\n* two", ["one", "two"], id="bullets"),
        pytest.param("[Home](/) and **bold** text", ["Home and bold text"], id="marks of Markdown"),
        pytest.param("(BUTTON) Menu [IMG] here", ["Menu here"], id="marks of a browser"),
        pytest.param("****** A heading\nof two lines ******\nText.", ["A heading of two lines", "Text."], id="starred headings"),
        pytest.param("Heading\n=======\nText.", ["Heading", "Text."], id="underlined"),
    ],
)  # fmt: skip
def test_blocks(written: str, blocks: list[str]) -> None:
    """What stands on its own in a text file."""
    assert [block.text for block in blocks_of(written)] == blocks
