"""Authors, outlets, times and kinds are read as people write them, and never where they are the matter."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from time import perf_counter

import pytest

from index.article import ArticleId, Metadata, Status
from index.evidence_card import Design
from index.holdings.filters import Filters
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import Intent, intent_of

TODAY = date(2026, 5, 20)
WORKS = (
    Metadata(title="Cold rooms wake brown fat", authors=("Alice M. Brown", "Tom Young"), outlet="The Lancet", published="2023-05-10"),
    Metadata(title="What the 1918 flu teaches", authors=("Theresa May", "Ann Long"), outlet="PsyPost", published="2026-04-02"),
    Metadata(title="Walking in Parkinson disease", authors=("Maria Smith", "José García-López"), outlet="PLOS ONE", published="2025-11-20", pmid="16060722"),
    Metadata(title="Coffee and the heart", authors=("J. R. Smith", "Wei Zhang"), outlet="PLOS Medicine", published="2022-01-12"),
    Metadata(title="Magnets heal ankles", authors=("The Footnote Staff",), outlet="Breast Cancer Research", published="1996", status=Status.RETRACTED, doi="10.5555/magnets", url="https://www.example.org/magnets/"),
    Metadata(title="Mice and fat", outlet="Nature", published="2009-06"),
    Metadata(title="How teenagers sleep", outlet="BBC", published="2021-02-03"),
    Metadata(title="Gait in winter", outlet="Parkinsonism and Related Disorders", published="2012"),
)  # fmt: skip
HOLDINGS = Holdings(
    holding_of(ArticleId(str(row)), row, range(row, row + 1), known)
    for row, known in enumerate(WORKS)
)


def understood(question: str) -> Intent:
    """What the question says, asked in May 2026."""
    return intent_of(question, HOLDINGS, today=TODAY)


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
        ("articles from 2023 on fat", "on fat", Filters(since="2023", until="2023")),
        ("articles from 2023 onwards on fat", "on fat", Filters(since="2023")),
        ("papers from 2023 to now on fat", "on fat", Filters(since="2023")),
        ("papers last year on walking", "on walking", Filters(since="2025", until="2025")),
        ("news from last month about flu", "about flu", Filters(since="2026-04", until="2026-04")),
        ("research from the last five years on fat", "on fat", Filters(since="2021-05-20")),
        ("studies in the past 60 days on flu", "on flu", Filters(since="2026-03-21")),
        ("articles since March on flu", "on flu", Filters(since="2026-03")),
        ("articles since June on walking", "on walking", Filters(since="2025-06")),
        ("papers between October and December 2025 on walking", "on walking", Filters(since="2025-10", until="2025-12")),
        ("articles published on 2 April 2026 about flu", "about flu", Filters(since="2026-04-02", until="2026-04-02")),
        ("articles of April 2nd, 2026 about flu", "about flu", Filters(since="2026-04-02", until="2026-04-02")),
        ("papers from the 1990s on ankles", "on ankles", Filters(since="1990", until="1999")),
        ("papers since the 90s on ankles", "on ankles", Filters(since="1990")),
        ("papers before the 2000s on ankles", "on ankles", Filters(until="1999")),
        ("papers after the 2000s on ankles", "on ankles", Filters(since="2010")),
        ("studies older than 2010 on ankles", "on ankles", Filters(until="2009")),
        ("studies newer than 2022 on fat", "on fat", Filters(since="2023")),
        ("anything older than ten years on ankles", "on ankles", Filters(until="2016-05-20")),
        ("papers from the last decade on fat", "on fat", Filters(since="2016-05-20")),
        ("pre-2000 papers on ankles", "on ankles", Filters(until="1999")),
        ("post-2020 studies on coffee", "on coffee", Filters(since="2021")),
        ("2023 studies on fat", "on fat", Filters(since="2023", until="2023")),
        ("the 2023 paper about fat", "about fat", Filters(since="2023", until="2023")),
        ("studies 2022-2023 on fat", "on fat", Filters(since="2022", until="2023")),
        ("since 2022, what do studies say about fat", "what do studies say about fat", Filters(since="2022")),
        ("in 2023, what was published about fat?", "what was published about fat?", Filters(since="2023", until="2023")),
        ("what did J. Smith say about coffee", "coffee", Filters(authors=("J. Smith",))),
        ("what does Smith, M. say about walking", "walking", Filters(authors=("Smith, M.",))),
        ("what did Smith JR find on coffee", "coffee", Filters(authors=("Smith JR",))),
        ("what do Smith & Brown say about coffee?", "coffee?", Filters(authors=("Smith", "Brown"))),
        ("what do Smith, Brown and Young say about fat", "fat", Filters(authors=("Smith", "Brown", "Young"))),
        ("papers by Maria Smith on walking", "walking", Filters(authors=("Maria Smith",))),
        ("a study by Garcia Lopez on walking", "walking", Filters(authors=("Garcia Lopez",))),
        ("according to a study by Brown, does cold help?", "does cold help?", Filters(authors=("Brown",))),
        ("papers by smith on walking", "walking", Filters(authors=("smith",))),
        ("prof brown's work on fat", "fat", Filters(authors=("brown",))),
        ("Smith and Zhang (2022) on coffee", "coffee", Filters(authors=("Smith", "Zhang"), since="2022", until="2022")),
        ("what did the work of Brown et al., 2023 find on fat", "what did the work of find on fat", Filters(authors=("Brown",), since="2023", until="2023")),
        ("what does the lancet say about fat", "fat", Filters(outlets=("The Lancet",))),
        ("according to the Lancet, does cold help?", "does cold help?", Filters(outlets=("The Lancet",))),
        ("psypost on flu", "flu", Filters(outlets=("PsyPost",))),
        ("PsyPost's articles about flu", "about flu", Filters(outlets=("PsyPost",))),
        ("what does PLOS say about coffee", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("lancet studies on fat", "on fat", Filters(outlets=("The Lancet",))),
        ("lancet on fat", "fat", Filters(outlets=("The Lancet",))),
        ("the lancet, fat and cold", "fat and cold", Filters(outlets=("The Lancet",))),
        ("bbc on sleep", "sleep", Filters(outlets=("BBC",))),
        ("BBC on sleep", "sleep", Filters(outlets=("BBC",))),
        ("what does the bbc say about sleep", "sleep", Filters(outlets=("BBC",))),
        ("sleep, by the BBC", "sleep", Filters(outlets=("BBC",))),
        ("plos med on coffee", "coffee", Filters(outlets=("PLOS Medicine",))),
        ("PLoS Med. papers on coffee", "on coffee", Filters(outlets=("PLOS Medicine",))),
        ("papers from PsyPost and from the BBC on sleep", "and on sleep", Filters(outlets=("PsyPost", "BBC"))),
        ("parkinsonism and related disorders on gait", "gait", Filters(outlets=("Parkinsonism and Related Disorders",))),
        ("plos on coffee", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("plos studies on coffee", "on coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("Smith and Zhang (2021) on coffee", "coffee", Filters(authors=("Smith", "Zhang"))),
        ("papers in breast cancer research on ankles", "on ankles", Filters(outlets=("Breast Cancer Research",))),
        ("retracted papers since 1990 on ankles", "on ankles", Filters(since="1990")),
    ],
)  # fmt: skip
def test_what_is_said_of_articles_is_read_as_written(
    question: str, rest: str, filters: Filters
) -> None:
    """Dates, names and outlets in any usual form."""
    intent = understood(question)
    assert (intent.question, intent.filters) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("fat and cold, not from the Lancet", "fat and cold", Filters(outlets=("The Lancet",))),
        ("anything but PsyPost on flu", "on flu", Filters(outlets=("PsyPost",))),
        ("except PLOS ONE, who wrote on walking", "who wrote on walking", Filters(outlets=("PLOS ONE",))),
        ("studies on coffee not from PLOS", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("papers not from 2023 about fat", "fat", Filters(since="2023", until="2023")),
        ("studies on fat, but not before 2015", "fat", Filters(until="2014")),
        ("papers not written by Smith about coffee", "papers coffee", Filters(authors=("Smith",))),
        ("papers that aren't by Smith on coffee", "papers that coffee", Filters(authors=("Smith",))),
        ("coffee, except by Smith", "coffee", Filters(authors=("Smith",))),
        ("without Brown, what do studies say about fat", "what do studies say about fat", Filters(authors=("Brown",))),
        ("excluding retracted papers, do magnets help?", "do magnets help?", Filters(statuses=(Status.RETRACTED,))),
        ("non-retracted studies on magnets", "magnets", Filters(statuses=(Status.RETRACTED,))),
    ],
)  # fmt: skip
def test_what_is_denied_is_left_out(question: str, rest: str, unwanted: Filters) -> None:
    """And never the other way round."""
    intent = understood(question)
    assert (intent.question, intent.unwanted) == (rest, (unwanted,))
    assert not intent.filters
    assert not intent.preferred


@pytest.mark.parametrize(
    "question",
    [
        "antibiotics taken by long haul patients",
        "papers by young people on asthma",
        "is it made by Brown fat cells?",
        "ACTIVATED BY BROWN FAT",
        "Taken By Long Haul Patients",
        "what does long covid show in blood",
        "may exercise help with Parkinson?",
        "What does Parkinson disease show about walking",
        "what do the young say about asthma",
        "what does may mean",
        "May 2024",
        "without brown fat, do mice freeze?",
        "trial of 2000 women on coffee",
        "studies in 1996 patients with asthma",
        "a study of 2023 men and 2022 women",
        "has obesity risen in the last five years?",
        "what happened during the 1918 flu",
        "how does night work since 1996 harm",
        "the nature of lies",
        "changes in nature",
        "What Does Nature Say About Mice",
        "what is new in exercise",
        "parkinsonism on levodopa",
        "parkinsonism studies on gait",
        "does sleep at bbc matter",
        "results in Nature Medicine on mice",
        "papers by nobody on fat",
        "not from Science: mice",
        "what does https://www.example.org/other/ say",
    ],
)
def test_what_is_no_name_and_no_date_of_articles_limits_nothing(question: str) -> None:
    """A name that is a word, a number that is a year, a time in which something happened."""
    intent = understood(question)
    assert not intent.filters
    assert not intent.unwanted


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("what is new in breast cancer research", Filters(outlets=("Breast Cancer Research",))),
        ("Nature papers on mice", Filters(outlets=("Nature",))),
        ("nature papers on mice", Filters(outlets=("Nature",))),
        ("papers on fat since 2022", Filters(since="2022")),
        ("papers on fat from 2022 to 2023", Filters(since="2022", until="2023")),
        ("a review of 2022 studies", Filters(designs=(Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS))),
        ("observational studies of fat", Filters(designs=(Design.COHORT, Design.CASE_CONTROL, Design.CROSS_SECTIONAL))),
        ("clinical trials of magnets", Filters(designs=(Design.TRIAL, Design.RANDOMISED_TRIAL))),
        ("which reviews are there on fat", Filters(designs=(Design.REVIEW, Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS))),
        ("no reviews of fat please", Filters()),
        ("nature, nurture and fat", Filters()),
        ("Nature, nurture and fat", Filters()),
        ("has anything on ankles been retracted?", Filters(statuses=(Status.RETRACTED,))),
        ("is the magnet study retracted?", Filters(statuses=(Status.RETRACTED,))),
        ("any retracted papers on ankles", Filters(statuses=(Status.RETRACTED,))),
        ("any retractions about ankles", Filters(statuses=(Status.RETRACTED,))),
    ],
)  # fmt: skip
def test_what_may_be_meant_otherwise_is_only_preferred(question: str, preferred: Filters) -> None:
    """Nothing is shut out for it."""
    intent = understood(question)
    assert (intent.filters, intent.preferred) == (Filters(), preferred)


def _outlets(*names: str) -> Holdings:
    """A library that holds an article of each."""
    return Holdings(
        holding_of(ArticleId(str(row)), row, range(row, row + 1), Metadata(outlet=name))
        for row, name in enumerate(names)
    )


def test_an_outlet_is_the_same_however_its_name_is_shortened() -> None:
    """Some of a journal's own articles print it in short."""
    held = _outlets(
        "PLoS Med", "PLOS Medicine", "PLoS Medicinal Chemistry", "PLOS ONE", "Cell", "Cells"
    )
    for said in ("what does PLoS Medicine say about fat", "plos med on fat"):
        intent = intent_of(said, held, today=TODAY)
        assert sorted(intent.filters.outlets) == ["PLOS Medicine", "PLoS Med"]
    assert intent_of("body fat, not in Cell", held, today=TODAY).unwanted == (
        Filters(outlets=("Cell",)),
    )


