"""What members ask of a shelf: each question limits what it plainly says of articles, and nothing that is the matter."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from index.article import ArticleId, Metadata, Status
from index.evidence_card import Design
from index.holdings.filters import EVERYTHING, Filters
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import Intent, intent_of

_WORKS: Final = (
    Metadata(title="Bees warm the brood at night", authors=("Lena Park", "Omar Haddad"), outlet="Nature", published="2021-03-04", doi="10.5555/bees.21"),
    Metadata(title="Garlic and blood pressure: a meta-analysis", authors=("Sofia Rossi",), outlet="BMJ Open", published="2018"),
    Metadata(title="Screens before bed", authors=("Daniel Green", "Mei Chen"), outlet="The Guardian", published="2024-05-12"),
    Metadata(title="Cold water swimming and mood", authors=("Ingrid Olsen",), outlet="Frontiers in Psychology", published="2022-08-30"),
    Metadata(title="Vitamin D in the elderly", authors=("K. O'Brien", "Mei Chen"), outlet="JAMA", published="2015-11", status=Status.RETRACTED),
    Metadata(title="Ants that farm", authors=("Peter Rice",), outlet="Science", published="2019-06-01"),
    Metadata(title="Why May babies sleep less", authors=("Grace Winter",), outlet="Sleep", published="2020-01-20"),
    Metadata(title="Coffee drinkers live longer", authors=("José Núñez",), outlet="Science Daily", published="2023-02-02"),
    Metadata(title="Microplastics in human blood", authors=("Anna de Vries",), outlet="Environment International", published="2022"),
    Metadata(title="Deep sleep cleans the brain", authors=("Wei Chen", "Lena Park"), outlet="Cell", published="2013-10"),
)  # fmt: skip
_HOLDINGS: Final = Holdings(
    holding_of(ArticleId(str(row)), row, range(row, row + 1), known)
    for row, known in enumerate(_WORKS)
)


def _understood(question: str) -> Intent:
    return intent_of(question, _HOLDINGS, today=date(2026, 5, 20))


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("What does Haddad say about brood warmth?", Filters(authors=("Haddad",))),
        ("park et al 2021 bees", Filters(authors=("park",), since="2021", until="2021")),
        ("studies by O'Brien on vitamin d", Filters(authors=("O'Brien",))),
        ("papers of Mei Chen about screens", Filters(authors=("Mei Chen",))),
        ("Chen's work on sleep before 2020", Filters(authors=("Chen",))),
        ("anything from de Vries about plastics", Filters(authors=("de Vries",))),
        ("did Núñez publish anything on coffee", Filters(authors=("Núñez",))),
        ("in the guardian, do screens harm sleep?", Filters(outlets=("The Guardian",))),
        ("what has Frontiers in Psychology published on mood", Filters(outlets=("Frontiers in Psychology",))),
        ("frontiers in psych papers on swimming", Filters(outlets=("Frontiers in Psychology",))),
        ("do bees sleep at night, in Nature?", Filters(outlets=("Nature",))),
        ("results from Grace Winter on sleep", Filters(authors=("Grace Winter",))),
        ("papers since 2020 comparing tea and coffee", Filters(since="2020")),
        ("papers from the last five years bees", Filters(since="2021-05-20")),
        ("papers before 2020 looking at tea", Filters(until="2019")),
        ("according to nature and JAMA, do bees rest", Filters(outlets=("Nature", "JAMA"))),
        ("papers from 2022 on women", Filters(since="2022", until="2022")),
        ("stuff published after 2021 about microplastics", Filters(since="2022")),
        ("studies older than 2015 about deep sleep", Filters(until="2014")),
        ("what was published in August 2022 on swimming", Filters(since="2022-08", until="2022-08")),
        ("10.5555/bees.21 main result?", Filters(articles=("0",))),
        ("doi 10.5555/BEES.21 who funded it", Filters(articles=("0",))),
        ("what did Rice find in Science about ants in 2019", Filters(authors=("Rice",), outlets=("Science",))),
        ("does rice raise blood sugar according to JAMA", Filters(outlets=("JAMA",))),
        ("winter swimming studies from 2022", Filters(since="2022", until="2022")),
        ("GUARDIAN ARTICLES ON SCREENS", Filters(outlets=("The Guardian",))),
        ("on sleep: what do Cell and Nature say?", Filters(outlets=("Cell", "Nature"))),
        ("has Olsen written about cold water?", Filters(authors=("Olsen",))),
        ("tell me about the Park and Haddad paper", Filters(authors=("Park", "Haddad"))),
        ("garlic (Rossi 2018)", Filters(authors=("Rossi",), since="2018", until="2018")),
        ("(Chen 2013) and (Park 2021) on sleep", Filters(authors=("Chen", "Park"))),
        ("(Chen 1999) and (Park 2021) on sleep", Filters(authors=("Chen", "Park"))),
        ("Chen 2013; Park 2021; Rossi 2018: sleep", Filters(authors=("Chen", "Park", "Rossi"))),
        ("garlic [Rossi, 2018]", Filters(authors=("Rossi",), since="2018", until="2018")),
        ("reports by Green and others on screens", Filters(authors=("Green",))),
        ("what do Olsen et al. conclude on mood", Filters(authors=("Olsen",))),
        ("sleep in winter according to Winter", Filters(authors=("Winter",))),
        ("papers in sleep and JAMA about babies", Filters(outlets=("Sleep", "JAMA"))),
        ("bees, but please only from Nature", Filters(outlets=("Nature",))),
        ("studies from the last two years on screens", Filters(since="2024-05-20")),
        ("papers from 2012 to 2016 on the elderly", Filters(since="2012", until="2016")),
        ("papers from 2010s on deep sleep", Filters(since="2010", until="2019")),
        ("articles on ants that appeared before 2020", Filters(until="2019")),
        ("which 2022 study is about plastics", Filters(since="2022", until="2022")),
        ("studies published in 2031 by Rice", Filters(authors=("Rice",), since="2031", until="2031")),
        ("summarise https://doi.org/10.5555/bees.21 please", Filters(articles=("0",))),
        ('what does "Ants that farm" conclude', Filters(articles=("5",))),
        ("co-authored by Park and Haddad: bees", Filters(authors=("Park", "Haddad"))),
        ("what does Rice show about ants", Filters(authors=("Rice",))),
        ("Is there anything by Rossi in Nature on garlic?", Filters(authors=("Rossi",), outlets=("Nature",))),
        ("is there nothing in Nature that helps bees", Filters(outlets=("Nature",))),
        ("why do none of the Guardian stories help sleep", Filters(outlets=("The Guardian",))),
        ("by Olsen: does cold water lift mood", Filters(authors=("Olsen",))),
        ("anything newer than 2020 by Park on bees", Filters(authors=("Park",), since="2021")),
    ],
)  # fmt: skip
def test_what_is_plainly_said_of_articles_limits_the_search(
    question: str, filters: Filters
) -> None:
    """In whatever order of words, and though no article be so."""
    intent = _understood(question)
    assert (intent.filters, intent.unwanted, intent.newest) == (filters, (), False)


@pytest.mark.parametrize(
    ("question", "filters", "unwanted"),
    [
        ("vitamin d, but nothing that was retracted", Filters(), Filters(statuses=(Status.RETRACTED,))),
        ("non-retracted studies of vitamin d", Filters(), Filters(statuses=(Status.RETRACTED,))),
        ("papers by Winter or Olsen not in Sleep about mood", Filters(authors=("Winter", "Olsen")), Filters(outlets=("Sleep",))),
        ("sleep papers not older than 5 years", Filters(), Filters(until="2021-05-20")),
        ("no papers from before 2015 please, deep sleep", Filters(), Filters(until="2014")),
        ("everything but the Guardian on screens", Filters(), Filters(outlets=("The Guardian",))),
        ("meta-analysis or trial on garlic, not retracted", Filters(), Filters(statuses=(Status.RETRACTED,))),
        ("anyone besides Chen on screens?", Filters(), Filters(authors=("Chen",))),
        ("not Chen but Olsen on mood", Filters(), Filters(authors=("Chen",))),
        ("papers except from 2013 about deep sleep", Filters(), Filters(since="2013", until="2013")),
        ("screens, but nothing from the Guardian", Filters(), Filters(outlets=("The Guardian",))),
        ("nothing from the Guardian please: screens", Filters(), Filters(outlets=("The Guardian",))),
        ("studies that are not retracted on garlic", Filters(), Filters(statuses=(Status.RETRACTED,))),
        ("none of the Guardian stuff: screens", Filters(), Filters(outlets=("The Guardian",))),
        ("sleep (nothing by Chen)", Filters(), Filters(authors=("Chen",))),
        ("sleep,nothing by Chen", Filters(), Filters(authors=("Chen",))),
        ("sleep - nothing by Chen", Filters(), Filters(authors=("Chen",))),
        ("sleep? Nothing by Chen!", Filters(), Filters(authors=("Chen",))),
        ("screens and nothing from the Guardian", Filters(), Filters(outlets=("The Guardian",))),
        ("screens [none of the Guardian's papers]", Filters(), Filters(outlets=("The Guardian",))),
        ("none by Chen: sleep", Filters(), Filters(authors=("Chen",))),
        ("papers on mood but none by Chen", Filters(), Filters(authors=("Chen",))),
        ("papers on mood, none in Cell", Filters(), Filters(outlets=("Cell",))),
        ("papers on mood, none from 2013", Filters(), Filters(since="2013", until="2013")),
    ],
)  # fmt: skip
def test_what_is_plainly_denied_of_articles_is_left_out(
    question: str, filters: Filters, unwanted: Filters
) -> None:
    """And never looked for instead."""
    intent = _understood(question)
    assert (intent.filters, intent.unwanted) == (filters, (unwanted,))
    assert not intent.preferred.statuses


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("in may do bees swarm more", Filters(since="2026-05", until="2026-05")),
        ("papers in the first half of 2021 on bees", Filters(since="2021", until="2021")),
        ("retracted papers about vitamin D", Filters(statuses=(Status.RETRACTED,))),
        ("meta analyses on garlic", Filters(designs=(Design.META_ANALYSIS,))),
        ("any RCTs of cold water swimming?", Filters(designs=(Design.RANDOMISED_TRIAL,))),
        ("is there a systematic review or an rct on garlic", Filters(designs=(Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS, Design.RANDOMISED_TRIAL))),
        ("Ants that farm", Filters(articles=("5",))),
        ("cell studies on sleep", Filters(outlets=("Cell",))),
        ("Cell studies of deep sleep", Filters(outlets=("Cell",))),
        ("observational or animal studies on sleep", Filters(designs=(Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL, Design.ANIMAL))),
        ("Nunez's coffee study", Filters(authors=("Nunez",))),
        ("Chen papers on sleep", Filters(authors=("Chen",))),
    ],
)  # fmt: skip
def test_what_may_be_said_of_articles_or_of_the_matter_is_preferred(
    question: str, preferred: Filters
) -> None:
    """It hides nothing."""
    assert _understood(question) == Intent(_understood(question).question, EVERYTHING, preferred)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("newest studies by Lena Park on sleep", Filters(authors=("Lena Park",))),
        ("most recent articles in JAMA", Filters(outlets=("JAMA",))),
        ("Green's recent findings on screens", Filters(authors=("Green",))),
        ("the newest papers by Chen since 2010 on sleep", Filters(authors=("Chen",), since="2010")),
        ("Chen's latest work since 2010 on sleep", Filters(authors=("Chen",), since="2010")),
        ("the latest Chen paper on sleep", Filters()),
    ],
)  # fmt: skip
def test_somebodys_newest_articles_are_asked_for(question: str, filters: Filters) -> None:
    """Whose they are takes nothing from how new they are to be."""
    intent = _understood(question)
    assert (intent.filters, intent.newest) == (filters, True)


@pytest.mark.parametrize(
    "question",
    [
        "jama vitamin d trial",
        "science daily coffee",
        "does science support coffee",
        "in nature, do bees sleep at night?",
        "in May bees swarm: why?",
        "papers of 2000 women on vitamin d",
        "papers from 2022 women's health conferences",
        "articles from summer 2022 about swimming",
        "coffee research since the pandemic",
        "what does Green tea do",
        "not just Nature: what else is known of bees",
        "since when do ants farm",
        "2019's paper on ants",
        "did bees say anything on mood",
        "what is the view of Rossi on garlic",
        "rossi garlic",
        "is Rossi right about garlic?",
        "does winter make babies sleep less",
        "studies of rice in Asia",
        "studies of Rice in Asia",
        "trials from Green Bay hospitals",
        "how do sleep and nature affect mood",
        "bees without nature studies",
        "JAMA 2015 vitamin d",
        "pre 2016 work on vitamin d",
        "coffee studies published this decade",
        "studies from two years ago on screens",
        "ants, 2019",
        "is a study with 1999 people big enough",
        "1995 patients in a trial of garlic",
        "studies after 2100 on ants",
        "Screens before bed 2024",
        "mood papers Olsen",
        "nothing works against ants?",
        "does nothing in nature help bees",
        "did the studies of Brown and May differ",
        "why was the vitamin D paper not retracted",
        "the latest New York bees",
        "what does rice show about arsenic",
        "In science, what counts as evidence?",
        "do young people from Green Bay sleep less",
        "how does Rice yield change in winter",
        "papers by people with insomnia",
        "studies by 2020 on ants",
        "news in 1999 about screens",
        "reports of 2008 crash effects on mood",
        "a report on the 2021 heatwave and bees",
        "studies published before and after 2020 on sleep",
        "exclude reviews: garlic",
        "studies since 2020 lockdowns on sleep",
        "papers after 2020 election stress",
        "studies until 2050 heat projections",
        "papers before 2020 spring on sleep",
        "studies after 2015 shooting on mood",
        "papers on sleep, JAMA",
        "studies on nature and BMJ Open",
        "changes in sleep, JAMA",
        "results from Grace Winter hospital",
        "papers from Cold War labs",
        "did rice farmers publish anything on ants",
        "papers in cell and nature conservation",
    ],
)
def test_what_only_looks_like_it_limits_nothing(question: str) -> None:
    """A name that is a thing or a word, and a number that counts."""
    intent = _understood(question)
    assert (intent.filters, intent.unwanted, intent.newest) == (EVERYTHING, (), False)


def test_what_may_be_somebodys_and_is_denied_is_not_preferred() -> None:
    """Rather nothing than the other way round."""
    question = "sleep, but not Green studies"
    assert _understood(question) == Intent(question, EVERYTHING, EVERYTHING)
