"""A citation's link opens the article at the very words, and nothing else."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, strategies as st

from bot.answering.links import doi_address, link_to, web_address, with_fragment
from index.article import Medium, Metadata

PAGE = "https://example.org/story"


@pytest.mark.parametrize(
    ("metadata", "link"),
    [
        pytest.param(
            Metadata(url=PAGE, medium=Medium.WEB), f"{PAGE}#:~:text=Bees%20dance%2E", id="page"
        ),
        pytest.param(
            Metadata(url=PAGE, doi="10.1371/x", medium=Medium.WEB),
            f"{PAGE}#:~:text=Bees%20dance%2E",
            id="story that reports a paper",
        ),
        pytest.param(
            Metadata(url=PAGE, doi="10.1371/journal.x", medium=Medium.PAPER),
            "https://doi.org/10.1371/journal.x",
            id="paper",
        ),
        pytest.param(Metadata(url=PAGE, medium=Medium.PAPER), PAGE, id="paper without a DOI"),
        pytest.param(Metadata(doi="10.1371/x"), "https://doi.org/10.1371/x", id="DOI only"),
        pytest.param(Metadata(), "", id="neither"),
        pytest.param(Metadata(url="javascript:alert(1)"), "", id="script"),
        pytest.param(
            Metadata(url="https://doi.org/10.1371/x"), "https://doi.org/10.1371/x", id="DOI as URL"
        ),
    ],
)
def test_a_link_leads_to_the_words(metadata: Metadata, link: str) -> None:
    """The page at its words, the paper by its DOI, and no link where there is neither."""
    assert link_to(metadata, "Bees dance.") == link


def test_a_long_quote_is_named_by_its_edges() -> None:
    """A page may break a long quote with links and notes; its edges are still found."""
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert with_fragment(PAGE, words).endswith(
        "#:~:text=one%20two%20three%20four%20five%20six,nine%20ten%20eleven%20twelve"
    )


def test_punctuation_of_a_quote_is_no_syntax_of_the_fragment() -> None:
    """A dash, a comma and an ampersand would cut the directive short."""
    directive = with_fragment(PAGE, "well-known, safe & sound").partition("text=")[2]
    assert not set(directive) & set("-,&")
    assert unquote(directive) == "well-known, safe & sound"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        pytest.param(
            "https://münchen.example/ä", "https://xn--mnchen-3ya.example/%C3%A4", id="umlaut"
        ),
        pytest.param("https://例え.jp:8080/x", "https://xn--r8jz45g.jp:8080/x", id="port"),
        pytest.param(f"https://{'ü' * 80}.example/", "", id="no name of a host"),
        pytest.param("https://fullwidth\uff20example.org/", "", id="a name for the host to come"),
    ],
)
def test_a_host_in_letters_of_other_scripts(url: str, address: str) -> None:
    """It is written as browsers ask for it."""
    assert web_address(url) == address


def test_an_address_keeps_its_own_fragment() -> None:
    """A page's own anchor stays before the directive."""
    assert with_fragment(f"{PAGE}#results", "Bees.") == f"{PAGE}#results:~:text=Bees%2E"


@given(st.text())
def test_no_address_breaks_out_of_a_link(url: str) -> None:
    """Whatever a page claims as its address, a link is http(s), whole and free of Markdown."""
    address = web_address(url)
    if address:
        assert urlsplit(address).scheme in {"http", "https"}
        assert not set(address) & set(' \n\t<>"`|\\')


@given(st.text())
def test_only_a_doi_becomes_a_doi_link(doi: str) -> None:
    """Text that is no DOI gives no link."""
    address = doi_address(doi)
    assert address == "" or address.startswith("https://doi.org/10.")
    assert not set(address) & set(' \n<>"`')


@given(st.text(min_size=1, max_size=400))
def test_a_fragment_carries_the_words_verbatim(words: str) -> None:
    """What is encoded decodes to the quote's own words."""
    link = with_fragment(PAGE, words)
    directive = link.partition("#:~:text=")[2]
    start, _, end = directive.partition(",")
    found = words.split()
    if not found:
        assert link == PAGE
        return
    assert " ".join(found).startswith(unquote(start))
    assert " ".join(found).endswith(unquote(end or start))
