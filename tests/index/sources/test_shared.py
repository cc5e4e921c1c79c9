"""Real material, where it is at hand: the seed scrape, saved pages against their main text by hand, papers."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html as lxml_html

from index.article import Medium, SectionKind
from index.sources.jats.inline import words_of
from index.sources.reading import articles_of
from index.sources.rules.plain import plain
from index.sources.rules.xml import parsed
from index.sources.source import Source
from index.sources.texts import reader as text

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
PAGES = sorted((DATA / "articles" / "html").glob("*/source.html"))
PDFS = sorted((DATA / "articles" / "pdf").glob("*.pdf"))
PAPERS = sorted((DATA / "articles" / "jats").glob("*.xml"))

LEAST_PAPER_F1 = 0.95
"""Of the text without captions, notes and formulas, against TEI made from the papers' sources by others."""

LEAST_F1 = 0.94
"""Mean over the pages; trafilatura alone reaches 0.961 because the lists of references that are left
out here, of two encyclopaedia pages, count as main text there."""

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not here"),
]
needs_pages = pytest.mark.skipif(not PAGES, reason="no saved pages at hand")


def read(path: Path) -> str:
    """The text of every heading and paragraph of the first article."""
    (article, *_) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
    return article.text


def expected(path: Path) -> str:
    """The main text by hand."""
    tree = lxml_html.fromstring((path.parent / "expected.html").read_text(encoding="utf-8"))
    return " ".join(tree.itertext())


def f1(found: str, wanted: str) -> float:
    """Agreement of two bags of words."""
    ours, theirs = (Counter(re.findall(r"\w+", one.lower())) for one in (found, wanted))
    both = sum((ours & theirs).values())
    return 2 * both / (sum(ours.values()) + sum(theirs.values()))


def test_the_seed_scrape_gives_its_article() -> None:
    """Nine paragraphs and the facts above them; no credit, share line, form, menu or related story."""
    path = DATA / "seed" / "glutamate-depression.txt"
    (article,) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
    lines = [plain(line) for line in path.read_text(encoding="utf-8").splitlines()]
    begin, end = (
        next(n for n, line in enumerate(lines) if line.startswith(mark))
        for mark in ("Follow", "RELATED")
    )
    body = [line for line in lines[begin + 1 : end] if line]
    assert len(body) == 9
    assert [text for section in article.sections for text in section.paragraphs] == body
    known = article.metadata
    assert known.title == next(line for line in lines if line.startswith("Researchers review"))
    assert known.byline == "Mount Sinai School of Medicine"
    assert known.published == "2017-03-19"
    assert known.topics == ("Psychopharmacology",)


@needs_pages
def test_saved_pages_agree_with_their_main_text() -> None:
    """Pages of many outlets, against what a person took for the main text."""
    figures = [f1(read(path), expected(path)) for path in PAGES]
    assert sum(figures) / len(figures) >= LEAST_F1


@needs_pages
def test_saved_pages_say_their_titles_and_dates() -> None:
    """Against metadata by hand, without the site's name and the time of day."""
    wrong: list[str] = []
    for path in PAGES:
        wanted = json.loads((path.parent / "expected-metadata.json").read_text(encoding="utf-8"))
        (article,) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
        known = article.metadata
        if not plain(wanted["title"]).startswith(known.title):
            wrong.append(f"{path.parent.name}: {known.title}")
        date = wanted.get("publishedTime") or ""
        if date and known.published != date[:10]:
            wrong.append(f"{path.parent.name}: {known.published}")
    assert not wrong


