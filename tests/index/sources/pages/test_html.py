"""Saved pages: the article's words and headings, what the page says of itself, and no furniture."""

from __future__ import annotations

import json
from html import escape

import pytest

from index.article import Medium
from index.errors.sources import NoArticleError, OversizedSourceError
from index.sources.pages import reader as html
from tests.index.sources.outlet_pages import AUTHOR, PAGE, PARAGRAPHS, RELATED, TITLE

BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def page(head: str = "", *, body: str = BODY, heading: str = TITLE) -> str:
    """A plain page with these tags in its head."""
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{heading}</h1>{body}</article></body></html>"


def test_a_page_gives_its_paragraphs_under_its_headings() -> None:
    """Lists and quotations are paragraphs; menus, share lines, related stories and notices are not."""
    (draft,) = html.read(PAGE)
    assert [section.heading for section in draft.sections] == ["", "At the desk"]
    found = [text for section in draft.sections for text in section.paragraphs]
    assert found == list(PARAGRAPHS)


def test_a_page_says_who_wrote_it_where_and_when() -> None:
    """JSON-LD in a graph, with authors by reference, is read; so are the canonical address and the section."""
    (draft,) = html.read(PAGE)
    known = draft.metadata
    assert known.title == TITLE
    assert known.authors == (AUTHOR, "Otto Sample")
    assert known.outlet == "Valley Mirror"
    assert known.published == "2021-06-04"
    assert known.topics == ("Culture",)
    assert known.url == "https://valley.example.org/2021/06/library-hours"
    assert (known.language, known.genre, known.medium) == ("en", "NewsArticle", Medium.WEB)


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        pytest.param('<meta property="og:title" content="T of the page">', "title", "T of the page", id="og title"),
        pytest.param(f"<title>{TITLE} | Valley Mirror</title>", "outlet", "Valley Mirror", id="site behind the title"),
        pytest.param('<meta name="citation_author" content="Sample, O.">', "authors", ("O. Sample",), id="turned name"),
        pytest.param('<meta name="author" content="By Maria Example and Otto Sample">', "authors", (AUTHOR, "Otto Sample"), id="two authors"),
        pytest.param('<meta property="article:author" content="https://x.example.org/maria">', "authors", (), id="an address is no author"),
        pytest.param('<meta name="dc.date" content="2019-02-03">', "published", "2019-02-03", id="Dublin Core date"),
        pytest.param('<meta name="pdate" content="20190203">', "published", "2019-02-03", id="compact date"),
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', "url", "", id="no script as address"),
        pytest.param('<link rel="canonical" href="/relative">', "url", "", id="no relative address"),
        pytest.param('<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">', "licence", "https://creativecommons.org/licenses/by/4.0/", id="licence"),
        pytest.param('<script type="application/ld+json">{broken</script>', "title", TITLE, id="broken JSON-LD"),
        pytest.param('<script type="application/ld+json">' + "[" * 5000 + "</script>", "title", TITLE, id="deep JSON-LD"),
        pytest.param(f'<script type="application/ld+json">/*<![CDATA[*/ {{"@type":"Article","headline":"{TITLE}","author":"Otto Sample"}} /*]]>*/</script>', "authors", ("Otto Sample",), id="JSON-LD in CDATA"),
    ],
)  # fmt: skip
def test_metadata_tags(head: str, field: str, expected: object) -> None:
    """One tag, one fact."""
    (draft,) = html.read(page(head))
    assert getattr(draft.metadata, field) == expected


def test_a_paper_is_known_by_its_own_doi() -> None:
    """A page with citation tags is the paper, and its outlet the journal."""
    tags = {
        "citation_doi": "10.5555/Example.1",
        "citation_journal_title": "Annals of Examples",
        "og:site_name": "Some Press",
    }
    head = "".join(f'<meta name="{key}" content="{value}">' for key, value in tags.items())
    (draft,) = html.read(page(head))
    assert (draft.metadata.medium, draft.metadata.doi) == (Medium.PAPER, "10.5555/example.1")
    assert draft.metadata.outlet == "Annals of Examples"


def test_a_story_that_links_one_doi_reports_that_paper() -> None:
    """It stays a page of the web."""
    link = '<p>The town counted its readers, as <a href="https://doi.org/10.5555/readers.7">a study</a> had proposed in May.</p>'
    (draft,) = html.read(page(body=BODY + link))
    assert (draft.metadata.medium, draft.metadata.doi) == (Medium.WEB, "10.5555/readers.7")


def test_a_story_with_a_papers_citation_tag_is_no_paper() -> None:
    """Press offices tag their news with the paper's DOI."""
    head = f'<meta name="citation_doi" content="10.5555/a.1"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}"}}</script>'
    (draft,) = html.read(page(head))
    assert draft.metadata.medium is Medium.WEB


