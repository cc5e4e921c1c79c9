"""Authors are read as people name them, and never where the same word is the matter."""

from __future__ import annotations

import pytest

from index.article import ArticleId, Metadata
from index.holdings.filters import Filters
from index.holdings.holding import holding_of
from index.holdings.holdings import Holdings
from index.questions.intents import intent_of
from tests.index.questions.shelf import (
    TODAY,
    WORKS,
    leaving_out,
    limited,
    limits_nothing,
    understood,
)


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
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
        ("Smith and Zhang (2021) on coffee", "coffee", Filters(authors=("Smith", "Zhang"))),
    ],
)  # fmt: skip
def test_authors_are_read_as_written(question: str, rest: str, filters: Filters) -> None:
    """Initials, titles, lists and citations."""
    assert limited(question) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("papers not written by Smith about coffee", "papers coffee", Filters(authors=("Smith",))),
        ("papers that aren't by Smith on coffee", "papers that coffee", Filters(authors=("Smith",))),
        ("coffee, except by Smith", "coffee", Filters(authors=("Smith",))),
        ("without Brown, what do studies say about fat", "what do studies say about fat", Filters(authors=("Brown",))),
    ],
)  # fmt: skip
def test_an_author_who_is_denied_is_left_out(question: str, rest: str, unwanted: Filters) -> None:
    """And never the other way round."""
    assert understood(question) == leaving_out(rest, unwanted)


@pytest.mark.parametrize(
    "question",
    [
        "antibiotics taken by long haul patients",
        "long or young studies on fat",
        "Brown studies on fat",
        "Brown papers on fat",
        "do brown and May flies differ, on cold days",
        "papers by young people on asthma",
        "is it made by Brown fat cells?",
        "ACTIVATED BY BROWN FAT",
        "Taken By Long Haul Patients",
        "what does long covid show in blood",
        "What does Parkinson disease show about walking",
        "what do the young say about asthma",
        "what does may mean",
        "without brown fat, do mice freeze?",
        "papers by nobody on fat",
    ],
)
def test_what_is_no_name_limits_nothing(question: str) -> None:
    """A name that is a word as well, or nobody's here."""
    assert limits_nothing(question)


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
    assert limited(question) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "authors"),
    [
        ("papers by Smith or Brown on coffee", ("Smith", "Brown")),
        ("papers by smith or brown on coffee", ("smith", "brown")),
        ("papers by either Smith or by Brown on coffee", ("Smith", "Brown")),
        ("papers by Smith, Zhang, or Brown on coffee", ("Smith", "Zhang", "Brown")),
        ("papers by Wei Zhang, Maria Smith, Ann Long and Alice Brown on coffee", ("Wei Zhang", "Maria Smith", "Ann Long", "Alice Brown")),
        ("papers by Dr Smith and Prof. Zhang on coffee", ("Smith", "Zhang")),
        ("papers by Dr. Smith, Dr. Nobody or Mrs Brown on coffee", ("Smith", "Brown")),
        ("what do Smith or Brown say about coffee", ("Smith", "Brown")),
        ("Zhang papers on coffee", ("Zhang",)),
        ("whats smith or brown found about coffee", ("smith", "brown")),
        ("Smith or Brown papers on coffee", ("Smith", "Brown")),
        ("papers by Smith, Nobody or Brown on coffee", ("Smith", "Brown")),
        ("papers by Nobody or Smith on coffee", ("Smith",)),
        ("Smith and Brown on coffee", ("Smith", "Brown")),
    ],
)  # fmt: skip
def test_any_of_several_authors_will_do(question: str, authors: tuple[str, ...]) -> None:
    """Joined in whatever way."""
    intent = understood(question)
    assert (intent.question, intent.filters) == ("coffee", Filters(authors=authors))


