"""Evidence cards: what kind of study an article is, by its own types and words."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, strategies as st

from index.article import (
    Article,
    ArticleId,
    Medium,
    Metadata,
    Related,
    Relation,
    Section,
    SectionKind,
)
from index.enrichment.cards import card_of
from index.enrichment.participants.counting import NOTE
from index.evidence_card import Design, Subjects

H, A, C = Subjects.HUMANS, Subjects.ANIMALS, Subjects.CELLS


def paper(title: str, abstract: str = "", methods: str = "", **known: object) -> Article:
    """A paper in a journal, with an abstract and methods where given."""
    sections = [Section("Abstract", (abstract,), SectionKind.ABSTRACT)] if abstract else []
    sections += [Section("Methods › Participants", (methods,))] if methods else []
    metadata = Metadata(title=title, medium=Medium.PAPER, outlet="A Journal", **known)  # pyright: ignore[reportArgumentType] - fields by name
    return Article(ArticleId("a"), metadata, tuple(sections))


def page(title: str, *paragraphs: str, **known: object) -> Article:
    """A page of a magazine."""
    metadata = Metadata(title=title, outlet="A Magazine", **known)  # pyright: ignore[reportArgumentType] - fields by name
    return Article(ArticleId("a"), metadata, (Section("", paragraphs),))


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
    ("title", "abstract", "design", "subjects"),
    [
        pytest.param(
            "Tea calms stress",
            "Tea may calm patients with anxiety. Mice were fed tea for a week. Treated mice moved less than control mice.",
            Design.ANIMAL, (A,), id="patients are only hoped for",
        ),
        pytest.param(
            "A randomised trial of tea in dogs with epilepsy",
            "Dogs were randomly assigned to tea or water. Owners counted the seizures of 40 dogs.",
            Design.ANIMAL, (A,), id="a trial in dogs",
        ),
        pytest.param(
            "Tea extract kills breast cancer cells",
            "We treated MCF-7 cells with tea. Cell lines cultured with tea for 48 hours stopped growing.",
            Design.IN_VITRO, (C,), id="cell lines",
        ),
        pytest.param(
            "Tea and sleep",
            "Studies in mice suggest that tea calms. We recruited 40 healthy volunteers. Participants drank tea for a week.",
            Design.NOT_STATED, (H,), id="mice of others",
        ),
        pytest.param(
            "Fish oil and mood: a cohort study",
            "We followed 300 women for two years and asked how much fish they ate.",
            Design.COHORT, (H,), id="fish on a plate",
        ),
        pytest.param(
            "Immune cells in arthritis",
            "Blood of 30 patients was stained with mouse anti-human antibodies; 12 healthy volunteers were compared.",
            Design.NOT_STATED, (H,), id="a reagent named after a mouse",
        ),
        pytest.param(
            "A meta-analysis of stress in rats",
            "We searched PubMed for experiments in rats. A meta-analysis was performed on 40 experiments.",
            Design.META_ANALYSIS, (A,), id="pooled experiments in rats",
        ),
    ],
)  # fmt: skip
def test_work_on_no_people_is_marked(
    title: str, abstract: str, design: Design, subjects: tuple[Subjects, ...]
) -> None:
    card = card_of(paper(title, abstract))
    assert (card.design, card.subjects) == (design, subjects)
    assert card.not_in_humans is (H not in subjects)


@pytest.mark.parametrize(
    ("topics", "abstract", "subjects"),
    [
        pytest.param(("Animals", "Swimming"), "We timed how fast patients' favourite axolotls swim.", (A,), id="animals alone"),
        pytest.param(("Humans", "Pilots"), "We studied the sleep of pilots, a patient reports.", (H,), id="people, in words unknown"),
        pytest.param(("Humans", "HeLa Cells"), "We measured growth in culture with tea.", (C,), id="cells of people"),
        pytest.param(("Humans", "Animals", "Mice"), "Mice and mouse tissue were compared with that of patients.", (A,), id="both, and its words speak of mice"),
        pytest.param(("Humans",), "We asked 60 patients about their dogs, and 60 patients without dogs.", (H,), id="dogs that nobody studied"),
        pytest.param(("Sleep",), "Mice were fed tea. The mice slept.", (A,), id="no tags"),
    ],
)  # fmt: skip
def test_pubmeds_check_tags_are_believed(
    topics: tuple[str, ...], abstract: str, subjects: tuple[Subjects, ...]
) -> None:
    """An indexer read the paper; rules only read its words."""
    card = card_of(paper("Tea and speed", abstract, topics=topics))
    assert card.subjects == subjects


@pytest.mark.parametrize(
    ("abstract", "n"),
    [
        pytest.param("Of 400 people screened, 218 patients were randomised to tea or water.", 218, id="randomised"),
        pytest.param("A total of 1,024 women were enrolled in 12 hospitals.", 1024, id="a total"),
        pytest.param("Two hundred and eighteen children were recruited and followed.", 218, id="in words"),
        pytest.param("We studied 46 nomadic, mountain and urban individuals.", 46, id="words between"),
        pytest.param("We included 17 studies with 2309 patients in this meta-analysis.", 2309, id="patients, not studies"),
        pytest.param("Ten studies were included.", None, id="studies alone"),
        pytest.param("Among 274 (29.6%) patients, a fever developed.", None, id="a share"),
        pytest.param("We examined 25 adults with gout, 13 relatives and 28 controls.", None, id="groups side by side"),
        pytest.param("Patients were followed for 24 months at 12 sites; 40 patients died.", None, id="months, sites, the dead"),
        pytest.param("A total of 24 patients with gout were accrued. In the other arm a total of 15 patients were enrolled.", None, id="two totals"),
        pytest.param("Angiography was performed on a scanner in 50 patients with angina.", 50, id="on whom it was done"),
        pytest.param("In 2011, adults were asked what they drink.", None, id="a year"),
        pytest.param("Study 1 asked 40 students. Study 2 tested 60 students.", None, id="two studies"),
    ],
)  # fmt: skip
def test_only_a_number_of_all_who_took_part_is_n(abstract: str, n: int | None) -> None:
    assert card_of(paper("Tea in patients with headache", abstract)).n == n


def test_the_methods_tell_who_took_part_where_the_abstract_does_not() -> None:
    card = card_of(
        paper(
            "Stress and taste",
            "Participants rated sweets before and after a stressful task.",
            "Participants were 81 male undergraduates assigned to one of two groups.",
        )
    )
    assert (card.n, card.population) == (81, "male undergraduates")


@pytest.mark.parametrize(
    ("title", "abstract", "population"),
    [
        pytest.param("Tea in pregnancy", "We enrolled 60 pregnant women with mild anaemia from two clinics.", "pregnant women with mild anaemia", id="counted"),
        pytest.param("Tea and sleep in older adults with gout: a trial", "Adults were randomised.", "older adults with gout", id="titled"),
        pytest.param("Tea and sleep", "Sleep was measured.", "", id="nobody"),
    ],
)  # fmt: skip
def test_the_population_is_in_the_articles_words(
    title: str, abstract: str, population: str
) -> None:
    assert card_of(paper(title, abstract)).population == population


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


def test_news_of_mice_is_a_news_report_in_animals() -> None:
    """A story's own card never passes for that of the study it reports."""
    card = card_of(
        page(
            "Tea calms mice, study finds",
            "Mice that drank tea slept longer, researchers found in a study published in a journal.",
            "The mice were given a cup a day. “It works in mice”, the lead author said.",
        )
    )
    assert (card.design, card.subjects, card.not_in_humans) == (Design.NEWS, (A,), True)


