"""A search can be limited to some of the articles, by what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.article import ArticleId, Metadata, Status
from index.errors.asked import FilterError
from index.evidence_card import Design, EvidenceCard
from index.holdings.filters import Filters
from index.holdings.holding import Holding, holding_of

KNOWN = Metadata(
    title="Mites in winter",
    authors=("Ana de la Cruz", "J. R. Smith"),
    outlet="The Hive",
    published="2021-05",
    topics=("Animal health", "Bees"),
    card=EvidenceCard(design=Design.COHORT),
    reported=EvidenceCard(design=Design.REVIEW),
)


def holding(**changes: object) -> Holding:
    return holding_of(ArticleId("mites"), 0, range(1), replace(KNOWN, **changes))


@pytest.mark.parametrize(
    ("filters", "admitted"),
    [
        pytest.param(Filters(), True, id="nothing asked"),
        pytest.param(Filters(since="2021"), True, id="since its year"),
        pytest.param(Filters(since="2021-06"), False, id="since the month after"),
        pytest.param(Filters(since="2021-05-20"), True, id="some day of its month"),
        pytest.param(Filters(until="2021-05-02"), True, id="until some day of its month"),
        pytest.param(Filters(until="2020"), False, id="until the year before"),
        pytest.param(Filters(since="2021", until="2021"), True, id="just its year"),
        pytest.param(Filters(outlets=("the hive",)), True, id="outlet in other capitals"),
        pytest.param(Filters(outlets=("hive",)), False, id="half an outlet"),
        pytest.param(Filters(outlets=("Nature", "The Hive")), True, id="one of two outlets"),
        pytest.param(Filters(topics=("bees",)), True, id="topic"),
        pytest.param(Filters(topics=("health",)), True, id="part of a topic"),
        pytest.param(Filters(authors=("smith",)), True, id="family name"),
        pytest.param(Filters(authors=("de la Cruz",)), True, id="family name of several words"),
        pytest.param(Filters(authors=("Ana Cruz",)), True, id="given and family name"),
        pytest.param(Filters(authors=("Ana",)), False, id="given name alone"),
        pytest.param(Filters(authors=("Ana Smith",)), False, id="halves of two names"),
        pytest.param(Filters(designs=(Design.COHORT,)), True, id="own design"),
        pytest.param(Filters(designs=(Design.REVIEW,)), True, id="reported design"),
        pytest.param(Filters(designs=(Design.NEWS,)), False, id="another design"),
        pytest.param(Filters(statuses=(Status.RETRACTED,)), False, id="another status"),
        pytest.param(Filters(articles=("mites",)), True, id="its id"),
        pytest.param(Filters(outlets=("The Hive",), since="2022"), False, id="one of two fails"),
    ],
)
def test_what_is_admitted(filters: Filters, *, admitted: bool) -> None:
    """Each kind must fit; of several values of one kind, one must."""
    assert filters.admits(holding()) is admitted


def test_an_article_without_a_date_is_in_no_span_of_time() -> None:
    """Who asks for 2021 is not shown what may be of 1990."""
    assert not Filters(since="1900").admits(holding(published=""))


@pytest.mark.parametrize(
    "day", ["21", "2021-13", "May 2021", "2021-05-32", "20210501", "\uff12\uff10\uff12\uff11"]
)
def test_a_date_that_is_none_is_named(day: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(FilterError, match="2023-04-01"):
        Filters(since=day)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    """Else the search would find nothing and not say why."""
    with pytest.raises(FilterError):
        Filters(since="2023", until="2022-12-31")
    assert Filters(since="2023-04", until="2023")


def test_what_is_given_stands_before_what_is_understood() -> None:
    """An option outdoes what a question says; a contradiction leaves the option alone."""
    given = Filters(since="2020", authors=("Smith",))
    assert given.also(Filters(authors=("Cruz",), outlets=("The Hive",))) == Filters(
        since="2020", authors=("Smith",), outlets=("The Hive",)
    )
    assert given.also(Filters(until="2019")) == given


def test_what_is_left_of_filters_beside_others_is_what_they_take_of_them() -> None:
    """Kinds that are given already, and times that would cross, are not taken."""
    said = Filters(since="2020", outlets=("Hive",))
    assert said.beside(Filters()) == said
    assert said.beside(Filters(outlets=("Nest",))) == Filters(since="2020")
    assert said.beside(Filters(until="2019")) == Filters()
