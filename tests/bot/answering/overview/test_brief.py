"""A brief tells each study once, the strongest first, in its own words, and says what was retracted."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest
from lxml import html as parser

from bot.answering.answer import Citation, Statement
from bot.answering.citing import entry_of
from bot.answering.overview.charts import drawing_of, text_chart
from bot.answering.overview.composing import brief
from bot.answering.overview.nouns import Bar, Brief, Finding, Group
from bot.answering.overview.writing import brief_html, brief_markdown, escaped, headline
from bot.language.language import Language
from bot.language.saying import say
from bot.rendering.articles.briefs import brief_page
from index.article import Article, Medium, Metadata, Status
from index.evidence_card import Design, EvidenceCard
from index.searching.search import Searcher
from tests.making import article, library_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from index.vectors.embedding import SentenceTransformerEmbedder
    from tests.conftest import TinyLibrary

TOPIC = "valerian tea and sleep"
HOSTILE = '<script>alert(1)</script> [free](https://evil.example) @everyone | `x` & "y"'


def study(title: str, words: str, year: str, design: Design, **known: object) -> Article:
    made = article(title, words)
    metadata = replace(
        made.metadata,
        published=year,
        card=EvidenceCard(design=design),
        doi=f"10.5555/{len(title)}{year}",
        medium=Medium.PAPER,
    )
    return replace(made, metadata=replace(metadata, **known))


STUDIES = (
    study("Valerian tea for sleep", "Valerian tea reduced the time that 240 adults needed to sleep by 12 minutes.", "2012-03-01", Design.RANDOMISED_TRIAL),
    study("Valerian tea and sleep again", "Valerian tea did not reduce the time that 90 adults needed to sleep.", "2009", Design.RANDOMISED_TRIAL),
    study("All trials of valerian tea", "Across nine trials, valerian tea improved sleep a little.", "2020-01", Design.META_ANALYSIS),
    study("Valerian tea, sleep and fraud", "Valerian tea doubled sleep in 12 adults.", "2015", Design.RANDOMISED_TRIAL, status=Status.RETRACTED),
    study("Notice on valerian tea and sleep", "The article on valerian tea and sleep was retracted by its journal.", "2016", Design.NOTICE),
    study(f"Valerian tea helps sleep {HOSTILE}", "A trial found that valerian tea shortens the way to sleep by 12 minutes.", "2012-03-02", Design.NEWS, medium=Medium.WEB, doi="10.5555/222012-03-01", url="https://example.org/a"),
    study("Tea is lovely", "Black tea is drunk with milk in Britain.", "2001", Design.COHORT),
)  # fmt: skip


@pytest.fixture(scope="module")
def searcher(
    tmp_path_factory: pytest.TempPathFactory, embedder: SentenceTransformerEmbedder
) -> Generator[Searcher]:

    library = library_of(tmp_path_factory.mktemp("brief") / "library", *STUDIES, embedder=embedder)
    with library.open() as generation:
        yield Searcher(generation, embedder)


def test_studies_are_grouped_by_design_and_told_in_their_own_words(searcher: Searcher) -> None:
    """The strongest design first, each oldest to newest; other matters and notices are left out."""
    found = brief(searcher, TOPIC)
    told = [(g.design, [f.year for f in g.findings]) for g in found.groups]
    assert told[0] == ("meta-analysis", ["2020"])
    assert told[1] == ("randomised trial", ["2009", "2012", "2015"])
    assert found.studies == sum(len(years) for _, years in told)
    texts = {made.id: made.text for made in STUDIES}
    references = {reference.number: reference for reference in found.references}
    for finding in (f for group in found.groups for f in group.findings):
        citation = finding.statement.citations[0]
        assert finding.reference == citation.reference
        source = texts[references[citation.reference].article_id]  # pyright: ignore[reportArgumentType]
        assert source[citation.start : citation.end] == citation.quote
        assert finding.statement.text == citation.quote
    assert "milk" not in json.dumps(asdict(found))
    assert "journal" not in brief_markdown(found)


def test_retracted_work_is_said_to_be_so_and_counts_for_nothing(searcher: Searcher) -> None:
    """In words, in both renderings, and in no bar."""
    found = brief(searcher, TOPIC)
    assert found.retracted == 1
    assert "**RETRACTED:** Valerian tea doubled sleep" in brief_markdown(found)
    assert re.search(r'"fate">RETRACTED</span> Valerian tea doubled', brief_html(found))
    assert "1 of them was retracted" in headline(found)
    assert "2015" not in text_chart(found.chart)


def test_directions_are_told_where_they_can_be(searcher: Searcher) -> None:
    """Of the topic, by year; and the chart holds each study with a year once."""
    found = brief(searcher, TOPIC)
    assert Bar("2012", "down", 1) in found.chart
    assert Bar("2009", "no difference", 1) in found.chart
    assert sum(bar.studies for bar in found.chart) == found.studies - found.retracted


def test_a_page_holds_so_many_studies_and_says_what_it_left_out(searcher: Searcher) -> None:
    found = brief(searcher, TOPIC, at_most=2)
    assert found.studies == 2
    assert found.left_out >= 1
    assert say(Language.ENGLISH, "brief.left-out", count=found.left_out) in headline(found)


def test_what_the_library_does_not_hold_is_said(searcher: Searcher) -> None:
    """In one sentence, in both renderings."""
    found = brief(searcher, "quantum computing with trapped ions")
    assert (found.groups, found.references, found.chart) == ((), (), ())
    assert "I hold no study on" in brief_markdown(found)
    assert "I hold no study on" in brief_html(found)


def test_a_page_runs_and_fetches_nothing(searcher: Searcher) -> None:
    """Hostile titles and topics are text; the document is whole and prints on paper."""
    found = brief(searcher, TOPIC)
    hostile = replace(
        found,
        topic=HOSTILE,
        references=tuple(replace(r, title=HOSTILE, outlet=HOSTILE) for r in found.references),
    )
    written = brief_html(hostile)
    page = parser.fromstring(written)
    assert page.findtext(".//h1") == HOSTILE
    assert page.xpath("//script | //img | //iframe | //link | //object | //@onload") == []
    for address in page.xpath("//a/@href"):
        assert str(address).startswith(("https://", "#source-"))
    assert page.xpath("//*[local-name()='svg']/*[local-name()='rect']")
    assert "@page" in written
    lines = brief_markdown(hostile).splitlines()
    assert lines[0] == f"# {escaped(HOSTILE)}"
    assert "<script" not in "\n".join(lines).replace("\\<", "")
    assert "[free](" not in "\n".join(lines)


def test_stories_of_one_paper_are_one_study(tiny_library: TinyLibrary, embedder) -> None:
    """The paper speaks, under its own design, and its stories are counted."""
    paper, story = STUDIES[0], STUDIES[5]
    other = replace(
        study("More on valerian tea and sleep", "Valerian tea lets adults sleep sooner.", "2012", Design.NEWS),
        id=paper.id.__class__("other-story"),
    )  # fmt: skip
    same = [
        replace(each, metadata=replace(each.metadata, doi=paper.metadata.doi, medium=Medium.WEB))
        for each in (replace(story, id=story.id.__class__("one-story")), other)
    ]
    with tiny_library(paper, *same, embedder=embedder).open() as generation:
        found = brief(Searcher(generation, embedder), TOPIC)
    assert found.studies == 1
    finding = found.groups[0].findings[0]
    assert (found.groups[0].design, finding.stories) == ("randomised trial", 2)
    assert "reported by 2 stories" in brief_markdown(found)


def test_charts_say_their_numbers() -> None:
    """Nothing is told by colour or length alone."""
    bars = (Bar("2009", "down", 2), Bar("2009", "", 1), Bar("2012", "up", 1))
    assert text_chart(bars) == "2009  ███ 3 (2 down, 1 not told)\n2012  █ 1 (1 up)"
    drawing = drawing_of(bars)
    assert drawing.legend == ("down", "up", "not told")
    assert [box.studies for box in drawing.boxes] == [2, 1, 1]
    assert all(box.y >= 0 and box.y + box.height <= drawing.height + 1e-6 for box in drawing.boxes)
    assert text_chart(()) == ""


AROUND = ("brief.file.sources", "brief.file.no-date", "direction.down", "direction.not-told")


@pytest.mark.parametrize("language", Language)
def test_the_words_around_the_findings_are_the_readers(language: Language) -> None:
    """In both files, as they are attached; the findings stay the articles'."""
    statement = Statement("Tea lowered the risk.", (Citation(1, "Tea", 0, 3, "p", ""),))
    findings = (
        Finding(statement, 1, "2009", "down", "retracted", 3),
        Finding(replace(statement, text="Tea was drunk."), 2, "", "", "current", 1),
    )
    entries = tuple(
        entry_of("a", Metadata(title=title), number=number)
        for number, title in enumerate(("Tea", ""), start=1)
    )
    bars = (Bar("2009", "down", 1), Bar("2010", "", 1))
    known = Brief("tea", "g1", (Group("cohort study", findings),), entries, 2, 4, 1, bars)
    markdown, page = (file.content.decode() for file in brief_page(known, language).enclosures)
    said = [say(language, key) for key in (*AROUND, "article.untitled", "status.retracted")]
    design = say(language, "design.cohort-study")
    said += [design[:1].upper() + design[1:], headline(known, language)]
    said.append(say(language, "brief.stories", count=3))
    for words in said:
        assert words in parser.fromstring(page).text_content()
        assert words in markdown.replace("\\", "")
    assert f'<html lang="{language}">' in page
    assert say(language, "brief.file.chart") in page
    assert say(language, "brief.file.footer", generation="g1") in page
    if language is not Language.ENGLISH:
        for word in ("Sources", "Untitled", "study", "studies", "not told", "no date", "story"):
            assert not re.search(rf"\b{word}\b", markdown) or word in " ".join(said)