@pytest.mark.parametrize("said", ["bmj papers on fat", "what does the BMJ say about fat"])
def test_an_outlet_is_the_same_with_its_article_and_without(said: str) -> None:
    """Some print "The BMJ" and some "BMJ"."""
    intent = intent_of(said, _outlets("BMJ", "The BMJ", "BMJ Open", "The The"), today=TODAY)
    assert sorted(intent.filters.outlets) == ["BMJ", "The BMJ"]


def test_one_outlet_is_wanted_and_another_is_not() -> None:
    """Both are named in one question."""
    intent = understood("PLOS ONE, not PLOS Medicine: walking")
    assert (intent.question, intent.filters) == ("walking", Filters(outlets=("PLOS ONE",)))
    assert intent.unwanted == (Filters(outlets=("PLOS Medicine",)),)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("recent studies on fat", "fat"),
        ("any new studies about fat?", "fat?"),
        ("what are the latest findings on fat", "fat"),
        ("latest on fat", "fat"),
        ("what's the latest on fat?", "fat?"),
        ("whats new in fat", "fat"),
        ("recent stuff on fat", "fat"),
        ("show me the newest paper on fat", "fat"),
        ("the most recent randomised trial of fat", "randomised trial of fat"),
        ("fat and cold, newest first", "fat and cold"),
        ("latest papers", "What the 1918 flu teaches"),
        ("whats new", "What the 1918 flu teaches"),
    ],
)
def test_who_asks_for_what_is_new_gets_newer_articles_first(question: str, rest: str) -> None:
    """And nothing is shut out for it; without a matter, the newest article is asked for."""
    intent = understood(question)
    assert (intent.newest, intent.question) == (True, rest)
    assert not intent.filters


