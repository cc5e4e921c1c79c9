"""Evidence cards: what kind of study an article is, by its own types and words."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, strategies as st

from index.article import (
    Article,
    ArticleId,
    Metadata,
    Related,
    Relation,
    Section,
)
from index.enrichment.cards import card_of
from index.enrichment.participants.counting import NOTE
from index.evidence_card import Design
from tests.index.enrichment.pieces import A, H, paper


def page(title: str, *paragraphs: str, **known: object) -> Article:
    """A page of a magazine."""
    metadata = Metadata(title=title, outlet="A Magazine", **known)  # pyright: ignore[reportArgumentType] - fields by name
    return Article(ArticleId("a"), metadata, (Section("", paragraphs),))


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