def test_news_of_a_trial_is_no_trial() -> None:
    card = card_of(
        page(
            "Acupuncture helps headache",
            "A new study was published in a journal this week.",
            "Researchers recruited 755 adults who had headaches and assigned them at random.",
        )
    )
    assert (card.design, card.subjects, card.n) == (Design.NEWS, (H,), 755)


def test_a_page_that_reports_no_study_has_an_empty_card() -> None:
    """A review of a telephone is no review, and a story about whales studies none."""
    card = card_of(
        page("Phone review", "This telephone is loved by women, men and cats.", topics=("Reviews",))
    )
    assert card.facts() == dict.fromkeys(card.facts(), "not stated")


def test_a_notice_is_known_by_what_it_says_it_is_to_another() -> None:
    related = (Related(Relation.RETRACTS, doi="10.1/x"),)
    assert card_of(paper("About our paper on mice", related=related)).design is Design.NOTICE


_ANY_TEXT = st.text(max_size=400)
_TRICKY = st.lists(
    st.sampled_from(
        ["12", "1,024", "patients", "women", "and", "randomised", "trial", "mice", "(n = 4)", "were", "of", "total",
         "sensitivity", "specificity", "METHODS", ".", ",", "cells", "case", "control", "a", "the", "double-blind"]
    ),
    max_size=400,
).map(" ".join)  # fmt: skip


@given(title=_ANY_TEXT | _TRICKY, abstract=_ANY_TEXT | _TRICKY, methods=_ANY_TEXT | _TRICKY)
def test_every_text_has_a_card_and_its_n_is_never_made_up(
    title: str, abstract: str, methods: str
) -> None:
    card = card_of(paper(title, abstract, methods))
    assert card == card_of(paper(title, abstract, methods))
    # What stands in brackets may part a number from its people, and is left out.
    plain = f"{title} {abstract} {methods}".translate(str.maketrans("‐‑–", "---"))
    assert card.population in NOTE.sub("", plain) or card.population in plain
    assert card.n is None or card.n > 1


@pytest.mark.parametrize(
    "words", ["a ", "patients and ", "12 of 13 women, ", "sensitivity ", "(", "randomised, "]
)
def test_no_text_takes_long(words: str) -> None:
    """Whoever writes a page does not decide how long a build takes."""
    text = words * (200_000 // len(words))
    started = perf_counter()
    card_of(paper(text, text, text))
    assert perf_counter() - started < 1
