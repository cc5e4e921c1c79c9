"""A maintainer names articles as they know them, and reads how the answers did."""

from __future__ import annotations

import pytest

from index.article import Article, ArticleId, Metadata
from index.evaluation.gold import Outcome, answer_figures, resolved
from index.evaluation.gold_files import GoldQuestion
from tests.making import record

ARTICLES = (
    record(
        Article(ArticleId("bees"), Metadata(doi="10.1/bees", url="https://a.example/Bees/")),
        "/home/x/shelf",
        "shelf/insects/bees.html",
    ),
    record(
        Article(ArticleId("story"), Metadata(doi="10.1/bees")), "/home/x/shelf", "shelf/story.txt"
    ),
    record(Article(ArticleId("bare"), Metadata()), "/home/x/shelf", "shelf/bare.txt"),
)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        pytest.param("bees", {"bees"}, id="id"),
        pytest.param("10.1/BEES", {"bees", "story"}, id="doi_of_paper_and_story"),
        pytest.param("https://doi.org/10.1/bees", {"bees", "story"}, id="doi_link"),
        pytest.param("doi: 10.1/bees", {"bees", "story"}, id="doi_prefix"),
        pytest.param("https://a.example/Bees", {"bees"}, id="address_without_its_slash"),
        pytest.param("bees.html", {"bees"}, id="file"),
        pytest.param("shelf/insects/bees.html", {"bees"}, id="path"),
        pytest.param("bare.txt", {"bare"}, id="article_without_address"),
    ],
)
def test_an_article_goes_by_many_names(name: str, ids: set[str]):
    """Its id, DOI, address or file."""
    gold = resolved([GoldQuestion("who dances?", (name,))], ARTICLES)
    assert gold.grades == {"1": dict.fromkeys(ids, 1)}
    assert not gold.unknown


def test_a_name_nobody_answers_to_counts_as_not_found():
    """And is told, rather than making its question easier."""
    gold = resolved([GoldQuestion("who?", ("bees", "gone.html"), line=7)], ARTICLES)
    assert gold.grades == {"1": {"bees": 1, "gone.html": 1}}
    assert gold.unknown == {"gone.html": 7}


def test_answers_are_judged_by_answering_abstaining_and_citing():
    """Each share over the questions it is about."""
    grades = {"1": {"bees": 1}, "2": {"bees": 1}, "3": {"ants": 1}}
    outcomes = {
        "1": Outcome(abstained=False, cited=frozenset({"bees", "ants"})),
        "2": Outcome(abstained=False, cited=frozenset({"ants"})),
        "3": Outcome(abstained=True, cited=frozenset()),
        "4": Outcome(abstained=True, cited=frozenset()),
    }
    assert answer_figures(outcomes, grades) == {
        "answerable": 3,
        "unanswerable": 1,
        "answered": 0.6667,
        "cited_right": 0.5,
        "abstained": 1.0,
    }


def test_a_share_of_no_questions_is_left_out():
    """It is neither 0 nor 1."""
    found = answer_figures({"1": Outcome(abstained=True, cited=frozenset())}, {})
    assert found == {"answerable": 0, "unanswerable": 1, "abstained": 1.0}