def visible(path: Path, *, join: str) -> str:
    """A page as a scraper's plain text: a line for each block."""
    tree = lxml_html.fromstring(
        path.read_text(encoding="utf-8").encode(),
        parser=lxml_html.HTMLParser(encoding="utf-8", remove_comments=True),
    )
    blocks = [
        "p", "div", "section", "article", "header", "footer", "nav", "aside", "main", "ul", "ol", "li", "table", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "form", "br", "hr", "dl", "dt", "dd", "pre", "button", "address",
    ]  # fmt: skip
    for unseen in list(
        tree.iter("script", "style", "noscript", "template", "svg", "head", "iframe", "select")
    ):
        unseen.drop_tree()
    for element in tree.iter(*blocks):
        element.text = "¶" + (element.text or "")
        element.tail = "¶" + (element.tail or "")
    lines = (plain(line) for line in tree.text_content().replace("\n", " ").split("¶"))
    return join.join(line for line in lines if line)


@needs_pages
@pytest.mark.parametrize(
    "join",
    [pytest.param("\n", id="a line a block"), pytest.param("\n\n", id="blank lines between")],
)
def test_scrapes_of_saved_pages_agree_with_their_main_text(join: str) -> None:
    """The reader of plain text finds the article in the text of the same pages, far above keeping everything."""
    ours: list[float] = []
    everything: list[float] = []
    for path in PAGES:
        written = visible(path, join=join)
        (draft,) = text.read(written)
        found = " ".join(
            paragraph
            for section in draft.sections
            for paragraph in (section.heading, *section.paragraphs)
        )
        ours.append(f1(found, expected(path)))
        everything.append(f1(written, expected(path)))
    assert sum(ours) / len(ours) >= 0.94
    assert sum(ours) > sum(everything) + 0.15 * len(ours)


@pytest.mark.skipif(not PAPERS, reason="no papers at hand")
def test_every_paper_is_read() -> None:
    """Title, DOI, date and words of each; no citation mark's brackets, no formula's source."""
    for path in PAPERS:
        (article,) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
        known = article.metadata
        assert known.title
        assert known.outlet
        assert known.medium is Medium.PAPER
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", known.published)
        assert path.stem.removeprefix("plos.").lower() in known.doi
        assert "documentclass" not in article.text
        assert not re.search(r"\(\s*\)|\[\s*[,;–-]?\s*\]|\(see\s*\)", article.text)
        assert any(section.kind is SectionKind.BODY for section in article.sections)


@pytest.mark.skipif(not PDFS, reason="no PDFs at hand")
@pytest.mark.parametrize(
    "path", [one for one in PDFS if one.with_suffix(".tei.xml").exists()], ids=lambda one: one.stem
)
def test_papers_agree_with_their_structure(path: Path) -> None:
    """Two columns, notes, tables, formulas: title, authors, headings and words of the text."""
    truth = parsed(path.with_suffix(".tei.xml").read_text(encoding="utf-8"))
    (article,) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
    known = article.metadata
    assert known.title == words_of(truth.find(".//titleStmt/title"))
    people = [
        words_of(name) for name in truth.iterfind(".//sourceDesc//analytic/author/persName/surname")
    ]
    assert {name.split()[-1] for name in known.authors} == {name.split()[-1] for name in people}
    own = [section for section in article.sections if section.kind is not SectionKind.CAPTION]
    last = {section.heading.rpartition(" › ")[2] for section in own}
    heads = {words_of(head) for head in truth.iterfind(".//body/div/head")}
    assert len(heads & last) >= 0.8 * len(heads)
    said = " ".join(" ".join((one.heading, *one.paragraphs)) for one in own)
    body = " ".join(
        words_of(part)
        for part in truth.iter("p", "head")
        if (above := {str(one.tag) for one in part.iterancestors()}) & {"abstract", "body"}
        and not above & {"figure", "note"}
    )
    assert f1(said, body) >= LEAST_PAPER_F1


@pytest.mark.skipif(not PDFS, reason="no PDFs at hand")
def test_every_pdf_is_read() -> None:
    """Title, authors and an abstract; neither running heads nor references."""
    for path in PDFS:
        (article,) = articles_of(Source(path.name, str(path.parent), path.read_bytes()))
        assert len(article.metadata.title.split()) > 3
        assert len(article.metadata.authors) > 2
        assert article.sections[0].kind is SectionKind.ABSTRACT
        assert "In Proceedings of the" not in article.text
