"""Times of articles are read as people say them, and never where they are the matter's."""

from __future__ import annotations

import pytest

from index.holdings.filters import Filters
from tests.index.questions.shelf import leaving_out, limited, limits_nothing, understood


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
        ("studies from 2022-23 on fat", "on fat", Filters(since="2022", until="2023")),
        ("studies from 2022 – 23 on fat", "on fat", Filters(since="2022", until="2023")),
        ("articles from April or May 2023 on fat", "on fat", Filters(since="2023-04", until="2023-05")),
        ("articles from March or April on flu", "on flu", Filters(since="2026-03", until="2026-04")),
        ("articles in April, May and in June 2023 on fat", "on fat", Filters(since="2023-04", until="2023-06")),
        ("articles from May 2023 or 2023 on fat", "on fat", Filters(since="2023", until="2023")),
        ("since 2022, what do studies say about fat", "what do studies say about fat", Filters(since="2022")),
        ("in 2023, what was published about fat?", "what was published about fat?", Filters(since="2023", until="2023")),
        ("retracted papers since 1990 on ankles", "on ankles", Filters(since="1990")),
    ],
)  # fmt: skip
def test_times_are_read_as_written(question: str, rest: str, filters: Filters) -> None:
    """Years, months, decades, and time back from today."""
    assert limited(question) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("papers not from 2023 about fat", "fat", Filters(since="2023", until="2023")),
        ("studies on fat, but not before 2015", "fat", Filters(until="2014")),
    ],
)  # fmt: skip
def test_a_time_that_is_denied_is_left_out(question: str, rest: str, unwanted: Filters) -> None:
    """And never the other way round."""
    assert understood(question) == leaving_out(rest, unwanted)


@pytest.mark.parametrize(
    "question",
    [
        "May 2024",
        "trial of 2000 women on coffee",
        "studies in 1996 patients with asthma",
        "a study of 2023 men and 2022 women",
        "has obesity risen in the last five years?",
        "what happened during the 1918 flu",
        "how does night work since 1996 harm",
    ],
)
def test_what_is_no_time_of_articles_limits_nothing(question: str) -> None:
    """A number that is a year, a time in which something happened."""
    assert limits_nothing(question)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("papers since 2030 on fat", Filters(since="2030")),
        ("studies published in 2031 on fat", Filters(since="2031", until="2031")),
        ("articles published before 1900 on fat", Filters(until="1899")),
        ("papers from 1918 about fat", Filters(since="1918", until="1918")),
        ("in 2031, which news on fat was published?", Filters(since="2031", until="2031")),
    ],
)
def test_a_time_that_is_said_of_articles_stands_though_none_is_of_it(
    question: str, filters: Filters
) -> None:
    """Nothing is found, and no article of another time is passed off as one of that."""
    assert understood(question).filters == filters


@pytest.mark.parametrize(
    "question", ["news of 1918 and the flu", "trials in 1950 on fat", "stories from 1945 about flu"]
)
def test_a_time_that_no_article_is_of_may_be_when_it_happened(question: str) -> None:
    """Trials, stories and news of it may be told of later."""
    assert limits_nothing(question)


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("papers on fat since 2022", Filters(since="2022")),
        ("papers on fat from 2022 to 2023", Filters(since="2022", until="2023")),
    ],
)  # fmt: skip
def test_a_time_that_may_be_the_matters_is_only_preferred(
    question: str, preferred: Filters
) -> None:
    """Nothing is shut out for it."""
    intent = understood(question)
    assert (intent.filters, intent.preferred) == (Filters(), preferred)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("articles from 2021 or 2023 on fat", "on fat"),
        ("articles in 2023 and 2021 on fat", "on fat"),
        ("articles from 2021, 2022 and 2023 on fat", "on fat"),
        ("articles from either 2021 or from 2023 on fat", "on fat"),
        ("2021/2023 studies on fat", "on fat"),
        ("fat, 2021 or 2023 papers", "fat"),
        ("in 2021 or 2023, what was published on fat?", "what was published on fat?"),
    ],
)
def test_listed_years_reach_from_the_first_to_the_last(question: str, rest: str) -> None:
    """What lies between them is rather found than hidden."""
    assert limited(question) == (rest, Filters(since="2021", until="2023"))


def test_listed_years_are_left_out_one_by_one() -> None:
    """What lies between them is not denied."""
    intent = understood("papers not from 2021 or 2023 about fat")
    assert intent.question == "fat"
    assert intent.unwanted == tuple(Filters(since=year, until=year) for year in ("2021", "2023"))


@pytest.mark.parametrize("question", ["fat, not from 2021 or 2023", "not from 2021 or 2023: fat"])
def test_years_that_are_denied_at_an_end_are_those_of_articles(question: str) -> None:
    """Whatever they are called."""
    intent = understood(question)
    assert intent.question == "fat"
    assert intent.unwanted == tuple(Filters(since=year, until=year) for year in ("2021", "2023"))


def test_a_time_behind_the_matter_is_preferred_though_the_articles_are_named_apart() -> None:
    """It is one as in "papers on coffee since 2020"."""
    intent = understood("papers by Zhang on coffee since 2020")
    assert (intent.filters, intent.preferred) == (
        Filters(authors=("Zhang",)),
        Filters(since="2020"),
    )


def test_a_year_that_is_denied_is_not_preferred() -> None:
    """Rather nothing than the other way round."""
    assert not understood("who had flu, if not in 2021?").preferred


def test_listed_years_of_the_matter_move_forward() -> None:
    """Either may be when it happened."""
    intent = understood("how many had flu in 2021 or 2023?")
    assert (intent.filters, intent.preferred) == (Filters(), Filters(since="2021", until="2023"))
    assert limits_nothing("a study of 2020 or 2023 women on coffee")


def test_a_list_of_years_is_read_to_its_end_or_not_at_all() -> None:
    """The first of them alone would hide the others' articles."""
    years = [str(year) for year in range(1990, 2026)]
    for few in (years[-3:], years[-12:], years[-30:]):
        told = understood(f"papers from {', '.join(few)} on fat").filters
        assert told == Filters(since=few[0], until="2025")
    assert limits_nothing(f"papers from {', '.join(years)} on fat")
