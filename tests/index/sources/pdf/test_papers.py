"""Papers as PDFs: what is read, in which order, and what is left out."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from index.article import Medium, SectionKind
from index.sources.reading import articles_of
from index.sources.source import Source
from tests.index.sources.pdf import papers
from tests.index.sources.pdf.papers import HEADING, TEXT, paper, paragraph, write

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from index.article import Article


FONTS = Path("/usr/share/fonts")


def read(content: bytes) -> Article:
    """The one article of a PDF."""
    (article,) = articles_of(Source("folder/paper.pdf", "folder", content))
    return article


def headings(article: Article) -> list[str]:
    return [one.heading for one in article.sections if one.kind is not SectionKind.CAPTION]


@pytest.fixture(scope="module", params=[1, 2], ids=["one column", "two columns"])
def article(request: pytest.FixtureRequest) -> Article:
    """A whole paper, set in one column or in two."""
    return read(
        paper(
            columns=request.param,
            foot="https://doi.org/10.5555/trial.17. Published online: 3 May 2019.",
        )
    )


def test_a_paper_says_its_title_authors_and_imprint(article: Article) -> None:
    """From the layout alone: the file itself states nothing."""
    known = article.metadata
    assert known.title == papers.NAME
    assert known.authors == papers.PEOPLE
    assert known.doi == "10.5555/trial.17"
    assert known.published == "2019-05-03"
    assert known.medium is Medium.PAPER


def test_sections_stand_in_reading_order_under_their_headings(article: Article) -> None:
    """Numbers tell the depth; acknowledgements and references are left out."""
    assert headings(article) == [
        "Abstract",
        "Introduction",
        "Methods › Participants",
        "Methods › Procedure",
        "Results",
    ]
    assert article.sections[0].kind is SectionKind.ABSTRACT


def test_every_paragraph_is_whole_and_there_once(article: Article) -> None:
    """Across lines, columns and pages; nothing that a page prints around them is among them."""
    said = [
        text
        for section in article.sections
        if section.kind is not SectionKind.CAPTION
        for text in section.paragraphs
    ]
    assert said == [paragraph(number) for number in range(1, 17)]


def test_a_table_is_known_by_its_caption(article: Article) -> None:
    """The caption is labelled, the cells are left out."""
    (caption,) = (one for one in article.sections if one.kind is SectionKind.CAPTION)
    assert caption.heading == "Table 1"
    assert caption.paragraphs == ("Hours of sleep that were remembered, by group.",)
    assert "0.4" not in article.text


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_turned_for_display_reads_the_same(rotate: int) -> None:
    """The viewer turns it; the words stand as they were written."""
    assert read(paper(columns=2, rotate=rotate)).sections == read(paper(columns=2)).sections


def test_a_page_set_sideways_is_read() -> None:
    """As wide tables and whole landscape papers are."""

    def sideways(canvas: Canvas) -> None:
        canvas.translate(papers.WIDTH, 0)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 10)
        for place, line in enumerate(LINES):
            canvas.drawString(80, papers.WIDTH - 120 - 12 * place, line)

    assert read(papers.drawn(sideways)).sections[0].paragraphs == (" ".join(LINES),)


LINES = (
    "The ferry crossed the strait twice a day until the storm of 1953 and then",
    "never again, which the islanders remember as the year they were forgotten",
    "by everybody who had promised them a bridge for as long as they could say.",
)


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        pytest.param(
            "were given the treat-",
            "ment that they were promised",
            "treatment",
            id="a word that was cut",
        ),
        pytest.param(
            "in a study of well-",
            "being and of happiness at work",
            "well-being",
            id="known with its hyphen",
        ),
        pytest.param(
            "the years from 2010–", "2015 were the wettest of all", "2010–2015", id="a range"
        ),
        pytest.param(
            "measured in the non-",
            "European part of the sample",
            "non-European",
            id="before a capital",
        ),
    ],
)
def test_a_word_that_the_line_cuts_is_whole_again(one: str, other: str, whole: str) -> None:
    """The article's own words decide where the hyphen belongs."""

    def page(canvas: Canvas) -> None:
        write(
            canvas,
            [
                "Their well-being was asked for in the morning and once more at night by",
                f"all of those who had been {one}",
                f"{other}, as the nurses of the ward have told us.",
            ],
        )

    assert whole in read(papers.drawn(page)).text


