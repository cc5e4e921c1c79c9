"""Authors are read as people name them, and never where the same word is the matter."""

from __future__ import annotations

import pytest

from index.holdings.filters import Filters
from tests.index.questions.shelf import WORKS, understood


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
    intent = understood(question)
    assert (intent.question, intent.filters) == (rest, filters)


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
        "What does Parkinson disease show about walking",
        "what do the young say about asthma",
        "what does may mean",
        "without brown fat, do mice freeze?",
        "papers by nobody on fat",
    ],
)
def test_what_is_no_name_limits_nothing(question: str) -> None:
    """A name that is a word as well, or nobody's here."""
    intent = understood(question)
    assert not intent.filters
    assert not intent.unwanted


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
