"""A story and the paper it reports are one study: found by DOI, by link, by title, or by journal, author and year."""

from __future__ import annotations

from typing import Any

import pytest

from index.article import Article, ArticleId, Medium, Metadata, Related, Relation, Section
from index.enrichment.studies import study_key, with_reports
from index.evidence_card import Design, EvidenceCard

TITLE = "Strong tea and the sleep of shift workers in three hospitals"
CARD = EvidenceCard(design=Design.COHORT, n=400)


def paper(title: str = TITLE, name: str = "paper", **known: Any) -> Article:
    known = {"outlet": "Journal of Tea", "published": "2019-03-01", "authors": ("Ada Lovelace", "Grace Hopper")} | known  # fmt: skip
    metadata = Metadata(title=title, medium=Medium.PAPER, card=CARD, **known)
    return Article(ArticleId(name), metadata, (Section("", ("Words of a paper.",)),))


def story(
    *words: str, title: str = "Tea keeps nurses awake", name: str = "story", **known: Any
) -> Article:
    known = {"published": "2019-03-05"} | known
    metadata = Metadata(title=title, outlet="A Magazine", **known)
    return Article(ArticleId(name), metadata, (Section("", words or ("Words.",)),))


def reported(*articles: Article) -> list[str]:
    """What each article reports."""
    return [one.metadata.reports for one in with_reports(articles)]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        pytest.param((), {"doi": "10.1000/a"}, id="its DOI"),
        pytest.param((), {"pmid": "11"}, id="its PubMed id"),
        pytest.param(("The study is at https://doi.org/10.1000/a.",), {}, id="the one DOI it prints"),
        pytest.param((f"The paper, “{TITLE}”, was published.",), {}, id="the title it prints"),
        pytest.param((f"The paper, {TITLE.replace('three', 'four').upper()}, was published.",), {}, id="the title, a word amiss"),
        pytest.param(
            ("The study was led by Ada Lovelace and published in the Journal of Tea.",
             "Shift workers in hospitals who drank strong tea had less sleep."), {}, id="journal, author, year and matter"),
    ],
)  # fmt: skip
def test_a_story_is_linked_to_its_paper(told: tuple[str, ...], known: dict[str, str]) -> None:
    """Both are then one study, and the paper's card is beside the story."""
    articles = with_reports([paper(doi="10.1000/a", pmid="11"), story(*told, **known)])
    linked = articles[1].metadata
    assert (linked.reports, linked.reported) == ("paper", CARD)
    assert {study_key(one.metadata, one.id) for one in articles} == {"10.1000/a"}


@pytest.mark.parametrize(
    ("told", "known"),
    [
        pytest.param(("Nothing is said of any paper.",), {}, id="nothing told"),
        pytest.param((), {"doi": "10.1000/elsewhere"}, id="another paper's DOI"),
        pytest.param(("See 10.1000/a and 10.1000/b.",), {}, id="two DOIs"),
        pytest.param(("The study was published in the Journal of Tea by Ada Lovelace.", "Whales sing."), {}, id="another study of hers there"),
        pytest.param(
            ("The study was published in the Journal of Tea.", "Shift workers in hospitals who drank strong tea had less sleep."),
            {}, id="no author named"),
        pytest.param((f"The paper is “{TITLE}”.",), {"published": "2016-01-01"}, id="told years before the paper"),
        pytest.param(
            ("A. Smith. Green tea. 2011;3:12-19.", f"A. Lovelace. {TITLE}. 2019;4(2):1-9.", "B. Jones. Black tea. 2015;1:3-8."),
            {}, id="a list of references"),
    ],
)  # fmt: skip
def test_what_does_not_surely_report_a_paper_is_not_linked(
    told: tuple[str, ...], known: dict[str, str]
) -> None:
    articles = (
        paper(doi="10.1000/a"),
        paper("Another title of six words more", "other", doi="10.1000/b"),
    )
    assert reported(*articles, story(*told, **known))[2] == ""


def test_several_stories_on_one_paper_are_one_study() -> None:
    """Though none of them names its DOI, and the paper has none."""
    told = f"The paper is “{TITLE}”."
    articles = with_reports([paper(), story(told), story(told, name="again")])
    assert [one.metadata.reports for one in articles] == ["", "paper", "paper"]
    keys = {study_key(one.metadata, one.id) for one in articles}
    assert keys == {"paper"}


def test_stories_on_a_paper_that_is_not_here_are_one_study_by_its_doi() -> None:
    one, other = with_reports([story(doi="10.1000/x"), story(name="again", doi="10.1000/x")])
    assert study_key(one.metadata, one.id) == study_key(other.metadata, other.id) == "10.1000/x"


def test_a_notice_that_repeats_the_title_is_not_what_was_reported() -> None:
    notice = paper(f"Retraction: {TITLE}", "notice", doi="10.1000/n", related=(Related(Relation.RETRACTS, doi="10.1000/a"),))  # fmt: skip
    work = paper(doi="10.1000/a")
    assert reported(notice, work, story(f"The paper is “{TITLE}”."))[2] == "paper"


def test_two_works_of_one_title_leave_it_open() -> None:
    works = (paper(doi="10.1000/a"), paper(name="other", doi="10.1000/b"))
    assert reported(*works, story(f"The paper is “{TITLE}”."))[2] == ""


def test_of_two_copies_the_fuller_one_is_named() -> None:
    """An abstract and the whole paper may both stand here."""
    short = paper(name="abstract", pmid="11")
    whole = paper(name="whole", pmid="11", doi="10.1000/a")
    assert reported(short, whole, story(pmid="11"))[2] == "whole"


def test_a_library_without_papers_stays_as_it_is() -> None:
    articles = (story(), story(name="again"))
    assert with_reports(articles) == articles