@pytest.mark.parametrize(
    "question",
    [
        "does a recent infection harm?",
        "do new drugs help",
        "newest member of the herd",
        "is late diagnosis bad",
        "studies on fat, not the newest",
        "new york cold",
    ],
)
def test_what_is_new_in_the_matter_is_no_wish_for_new_articles(question: str) -> None:
    """Drugs and infections may be recent in an old study."""
    assert not understood(question).newest


def test_what_only_says_that_articles_are_asked_for_is_not_searched_for() -> None:
    """No article speaks of retracted papers on its matter."""
    assert understood("are there any retracted papers on ankles?").question == "ankles?"
    assert understood("any retractions about ankles?").question == "ankles?"
    assert understood("since 2022, what studies are there on fat?").question == "fat?"


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
        ("articles by Maria Smith", WORKS[2].title, Filters(authors=("Maria Smith",))),
        ("everything by Smith", WORKS[2].title, Filters(authors=("Smith",))),
        ("which papers did Zhang write?", WORKS[3].title, Filters(authors=("Zhang",))),
        ("Smith (2022)", WORKS[3].title, Filters(authors=("Smith",), since="2022", until="2022")),
        ("Brown 2023", WORKS[0].title, Filters(authors=("Brown",), since="2023", until="2023")),
        ("what was published last year?", WORKS[2].title, Filters(since="2025", until="2025")),
        ("articles from PsyPost", WORKS[1].title, Filters(outlets=("PsyPost",))),
    ],
)
def test_who_asks_for_articles_and_nothing_in_them_gets_the_newest(
    question: str, rest: str, filters: Filters
) -> None:
    """Their own words would find whatever speaks of articles."""
    intent = understood(question)
    assert (intent.question, intent.filters) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("M. Smith", 2),
        ("Smith, Maria", 2),
        ("Zhang Wei", 3),
        ("Smith JR", 3),
        ("PMID 16060722", 2),
        ("pmid:16060722", 2),
        ("https://pubmed.ncbi.nlm.nih.gov/16060722/", 2),
        ("what does PMID 16060722 say about falls?", 2),
        ("https://doi.org/10.5555/magnets#abstract", 4),
        ("https://dx.doi.org/10.5555/magnets?from=mail", 4),
        ("www.example.org/magnets", 4),
        ("example.org/magnets/", 4),
        ("https://example.org/magnets/?utm_source=mail#top", 4),
        ("what does www.example.org/magnets/ say about ankles?", 4),
    ],
)
def test_a_name_in_any_form_goes_straight_to_its_article(question: str, row: int) -> None:
    """Initials, the family name first, a number of PubMed's, an address out of a browser's bar."""
    assert understood(question).filters.articles == (str(row),)


