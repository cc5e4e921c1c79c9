"""Plain text: whole where it is clean, and only the article where a page was scraped."""

from __future__ import annotations

import pytest

from index.errors.sources import NoArticleError
from index.sources.texts import reader as text
from tests.index.sources import outlet_pages as pages
from tests.index.sources.outlet_pages import PARAGRAPHS, RELATED, TITLE, Scrape

SCRAPES = [
    pytest.param(pages.magazine(), id="magazine theme"),
    pytest.param(pages.broadsheet(), id="newspaper, a line a paragraph"),
    pytest.param(pages.release(), id="press release portal"),
    pytest.param(pages.terminal(), id="browser in text mode"),
    pytest.param(pages.broadcaster(), id="broadcaster"),
    pytest.param(pages.portal(), id="science portal"),
    pytest.param(pages.adviser(), id="adviser"),
    pytest.param(pages.blog(), id="weblog with comments"),
    pytest.param(pages.essay(), id="clean essay"),
    pytest.param(pages.wrapped_essay(), id="hard-wrapped, Windows line ends"),
]


def paragraphs_of(written: str) -> list[str]:
    """Every paragraph that is read from a text."""
    (draft,) = text.read(written)
    return [paragraph for section in draft.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize("scrape", SCRAPES)
def test_a_scrape_holds_its_article_and_nothing_else(scrape: Scrape) -> None:
    """Menus, share bars, related stories, comments, logins and footers never become paragraphs."""
    assert paragraphs_of(scrape.text) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "scrape", [*SCRAPES, pytest.param(pages.cut_at_links(), id="cut at links")]
)
def test_title_byline_and_date_are_read(scrape: Scrape) -> None:
    """What stands above the article says whose it is."""
    (draft,) = text.read(scrape.text)
    known = draft.metadata
    assert (known.title, known.byline, known.published) == (TITLE, scrape.byline, scrape.published)
    assert known.authors == (scrape.byline,)


def test_sentences_cut_at_links_are_whole_again() -> None:
    """An extractor that ends a line at every link does not tear quotations apart."""
    assert " ".join(paragraphs_of(pages.cut_at_links().text)) == " ".join(PARAGRAPHS)


def test_topics_and_site_are_read_from_the_magazine() -> None:
    """The line "in Culture" names the topic, and the site names itself."""
    (draft,) = text.read(pages.magazine().text + "\nAbout Valley Mirror\n")
    assert draft.metadata.topics == ("Culture",)
    assert draft.metadata.outlet == "Valley Mirror"


def test_the_reported_papers_doi_is_found_below_the_story() -> None:
    """A story names its paper under "Journal Reference"."""
    (draft,) = text.read(pages.release().text)
    assert draft.metadata.doi == "10.5555/example.2021.7"


def test_two_dois_name_no_paper() -> None:
    """Which of two papers a story reports is not guessed."""
    (draft,) = text.read(pages.release().text + "\nDOI: 10.5555/other.1\n")
    assert not draft.metadata.doi


def test_short_lines_inside_become_headings() -> None:
    """A line alone between paragraphs, without a full stop, heads what follows."""
    written = (
        f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nWhy it changed\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n"
    )
    (draft,) = text.read(written)
    assert [section.heading for section in draft.sections] == ["", "Why it changed"]


def test_marked_headings_nest() -> None:
    """Marks of Markdown in a file without front matter still say what is inside what."""
    written = f"# {TITLE}\n\n{PARAGRAPHS[0]}\n\n## Hours\n\n{PARAGRAPHS[1]}\n\n### Winter\n\n{PARAGRAPHS[2]}\n"
    (draft,) = text.read(written)
    assert [section.heading for section in draft.sections] == ["", "Hours", "Hours › Winter"]
    assert draft.metadata.title == TITLE


def test_a_list_of_the_article_stays() -> None:
    """Entries that follow a colon belong to the article, with bullets or without."""
    for mark in ("- ", "• ", ""):
        entries = "\n".join(
            f"{mark}{entry}" for entry in ("a lamp for each table", "a bell at the door")
        )
        written = f"{PARAGRAPHS[0]}\n\nThe council has bought these for the winter:\n{entries}\n\n{PARAGRAPHS[1]}\n"
        assert "a bell at the door" in paragraphs_of(written)


def test_a_related_story_inside_the_article_goes() -> None:
    """A box amid the text is left out and the text after it is kept."""
    title, date, teaser = RELATED[0]
    menu = "Home\nTown\nCulture\nSports\nLog in\nSubscribe\n"
    box = f"Related\n\n{title}\n\n{date}\n\n{teaser}\n\nRead more"
    written = f"{menu}\n{TITLE}\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n\n{box}\n\n{PARAGRAPHS[2]}\n\n{PARAGRAPHS[3]}\n\nPrivacy policy\n"
    assert paragraphs_of(written) == list(PARAGRAPHS[:4])


@pytest.mark.parametrize("count", [1, 2])
def test_a_short_story_is_not_taken_for_a_teaser(count: int) -> None:
    """One signed paragraph among teasers is the article."""
    body = "\n\n".join(PARAGRAPHS[:count])
    written = f"Home\nNews\nLog in\nSubscribe\n\n{TITLE}\n\nBy Maria Example\nJune 4, 2021\n\n{body}\n\nRELATED\n\n{pages.teasers()}\n\nPrivacy Policy\n"
    (draft,) = text.read(written)
    assert draft.metadata.title == TITLE
    assert paragraphs_of(written) == list(PARAGRAPHS[:count])


def test_an_encyclopaedias_marks_and_references_go() -> None:
    """Links to edit a section are no part of its heading, and entries of a bibliography no paragraphs."""
    written = (
        f"From an encyclopaedia\nJump to navigation\nJump to search\n{PARAGRAPHS[0]}[1] {PARAGRAPHS[1]}\nContents\n1 Hours\n2 References\n"
        f"Hours[edit]\n{PARAGRAPHS[2]}[2]\n{PARAGRAPHS[3]}\n{PARAGRAPHS[4]}\nReferences[edit]\n^ Person, A. (2010). Book of doors. Town press.\n"
        f"External links[edit]\nOfficial website\nThis page was last edited on 4 June 2021, at 10:00 (UTC).\n"
    )
    found = " ".join(paragraphs_of(written))
    assert all(text in found for text in PARAGRAPHS[:5])
    assert "Book of doors" not in found
    assert "last edited" not in found


def test_a_text_without_a_title_keeps_every_paragraph() -> None:
    """Nothing is taken for a title that is a sentence."""
    written = "\n\n".join(PARAGRAPHS)
    (draft,) = text.read(written)
    assert not draft.metadata.title
    assert paragraphs_of(written) == list(PARAGRAPHS)


def test_very_short_paragraphs_of_a_clean_text_stay() -> None:
    """A lone "It did." is the author's."""
    written = f"{PARAGRAPHS[0]}\n\nIt did.\n\n{PARAGRAPHS[1]}\n"
    assert paragraphs_of(written) == [PARAGRAPHS[0], "It did.", PARAGRAPHS[1]]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("Home\nNews\nSport\nWeather\nLog in\n", id="a menu"),
        pytest.param("12 34\n56 78\n", id="figures"),
        pytest.param("\n\n   \n", id="blanks"),
    ],
)
def test_a_file_without_running_text_is_no_article(written: str) -> None:
    """The build report can say that there was nothing to read."""
    with pytest.raises(NoArticleError):
        text.read(written)
