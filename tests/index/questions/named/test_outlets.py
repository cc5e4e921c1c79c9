"""Outlets are read as people name them, and never where the same word is the matter."""

from __future__ import annotations

from itertools import permutations
from time import perf_counter

import pytest

from index.holdings.filters import Filters
from index.questions.intents import intent_of
from tests.index.questions.shelf import (
    TODAY,
    leaving_out,
    limited,
    limits_nothing,
    outlets_held,
    understood,
)


@pytest.mark.parametrize(
    ("question", "rest", "filters"),
    [
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
        ("papers from PsyPost and from the BBC on sleep", "on sleep", Filters(outlets=("PsyPost", "BBC"))),
        ("parkinsonism and related disorders on gait", "gait", Filters(outlets=("Parkinsonism and Related Disorders",))),
        ("plos on coffee", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("plos studies on coffee", "on coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
        ("papers in breast cancer research on ankles", "on ankles", Filters(outlets=("Breast Cancer Research",))),
    ],
)  # fmt: skip
def test_outlets_are_read_as_written(question: str, rest: str, filters: Filters) -> None:
    """In short, by their letters, in small letters."""
    assert limited(question) == (rest, filters)


@pytest.mark.parametrize(
    ("question", "rest", "unwanted"),
    [
        ("fat and cold, not from the Lancet", "fat and cold", Filters(outlets=("The Lancet",))),
        ("anything but PsyPost on flu", "on flu", Filters(outlets=("PsyPost",))),
        ("except PLOS ONE, who wrote on walking", "who wrote on walking", Filters(outlets=("PLOS ONE",))),
        ("studies on coffee not from PLOS", "coffee", Filters(outlets=("PLOS Medicine", "PLOS ONE"))),
    ],
)  # fmt: skip
def test_an_outlet_that_is_denied_is_left_out(question: str, rest: str, unwanted: Filters) -> None:
    """And never the other way round."""
    assert understood(question) == leaving_out(rest, unwanted)


@pytest.mark.parametrize(
    "question",
    [
        "may exercise help with Parkinson?",
        "the nature of lies",
        "changes in nature",
        "What Does Nature Say About Mice",
        "what is new in exercise",
        "parkinsonism on levodopa",
        "parkinsonism studies on gait",
        "does sleep at bbc matter",
        "results in Nature Medicine on mice",
        "not from Science: mice",
        "what does https://www.example.org/other/ say",
    ],
)
def test_what_is_no_outlet_limits_nothing(question: str) -> None:
    """A name that is a word, or another outlet's."""
    assert limits_nothing(question)


@pytest.mark.parametrize(
    ("question", "preferred"),
    [
        ("what is new in breast cancer research", Filters(outlets=("Breast Cancer Research",))),
        ("Nature papers on mice", Filters(outlets=("Nature",))),
        ("nature papers on mice", Filters(outlets=("Nature",))),
        ("nature, nurture and fat", Filters()),
        ("Nature, nurture and fat", Filters()),
    ],
)  # fmt: skip
def test_an_outlet_that_may_be_the_matter_is_only_preferred(
    question: str, preferred: Filters
) -> None:
    """Nothing is shut out for it."""
    intent = understood(question)
    assert (intent.filters, intent.preferred) == (Filters(), preferred)


def test_an_outlet_is_the_same_however_its_name_is_shortened() -> None:
    """Some of a journal's own articles print it in short."""
    held = outlets_held(
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
    intent = intent_of(said, outlets_held("BMJ", "The BMJ", "BMJ Open", "The The"), today=TODAY)
    assert sorted(intent.filters.outlets) == ["BMJ", "The BMJ"]


def test_one_outlet_is_wanted_and_another_is_not() -> None:
    """Both are named in one question."""
    intent = understood("PLOS ONE, not PLOS Medicine: walking")
    assert (intent.question, intent.filters) == ("walking", Filters(outlets=("PLOS ONE",)))
    assert intent.unwanted == (Filters(outlets=("PLOS Medicine",)),)


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
    many = outlets_held(*(f"Journal of {number} things" for number in range(5000)), *others)
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
    intent = intent_of(f"papers in {typed} on sleep", outlets_held(outlet, "BBC"), today=TODAY)
    assert (intent.question, intent.filters) == ("on sleep", Filters(outlets=(outlet,)))
