"""An answer in a terminal: each number is explained, and nothing is said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering.answer import Answer, Citation, Reference, Statement
from index.article import Status
from index.holdings.filters import Filters
from scripts.parts.prose import answer_prose

REFERENCE = Reference(
    number=1,
    article_id="a",
    title="Bees dance",
    url="https://a.example/bees",
    link="https://a.example/bees#:~:text=one",
    doi="",
    outlet="Gazette",
    published="2021-05-04",
    status="current",
    evidence_card={},
    passage_id="p",
)


def cited(text: str, quote: str, link: str = "https://a.example/bees#:~:text=one") -> Statement:
    """A statement that rests on this quote of the first reference."""
    return Statement(text, (Citation(1, quote, 0, len(quote), "p", link),))


def answer(*statements: Statement, reference: Reference = REFERENCE) -> Answer:
    """An answer of these statements."""
    return Answer("who?", not statements, 0.9, statements, (reference,), (), "g", "extractive")


def test_a_verbatim_statement_is_not_quoted_again():
    """Its words stand above; its link stands once."""
    text = answer_prose(answer(cited("Bees dance.", "Bees dance."), cited("So.", "So.")))
    assert text == (
        "Bees dance. [1] So. [1]\n\n"
        "[1] Bees dance. Gazette. 2021-05-04\n"
        "    https://a.example/bees#:~:text=one"
    )


def test_a_reworded_statement_shows_the_words_it_rests_on():
    """So that a reader can compare them."""
    text = answer_prose(answer(cited("Bees can dance.", "The bees danced.")))
    assert "    “The bees danced.”\n    https://a.example/bees" in text


def test_every_place_of_a_page_has_its_own_link():
    """Two quotes of one page open at two places."""
    text = answer_prose(answer(cited("A.", "A.", "https://x#a"), cited("B.", "B.", "https://x#b")))
    assert text.endswith("    https://x#a\n    https://x#b")


def test_what_became_of_an_article_is_not_hidden():
    """A retraction is told in capitals."""
    retracted = replace(REFERENCE, status="retracted", doi="10.1/bees")
    text = answer_prose(answer(cited("A.", "A."), reference=retracted))
    assert "[1] Bees dance. Gazette. 2021-05-04. RETRACTED. doi:10.1/bees" in text


def test_an_article_without_an_address_says_so():
    """Rather than an empty line."""
    text = answer_prose(answer(cited("A.", "A.", "")))
    assert text.endswith("    (no address is known)")


def test_an_abstention_offers_what_is_near_or_nothing():
    """An empty library has nothing near."""
    near = answer_prose(replace(answer(), nearest=(REFERENCE,)))
    assert near.splitlines()[0].startswith("The library does not answer this. The nearest")
    assert "Bees dance. Gazette" in near
    assert answer_prose(answer()) == "The library does not answer this."


def test_an_abstention_says_what_the_question_was_limited_to():
    """And nothing of an article that it names, which has no words for it."""
    within = Filters(since="2020", outlets=("Hive",), authors=("Smith",), articles=("a",))
    said = "The library does not answer this. It was looked only into: since 2020; Hive; Smith."
    assert answer_prose(replace(answer(), within=within)) == said
    shut_out = (Filters(outlets=("Hive", "Nest")), Filters(statuses=(Status.RETRACTED,)))
    said = (
        "The library does not answer this. It was looked only into: not Hive, Nest; not retracted."
    )
    assert answer_prose(replace(answer(), without=shut_out)) == said
    only = replace(answer(), within=Filters(articles=("a",)))
    assert answer_prose(only) == "The library does not answer this."


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ({"design": "cohort study", "n": "400", "subjects": "humans", "preprint": "no"}, "Cohort study, n = 400."),
        ({"design": "animal study", "n": "not stated", "subjects": "animals"}, "Animal study."),
        ({"design": "meta-analysis", "subjects": "animals", "preprint": "yes"}, "Meta-analysis, preprint, in animals."),
        ({"design": "news report", "reports": "randomised trial, n = 218 (10.1/bees)"}, "News report of a paper: randomised trial, n = 218."),
        ({"design": "news report", "reports": "10.1/bees"}, "News report."),
        ({"design": "not stated", "n": "not stated"}, "2021-05-04."),
    ],
)  # fmt: skip
def test_what_kind_of_study_it_is(card: dict[str, str], kind: str):
    """A reader weighs an answer by it; what is not stated is not shown."""
    weighed = replace(REFERENCE, evidence_card=card, doi="10.1/bees")
    assert f"{kind} doi:" in answer_prose(answer(cited("A.", "A."), reference=weighed))
