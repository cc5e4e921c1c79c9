"""Which design an article has, by its types, its title and its abstract, in that order of trust."""

from __future__ import annotations

import pytest

from index.article import (
    Article,
    ArticleId,
    Medium,
    Metadata,
)
from index.enrichment.cards import card_of
from index.evidence_card import Design
from tests.index.enrichment.pieces import paper


@pytest.mark.parametrize(
    ("genre", "topics", "design"),
    [
        pytest.param("review-article", (), Design.REVIEW, id="JATS review"),
        pytest.param("case-report", (), Design.CASE_REPORT, id="JATS case report"),
        pytest.param("article-commentary", (), Design.OPINION, id="JATS commentary"),
        pytest.param("retraction", (), Design.NOTICE, id="JATS retraction"),
        pytest.param("research-article", ("Essay", "Biology"), Design.OPINION, id="its section"),
        pytest.param("news", (), Design.NEWS, id="news in a journal"),
        pytest.param(
            "Journal Article; Randomized Controlled Trial", (), Design.RANDOMISED_TRIAL, id="PubMed trial"
        ),
        pytest.param("Meta-Analysis; Review", (), Design.META_ANALYSIS, id="the stronger of two"),
        pytest.param("Practice Guideline; Review", (), Design.GUIDELINE, id="PubMed guideline"),
        pytest.param("Comment; Randomized Controlled Trial", (), Design.RANDOMISED_TRIAL, id="a trial with a comment"),
        pytest.param("Journal Article; Retracted Publication", (), Design.NOT_STATED, id="retracted work is no notice"),
        pytest.param("Clinical Trial, Phase II; Multicenter Study", (), Design.TRIAL, id="PubMed phase two"),
    ],
)  # fmt: skip
def test_stated_types_are_believed(genre: str, topics: tuple[str, ...], design: Design) -> None:
    assert card_of(paper("Sleep and mood", genre=genre, topics=topics)).design is design


@pytest.mark.parametrize(
    ("title", "design"),
    [
        pytest.param("Tea for headache: a systematic review and meta-analysis", Design.META_ANALYSIS, id="meta-analysis"),
        pytest.param("Tea for headache: a systematic review", Design.SYSTEMATIC_REVIEW, id="systematic review"),
        pytest.param("Tea for headache: a cluster-randomised, double-blind trial", Design.RANDOMISED_TRIAL, id="trial"),
        pytest.param("Tea for headache: study protocol for a randomised trial", Design.PROTOCOL, id="protocol of a trial"),
        pytest.param("Tea for headache: a non-randomised trial", Design.TRIAL, id="not randomised"),
        pytest.param("Tea and headache in nurses: a prospective cohort study", Design.COHORT, id="cohort"),
        pytest.param("Tea and headache: a population-based case-control study", Design.CASE_CONTROL, id="case-control"),
        pytest.param("A case–control study of tea.", Design.CASE_CONTROL, id="as printers set it"),
        pytest.param("Headache: evidence-based clinical practice guidelines.", Design.GUIDELINE, id="as PubMed ends a title"),
        pytest.param("Headache among nurses: a cross-sectional survey", Design.CROSS_SECTIONAL, id="cross-sectional"),
        pytest.param("Headache after tea: a case report", Design.CASE_REPORT, id="case report"),
        pytest.param("Living with headache: a qualitative study", Design.QUALITATIVE, id="qualitative"),
        pytest.param("Diagnostic accuracy of a blood test for gout", Design.DIAGNOSTIC, id="diagnostic"),
        pytest.param("Clinical practice guideline for headache", Design.GUIDELINE, id="guideline"),
        pytest.param("Tea and health: a narrative review", Design.REVIEW, id="review"),
        pytest.param("Spread of measles: a mathematical model", Design.MODELLING, id="model"),
        pytest.param("Retraction: Tea cures headache", Design.NOTICE, id="retraction"),
        pytest.param("Correction to: Tea cures headache", Design.NOTICE, id="correction"),
        pytest.param("Correction for Ames et al., Tea cures headache", Design.NOTICE, id="as PNAS writes"),
        pytest.param("Correction of scoliosis by bracing", Design.NOT_STATED, id="no notice"),
        pytest.param("Adherence to clinical guidelines for headache", Design.NOT_STATED, id="about a guideline"),
        pytest.param("Sample size in cluster-randomized trials", Design.NOT_STATED, id="about trials"),
        pytest.param("Tea and gout: a Mendelian randomization study", Design.NOT_STATED, id="randomised by birth"),
        pytest.param("Sleep and mood", Design.NOT_STATED, id="nothing told"),
    ],
)  # fmt: skip
def test_a_title_names_its_own_design(title: str, design: Design) -> None:
    assert card_of(paper(title)).design is design


@pytest.mark.parametrize(
    ("abstract", "design"),
    [
        pytest.param("Sixty patients were randomly assigned to tea or to water.", Design.RANDOMISED_TRIAL, id="assigned"),
        pytest.param("Several randomised trials have tested tea. We asked 60 adults what they drink.", Design.NOT_STATED, id="trials of others"),
        pytest.param("Images of 900 patients were randomly divided into training and test sets.", Design.NOT_STATED, id="a split of data"),
        pytest.param("We followed 4,000 nurses. During 12,000 person-years, 40 had a stroke.", Design.COHORT, id="followed"),
        pytest.param("In this case-control study we compared the diets of people with and without gout.", Design.CASE_CONTROL, id="case-control"),
        pytest.param("We did a cross-sectional survey of pupils in ten schools.", Design.CROSS_SECTIONAL, id="survey"),
        pytest.param("We report the case of a woman whose sight failed after a bee sting.", Design.CASE_REPORT, id="case"),
        pytest.param("Semi-structured interviews with carers were coded by theme.", Design.QUALITATIVE, id="interviews"),
        pytest.param("In this review, we summarise what is known of sleep.", Design.REVIEW, id="review"),
        pytest.param("We searched MEDLINE and Embase. A meta-analysis was performed on trials of tea.", Design.META_ANALYSIS, id="pooled"),
    ],
)  # fmt: skip
def test_an_abstract_tells_of_its_own_work(abstract: str, design: Design) -> None:
    assert card_of(paper("Tea and health", abstract)).design is design


@pytest.mark.parametrize(
    ("known", "preprint"),
    [
        pytest.param({"doi": "10.1101/2020.03.01.20029769"}, True, id="medRxiv"),
        pytest.param({"doi": "10.1101/gr.229102.117"}, False, id="a journal of the same prefix"),
        pytest.param({"doi": "10.48550/arxiv.2101.00001"}, True, id="arXiv"),
        pytest.param({"doi": "10.2139/ssrn.3550308"}, True, id="SSRN"),
        pytest.param({"doi": "10.21203/rs.3.rs-1/v1"}, True, id="Research Square"),
        pytest.param({"genre": "Preprint"}, True, id="its type"),
        pytest.param({"doi": "10.1371/journal.pone.0000001"}, False, id="a journal"),
    ],
)
def test_a_preprint_is_known_by_its_doi_or_type(known: dict[str, str], preprint: bool) -> None:  # noqa: FBT001 - a row's value
    assert card_of(paper("Tea and gout", "We studied gout.", **known)).preprint is preprint


def test_nothing_tells_whether_a_paper_without_an_outlet_is_a_preprint() -> None:
    bare = Article(ArticleId("a"), Metadata(title="Tea and gout", medium=Medium.PAPER), ())
    assert card_of(bare).preprint is None
