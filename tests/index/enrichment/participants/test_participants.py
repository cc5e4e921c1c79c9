"""Whom or what a study was made on, and how many took part."""

from __future__ import annotations

import pytest

from index.enrichment.cards import card_of
from index.evidence_card import Design, Subjects
from tests.index.enrichment.pieces import A, C, H, paper


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