@pytest.mark.parametrize(
    "question",
    [
        "papers by {} on coffee",
        "{} papers on coffee",
        "{} on coffee",
        "what do {} say about coffee",
        "{} (2022) on coffee",
    ],
)
@pytest.mark.parametrize("between", [" and ", ", ", " & ", " or "])
def test_a_list_of_authors_is_read_to_its_end_or_not_at_all(question: str, between: str) -> None:
    """Some of them alone would hide what the others say."""
    six = ("Smith", "Zhang", "Long", "Brown", "May", "Young")
    assert understood(question.format(between.join(six))).filters.authors == six
    whole = ("Maria Smith", "Wei Zhang", "Ann Long", "Alice M. Brown", "Theresa May", "Tom Young")
    assert understood(question.format(between.join(whole))).filters.authors == whole
    assert limits_nothing(question.format(between.join(six * 2)))


@pytest.mark.parametrize(
    "question",
    ["coffee, not by Smith or Brown", "coffee, by neither Smith nor Brown", "coffee, except by Smith and by Brown"],
)  # fmt: skip
def test_several_authors_are_left_out_together(question: str) -> None:
    """Each of them."""
    intent = understood(question)
    assert (intent.question, intent.filters) == ("coffee", Filters())
    assert intent.unwanted == (Filters(authors=("Smith", "Brown")),)


def test_one_author_is_wanted_and_another_is_not() -> None:
    """Both are named in one question."""
    intent = understood("papers by Smith but not Zhang on coffee")
    assert (intent.question, intent.filters) == ("coffee", Filters(authors=("Smith",)))
    assert intent.unwanted == (Filters(authors=("Zhang",)),)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("papers by Zhang since 2020 on coffee", Filters(authors=("Zhang",), since="2020")),
        ("since 2020, papers by Zhang on coffee", Filters(authors=("Zhang",), since="2020")),
        ("what did Zhang find since 2020 about coffee", Filters(authors=("Zhang",), since="2020")),
        ("PLOS Medicine papers from 2021 to 2023 on coffee", Filters(outlets=("PLOS Medicine",), since="2021", until="2023")),
        ("stories from PsyPost this year on coffee", Filters(outlets=("PsyPost",), since="2026", until="2026")),
        # None is of that time: nothing is found, and no older one is passed off as newer.
        ("papers by Zhang since 2024 on coffee", Filters(authors=("Zhang",), since="2024")),
        ("Zhang's papers from 2019 or 2020 on coffee", Filters(authors=("Zhang",), since="2019", until="2020")),
        ("articles in Nature before 2000 on coffee", Filters(outlets=("Nature",), until="1999")),
        # Nor is an article of somebody else or from elsewhere passed off as theirs from there.
        ("what does Zhang say in Nature about coffee", Filters(outlets=("Nature",), authors=("Zhang",))),
        ("papers by Zhang in PsyPost on coffee", Filters(outlets=("PsyPost",), authors=("Zhang",))),
        # Of a year that is cited, or in which something was found, one may be wrong.
        ("Zhang (2019) on coffee", Filters(authors=("Zhang",))),
        ("what did Zhang find in 2019 about coffee", Filters(authors=("Zhang",))),
    ],
)  # fmt: skip
def test_a_time_beside_a_name_is_of_the_articles(question: str, filters: Filters) -> None:
    """Before it and behind it, whether such articles are held or not."""
    assert understood(question).filters == filters


def test_an_author_all_of_whose_articles_are_left_out_has_none() -> None:
    """And is not given back what was left out."""
    intent = understood("papers by Zhang, but not in PLOS Medicine, on coffee")
    assert intent.filters == Filters(authors=("Zhang",))
    assert intent.unwanted == (Filters(outlets=("PLOS Medicine",)),)


def test_a_time_limits_nobody_whose_articles_have_no_dates() -> None:
    """The library cannot tell whether they are of it."""
    undated = Metadata(title="Rest", authors=("Ada Poe",), outlet="Nest")
    held = Holdings([holding_of(ArticleId("0"), 0, range(1), undated)])
    intent = intent_of("papers by Poe since 2020 on rest", held, today=TODAY)
    assert intent.filters == Filters(authors=("Poe",))