def test_footnotes_and_the_edges_stamp_are_no_text() -> None:
    """The stamp of a preprint server says its date and its DOI."""

    def page(canvas: Canvas) -> None:
        write(canvas, ["A treatise on ferries and on bridges"], top=90, size=18)
        write(canvas, ["Jane Doe and Richard Roe"], top=120, size=12)
        write(canvas, ["Abstract"], top=160, size=12, font="Times-Bold")
        write(canvas, LINES, top=180)
        write(canvas, ["1 Introduction"], top=240, size=12, font="Times-Bold")
        write(canvas, LINES[::-1], top=260)
        write(
            canvas,
            ["1 Funded by the harbour board, which had no say in what was written here."],
            top=760,
            size=7.5,
        )
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 16)
        canvas.drawString(220, -30, "arXiv:2004.07180v4 [cs.CL] 20 May 2020")

    article = read(papers.drawn(page))
    assert article.metadata.title == "A treatise on ferries and on bridges"
    assert article.metadata.authors == ("Jane Doe", "Richard Roe")
    assert article.metadata.doi == "10.48550/arxiv.2004.07180"
    assert article.metadata.published == "2020-05-20"
    assert "Funded" not in article.text
    assert "arXiv" not in article.text


def test_line_numbers_of_a_manuscript_are_no_text() -> None:
    """They rise by one beside the lines."""
    lines = [f"{line.rstrip('.')} and so on" for line in LINES * 6]

    def page(canvas: Canvas) -> None:
        write(canvas, lines)
        write(canvas, [str(17 + place) for place in range(len(lines))], left=40)

    assert not re.search(r"\b(?:17|25|34)\b", read(papers.drawn(page)).text)


def test_marks_of_notes_are_dropped_and_powers_kept() -> None:
    """A raised figure behind a figure is a power; behind a word it points to a note."""
    story = [
        Paragraph("Results", HEADING),
        Paragraph(
            "The sample held 10<super>6</super> cells of the kind that was described before<super>12,13</super>, and they were counted twice.",
            TEXT,
        ),
    ]
    assert (
        "held 10⁶ cells of the kind that was described before, and" in read(paper(story=story)).text
    )


def test_the_files_own_title_counts_where_the_page_prints_it() -> None:
    """A program's name for the file does not."""
    assert read(paper(title="Microsoft Word - final_v3.doc")).metadata.title == papers.NAME
    assert (
        read(paper(title="Another thing altogether, by the template")).metadata.title == papers.NAME
    )


def test_a_cover_sheet_is_passed_over() -> None:
    """Repositories put a page before the paper that says its title too."""
    front = [
        Paragraph(papers.NAME, HEADING),
        Paragraph(
            "This version was downloaded from the repository of a university. Please cite the published version, which its publisher holds the rights to.",
            TEXT,
        ),
    ]
    cover = paper(front=front, story=[Paragraph("Terms of use", TEXT)])
    whole = pypdfium2.PdfDocument.new()
    for part in (cover, paper()):
        whole.import_pages(pypdfium2.PdfDocument(part))
    target = BytesIO()
    whole.save(target)
    assert read(target.getvalue()).metadata.authors == papers.PEOPLE


def test_hebrew_is_read_from_right_to_left() -> None:
    """The words stand as they are read, though the page draws them from the left."""
    font = next(FONTS.glob("**/DejaVuSans.ttf"), None)
    if font is None:
        pytest.skip("no font with Hebrew letters on this machine")
    pdfmetrics.registerFont(TTFont("Hebrew", str(font)))
    words = "בראשית ברא אלהים את השמים ואת הארץ והארץ היתה תהו ובהו וחשך על פני תהום."
    drawn = " ".join(word[::-1] for word in reversed(words.split()))

    def page(canvas: Canvas) -> None:
        write(canvas, [drawn, drawn], font="Hebrew")

    assert f"{words} {words}" in read(papers.drawn(page)).text


def test_a_long_document_is_read_within_its_limits() -> None:
    """Three hundred pages, in seconds."""

    def page(canvas: Canvas) -> None:
        write(canvas, LINES, top=300)

    article = read(papers.drawn(*[page] * 300))
    assert article.text.count("The ferry crossed") == 300


def test_a_paper_in_a_language_without_listed_words_is_read() -> None:
    """Its title by its size, its text by being most of it."""
    font = next(FONTS.glob("**/DejaVuSans.ttf"), None)
    if font is None:
        pytest.skip("no font with Cyrillic letters on this machine")
    pdfmetrics.registerFont(TTFont("Cyrillic", str(font)))
    lines = [
        "Библиотека на рыночной площади теперь открывается в восемь часов утра каждый",
        "рабочий день, и сотрудники довольны этим решением городского совета, принятым",
        "после целого года переговоров между читателями и работниками читального зала.",
    ]

    def page(canvas: Canvas) -> None:
        write(canvas, ["Новые часы работы городской библиотеки"], top=130, size=18, font="Cyrillic")
        write(canvas, lines * 5, top=200, font="Cyrillic")

    article = read(papers.drawn(page))
    assert article.metadata.title == "Новые часы работы городской библиотеки"
    assert " ".join(lines) in article.text