def test_related_stories_inside_the_text_go() -> None:
    """A list under "Related stories" amid the article is left out, and the text after it stays."""
    box = (
        "<h3>Related stories</h3><ul>"
        + "".join(f"<li>{title}</li>" for title, _, _ in RELATED)
        + "</ul><h2>Afterwards</h2>"
    )
    body = (
        "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:3])
        + box
        + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
    )
    (draft,) = html.read(page(body=body))
    assert [text for section in draft.sections for text in section.paragraphs] == list(PARAGRAPHS)


def test_a_page_laid_out_in_tables_is_read() -> None:
    """Old pages put their menus and their text into the cells of one table."""
    cell = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    body = f"<table><tr><td><a href='#'>Home</a><br><a href='#'>Town</a></td><td><h1>{TITLE}</h1>{cell}</td></tr></table>"
    (draft,) = html.read(
        f"<html><head><title>Valley Mirror</title></head><body>{body}</body></html>"
    )
    assert draft.metadata.title == TITLE
    assert [text for section in draft.sections for text in section.paragraphs] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("written", "error"),
    [
        pytest.param("<html><body></body></html>", NoArticleError, id="nothing in it"),
        pytest.param(
            "<html><body><nav><a href='#'>Home</a></nav></body></html>",
            NoArticleError,
            id="a menu only",
        ),
        pytest.param(
            "<html><body>" + "<div>" * 3000 + PARAGRAPHS[0], OversizedSourceError, id="too deep"
        ),
        pytest.param(
            "<html><body>" + "<br>" * 200_000, OversizedSourceError, id="too many elements"
        ),
    ],
)
def test_what_is_no_page_is_refused(written: str, error: type[Exception]) -> None:
    """Nothing is cut short in silence."""
    with pytest.raises(error):
        html.read(written)


FINNISH = (
    "Kirjasto avaa ovensa aamukahdeksalta jokaisena arkipäivänä, ja henkilökunta on siihen tyytyväinen.",
    "Kaupunginvaltuusto päätti muutoksesta lokakuussa sen jälkeen, kun siitä oli neuvoteltu vuoden ajan.",
    "Sataman haarakonttori pitää entiset aukioloaikansa, koska sen kattoa korjataan vielä koko talven.",
    "Lainatut kirjat voi palauttaa milloin tahansa pääoven vieressä olevasta luukusta ilman maksua.",
    "Valtuusto julkaisee kokeilun luvut keväällä, ja siihen asti lukijoilta toivotaan kirjallista palautetta.",
)


def test_comments_in_any_language_are_no_text() -> None:
    """No word of these is known to the rules: the page's structure tells where the article ends."""
    said = "".join(
        f'<div class="kommentti comment-item"><span>{n} minuuttia sitten</span><p>Olen lukija numero {n}, '
        "enkä usko, että uudet ajat auttavat ketään meistä lainkaan.</p></div>"
        for n in range(9)
    )
    body = "".join(f"<p>{text}</p>" for text in FINNISH)
    written = f'<html lang="fi"><body><main><article><h1>Kirjasto aukeaa</h1>{body}</article><section class="comment-list">{said}</section></main></body></html>'
    (draft,) = html.read(written)
    assert [text for section in draft.sections for text in section.paragraphs] == list(FINNISH)


def test_a_page_without_text_is_read_by_what_it_states() -> None:
    """Pages that a script fills state their article's text for search engines."""
    stated = "<p>" + "</p><p>".join(PARAGRAPHS) + "</p>"
    node = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": escape(stated)})
    written = f'<html><head><script type="application/ld+json">{node}</script></head><body><div id="app"><p>Loading the page, please wait.</p></div></body></html>'
    (draft,) = html.read(written)
    assert [text for section in draft.sections for text in section.paragraphs] == list(PARAGRAPHS)


def test_a_summary_that_a_page_states_does_not_stand_in_for_its_text() -> None:
    """Many pages state but their first lines."""
    node = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": PARAGRAPHS[0]})
    (draft,) = html.read(page(f'<script type="application/ld+json">{node}</script>'))
    assert draft.sections[0].paragraphs == PARAGRAPHS


def test_short_lines_stay_in_any_language() -> None:
    """An answer of two words is no menu's entry once the article has begun."""
    said = (*FINNISH[:2], "”En tiedä.”", *FINNISH[2:])
    (draft,) = html.read(
        page(body="".join(f"<p>{text}</p>" for text in said), heading="Kirjasto aukeaa")
    )
    assert [text for section in draft.sections for text in section.paragraphs] == list(said)