@pytest.mark.parametrize("printed", ["https://[half/x", "https://x]y/z", "https://a\u2100b/x"])
def test_an_article_of_no_proper_address_stops_no_look_up(printed: str) -> None:
    """Whatever a record printed as one."""
    magnets = WORKS[4]
    held = Holdings(
        holding_of(ArticleId(str(row)), row, range(row, row + 1), known)
        for row, known in enumerate((Metadata(title="Odd", url=printed), magnets))
    )
    for question in (magnets.url, f"what does {magnets.url} say of ankles?"):
        assert intent_of(question, held, today=TODAY).filters.articles == ("1",)
    assert intent_of(printed, held, today=TODAY).question == printed


@pytest.mark.parametrize(
    "part",
    [
        *("papers ", "by Smith ", "in 2020 ", "Smith, ", "not from ", "et al ", "the last ", "A&", "  "),
        *("PsyPost on ", "in Plos ", "a review of ", "trials on ", "latest on ", "studies between "),
    ],
)  # fmt: skip
def test_a_long_question_costs_no_time(part: str) -> None:
    """However often it names what a rule looks for: five times the letters of a long message take a moment."""
    started = perf_counter()
    understood((part * 20_000)[:20_000])
    assert perf_counter() - started < 3


def test_of_thousands_of_outlets_the_named_one_is_found_at_once() -> None:
    """Each costs a look at the question, and no more, though they are of one another's words."""
    words = (
        "journal",
        "of",
        "sleep",
        "brain",
        "cell",
        "heart",
        "mice",
        "research",
        "health",
        "science",
    )
    others = [" ".join(three).title() for three in permutations(words, 3)]
    many = _outlets(*(f"Journal of {number} things" for number in range(5000)), *others)
    started = perf_counter()
    intent_of(f"does {' '.join(words)} help {' '.join(reversed(words))}?", many, today=TODAY)
    intent = intent_of("articles in the journal of 77 things on mice", many, today=TODAY)
    assert intent.filters == Filters(outlets=("Journal of 77 things",))
    assert perf_counter() - started < 2


@pytest.mark.parametrize(
    "outlet", ["Women's Health", "Alzheimer’s & Dementia", "Anti-Cancer Drugs"]
)
@pytest.mark.parametrize("mark", ["'", "’"])
def test_an_outlet_with_marks_in_its_name_is_found(outlet: str, mark: str) -> None:
    """Whichever apostrophe is printed, and whichever typed."""
    typed = outlet.lower().replace("’", mark).replace("'", mark)
    intent = intent_of(f"papers in {typed} on sleep", _outlets(outlet, "BBC"), today=TODAY)
    assert (intent.question, intent.filters) == ("on sleep", Filters(outlets=(outlet,)))
